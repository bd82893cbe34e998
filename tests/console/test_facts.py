"""Facts of a plan: every value is in one, layout and the order of rows are in none."""

from copy import deepcopy
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planctl.console.fact_words import natural, one_line
from planctl.console.facts import as_facts, facts
from planctl.loading import load_plan
from planctl.model.plain import plain_fields
from planctl.source import read

ROOT = Path(__file__).parents[2]
CORPUS = sorted((ROOT / "tests" / "format" / "plans").rglob("*.yaml"))
READING = """\
# Clubs, as agreed in June.
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2019-08-31}
kpis:
  - {ref: K1, title: Families in clubs, unit: "%", targets: {2017-18: 65%, 2018-19: at least 70%}}
funding:
  - {period: Year 1, amount: "24,000"}
themes:
  - ref: "2.1"
    title: Clubs
    actions:
      - ref: 2.1b
        text: Ask parents when they could come.
        responsible: [library, {party: schools, role: supporter}]
        schedule: {Year 1: pilot, Year 2: ✓}
        due: 2018-07-31
        milestones: [{text: The first club opens, due: early 2018}]
        updates:
          2017-18 autumn:
            rating: amber
            comment: |-
              Two of three.
              The third has no room.
      - ref: 2.1a
        text: Open a homework club in each library.
        sub_actions:
          - {text: Train the volunteers who will run it, schedule: [Year 1]}
  - title: For all
    kind: generic
    actions:
      - {ref: ii, text: Report., own: {ward: North}}
      - {ref: i, text: Meet., notes: [In June., In May.]}
fields: [ward]
"""
FACTS = """\
plan format: planctl/1
plan id: reading
plan title: Reading
period from: 2017-09-01
period to: 2019-08-31
KPI K1: Families in clubs
KPI K1 unit: %
KPI K1 target 2017-18: 65
KPI K1 target 2018-19 kind: at_least
KPI K1 target 2018-19: 70
funding Year 1: 24,000
theme 2.1: Clubs
2.1a text: Open a homework club in each library.
2.1a theme: 2.1
2.1a "Train the volunteers who will…" text: Train the volunteers who will run it
2.1a "Train the volunteers who will…" schedule: Year 1
2.1a "Train the volunteers who will…" within: 2.1a
2.1b text: Ask parents when they could come.
2.1b responsible: library, schools (supporter)
2.1b schedule: Year 1 (pilot), Year 2
2.1b due: 2018-07-31
2.1b milestone: The first club opens
2.1b milestone "The first club opens" due: early 2018
2.1b 2017-18 autumn rating: amber
2.1b 2017-18 autumn comment: Two of three. ↵ The third has no room.
2.1b theme: 2.1
theme "For all": For all
theme "For all" kind: generic
i text: Meet.
i note: In June.
i note: In May.
i theme: "For all"
ii text: Report.
ii own ward: North
ii theme: "For all"
field: ward
"""


def plain(path):
    document = read(path.read_bytes(), path.name)
    loaded = load_plan(document, str(document.value(("id",))), None, knows_programme=False)
    return plain_fields(loaded.record) if loaded.record else None


PLANS = [pytest.param(p, id=path.stem) for path in CORPUS if (p := plain(path)) is not None]


def places(found, path=()):
    """Each place in the plain form; `leaves` are those that hold nothing below."""
    steps = found.items() if isinstance(found, dict) else enumerate(found)
    for step, value in steps:
        yield (*path, step)
        if isinstance(value, dict | list):
            yield from places(value, (*path, step))


def at(found, path):
    for step in path:
        found = found[step]
    return found


def leaves(found):
    return [path for path in places(found) if not isinstance(at(found, path), dict | list)]


def put(found, *placed):
    changed = deepcopy(found)
    for path, value in placed:
        at(changed, path[:-1])[path[-1]] = value
    return changed


def without(found, path):
    changed = deepcopy(found)
    del at(changed, path[:-1])[path[-1]]
    return changed


def other(value):
    return not value if isinstance(value, bool) else f"{value}x"


SMALL = [plan for plan in PLANS if len(leaves(plan.values[0])) <= 60]
"""There are as many pairs as the square."""


def test_a_plan_is_told_by_theme_and_row_in_the_order_of_refs():
    assert as_facts(READING.encode()).decode() == FACTS


@pytest.mark.parametrize("name", ["\r\n", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_leave_no_trace(name):
    other_bytes = {"\r\n": READING.replace("\n", "\r\n"), "\ufeff": f"\ufeff{READING}"}[name]
    assert as_facts(other_bytes.encode()).decode() == FACTS


def test_comments_quotation_marks_and_layout_leave_no_trace():
    written = (
        READING.replace("# Clubs, as agreed in June.\n", "")
        .replace("title: Reading", 'title:   "Reading"  # the title')
        .replace('"24,000"', "£24000")
        .replace("schedule: [Year 1]", "schedule: {Year 1: x}")
        .replace("2018-07-31", "31/07/2018")
    )
    assert as_facts(written.encode()).decode() == FACTS


def test_rows_in_another_order_give_the_same_facts():
    found = read(READING.encode(), "")
    plan = load_plan(found, "reading", None).record
    assert plan
    turned = plain_fields(plan)
    turned["themes"].reverse()
    for theme in turned["themes"]:
        theme["actions"].reverse()
    assert "".join(f"{line}\n" for line in facts(turned)) == FACTS


@pytest.mark.parametrize("found", PLANS)
def test_no_value_can_change_without_its_fact(found):
    told = [*facts(found)]
    hidden = [
        path
        for path in leaves(found)
        if [*facts(put(found, (path, other(at(found, path)))))] == told
    ]
    assert hidden == []


@pytest.mark.parametrize("found", PLANS)
def test_nothing_can_be_taken_away_without_a_trace(found):
    told = [*facts(found)]
    needed = {"text", "title", "party"}
    hidden = [
        path
        for path in places(found)
        if path[-1] not in needed
        if [*facts(without(found, path))] == told
    ]
    assert hidden == []


@pytest.mark.parametrize("found", SMALL)
def test_two_values_cannot_change_places_without_a_trace(found):
    told = [*facts(found)]
    hidden = [
        (one, two)
        for one, two in combinations(leaves(found), 2)
        if isinstance(was := at(found, one), str) and isinstance(now := at(found, two), str)
        if was != now
        if [*facts(put(found, (one, now), (two, was)))] == told
    ]
    assert hidden == []


@given(st.text(), st.text())
def test_two_texts_never_look_alike(one, two):
    assume(one != two)
    assert one_line(one) != one_line(two)


@given(st.text())
def test_a_text_is_one_line_that_no_terminal_obeys(text):
    assert one_line(text).isprintable() or not {*one_line(text)} & {"\n", "\r", "\x1b", "\u202e"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"responsible": [{"party": "a, b"}]}, {"responsible": [{"party": "a"}, {"party": "b"}]}),
        (
            {"responsible": [{"party": "a (lead)"}]},
            {"responsible": [{"party": "a", "role": "lead"}]},
        ),
        ({"notes": ["a", "b"]}, {"notes": ["a\nb"]}),
        ({"ref": "2.1a"}, {"uid": "2.1a"}),
        ({"updates": {"2017-18 autumn": {}}}, {}),
        ({"links": [{"plan": "x"}]}, {"links": [{"group": "x"}]}),
    ],
)
def test_what_differs_in_form_alone_is_told_apart(one, two):
    def told(fields):
        return [*facts({"themes": [{"title": "T", "actions": [{"text": "t", **fields}]}]})]

    assert told(one) != told(two)


def test_namesakes_are_numbered():
    rows = [
        {"ref": "a", "text": "One"},
        {"ref": "a", "text": "Two"},
        {"ref": "a#2", "text": "Three"},
    ]
    assert [*facts({"themes": [{"title": "T", "actions": rows}]})] == [
        "theme \"T\": T",
        "a text: One",
        "a theme: \"T\"",
        "a#2 text: Two",
        "a#2 theme: \"T\"",
        "\"a#2\" text: Three",
        "\"a#2\" theme: \"T\"",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ["2.1", "2.1b", "2.1j", "2.2a", "2.10a", "i", "ii", "iii", "iv", "ix", "x", "a", "b"],
        ["2017-18 autumn", "2017-18 spring", "2018-19 autumn", "Year 1", "Year 2", "Year 10"],
    ],
)
def test_names_sort_as_people_count(names):
    turned = names[::-1]
    assert sorted(turned, key=natural) == names


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"- a\n- list\n",
        b"title: Not a plan\n",
        b"format: planctl/1\nid: x\ntitle: X\nthemes: nonsense\n",
        b"format: planctl/1\nid: [x\n",
        b"<<<<<<< ours\nid: x\n=======\nid: y\n>>>>>>> theirs\n",
        b"\xff\xfe\x00id",
        b"id: \x00\x01binary",
        b"format: planctl/1\nid: 1\nid: 1\ntitle: Twice\n",
    ],
)
def test_what_is_no_plan_is_left_as_it_is(content):
    assert as_facts(content) == content


def test_a_programme_is_told_too():
    content = (
        b"format: planctl/1\nid: p\ntitle: P\npriorities: [b, a]\nglossary: {B: two, A: one}\n"
    )
    assert as_facts(content).decode().splitlines() == [
        "programme format: planctl/1",
        "programme id: p",
        "programme title: P",
        "priority: b",
        "priority: a",
        "glossary A: one",
        "glossary B: two",
    ]


def test_a_plan_is_told_without_the_programme_that_has_its_scale_and_calendar():
    content = (
        b"format: planctl/1\nid: p\ntitle: P\nthemes:\n  - title: T\n    actions:\n"
        b"      - ref: 1a\n        text: t\n        schedule: [Half-term 3]\n"
        b"        updates: {Half-term 3: {rating: Blue}}\n"
    )
    assert as_facts(content).decode().splitlines()[4:] == [
        "1a text: t",
        "1a schedule: Half-term 3",
        "1a Half-term 3 rating: Blue",
        "1a theme: \"T\"",
    ]  # fmt: skip
