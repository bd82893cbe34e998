"""What was agreed is told from what the plan says now, text by text."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from planctl.audit.agreed import agreed_by_uid, without_uid
from planctl.audit.approving import is_same_party, preparers, with_approval
from planctl.audit.in_words import in_words, texts
from planctl.audit.outgrown import last_approval, moved, outgrown
from planctl.loading import load_plan
from planctl.model import Approval, Plan
from planctl.source import read

made = runpy.run_path(str(Path(__file__).with_name("sealed_plans.py")))
plan, CLUB, HEAD, PERIOD = (made[name] for name in ("plan", "CLUB", "HEAD", "PERIOD"))
RICH = """\
aim: To read
funding: [{period: Year 1, amount: 100, source: Lottery, note: n}]
commitments: [{statement: Read., children: [{statement: At home.}]}]
recommendations: [{text: Write., sub_points: [plainly, {text: kindly, sub_points: [always]}]}]
kpis: [{ref: K1, uid: members, title: Members, targets: {2017-18: at least 65%, 2018-19: 70}}]
themes:
  - title: Clubs
    uid: clubs
    actions:
      - ref: 1a
        uid: club
        text: Open a club
        responsible: [library, {party: schools, role: supporter, note: "two; at first"}]
        schedule: {Year 1: pilot, Year 2: {phase: roll-out, certainty: provisional}, Year 3: √}
        success: [{text: Forty come, kpi: K1}]
        cost: {nil: true}
        updates: {2017-18 autumn: {rating: red}}
"""
TO_2020 = "period: {from: 2017-09-01, to: 2020-08-31}\n"


def test_what_is_agreed_is_said_in_texts_by_uid():
    assert agreed_by_uid(plan(RICH, period=TO_2020)) == {
        "reading": {
            "title": ("Reading",),
            "period": ("from: 2017-09-01", "to: 2020-08-31"),
            "aim": ("To read",),
            "funding": ("Year 1; amount: 100",),
            "commitments": ("Read.", "At home."),
            "recommendations": ("Write.", "plainly", "kindly", "always"),
        },
        "members": {
            "title": ("Members",),
            "targets": ("2017-18: 65; kind: at_least", "2018-19: 70"),
        },
        "clubs": {"title": ("Clubs",)},
        "club": {
            "text": ("Open a club",),
            "responsible": ("library", 'schools; role: supporter; note: "two; at first"'),
            "schedule": ("Year 1: pilot", "Year 2: roll-out; certainty: provisional", "Year 3"),
            "success": ("Forty come; kpi: K1",),
            "cost": ("nil: true",),
        },
    }


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("plain", "plain"),
        (3, "3"),
        (True, "true"),
        (["a", "b, c"], 'a, "b, c"'),
        ({"text": '"quoted"', "x": "y"}, '"\\"quoted\\""; x: y'),
        ({"x": {}}, "x"),
        ({"x": {"y": "1", "z": "2"}}, 'x: "y: 1; z: 2"'),
    ],
)
def test_a_value_is_said_so_that_no_other_is_said_alike(value, said):
    assert in_words(value) == said


def test_a_text_is_one_and_a_list_as_many_as_it_has():
    assert [list(texts(one)) for one in ("a; b", ["a; b", {"x": "1"}])] == [
        ["a; b"], ["a; b", "x: 1"],
    ]  # fmt: skip


def test_entries_without_a_uid_of_their_own_are_named():
    text = CLUB.replace("    uid: clubs\n", "").replace("uid: club\n", "uid: reading\n")
    assert [entry.label for entry in without_uid(plan(text))] == ["the plan", "‘Clubs’", "1a"]


def test_what_moved_is_told_entry_by_entry_and_what_is_gone_last():
    before = agreed_by_uid(plan(RICH, period=TO_2020))
    now = plan(
        RICH.replace("To read", "To read more").replace("uid: members", "uid: others"),
        period=TO_2020,
    )
    found = [(one.uid, one.kind, one.field, one.was, one.now) for one in moved(now, before)]
    assert found == [
        ("reading", "plan", "aim", ("To read",), ("To read more",)),
        ("others", "KPI", "", (), ("Members",)),
        ("members", "entry", "", ("Members",), ()),
    ]


def test_an_entry_that_says_nothing_is_told_by_its_name():
    gone = {"ghost": {}, **agreed_by_uid(plan())}
    assert [(one.uid, one.label) for one in moved(plan(), gone)] == [("ghost", "‘ghost’")]


def test_the_latest_approval_with_what_was_agreed_counts():
    said = """\
approvals:
  - {role: A, date: 2018-01-01, agreed: {reading: {title: Reading}}}
  - {role: B, agreed: {reading: {title: Reading}}}
  - {role: C, date: 2018-02-01}
"""
    found = last_approval(plan(said))
    assert found is not None
    assert found.role == "A"
    assert last_approval(plan()) is None


def test_a_plan_that_is_approved_is_not_outgrown_and_keeps_its_comments():
    text = f"{HEAD}{TO_2020}# ours\n{RICH}# the end\n"
    document = read(text.encode(), "reading.yaml")
    record = load_plan(document, "reading", None).record
    assert record is not None
    approval = Approval(role="Board", by="board", date=date(2018, 1, 12), minute="Item 3")
    once = with_approval(document, record, approval)
    twice = with_approval(once, record, approval.model_copy(update={"note": "Again"}))
    for new, count in ((once, 1), (twice, 2)):
        again = load_plan(new, "reading", None).record
        assert again is not None
        assert len(again.approvals) == count
        assert outgrown(again, again.approvals[-1]) == ()
        assert [line for line in text.splitlines() if line not in new.text.splitlines()] == []
    assert [one.note for one in _approvals(twice)] == [None, "Again"]


def test_a_blank_list_is_filled():
    document = read(f"{HEAD}approvals:\n".encode(), "reading.yaml")
    record = load_plan(document, "reading", None).record
    assert record is not None
    assert [
        one.role for one in _approvals(with_approval(document, record, Approval(role="A")))
    ] == ["A"]


def test_who_prepared_and_whether_that_is_the_same_party():
    text = """\
parties: [{id: lead, kind: post, name: Reading lead, aliases: [RL]}]
reports: {2017-18 autumn: {prepared_by: rl}, 2017-18 spring: {prepared_by: Ann}, 2017-18 summer: {}}
"""
    record = plan(text)
    assert preparers(record) == ("rl", "Ann")
    assert is_same_party(record, "reading LEAD", "rl")
    assert is_same_party(record, "ann", "Ann")
    assert not is_same_party(record, "lead", "Ann")
    assert not is_same_party(record, "Ann", "Bob")


def _approvals(document) -> tuple[Approval, ...]:
    record: Plan | None = load_plan(document, "reading", None).record
    assert record is not None
    return record.approvals
