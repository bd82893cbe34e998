"""A comparison as a comment on the change."""

import re
from dataclasses import replace
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planctl.console import render_changes_markdown
from planctl.diff import Change, Compared, Direction, Level, SideShown, Spot

PAGE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["| a |", "\n| b |\n", "<!-- x", "</details>", "@name", "#1", "`", "**", "\\", "\n\n# h"]
)


def changes(number, level=Level.WARNING, **said):
    return tuple(
        Change("reworded", level, Direction.WORSE, f"{at}a reads otherwise: ‘{at}{' word' * 20}’",
               "What is meant by it now?", "reading", "action", ref=f"{at}a", label=f"{at}a",
               new_spot=Spot("plans/reading.yaml", at, 7), **said)
        for at in range(1, number + 1)
    )  # fmt: skip


def rows(text):
    return len(re.findall(r"^\| (?!what|plan \|)", text, re.MULTILINE))


def test_a_comparison_reads_as_it_should(compared, golden):
    golden("console/changes.md", render_changes_markdown(compared))


def test_what_could_not_be_read_is_told_before_all_changes(compared, unread, golden):
    incomplete = replace(compared, unread=(unread,), new_waivers=1)
    golden("console/changes-incomplete.md", render_changes_markdown(incomplete))


def test_its_first_line_is_the_mark_by_which_it_is_found_again(compared):
    for one in (compared, replace(compared, changes=()), replace(compared, new_waivers=1)):
        assert render_changes_markdown(one).splitlines()[0] == "<!-- planctl diff -->"


def test_where_nothing_changed_there_is_no_table(compared):
    assert render_changes_markdown(replace(compared, changes=())) == (
        "<!-- planctl diff -->\n"
        "## What changed: autumn-2017 (15 December 2017) → spring-2018 (27 April 2018)\n\n"
        "**Nothing changed.**\n\n3 plans compared, 0 changes.\n"
    )


def test_of_many_files_that_could_not_be_read_the_rest_is_counted(compared, unread):
    many = tuple(replace(unread, file=f"plans/{at}.yaml") for at in range(1000))
    text = render_changes_markdown(replace(compared, changes=(), unread=many))
    assert ("1,000 files could not be read" in text, text.count("\n- plans/")) == (True, 50)
    assert "\n- and 950 more\n" in text


def test_five_hundred_changed_actions_fit_into_one_comment(compared):
    every = (*changes(20, Level.AUDIT), *changes(300), *changes(180, Level.INFO))
    text = render_changes_markdown(replace(compared, changes=every))
    (left,) = re.findall(r"\n([\d,]+) more changes are left out here; `(.*)` shows all", text)
    assert len(text) <= 60_000
    assert (rows(text) + int(left[0]), left[1]) == (500, "planctl diff autumn-2017..spring-2018")
    assert text.count("\n| 20a reads otherwise") >= 2


@pytest.mark.parametrize("budget", [0, 1, 500, 2_000, 5_000, 20_000, 60_000])
def test_what_needs_a_decision_is_whole_whatever_the_budget(compared, budget):
    audit = changes(60, Level.AUDIT)
    every = (*audit, *changes(100), *changes(100, Level.INFO))
    alone = render_changes_markdown(replace(compared, changes=audit), budget)
    text = render_changes_markdown(replace(compared, changes=every), budget)
    assert rows(alone) == 60
    assert text.count("<details>") == text.count("</details>")
    assert len(text) <= max(budget, len(alone) + 200)
    left = re.search(r"\n(\d+) more changes are left out", text)
    assert rows(text) + (int(left[1]) if left else 0) == 260


def test_what_fits_is_whole(compared):
    text = render_changes_markdown(replace(compared, changes=changes(100)))
    assert (rows(text), "left out" in text) == (100, False)


@pytest.mark.parametrize(
    ("old", "new", "command"),
    [
        (("v1", "a" * 40), ("v2", "b" * 40), "`planctl diff v1..v2` shows"),
        (("HEAD", "a" * 40), ("the files", ""), "`planctl diff HEAD` shows"),
        (("a.yaml", ""), ("b.yaml", ""), "`planctl diff` of the same two sides shows"),
        (("a`b", "a" * 40), ("v2", "b" * 40), "`planctl diff` of the same two sides shows"),
    ],
)
def test_what_is_left_out_is_shown_by_a_command(compared, old, new, command):
    before, after = (SideShown(name, compared.old.on, commit) for name, commit in (old, new))
    cut = Compared(before, after, changes(1), plans=1)
    assert f"1 more change is left out here; {command} all of them." in (
        render_changes_markdown(cut, 0)
    )


def test_every_kind_of_change_has_its_row(of_rule):
    assert rows(render_changes_markdown(of_rule)) == 1


@pytest.mark.thorough
@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_word_of_a_plan_leaves_its_cell(one, other, third):
    change = Change(
        "reworded", Level.AUDIT, Direction.WORSE, one, other, third, "action", label=other,
        old=f"a long text that was here {one}", new=f"another text that stands here {other}",
        new_spot=Spot(third, 1, 1),
    )  # fmt: skip
    every = tuple(
        replace(change, level=level, plan=plan) for level in Level for plan in ("p", third)
    )
    side = SideShown("v1", date(2018, 4, 27))
    text = render_changes_markdown(Compared(side, replace(side, name=one), every, plans=2))
    page = PAGE.render(text)
    columns = (4, 4, 3) if third != "p" else (3, 3, 2)
    assert page.count("<td>") == sum(2 * number for number in columns)
    assert set(re.findall(r"<(\w+)", page)) <= {
        "h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "del", "ins",
        "details", "summary",
    }  # fmt: skip
    assert re.search(r"[@#](?!&#8203;|#|\s|8203)", text.split("\n", 1)[1]) is None


def test_thousands_of_changes_take_little_time(compared):
    every = (*changes(1_000, Level.AUDIT), *changes(9_000))
    many = replace(compared, changes=every)
    started = process_time()
    render_changes_markdown(many)
    assert process_time() - started < 5
