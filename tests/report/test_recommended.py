"""Recommendations: counts with what they are out of, grades in order, sign-offs asked for."""

from datetime import date

import pytest

from planctl.model import read_period
from planctl.report import ReportRequest, build_context, render_html
from planctl.report.marks import Tag
from planctl.report.recommended import CarriedOutBy, Grade, Point, RecommendedRow
from planctl.report.request import Audience
from planctl.report.tables import Line

ACHIEVED = Tag("Achieved", "1", "◆", "complete")
SLIPPED = Tag("Slipped", "3", "▲", "at-risk")
TERMS = ["2016-17 autumn", "2016-17 spring", "2016-17 summer", "2017-18 autumn", "2017-18 spring"]


def made_for(audience, plan):
    term = read_period("2017-18 spring")
    assert term is not None
    return build_context(plan, ReportRequest(term, date(2018, 4, 30), audience), (), ())


def part(plan, audience=Audience.SCRUTINY):
    found = made_for(audience, plan).recommendations
    assert found is not None
    return found


def one(plan, audience=Audience.SCRUTINY, **fields):
    given = {"ref": "4", "text": "Write home in plain words.", **fields}
    return part(plan(recommendations=[given]), audience).rows[0]


def test_all_that_is_said_of_a_recommendation(plan):
    given = {
        "ref": "4",
        "text": "Write home in plain words.",
        "sub_points": ["in the first year", {"ref": "b", "text": "then", "sub_points": ["always"]}],
        "origin": "Inquiry into reading",
        "made_on": "May 2017",
        "response": {"decision": "part", "by": "Cabinet", "date": "2017-07-11", "minute": "Item 9"},
        "responsible": [{"party": "Schools", "role": "lead", "note": "The two pilots"}],
        "actions": ["1a", "7z"],
        "assessments": {
            "2017-18 autumn": {
                "rating": "slipped",
                "stage": "in_progress",
                "explanation": "The schools use four systems.",
                "expected": "2018-03-31",
            },
            "2017-18 spring": {"rating": "1", "evidence": ["The new letter"]},
        },
    }
    made = part(plan({"ref": "1a", "text": "Agree."}, recommendations=[given]), Audience.OFFICER)
    assert made.rows == (
        RecommendedRow(
            ref="4",
            text="Write home in plain words.",
            points=(Point("in the first year"), Point("b then", (Point("always"),))),
            made=(Line("Inquiry into reading, May 2017", kind="note"),),
            answer=(
                Line("accepted in part, Cabinet, 11 July 2017, Item 9", "Answer"),
                Line("Schools (lead): The two pilots", "Responsible"),
            ),
            actions=(CarriedOutBy("1a", "action-0-0"), CarriedOutBy("7z", "")),
            no_actions="",
            grades=(
                Grade("Autumn 2017-18", SLIPPED, "in progress"),
                Grade("Spring 2017-18", ACHIEVED, ""),
            ),
            grades_note="",
            standing=(
                Line("Autumn 2017-18", kind="title"),
                Line("The schools use four systems.", "Why"),
                Line("31 March 2018", "Expected"),
                Line("Spring 2017-18", kind="title"),
                Line("The new letter", "Evidence"),
                Line("Sign-off asked", kind="decision"),
            ),
        ),
    )


def test_counts_say_what_they_are_out_of(plan):
    achieved = {"2017-18 spring": {"rating": "achieved", "evidence": ["Survey"]}}
    given = [
        {"ref": "1", "text": "One.", "response": "accepted", "assessments": achieved},
        {"ref": "2", "text": "Two.", "response": "rejected", "assessments": achieved,
         "signed_off": "Scrutiny"},
        {"ref": "3", "text": "Three.", "actions": ["1a"],
         "assessments": {"2017-18 spring": {"rating": "slipped"}}},
        {"ref": "4", "text": "Four."},
    ]  # fmt: skip
    assert part(plan(recommendations=given)).counts == (
        "3 of 4 recommendations are graded: Achieved 2 and Slipped 1.",
        "2 of 4 have an answer: 1 accepted and 1 rejected.",
        "1 of 4 names an action that carries it out.",
        "1 of 4 is signed off.",
        "Sign-off is asked for 1, which is graded achieved with evidence: 1.",
    )


def test_recommendations_that_nobody_has_graded_are_counted_so(plan):
    made = part(plan(recommendations=[f"Do {number}." for number in range(17)]))
    assert made.counts == (
        "0 of 17 recommendations are graded.",
        "0 of 17 have an answer.",
        "0 of 17 name an action that carries them out.",
        "0 of 17 are signed off.",
    )
    assert made.rows[16].ref == "(17)"
    assert made.rows[16].grades_note == "Not graded yet"
    assert made.rows[16].no_actions == "No action is named that carries it out"


@pytest.mark.parametrize(
    ("assessment", "said"),
    [
        ({"rating": "slipped"}, ["No reason given", "No new date given"]),
        ({"rating": "not achieved"}, ["No reason given"]),
        ({"rating": "achieved"}, ["No evidence is named, so sign-off is not asked for"]),
        ({"stage": "complete", "evidence": ["Survey"]}, ["Survey", "Sign-off asked"]),
        ({"rating": "on track"}, []),
    ],
)
def test_what_a_grade_should_come_with(plan, assessment, said):
    row = one(plan, assessments={"2017-18 spring": assessment})
    assert [line.text for line in row.standing] == said


def test_a_grade_of_a_later_period_does_not_count(plan):
    row = one(plan, assessments={"2018-19 autumn": {"rating": "achieved", "evidence": ["Survey"]}})
    assert (row.grades, row.grades_note, row.standing) == ((), "Not graded yet", ())


def test_all_but_officers_read_the_last_four_grades_and_what_was_said_with_the_last(plan):
    assessments = {
        term: {"rating": "2", "explanation": f"Said in {term}."} for term in reversed(TERMS)
    }
    row = one(plan, assessments=assessments)
    assert [grade.period for grade in row.grades] == [
        "Spring 2016-17", "Summer 2016-17", "Autumn 2017-18", "Spring 2017-18",
    ]  # fmt: skip
    assert row.grades_note == "1 earlier period is left out."
    assert row.standing == (Line("Said in 2017-18 spring.", "Why"),)
    assert len(one(plan, Audience.OFFICER, assessments=assessments).grades) == 5


def test_the_plans_own_scale_goes_before_that_of_scrutiny(plan):
    row = one(plan, assessments={"2017-18 spring": {"rating": "green"}})
    assert row.grades == (Grade("Spring 2017-18", Tag("Green", "G", "●", "on-track"), ""),)


def test_the_public_reads_no_notes_on_who_is_responsible(plan):
    responsible = [{"party": "Schools", "note": "Waiting for a new head"}]
    row = one(plan, Audience.PUBLIC, response="pending", responsible=responsible)
    assert row.answer == (Line("pending", "Answer"), Line("Schools", "Responsible"))
    assert row.no_actions == ""


@pytest.mark.parametrize("audience", Audience)
def test_every_reader_has_each_recommendation(plan, audience):
    made = part(plan(recommendations=["Do it.", {"ref": "2", "text": "Tell of it."}]), audience)
    assert [(row.ref, row.text) for row in made.rows] == [("(1)", "Do it."), ("2", "Tell of it.")]


def test_a_board_reads_the_actions_of_a_plan_that_rests_on_recommendations(plan):
    action, given = {"text": "Read."}, {"recommendations": ["Do it."]}
    assert made_for(Audience.BOARD, plan(action, **given)).recommendations is None
    on_them = plan(action, kind="recommendations", **given)
    assert part(on_them, Audience.BOARD).rows[0].text == "Do it."


def test_a_plan_without_recommendations_has_no_such_part(plan):
    assert made_for(Audience.OFFICER, plan()).recommendations is None


def test_a_recommendation_that_is_longer_than_a_page_may_be_split(plan):
    row = one(plan, sub_points=[f"Point {number} of many." for number in range(60)])
    page = render_html(made_for(Audience.OFFICER, plan(recommendations=["Do it."])))
    assert row.tall
    assert '<section class="recommendations" aria-labelledby="recommendations">' in page
