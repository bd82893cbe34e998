"""The report on recommendations: its front page, the recommendations, the inquiry behind them."""

from dataclasses import replace
from datetime import date

from planctl.audit.assurance import assurance
from planctl.audit.chain import Chain
from planctl.model import Period, PeriodKind
from planctl.report import Audience, ReportKind, ReportRequest, build_context
from planctl.report.tables import Line

SPRING = Period(PeriodKind.TERM, 2017, "spring")
GIVEN = [
    {
        "ref": "1",
        "text": "Write plainly.",
        "sub_points": ["At once", {"text": "Then", "sub_points": ["Always"]}],
        "assessments": {"2017-18 autumn": {"rating": "1", "evidence": ["Letters"]}},
    },
    {
        "ref": "2",
        "text": "Ask parents.",
        "assessments": {
            "2017-18 autumn": {"rating": "2"},
            "2017-18 spring": {"rating": "3", "explanation": "No room.", "expected": "2018-04-01"},
        },
    },
    {"text": "Sing."},
]


def made(plan, audience=Audience.SCRUTINY, **fields):
    request = ReportRequest(SPRING, date(2018, 4, 30), audience, ReportKind.SCRUTINY)
    given = {"themes": [], "recommendations": GIVEN, **fields}
    return build_context(plan(**given), request, (), ())


def test_the_front_page_counts_recommendations(plan):
    front = made(plan).front
    assert front.kind == "Scrutiny report on recommendations"
    assert [
        (one.key, one.number, one.of, one.label, one.before) for one in front.standing.counts
    ] == [
        ("complete", 1, 3, "achieved", "last term 1 of 3"),
        ("on-track", 0, 3, "on track", "last term 1 of 3"),
        ("behind", 1, 3, "slipped or not achieved", "last term 0 of 3"),
        ("unknown", 1, 3, "not graded", "last term 1 of 3"),
        ("overdue", 1, 1, "past the date expected", ""),
    ]
    assert front.standing.lead == "2 of 3 recommendations have been assessed by now."
    assert front.standing.rest == "3 points stand below them."
    assert [one.tag.word for one in front.key] == [
        "Achieved", "On track", "Slipped", "Not achieved",
    ]  # fmt: skip


def test_before_anything_is_graded_no_count_says_nought(plan):
    front = made(plan, recommendations=[{"ref": "1", "text": "Read."}]).front
    assert [(one.shown, one.number, one.out_of) for one in front.standing.counts] == [
        ("none", 0, "graded"),
        ("none", 0, "graded"),
        ("none", 0, "graded"),
        ("", 1, "of 1"),
        ("none", 0, ""),
    ]


def test_what_is_expected_on_the_day_itself_is_past_its_date(plan):
    late = {"rating": "3", "explanation": "No room.", "expected": "2018-04-30"}
    given = [{"ref": "1", "text": "Read.", "assessments": {"2017-18 spring": late}}]
    assert made(plan, recommendations=given).front.standing.counts[-1].number == 1


def test_the_front_page_says_how_complete_and_how_far_assured_it_is(plan):
    found = made(plan).front.facts
    assert [(fact.key, fact.text) for fact in found] == [
        (
            "complete",
            (
                "3 recommendations in the plan, 3 in this report; 3 with nobody responsible; 1 "
                "without a grade; 0 of the 1 achieved or on track without evidence."
            ),
        )
    ]
    bare = [{"text": "Sing.", "responsible": ["Choir"]}]
    (fact,) = made(plan, recommendations=bare, kpis=["Songs"]).front.facts
    assert fact.text == (
        "1 recommendation in the plan, 1 in this report; 0 with nobody responsible; 1 without a "
        "grade; none achieved or on track."
    )


def test_a_plan_with_actions_says_where_they_stand(plan):
    themes = [{"title": "Choir", "actions": [{"text": "Sing."}]}]
    told = {fact.key: fact.text for fact in made(plan, themes=themes).front.facts}
    assert list(told) == ["complete", "kpis"]
    assert told["complete"].endswith("; the plan’s 1 action stands in its delivery report.")


def test_an_assured_plan_of_recommendations_alone_has_the_lines_of_that(plan):
    found = assurance(plan(themes=[], recommendations=GIVEN), Chain(), SPRING)
    asked = ReportRequest(
        SPRING, date(2018, 4, 30), Audience.SCRUTINY, ReportKind.SCRUTINY, assurance=found
    )
    shown = plan(themes=[], recommendations=GIVEN, kpis=["Songs"])
    scrutiny = build_context(shown, asked, (), ()).front.facts
    delivery = build_context(shown, replace(asked, kind=ReportKind.DELIVERY), (), ()).front.facts
    assert [fact.key for fact in scrutiny] == ["complete", "moved", "approved"]
    assert [fact.key for fact in delivery] == ["complete", "kpis", "moved", "approved"]
    assert scrutiny[0] == delivery[0]


def test_a_sign_off_is_what_the_meeting_is_asked_for_and_no_matter_of_the_public(plan):
    assert made(plan).front.asks_note == "Sign-off is asked for recommendation 1."
    public = made(plan, Audience.PUBLIC).front.asks_note
    assert public == "No request to the meeting is recorded for this term."


def test_a_board_that_asks_for_this_kind_reads_the_recommendations(plan):
    found = made(plan, Audience.BOARD)
    assert [part.name for part in found.parts] == ["front", "recommendations", "sources"]
    assert [row.ref for row in found.recommendations.rows] == ["1", "2", "(3)"]


def test_the_inquiry_has_focus_areas_figures_of_engagement_and_its_numbered_text(plan):
    found = made(
        plan,
        themes=[{"title": "Attendance", "text": "1. What stands in the way?\n2. What helps?"}],
        engagement=[
            {
                "event": "Survey",
                "audience": [
                    {"group": "parents", "count": 1800, "kind": "invited"},
                    {"group": "parents", "count": 146, "kind": "responded"},
                ],
            }
        ],
        narrative=[{"number": "1.8", "text": "First."}, {"number": "1.8", "text": "Second."}],
    ).inquiry
    focus, engagement, narrative = found.sections
    assert focus.lines == (
        Line("Attendance", kind="title"),
        Line("1. What stands in the way?"),
        Line("2. What helps?"),
    )
    assert "1,800 invited" in engagement.lines[0].text
    assert "146 answered" in engagement.lines[0].text
    assert narrative.lines == (Line("1.8 First."), Line("1.8 Second."))


def test_where_nothing_is_said_of_an_inquiry_the_part_is_left_out(plan):
    assert made(plan).inquiry is None


def test_columns_that_nothing_stands_in_give_their_room_to_the_text(plan):
    wide = made(plan, recommendations=[{"text": "Sing."}]).recommendations.columns
    usual = made(plan).recommendations.columns
    assert float(wide[1].percent[:-1]) > float(usual[1].percent[:-1])
    assert [column.key for column in wide] == [column.key for column in usual[:-1]]


def test_a_focus_area_of_which_nothing_is_said_is_no_heading_alone(plan):
    silent = [{"ref": "S", "title": "What is asked for", "actions": []}]
    assert made(plan, themes=silent).inquiry is None


def test_paper_has_a_key_to_the_earlier_grades(plan):
    part = made(plan).recommendations
    assert part.key.split("\N{NO-BREAK SPACE}") == ["2", "●", "On", "track."]
