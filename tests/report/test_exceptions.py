"""Decisions and exceptions: who is told what, in which order, and what is left out."""

import pytest

from planctl.model import read_period
from planctl.report import Audience, ReportRequest, build_context, render_html
from planctl.report.exceptions import Decision, InFull
from planctl.report.marks import Tag
from planctl.report.tables import Cell, Line

RED = Tag("Red", "R", "■", "off-track")
AMBER = Tag("Amber", "A", "▲", "at-risk")
GREEN = Tag("Green", "G", "●", "on-track")
SECOND = "2017-18 spring"
LATER = ", ".join(f"1.{number}" for number in range(12, 28))


def rated(ref, *ratings, **fields):
    """An action with a rating for each term from the first on; None is no update."""
    terms = ("2017-18 autumn", SECOND, "2017-18 summer")
    updates = {
        term: {"rating": rating} for term, rating in zip(terms, ratings, strict=False) if rating
    }
    return {"ref": ref, "text": f"Do {ref}.", "updates": updates, **fields}


def shown(made):
    """What stands in full, then what stands on a line, by ref."""
    part = made.exceptions
    lines = [row for group in part.rest.groups for row in group.rows] if part.rest else []
    return [one.name for one in part.in_full], [row.cells[0].lines[0].text for row in lines]


def test_an_action_off_track_stands_in_full(context, plan):
    made = context(
        plan(
            {
                "ref": "1a",
                "title": "Reading",
                "text": "Read aloud to every child.",
                "responsible": ["Schools", "Libraries"],
                "due": "2018-01-25",
                "revised": [{"date": "2018-04-20", "from": "2018-01-25", "change": "C1"}],
                "updates": {
                    "2017-18 autumn": {"rating": "green"},
                    SECOND: {
                        "rating": "red",
                        "impact": "amber",
                        "cause": "partner",
                        "comment": "One school has not begun.",
                        "path_to_green": "It starts in May.",
                        "expected": "2018-07-20",
                        "decision_needed": "May it run to July?",
                    },
                },
            }
        ),
        SECOND,
    )
    part = made.exceptions
    assert part.decisions == (
        Decision("1a", "May it run to July?", Line("Schools; Libraries", "Responsible")),
    )
    assert part.in_full == (
        InFull(
            name="1a",
            title="Reading",
            target="action-0-0",
            tag=RED,
            last=GREEN,
            facts=(
                Line("Schools; Libraries", "Responsible"),
                Line("a partner", "Cause"),
                Line("A ▲ Amber", "Impact"),
                Line("25 January 2018", "Agreed first"),
                Line("20 April 2018 (change C1)", "Revised to"),
                Line("20 July 2018; 176 days late", "Now expected"),
                Line("number 1 above", "Decision needed", "decision"),
            ),
            texts=(
                Line("One school has not begun.", "Comment"),
                Line("It starts in May.", "Path to green"),
            ),
        ),
    )


def test_what_nobody_has_said_is_said_to_be_missing(context, plan):
    (case,) = context(plan(rated("1a", "red"))).exceptions.in_full
    assert case.last is None
    assert case.facts == (
        Line("Nobody named", "Responsible", "gap"),
        Line("not given", "Cause", "gap"),
        Line("not rated", "Impact", "gap"),
        Line("no date", "Agreed first", "gap"),
        Line("no new date given", "Now expected", "gap"),
    )
    assert case.texts == (Line("not given", "Path to green", "gap"),)


def test_a_rating_of_an_earlier_term_says_so(context, plan):
    (case,) = context(plan(rated("1a", "red")), SECOND).exceptions.in_full
    older = "Autumn term 2017-18; there is no update for this term"
    assert case.facts[1] == Line(older, "Rated for")


def test_a_date_that_was_moved_without_a_decision_says_so(context, plan):
    schedule = {"schedule": ["2017-18 autumn"], "revised": [{"schedule": ["2017-18 spring"]}]}
    (case,) = context(plan(rated("1a", None, "red", **schedule)), SECOND).exceptions.in_full
    assert case.facts[3:] == (
        Line("31 December 2017, the end of Autumn term 2017-18", "Agreed first"),
        Line("30 April 2018, the end of Spring term 2017-18 (no decision recorded)", "Revised to"),
        Line("no new date given; 120 days late", "Now expected", "gap"),
    )


def test_off_track_comes_before_at_risk_and_the_longest_late_before_the_others(context, plan):
    made = context(
        plan(
            rated("worse", "green", "amber", due="2017-10-01"),
            rated("dateless", "red", "red"),
            rated("late", "green", "red", due="2018-03-01"),
            rated("later", "amber", "red", due="2018-02-01"),
            rated("same", "amber", "amber"),
            rated("new", None, "amber"),
        ),
        SECOND,
    )
    part = made.exceptions
    assert shown(made) == (["later", "late", "dateless", "worse"], [])
    assert (part.heading, part.lead, part.note) == (
        "Off track, and at risk where it got worse",
        "3 of 6 actions are off track. 1 of 3 at risk has got worse since the Autumn term 2017-18.",
        "Off track first, then the longest late, counted from the date agreed first.",
    )
    assert part.others == (
        Line("same.", "At risk, and no worse than in the Autumn term 2017-18"),
        Line("new.", "At risk, without a rating in the Autumn term 2017-18 to compare with"),
    )


def test_after_six_in_full_the_others_stand_on_one_line_each(context, plan):
    actions = [rated(f"1.{n}", "green", "red") for n in range(1, 9)]
    last = rated(
        "2", "complete", "amber", due="2018-05-31", title="Books " * 10, responsible=["A", "B", "C"]
    )
    last["updates"]["2017-18 autumn"] = {"rating": "green", "stage": "complete"}
    last["updates"][SECOND]["expected"] = "June 2018"
    made = context(plan(*actions, last), SECOND)
    part = made.exceptions
    assert shown(made) == ([f"1.{n}" for n in range(1, 7)], ["1.7", "1.8", "2"])
    assert part.rest.caption == "Table 1: 3 more of 9 exceptions, one line each"
    assert part.note.endswith("The first 6 stand in full.")
    (row,) = [row for row in part.rest.groups[0].rows if row.target == "action-0-8"]
    assert row.cells == (
        Cell((Line("2"),)),
        Cell((Line("Books Books Books Books…"),)),
        Cell((Line("A +2"),)),
        Cell(tag=AMBER),
        Cell(tag=Tag("Complete", "C", "◆", "complete")),
        Cell((Line("31 May 2018"),)),
        Cell((Line("June 2018"),)),
    )


@pytest.mark.parametrize(
    ("audience", "counts", "others"),
    [
        (Audience.BOARD, (6, 20), [Line("1.27 and 1.28.", "2 more exceptions")]),
        (Audience.PUBLIC, (3, 8), [Line(f"{LATER} and 1.28.", "17 more exceptions")]),
        (Audience.OFFICER, (6, 22), []),
    ],
)
def test_what_fits_on_no_line_is_named_by_ref(plan, audience, counts, others):
    actions = [rated(f"1.{n}", "green", "red") for n in range(1, 29)]
    made = for_readers(plan(*actions), audience, *second_term(plan))
    assert tuple(len(one) for one in shown(made)) == counts
    assert list(made.exceptions.others) == others


def test_decisions_beyond_a_dozen_are_named_by_ref(plan):
    actions = [rated(f"1.{n}", None, "green") for n in range(1, 15)]
    for action in actions:
        action["updates"][SECOND]["decision_needed"] = "May it go on?"
    board, officer = (
        for_readers(plan(*actions), audience, *second_term(plan)).exceptions
        for audience in (Audience.BOARD, Audience.OFFICER)
    )
    assert (len(board.decisions), board.decisions_rest) == (
        12,
        "2 more are asked for on 1.13 and 1.14.",
    )
    assert (len(officer.decisions), officer.decisions_rest) == (14, "")


def test_a_part_names_the_change_that_moved_what_it_is_part_of(context, plan):
    revised = [{"date": "2018-06-01", "from": "2018-02-01", "change": "C1"}]
    parent = rated("1a", due="2018-02-01", revised=revised, sub_actions=[rated("1a i", "red")])
    (case,) = context(plan(parent)).exceptions.in_full
    assert case.facts[4] == Line("1 June 2018 (change C1)", "Revised to")


def test_a_date_that_slips_is_told_whatever_the_rating(context, plan):
    def late(ref, *ratings, expected=None, **fields):
        action = rated(ref, *ratings, due="2018-04-20", **fields)
        if expected:
            action["updates"][SECOND]["expected"] = expected
        return action

    made = context(
        plan(
            late("slips", "amber", "amber", expected="2018-07-20"),
            late("past", "amber", "amber"),
            late("vague", "amber", "amber", expected="after the visit"),
            rated("in time", "amber", "amber", due="2018-07-20"),
            late("green", "green", "green", expected="2018-04-21"),
            late("done", "green", None, expected=None, closure={"reason": "done"}),
        ),
        SECOND,
    )
    assert made.exceptions.others == (
        Line(
            "slips (now expected 20 July 2018; 91 days late), past (10 days late; no new date "
            "given), vague (now expected after the visit; 10 days late) and in time.",
            "At risk, and no worse than in the Autumn term 2017-18",
        ),
        Line(
            "green (now expected 21 April 2018; 10 days late).",
            "Neither off track nor at risk, and expected later than agreed first",
        ),
    )


def test_in_the_first_term_there_is_no_column_for_the_last(context, plan):
    rest = context(plan(*(rated(f"1.{n}", "red") for n in range(1, 8)))).exceptions.rest
    assert [column.heading for column in rest.columns] == [
        "Ref",
        "Action",
        "Responsible",
        "This term",
        "Agreed first",
        "New date",
    ]
    assert [len(row.cells) for row in rest.groups[0].rows] == [6]


def test_in_the_first_term_nobody_knows_what_got_worse(context, plan):
    made = context(plan(rated("1a", "amber"), rated("1b", "amber"), rated("1c", "green")))
    part = made.exceptions
    assert (shown(made), part.heading) == (([], []), "")
    assert part.lead == "None of the 3 actions is known to be off track."
    assert part.others == (
        Line(
            "1a and 1b.",
            "At risk; this is the first term of the plan, so whether they got worse is not known",
        ),
    )


@pytest.mark.parametrize(
    ("actions", "note", "lead"),
    [
        (
            [rated("1a", "green", "green")],
            "The one update of this term asks for no decision.",
            "The one action of the plan is not known to be off track.",
        ),
        (
            [rated("1a"), rated("1b")],
            "No action has an update for this term, so none asks for a decision.",
            (
                "None of the 2 actions is known to be off track. "
                "2 of 2 have no rating, so of those it is not known."
            ),
        ),
        (
            [rated("1a", "amber", "amber"), rated("1b", None, "amber"), rated("1c")],
            "None of the 2 updates of this term asks for a decision.",
            (
                "None of the 3 actions is known to be off track. "
                "1 of 3 has no rating, so of that one it is not known. "
                "None of the 2 at risk is known to have got worse since the Autumn term 2017-18."
            ),
        ),
    ],
)
def test_where_nothing_is_off_track_a_line_says_so(context, plan, actions, note, lead):
    part = context(plan(*actions), SECOND).exceptions
    assert (part.decisions_note, part.decisions_heading, part.lead) == (note, "", lead)


def test_a_plan_without_actions_has_no_such_part(context, plan):
    assert context(plan()).exceptions is None


def second_term(plan):
    term = read_period(SECOND)
    return term, plan().timeline.ends(term)


def for_readers(plan, audience, term, as_of):
    return build_context(plan, ReportRequest(term, as_of, audience), (), ())


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.SCRUTINY, Audience.PUBLIC])
def test_only_a_report_with_theme_tables_links_to_them(rich_plan, audience):
    as_of = rich_plan.plan.timeline.ends(rich_plan.term)
    made = for_readers(rich_plan.plan, audience, rich_plan.term, as_of)
    assert [one.target for one in made.exceptions.in_full] == [""]
    assert "<h4>MINE MINE</h4>" in render_html(made)


def test_what_a_meeting_is_to_decide_is_not_for_the_public(plan, rich_plan):
    action = rated("1a", None, "red")
    action["updates"][SECOND]["decision_needed"] = "Whose post goes?"
    as_of = rich_plan.plan.timeline.ends(rich_plan.term)
    made = for_readers(plan(action), Audience.PUBLIC, rich_plan.term, as_of)
    part = made.exceptions
    assert (part.decisions, part.decisions_note, part.decisions_heading) == ((), "", "")
    assert part.in_full[0].texts == (Line("not given", "Path to green", "gap"),)
    assert "Whose post goes?" not in str(part)
