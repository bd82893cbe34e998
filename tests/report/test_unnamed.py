"""Where nobody is named: who stands in, and how late the promised name is, on every page."""

from planctl.report.tables import Cell, Line

TERM = "2017-18 autumn"


def lacking(ref, **fields):
    updates = {TERM: {"rating": "red", "decision_needed": "Who does it?"}}
    return {"ref": ref, "text": f"Do {ref}.", "updates": updates, **fields}


def theme(*actions, **fields):
    return {"ref": "1", "title": "Schools", "actions": list(actions), **fields}


def test_who_stands_in_is_named_and_the_promise_is_late(context, plan):
    late = lacking("1a", responsible_to_follow_by="2017-12-01")
    made = context(plan(themes=[theme(late, responsible=["Schools"])]))
    said = "Nobody named (theme: Schools); was to follow by 1 December 2017, 30 days ago"
    (case,) = made.exceptions.in_full
    (decision,) = made.exceptions.decisions
    line = Line(said, "Responsible", "gap")
    assert (case.facts[0], decision.owner) == (line, line)
    assert made.front.facts[0].text == (
        "1 action in the plan, 1 in this report; 1 with nobody responsible; 1 without dates; no "
        "updates are due this term."
    )
    (section,) = made.themes.sections
    (row,) = section.table.groups[0].rows
    assert row.cells[2] == Cell((Line(said, kind="gap"), Line("No time given", kind="gap")))


def test_a_promise_that_lies_ahead_is_not_late(context, plan):
    ahead = lacking("1a", responsible_to_follow_by="2017-12-31")
    (case,) = context(plan(themes=[theme(ahead)])).exceptions.in_full
    assert case.facts[0].text == "Nobody named; to follow by 31 December 2017"


def test_a_part_says_whom_its_action_has(context, plan):
    part = lacking("1a i", responsible_to_follow_by="2018-01-31")
    made = context(plan({"ref": "1a", "text": "A", "responsible": ["B"], "sub_actions": [part]}))
    (case,) = made.exceptions.in_full
    assert case.facts[0].text == "Nobody named (as for 1a: B); to follow by 31 January 2018"


def test_the_one_whose_name_is_there_is_named(context, plan):
    named = lacking("1a", responsible_to_follow_by="2017-12-01", responsible=["Schools"])
    (case,) = context(plan(named)).exceptions.in_full
    assert case.facts[0] == Line("Schools", "Responsible")
