"""The page of a comparison: what it says, that it is sound, and that plan text is only text."""

import itertools
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from planctl.diff import (
    Change,
    Compared,
    Decision,
    Direction,
    Edit,
    Level,
    Match,
    SideShown,
    Spot,
)
from planctl.findings import Finding, Severity, Span
from planctl.report import render_changes_html
from planctl.report.changes_context import changes_page
from planctl.report.changes_words import CHANGE_WORDS
from planctl.report.html import rendered
from planctl.report.words import Words

WORSE, BETTER, NEUTRAL = Direction.WORSE, Direction.BETTER, Direction.NEUTRAL
OLD = SideShown("HEAD~1", date(2017, 12, 31), "0123456789abcdef")
NEW = SideShown("the files", date(2018, 4, 30))
HOSTILE = (
    "<script>alert(1)</script>",
    "</td></table>",
    "{{ 7*7 }}",
    "{% raw %}",
    "</style><b>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "&amp;",
    "<!-- ",
    "مكتبة",
    "📚",
)
UNREAD = Finding(
    "PLN001", "syntax", Severity.ERROR, "The text ends within a quotation",
    help="Add the missing mark.", file="plans/broken.yaml", span=Span(7, 1, 7, 2),
)  # fmt: skip


def change(rule="reworded", level=Level.INFO, direction=NEUTRAL, **fields):
    """An invented change of the action 2.1a."""
    path = ("themes", 0, "actions", 0)
    given = {
        "message": "2.1a has other words",
        "plan": "reading",
        "kind": "action",
        "ref": "2.1a",
        "label": "2.1a",
        "theme": "2.1",
        "old_path": path,
        "new_path": path,
    }
    return Change(rule, level, direction, **{**given, **fields})


def compared(*changes, **fields):
    return Compared(OLD, NEW, changes, plans=1, **fields)


DROPPED = change(
    "action-dropped", Level.AUDIT, WORSE,
    message="2.1d is no longer in the plan", question="Who decided that?", ref="2.1d", label="2.1d",
    owners=("Library service",), old={"ref": "2.1d", "text": "Lend story sacks"},
    old_path=("themes", 0, "actions", 3), new_path=None, old_spot=Spot("plans/reading.yaml", 88, 5),
)  # fmt: skip
WORSENED = change(
    "rating-worsened", Level.WARNING, WORSE,
    message="2.1a was green and is amber", field="updates/2017-18 spring/rating",
    old="green", new="amber", match=Match("likeness", 84),
    old_spot=Spot("old.yaml", 31, 5), new_spot=Spot("new.yaml", 36, 5),
)  # fmt: skip
MOVED = change(
    "date-moved", direction=WORSE, message="2.1a ends later", field="schedule",
    old=["Year 1"], new=["Year 1", "Year 2"],
    decision=Decision("C4", "Board of 3 December 2017, item 6"), question="Who agreed?",
)  # fmt: skip
REWORDED = change(field="text", old="Open a homework club", new="Open a reading club")
WAIVED = change(
    "owner-changed", message="2.1a has another owner", waived="The officer left.", old="A", new="B"
)
EVERY = compared(DROPPED, WORSENED, MOVED, REWORDED, WAIVED, new_waivers=1)
PAGES = {
    "every": EVERY,
    "empty": compared(),
    "incomplete": replace(EVERY, unread=(UNREAD,)),
    "unread": compared(unread=(UNREAD,)),
    "waived": compared(WAIVED),
    "two plans": compared(DROPPED, replace(REWORDED, plan="attendance")),
}


class Elements(HTMLParser):
    """Every start tag of a page with its attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.is_style = tag == "style"
        self.said += [value or "" for name, value in attrs if name == "data-label"]

    def handle_data(self, data: str) -> None:
        if not self.is_style:
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.said).split())


def parsed(page):
    elements = Elements()
    elements.feed(page)
    return elements


def verdict(comparison):
    return changes_page(comparison).verdict


def rows(*changes):
    """Label, before and now of each row that stands side by side, with what is marked in brackets.

    Headings come before their rows.
    """
    told = []
    for plan in changes_page(compared(*changes)).beside:
        for theme in plan.themes:
            for subject in theme.subjects:
                told.append((plan.heading, theme.heading, subject.heading))
                told += [
                    (row.label, marked(row.values.old), marked(row.values.new))
                    for row in subject.rows
                ]
    return told


def marked(lines):
    marks = {"removed": "[-{}-]", "added": "[+{}+]"}
    return "\n".join(
        f"{line.label}: " * bool(line.label)
        + "".join(marks.get(one.kind, "{}").format(one.text) for one in line.stretches)
        for line in lines
    )


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_sound(name):
    tags = parsed(render_changes_html(PAGES[name])).tags
    count = Counter(tag for tag, _ in tags)
    ids = [found["id"] for _, found in tags if "id" in found]
    pointed_at = {
        target
        for _, found in tags
        for target in (found.get("aria-labelledby"), (found.get("href") or "#").removeprefix("#"))
        if target
    }
    assert (count["h1"], count["main"], count["header"], count["footer"]) == (1, 1, 1, 1)
    assert tags[0] == ("html", {"lang": "en-GB"})
    assert len(ids) == len(set(ids))
    assert pointed_at <= set(ids)
    assert count["caption"] == count["table"]
    assert [found for tag, found in tags if tag == "th" and "scope" not in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_headings_leave_out_no_level(name):
    tags = parsed(render_changes_html(PAGES[name])).tags
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch("h[1-6]", tag)]
    assert [step for step in itertools.pairwise(levels) if step[1] > step[0] + 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_it_needs_nothing_from_outside_and_allows_nothing(name):
    page = render_changes_html(PAGES[name])
    tags = parsed(page).tags
    loaded = {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    policy = {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'",
    }
    assert [tag for tag, _ in tags if tag in loaded] == []
    assert [found for tag, found in tags if tag == "meta" and "http-equiv" in found] == [policy]
    assert [found for tag, found in tags if not (found.get("href") or "#").startswith("#")] == []
    assert "url(" not in page


def test_it_names_both_sides_with_their_days():
    page = changes_page(EVERY)
    assert page.heading == "What changed from HEAD~1 to the files"
    assert [(fact.label, fact.text) for fact in page.sides] == [
        ("Before", "HEAD~1, as on 31 December 2017, commit 0123456789abcdef"),
        ("Now", "the files, as on 30 April 2018"),
        ("Plans", "1 compared"),
    ]


@pytest.mark.parametrize(
    ("comparison", "said"),
    [
        (compared(), "Nothing changed."),
        (EVERY, "1 needs a decision, 3 got worse; 1 action was dropped: 2.1d."),
        (compared(REWORDED), (
            "Nothing needs a decision, and nothing got worse or better; nothing was dropped."
        )),
        (compared(replace(REWORDED, direction=BETTER)), (
            "Nothing needs a decision, 1 got better; nothing was dropped."
        )),
        (compared(change("figure-withdrawn")), (
            "Nothing needs a decision, and nothing got worse or better; no action was dropped."
        )),
        (compared(WAIVED), "Nothing changed but what is waived; nothing was dropped."),
        (compared(replace(DROPPED, waived="Agreed.")), (
            "Nothing changed but what is waived; 1 action was dropped: 2.1d."
        )),
        (
            compared(DROPPED, change("kpi-removed", Level.AUDIT, WORSE, ref="K1", label="KPI K1")),
            "2 need a decision, 2 got worse; 1 action was dropped: 2.1d; 1 KPI was dropped: K1.",
        ),
        (compared(change("plan-removed", Level.AUDIT, WORSE, kind="plan")), (
            "1 needs a decision, 1 got worse; 1 plan was dropped: reading."
        )),
    ],
)  # fmt: skip
def test_the_verdict_is_a_sentence(comparison, said):
    assert verdict(comparison) == said


def test_many_that_are_gone_are_named_up_to_twenty():
    gone = [replace(DROPPED, ref=f"2.{n}", label=f"2.{n}") for n in range(30)]
    named = ", ".join(f"2.{n}" for n in range(20))
    assert verdict(compared(*gone)) == (
        f"30 need a decision, 30 got worse; 30 actions were dropped: {named} and 10 more."
    )


def test_where_nothing_changed_there_is_nothing_but_that():
    page = render_changes_html(compared())
    assert Counter(tag for tag, _ in parsed(page).tags)["h2"] == 0
    assert "Nothing changed." in page


@pytest.mark.parametrize("name", ["incomplete", "unread"])
def test_an_incomplete_comparison_says_so_first_and_never_that_nothing_changed(name):
    page = render_changes_html(PAGES[name])
    text = parsed(page).text
    assert "<title>Incomplete: what changed from HEAD~1 to the files</title>" in page
    assert re.findall("<h2[^>]*>(.*?)</h2>", page)[0] == "This comparison is incomplete"
    assert "plans/broken.yaml, line 7: The text ends within a quotation" in text
    assert '<p class="remedy">Add the missing mark.</p>' in page
    assert "1 file could not be read. What changed there is not known" in text
    assert re.search("nothing changed|no change", text, re.IGNORECASE) is None


def test_the_verdict_of_an_incomplete_comparison_speaks_of_what_was_read():
    assert verdict(PAGES["unread"]) == (
        "What could be read is the same on both sides; the rest is not known."
    )
    assert verdict(PAGES["incomplete"]).startswith("In what could be read: 1 needs a decision")


def test_waivers_that_came_along_are_said_with_the_verdict():
    assert changes_page(EVERY).waivers == "This change brings 1 waiver of its own."


def test_the_summary_counts_by_plan():
    table = changes_page(PAGES["two plans"]).summary
    assert table is not None
    told = [
        tuple(cell.lines[0].text for cell in cells)
        for cells in (*(row.cells for row in table.groups[0].rows), table.total)
    ]
    assert told == [
        ("reading", "1", "0", "0", "1", "0"),
        ("attendance", "0", "0", "1", "0", "0"),
        ("All plans", "1", "0", "1", "1", "0"),
    ]


def test_the_changelog_is_by_worry_and_numbered_throughout():
    assert [
        (part.heading, [(one.number, one.message) for plan in part.plans for one in plan.changes])
        for part in changes_page(EVERY).log
    ] == [
        ("Needs a decision", [(1, "2.1d is no longer in the plan")]),
        ("Worth asking", [(2, "2.1a was green and is amber")]),
        ("For the record", [(3, "2.1a ends later"), (4, "2.1a has other words")]),
        ("Waived", [(5, "2.1a has another owner")]),
    ]


def test_a_change_is_told_with_its_places_owners_and_how_it_was_found():
    parts = changes_page(EVERY).log
    facts = [
        {fact.label: fact.text for fact in parts[number].plans[0].changes[0].details}
        for number in (0, 1)
    ]
    assert facts == [
        {
            "Theme": "2.1",
            "Responsible": "Library service",
            "Before": "plans/reading.yaml, line 88",
            "Kind of change": "action-dropped",
        },
        {
            "Theme": "2.1",
            "Before": "old.yaml, line 31",
            "Now": "new.yaml, line 36",
            "Found again": "by likeness of its words, 84 of 100",
            "Kind of change": "rating-worsened",
        },
    ]


def test_a_decision_takes_the_place_of_the_question():
    (moved,) = changes_page(compared(MOVED)).log[2].plans[0].changes
    assert (moved.question, moved.decision) == ("", "C4, minuted: Board of 3 December 2017, item 6")


def test_a_decision_without_a_minute_is_named_alone():
    bare = replace(MOVED, decision=Decision("C4", ""))
    assert changes_page(compared(bare)).log[2].plans[0].changes[0].decision == "C4"


def test_a_waived_change_has_its_reason():
    (waived,) = changes_page(EVERY).log[3].plans[0].changes
    assert waived.reason == "The officer left."


def test_a_level_without_changes_says_so():
    notes = [part.note for part in changes_page(compared(WORSENED)).log]
    assert notes == ["Nothing needs a decision.", "", "There is nothing else."]


def test_changes_that_are_told_together_have_one_number_and_lead_to_each():
    renumbered = [
        change(
            "renumbered", message=f"2.1{was} is 2.1{now} now", ref=f"2.1{now}", label=f"2.1{now}",
            field="ref", old=f"2.1{was}", new=f"2.1{now}", new_spot=Spot("new.yaml", line, 1),
            old_path=("themes", 0, "actions", line), new_path=("themes", 0, "actions", line - 1),
        )
        for line, (was, now) in enumerate([("b", "a"), ("c", "b"), ("d", "c")], start=1)
    ]  # fmt: skip
    page = changes_page(compared(*renumbered))
    (one,) = page.log[2].plans[0].changes
    assert one.message == "2.1b to 2.1d were renumbered 2.1a to 2.1c"
    assert [pointer.text for pointer in one.beside] == ["2.1a", "2.1b", "2.1c"]
    assert one.details[1].text == "new.yaml, lines 1, 2 and 3"
    assert page.log[2].contents == "For the record (3)"


def test_words_that_went_and_came_are_marked_and_said():
    page = render_changes_html(compared(REWORDED))
    assert (
        '<td data-label="Before"><p class="words" dir="auto">Open a '
        '<del><span class="aside">removed: </span>homework</del> club</p></td>'
    ) in page
    assert (
        '<td data-label="Now"><p class="words" dir="auto">Open a '
        '<ins><span class="aside">added: </span>reading</ins> club</p></td>'
    ) in page


def test_values_stand_side_by_side_in_the_order_of_the_plan():
    title = change(
        label="the plan", kind="plan", theme="", field="title", old="A", new="B", new_path=()
    )
    assert rows(DROPPED, WORSENED, REWORDED, title) == [
        ("reading", "The plan as a whole", "The plan"),
        ("Title", "[-A-]", "[+B+]"),
        ("reading", "Theme 2.1", "2.1a"),
        ("Updates, 2017-18 spring, rating", "[-green-]", "[+amber+]"),
        ("Text", "Open a [-homework-] club", "Open a [+reading+] club"),
        ("reading", "Theme 2.1", "2.1d (gone)"),
        ("The whole entry", "ref: [-2.1d-]\ntext: [-Lend story sacks-]", ""),
    ]


def test_one_that_went_and_one_that_came_under_its_reference_stand_apart():
    came = replace(
        DROPPED, rule="action-added", old=None, new={"text": "Sing"}, old_path=None,
        new_path=("themes", 0, "actions", 3),
    )  # fmt: skip
    assert [row[2] for row in rows(DROPPED, came) if row[0] == "reading"] == [
        "2.1d (gone)",
        "2.1d (new)",
    ]


def test_two_changes_of_one_value_share_its_row():
    softened = replace(REWORDED, rule="scope-softened", message="2.1a promises less")
    (theme,) = changes_page(compared(softened, REWORDED)).beside[0].themes
    (row,) = theme.subjects[0].rows
    assert [pointer.text for pointer in row.changes] == ["Change 1", "Change 2"]


@pytest.mark.parametrize(
    ("was", "now", "old", "new"),
    [
        (True, False, "[-yes-]", "[+no+]"),
        (75, 60, "[-75-]", "[+60+]"),
        (None, "Late", "", "[+Late+]"),
        (["A", "B"], ["A"], "A\n[-B-]", "A"),
        ([{"by": "A"}], [{"by": "B"}], "1, by: [-A-]", "1, by: [+B+]"),
        ({"next_steps": [{"due": 1}]}, None, "next steps 1, due: [-1-]", ""),
        ({"a": "x", "b": "y"}, {"a": "x"}, "a: x\nb: [-y-]", "a: x"),
    ],
)
def test_values_of_every_kind_are_shown(was, now, old, new):
    _, row = rows(change(field="it", old=was, new=now))
    assert row == ("It", old, new)


def test_a_change_without_values_shows_its_edits():
    here, there = ("themes", 0, "actions", 0), ("themes", 0, "actions", 2)
    edits = (Edit(here, there), Edit((*here, "cost"), (*here, "cost"), 5, 6))
    assert rows(change("reordered", edits=edits)) == [
        ("reading", "Theme 2.1", "2.1a"),
        ("Place in the file", "themes 1, actions [-1-]", "themes 1, actions [+3+]"),
        ("Cost", "[-5-]", "[+6+]"),
    ]


def test_a_field_is_named_as_the_path_of_its_edit_has_it():
    path = ("themes", 0, "actions", 0, "updates", "2017/18 autumn", "next_steps", 1)
    edits = (Edit(path, path, "a", "b"),)
    field = "updates/2017/18 autumn/next_steps/1"
    _, row = rows(change(field=field, old="a", new="b", edits=edits))
    assert row[0] == "Updates, 2017/18 autumn, next steps 2"


def test_a_change_that_has_no_values_leads_nowhere():
    page = changes_page(compared(change("missed-update", Level.WARNING)))
    assert page.beside == ()
    assert page.log[1].plans[0].changes[0].beside == ()


def test_a_long_stretch_that_is_the_same_is_shortened_and_tall_rows_may_be_split():
    words = [f"word{number}" for number in range(4000)]
    other = [*words[:2000], "ANOTHER", *words[2001:]]
    page = changes_page(compared(change(field="text", old=" ".join(words), new=" ".join(other))))
    (row,) = page.beside[0].themes[0].subjects[0].rows
    kinds = [stretch.kind for stretch in row.values.old[0].stretches]
    elided = [one.text for one in row.values.old[0].stretches if one.kind == "elided"]
    assert "removed" in kinds
    assert elided == ["[… 1,920 words are the same …]", "[… 1,919 words are the same …]"]
    assert row.tall


def test_hostile_text_is_only_text():
    def comparison(text):
        return compared(
            change(
                message=text, question=text, plan=text, label=text, theme=text, owners=(text,),
                field=text, old=text, new={text: [text, f"{text} {text}"]},
                level=Level.AUDIT, old_spot=Spot(text, 1, 1),
            ),
            change(waived=text, decision=Decision(text, text), kind=text),
            unread=(replace(UNREAD, message=text, file=text, help=text),),
        )  # fmt: skip

    shape = [tag for tag, _ in parsed(render_changes_html(comparison("Tame"))).tags]
    for text in HOSTILE:
        elements = parsed(render_changes_html(comparison(text)))
        assert [tag for tag, _ in elements.tags] == shape
        assert [name for _, found in elements.tags for name in found if name[:2] == "on"] == []
        assert text in elements.text


def test_characters_that_no_page_can_hold_are_named_by_number():
    broken = replace(UNREAD, file="plans/\udcff.yaml", message="It has \x1b and \u202e")
    page = render_changes_html(compared(unread=(broken,)))
    assert "plans/U+DCFF.yaml" in page
    assert "It has U+001B and U+202E" in page
    page.encode("utf-8")


def test_every_word_that_is_not_the_plans_comes_from_the_catalogue():
    bracketed = {key: f"⟦{text}⟧" for key, text in CHANGE_WORDS.texts.items()}
    words = Words("en-GB", MappingProxyType(bracketed))
    changes = (
        change(
            message="MINE", question="MINE", plan="MINE", kind="MINE", label="MINE", ref="MINE",
            theme="MINE", owners=("MINE",), field="MINE", old="MINE", new=None, rule="MINE",
            direction=direction, level=level, waived=waived, decision=decision,
            old_spot=Spot("MINE", 1, 1), match=Match("likeness", 70),
        )
        for direction in Direction
        for level in Level
        for waived, decision in (("", None), ("MINE", Decision("MINE", "MINE")))
    )  # fmt: skip
    comparison = Compared(
        SideShown("MINE", date(2018, 1, 1)), SideShown("MINE", date(2018, 1, 2), "MINE1"),
        tuple(changes), (replace(UNREAD, message="MINE", file="MINE", help="MINE"),), 1, 1,
    )  # fmt: skip
    page = rendered("changes.html", (), page=changes_page(comparison, words))

    said = "\n".join(parsed(page).said)
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", said)) != said:
        said = shorter
    assert set(re.findall(r"[^\W\d_]+", said)) - {"MINE"} == set()


def test_every_count_has_both_its_forms():
    texts = CHANGE_WORDS.texts
    ones = {key.removesuffix(".one") for key in texts if key.endswith(".one")}
    assert ones == {key.removesuffix(".other") for key in texts if key.endswith(".other")}


def test_an_own_template_comes_before_the_shipped_one(tmp_path):
    text = '{% extends "planctl/changes.html" %}{% block changes %}{{ page.verdict }}{% endblock %}'
    (tmp_path / "changes.html").write_text(text, encoding="utf-8")
    main = render_changes_html(compared(), (tmp_path,)).partition("<main")[2]
    assert parsed(main.partition("</main>")[0]).text.endswith("Nothing changed.")


@pytest.mark.thorough
def test_the_page_is_the_same_in_every_process():
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from test_changes_html import EVERY, render_changes_html\n"
        "sys.stdout.buffer.write(render_changes_html(EVERY).encode())\n"
    )
    here = os.path.dirname(__file__)  # noqa: PTH120 - an argument, not a path to work with
    pages = {
        subprocess.run(
            [sys.executable, "-c", script, here],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert pages == {render_changes_html(EVERY).encode()}


def test_a_page_of_500_changes_is_small_enough_to_send():
    words = [f"word{number % 37}" for number in range(60)]
    many = [
        replace(
            REWORDED, label=f"2.{number}", ref=f"2.{number}", message=f"2.{number} has other words",
            old=" ".join(words), new=" ".join([*words[:30], "another", *words[31:]]),
            new_path=("themes", 0, "actions", number),
        )
        for number in range(500)
    ]  # fmt: skip
    assert len(render_changes_html(compared(*many)).encode()) < 2_000_000
