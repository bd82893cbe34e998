"""Where plans stand, as text and as JSON."""

import json
from datetime import date
from pathlib import Path

import pytest

from planctl.console import Paint, PlanStatus, render_status_json, render_status_text
from planctl.loading import load_plan
from planctl.progress import summarise
from planctl.source import read
from planctl.workspace import groups

ROOT = Path(__file__).parents[2]
PLAIN = Paint()
DAY = date(2018, 1, 1)

HEAD = "format: planctl/1\nid: reading\ntitle: Reading\n"
HEADS = (
    "actions", "overdue", "carried over", "updates missing", "nobody responsible", "no timeline",
)  # fmt: skip
PERIOD = "period: {from: 2017-09-01, to: 2018-08-31}\n"


def standing(plan, day=DAY):
    ended = plan.timeline.terms_ended(day)
    return PlanStatus(plan, summarise(plan, day, ended[-1] if ended else None))


def of_text(fields, day=DAY):
    plan = load_plan(read(f"{HEAD}{fields}".encode(), "reading.yaml"), "reading", None).record
    assert plan is not None
    return standing(plan, day)


def of_workspace(folder, day=DAY):
    (group,) = groups([ROOT / folder / "plans"])
    return [standing(plan, day) for plan in group.sound_plans()]


def entry(status):
    return json.loads(render_status_json([status], DAY))["plans"][0]


@pytest.fixture
def clubs():
    """Four actions: one done, one overdue, one with steps promised, one without anybody."""
    return """
funding: [{period: Year 1, amount: 40000}, {period: Year 2, amount: 0.50}]
themes:
  - ref: "1"
    title: Clubs
    actions:
      - {ref: 1a, text: A, responsible: [m], schedule: [2017-18 autumn], updates: {2017-18 autumn: {stage: complete}}}
      - {ref: 1b, text: B, responsible: [m], schedule: [2017-18 autumn], updates: {2017-18 autumn: {rating: R}}}
      - ref: 1c
        text: C
        responsible: [m]
        schedule: [Year 1]
        updates:
          2017-18 autumn:
            rating: green
            next_steps: [{text: S, kept: done}, {text: T, kept: part}, U, {text: V, kept: not done}]
      - {ref: 1d, text: D, closure: {reason: dropped}}
"""  # noqa: E501 - one line an action


def test_the_real_plan_reads_as_it_should(golden):
    golden("console/plans-status.txt", render_status_text(of_workspace(""), PLAIN))


def test_the_real_plan_is_given_whole(golden):
    golden("console/plans-status.json", render_status_json(of_workspace(""), DAY))


def test_several_plans_read_as_they_should(clubs, golden):
    several = [
        *of_workspace(""), *of_workspace("examples/first-term"),
        of_text(f"{PERIOD}{clubs}", date(2018, 5, 2)),
    ]  # fmt: skip
    golden("console/several-status.txt", render_status_text(several, PLAIN))


def test_every_line_says_of_how_many(clubs):
    text = render_status_text([of_text(f"{PERIOD}{clubs}", date(2018, 5, 2))], PLAIN)
    assert text == (
        "Reading, as of 2018-05-02\n"
        "  Actions             4: 4 main, 0 generic, 0 sub-actions, in 1 theme\n"
        "  States              of 4: 1 complete, 1 on track, 1 off track, 1 dropped\n"
        "  Due by now          2 of 4: 1 done\n"
        "  Overdue             1 of 4: 1b\n"
        "  Carried over        1 of 4: 1b\n"
        "  Updates             2 of 2 missing for 2017-18 spring: 1b, 1c\n"
        "  Promises            4 from the term before: 1 kept, 2 late, 1 not mentioned\n"
        "  Nobody responsible  1 of 4: 1d\n"
        "  No timeline         1 of 4: 1d\n"
        "  Neither of the two  1 of 4: 1d\n"
        "  Funding             £40,000.50: £40,000 in Year 1, £0.50 in Year 2\n"
    )


def test_a_plan_without_anything_says_so():
    assert render_status_text([of_text("")], PLAIN) == (
        "Reading, as of 2018-01-01\n"
        "  Actions             0: 0 main, 0 generic, 0 sub-actions, in 0 themes\n"
        "  States              of 0\n"
        "  Due by now          0 of 0\n"
        "  Overdue             0 of 0\n"
        "  Carried over        0 of 0\n"
        "  Updates             no term has ended yet\n"
        "  Nobody responsible  0 of 0\n"
        "  No timeline         0 of 0\n"
        "  Neither of the two  0 of 0\n"
    )


def without_time(number):
    """The lines on the timeline of a plan with so many actions that have none."""
    actions = ", ".join(f"{{ref: 1.{n}, text: A}}" for n in range(1, number + 1))
    text = render_status_text([of_text(f"themes: [{{title: T, actions: [{actions}]}}]")], PLAIN)
    return text[text.index("  No timeline") : text.index("  Neither")].splitlines()


def test_long_lists_fill_lines_and_end_in_how_many_more():
    first, *others = without_time(62)
    assert first.startswith("  No timeline         62 of 62: 1.1, 1.2, ")
    assert {line[:22] for line in others} == {" " * 22}
    assert others[-1].endswith("1.60, and 2 more")
    assert max(map(len, [first, *others])) <= 102


def test_sixty_are_all_named():
    assert without_time(60)[-1].endswith(", 1.60")


def test_columns_of_several_plans_line_up_under_their_heads():
    wide = of_text("themes: [{title: T, actions: [{text: A}]}]\nref: 日本")
    long = of_text(f"ref: '{'x' * 29}'")
    fitting = of_text(f"ref: '{'x' * 28}'")
    lines = render_status_text([wide, long, fitting], PLAIN).splitlines()
    name, figures = 36, [len(head) + 2 for head in HEADS]
    assert lines[0] == " " * name + "".join(f"  {head}" for head in HEADS)
    assert lines[1] == f"日本 Reading{' ' * 24}" + row(["1", "0", "0", "0 of 0", "1", "1"], figures)
    assert lines[3].startswith(f"{'x' * 28} Reading   ")
    assert lines[2] == f"{'x' * 29} Readi…" + row(["0", "0", "0", "0 of 0", "0", "0"], figures)


def row(cells, widths):
    return "".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))


def test_labels_are_faint_and_names_bold_on_a_terminal():
    lines = render_status_text([of_text("")], Paint(is_on=True)).splitlines()
    assert lines[:2] == [
        "\x1b[1mReading\x1b[0m, as of 2018-01-01",
        "  \x1b[2mActions             \x1b[0m0: 0 main, 0 generic, 0 sub-actions, in 0 themes",
    ]


def test_no_character_of_a_plan_acts_on_the_terminal():
    text = render_status_text(
        [of_text("ref: |\n  x\nthemes: [{title: 'a\n\n  b', actions: [{text: A}]}]\n")], PLAIN
    )
    assert "Nobody responsible  1 of 1: action 1 of a b\n" in text


def test_every_figure_is_there_for_programs(clubs):
    assert entry(of_text(f"{PERIOD}{clubs}", date(2018, 5, 2))) == {
        "id": "reading",
        "ref": None,
        "title": "Reading",
        "themes": 1,
        "actions": {"rows": 4, "main": 4, "generic": 0, "sub_actions": 0},
        "ticks": 3,
        "active": {"Year 1": 1, "2017-18 autumn": 2},
        "funding": {
            "lines": [{"period": "Year 1", "amount": 40000}, {"period": "Year 2", "amount": 0.5}],
            "total": 40000.5,
        },
        "term": "2017-18 spring",
        "states": {"off_track": 1, "on_track": 1, "complete": 1, "dropped": 1},
        "due": 2,
        "done": 1,
        "overdue": 1,
        "carried_over": 1,
        "missing_updates": 2,
        "promises": {"made": 4, "kept": 1, "late": 2, "not_mentioned": 1},
        "no_responsible": ["1d"],
        "no_timeline": ["1d"],
        "no_responsible_and_no_timeline": ["1d"],
    }


def test_the_term_at_the_top_is_the_one_that_all_plans_share():
    same, none = of_text(PERIOD), of_text("")
    tops = [
        json.loads(render_status_json(every, DAY)) for every in ([same, same], [same, none], [])
    ]
    assert [(top["as_of"], top["term"], len(top["plans"])) for top in tops] == [
        ("2018-01-01", "2017-18 autumn", 2), ("2018-01-01", None, 2), ("2018-01-01", None, 0),
    ]  # fmt: skip
