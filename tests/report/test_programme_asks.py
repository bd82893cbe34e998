"""What a programme asks of a meeting: requests and decisions of all its plans."""

from planctl.report.programme_context import build_programme_context
from planctl.report.programme_members import ProgrammeHead, Workspace
from planctl.report.request import Audience
from tests.report.test_programme import ON, RED, TERM, cells, given, made, part, update


def test_the_meeting_is_asked_for_what_every_plan_asks(plan):
    bus = {"ref": "2b", "text": "Run a bus.", "responsible": ["Transport"],
           "updates": update("amber", decision_needed="Who pays for the bus.")}  # fmt: skip
    told = {"2017-18 spring": {"status": "final", "asks": ["Agree the budget."]}}
    plans = (
        given(plan, bus, {**RED, "updates": update("red", decision_needed="Whether to go on.")},
              title="Attendance", reports=told),
        given(plan, {"ref": "9", "text": "Sing."}, id="songs", title="Songs"),
    )  # fmt: skip
    context = made(*plans)
    assert context.front.asks == (
        "Agree the budget (Attendance).",
        "Decide on 2b and 1a of Attendance: see ‘Decisions needed’.",
        "Have somebody named for 9 of Songs.",
    )
    (section,) = part(context, "decisions")
    assert [line.text for line in section.lines] == ["2 updates of the term ask for a decision."]
    assert cells(section.table) == [
        ["2b", "Run a bus.", "Who pays for the bus.", "Transport"],
        ["1a", "Open a club.", "Whether to go on.", "Library"],
    ]


def test_the_public_is_not_told_what_a_meeting_is_to_decide(plan):
    bus = {"text": "Run a bus.", "updates": update("amber", decision_needed="Who pays.")}
    head = ProgrammeHead(TERM, ON, Audience.PUBLIC, (Workspace("Together"),), title="Together")
    context = build_programme_context(head, [given(plan, bus)])
    assert context.front.asks == ("No request to the meeting is recorded for this term.",)
    assert "decisions" not in [one.key for one in context.body]
