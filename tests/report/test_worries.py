"""What there is to ask about."""

from dataclasses import replace
from datetime import date

import pytest

from planctl.diff import Change, Decision, Direction, Level
from planctl.findings import Finding, Severity, Waiver
from planctl.model import Period, PeriodKind
from planctl.report import Audience, ReportRequest
from planctl.report.occasion import occasion
from planctl.report.parts import Part
from planctl.report.request import Since
from planctl.report.words import ENGLISH
from planctl.report.worries import Doubt, Worry, doubts

LOOSENED = Change(
    "kpi-target-loosened", Level.AUDIT, Direction.WORSE, "KPI K1 has the target 80, before 90",
    "Who agreed to a lower target for KPI K1?", kind="kpi", ref="K1", label="KPI K1",
)  # fmt: skip
UNPROVEN = Finding(
    "PLN510", "complete-without-evidence", Severity.WARNING,
    "1a is complete, and names no evidence", question="What shows that 1a was done?",
    path=("themes", 0, "actions", 0), ref="1a", subject="1a",
)  # fmt: skip
AMBER = {"rating": "amber", "comment": "The room is too small."}


@pytest.fixture
def found(plan):
    """`found(action, ...)`: the doubts of the spring report for officers."""

    def made(*actions, findings=(), changes=(), audience=Audience.OFFICER):
        since = Since("abc1234", date(2017, 12, 31), tuple(changes)) if changes else None
        request = ReportRequest(
            Period(PeriodKind.TERM, 2017, "spring"), date(2018, 4, 30), audience, since=since
        )
        return doubts(occasion(plan(*actions), request, ENGLISH, tuple(findings)))

    return made


def of_row(worry, rule, question, why):
    return Doubt(worry, rule, "1a", "1a", question, why, Part.THEMES, "action-0-0")


def action(spring=None, autumn=None, **fields):
    said = {"2017-18 autumn": autumn, "2017-18 spring": spring}
    updates = {term: update for term, update in said.items() if update}
    return {"ref": "1a", "text": "Do.", "updates": updates, **fields}


def test_a_quiet_plan_gives_no_cause(found):
    assert found(action({"rating": "green"}), action({**AMBER})) == ()


def test_a_change_without_a_decision_is_the_gravest_worry(found):
    assert found(changes=[LOOSENED]) == (
        Doubt(
            Worry.UNDECIDED, "kpi-target-loosened", "KPI K1", "K1",
            "Who agreed to a lower target for KPI K1?", "KPI K1 has the target 80, before 90",
            Part.SINCE, "since",
        ),
    )  # fmt: skip


def test_any_other_change_with_a_question_is_asked_about_too(found):
    (doubt,) = found(changes=[replace(LOOSENED, rule="tick-removed", level=Level.WARNING)])
    assert (doubt.worry, doubt.rule) == (Worry.CHANGE, "tick-removed")


@pytest.mark.parametrize(
    "change",
    [
        replace(LOOSENED, level=Level.INFO),
        replace(LOOSENED, question=""),
        replace(LOOSENED, waived="agreed by telephone"),
        LOOSENED.approved_by(Decision("C1", "Item 3")),
        replace(LOOSENED, rule="promise-missed"),
        replace(LOOSENED, rule="newly-overdue"),
        replace(LOOSENED, rule="no-movement"),
    ],
)
def test_a_change_that_is_settled_or_asked_about_otherwise_gives_no_cause(found, change):
    assert found(changes=[change]) == ()


def test_what_is_off_track_is_asked_about(found):
    assert found(action({"rating": "red"})) == (
        of_row(
            Worry.OFF_TRACK, "off-track", "What will bring 1a back on track, and by when?",
            "1a is red",
        ),
    )  # fmt: skip


def test_what_was_off_track_the_term_before_too_is_asked_about_with_that(found):
    (doubt,) = found(action({"rating": "red"}, {"rating": "red"}))
    assert (doubt.rule, doubt.why) == ("off-track", "1a has been red for two terms")


def test_what_is_off_track_in_the_same_words_is_asked_what_has_changed(found):
    red = {"rating": "red", "comment": "No."}
    assert found(action(red, red)) == (
        of_row(
            Worry.OFF_TRACK, "still-off-track",
            "What has changed for 1a since it was last told in the same words?",
            "1a has been red for two terms with the same comment",
        ),
    )  # fmt: skip


def test_a_decision_that_was_needed_the_term_before_and_is_still(found):
    needed = {"rating": "green", "decision_needed": "Which school?"}
    assert found(action(needed, needed)) == (
        of_row(
            Worry.OFF_TRACK, "decision-awaited",
            "Who takes the decision that 1a waits for, and when?", "Which school?",
        ),
    )  # fmt: skip
    assert found(action(needed)) == ()


def test_what_is_overdue_is_asked_about(found):
    assert found(action({"rating": "green"}, due="2018-03-29")) == (
        of_row(
            Worry.OFF_TRACK, "overdue", "When will 1a be done?",
            "1a was due by 29 March 2018 and is not said to be done",
        ),
    )  # fmt: skip
    assert found(action({"stage": "complete"}, due="2018-03-29")) == ()


def test_what_is_at_risk_with_the_same_comment_is_asked_what_has_changed(found):
    assert found(action(AMBER, AMBER)) == (
        of_row(
            Worry.STILL, "same-comment",
            "1a has been amber for two terms with the same comment: what has changed?",
            "1a has been amber for two terms with the same comment",
        ),
    )  # fmt: skip


def test_what_is_at_risk_for_three_terms_is_asked_about_whatever_is_said(plan):
    terms = ("2017-18 autumn", "2017-18 spring", "2017-18 summer")
    updates = {term: {"rating": "amber", "comment": term} for term in terms}
    request = ReportRequest(Period(PeriodKind.TERM, 2017, "summer"), date(2018, 8, 31))
    one = plan({"ref": "1a", "text": "Do.", "updates": updates})
    assert doubts(occasion(one, request, ENGLISH)) == (
        of_row(
            Worry.STILL, "long-at-risk",
            "1a has been amber for three terms: what would bring it back on track?",
            "1a has been amber for three terms",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(("kept", "told"), [("part", "done in part"), ("not_done", "not done")])
def test_a_promise_that_was_not_kept_is_asked_about(found, kept, told):
    before = {"rating": "green", "next_steps": ["Sing", {"text": "Ask the schools", "kept": kept}]}
    assert found(action({"rating": "green"}, before)) == (
        of_row(
            Worry.PROMISE, "promise-late",
            "Why was what 1a had promised not done, or not all of it?",
            f"1a promised ‘Ask the schools’ in the Autumn term 2017-18, and it was {told}",
        ),
    )  # fmt: skip


def test_what_the_checks_found_of_an_action_leads_to_the_action(found):
    assert found(action({"stage": "complete"}), findings=[UNPROVEN]) == (
        of_row(
            Worry.CHECK, "complete-without-evidence", "What shows that 1a was done?",
            "1a is complete, and names no evidence",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "audience", "part"),
    [
        (("funding", 0), Audience.BOARD, Part.MEASURES),
        (("kpis", 0), Audience.OFFICER, Part.MEASURES),
        (("commitments", 2, "children", 0), Audience.BOARD, Part.IMPACT),
        (("recommendations", 0), Audience.SCRUTINY, Part.RECOMMENDATIONS),
        (("recommendations", 0), Audience.BOARD, Part.SOURCES),
        (("documents", 0), Audience.OFFICER, Part.SOURCES),
        ((), Audience.OFFICER, Part.SOURCES),
    ],
)
def test_what_they_found_elsewhere_leads_to_what_shows_it(found, path, audience, part):
    one = replace(UNPROVEN, path=path, ref="", subject="the plan")
    (doubt,) = found(action({"rating": "green"}), findings=[one], audience=audience)
    assert (doubt.ref, doubt.entry, doubt.part) == ("", "the plan", part)


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ({"spring": {"rating": "red"}}, Part.EXCEPTIONS),
        ({"spring": {"rating": "green"}, "due": "2018-03-01"}, Part.NEXT_TERM),
    ],
)
def test_a_report_without_theme_tables_leads_to_what_tells_most_of_an_action(found, given, part):
    (doubt,) = found(action(**given), audience=Audience.BOARD)
    assert (doubt.part, doubt.anchor) == (part, part.anchor)


def test_a_finding_on_an_action_with_nothing_else_to_tell_leads_to_the_grid(found):
    (doubt,) = found(action({"rating": "green"}), findings=[UNPROVEN], audience=Audience.BOARD)
    assert (doubt.part, doubt.anchor) == (Part.GRID, "grid")


def test_a_commitment_without_a_ref_is_asked_about_by_its_place(plan):
    whole = {"statement": "All read.", "type": "promise", "children": ["At home.", "In school."]}
    one = replace(
        UNPROVEN, path=("commitments", 0, "children", 1, "statement"), ref="", subject="the plan",
        question="Which action delivers the plan?", message="no action since 2017-09-01",
    )  # fmt: skip
    request = ReportRequest(Period(PeriodKind.TERM, 2017, "spring"), date(2018, 4, 30))
    (doubt,) = doubts(occasion(plan(commitments=[whole]), request, ENGLISH, (one,)))
    assert (doubt.subject, doubt.question, doubt.why) == (
        "commitment (3)",
        "Which action delivers commitment (3)?",
        "no action since 1 September 2017",
    )


@pytest.mark.parametrize(
    "finding",
    [
        replace(UNPROVEN, severity=Severity.INFO),
        replace(UNPROVEN, question=""),
        replace(UNPROVEN, waiver=Waiver("known")),
        replace(UNPROVEN, is_preview=True),
        replace(UNPROVEN, path=("themes", 0, "actions", 0, "updates", "2017-18 summer", "rating")),
    ],
)
def test_a_finding_that_weighs_little_is_let_stand_or_is_of_a_later_term_gives_no_cause(
    found, finding
):
    assert found(action({"rating": "green"}), findings=[finding]) == ()


def test_a_finding_of_the_term_or_of_updates_as_a_whole_counts(found):
    path = ("themes", 0, "actions", 0, "updates")
    findings = [
        replace(UNPROVEN, path=path), replace(UNPROVEN, path=(*path, "2017-18 spring")),
        replace(UNPROVEN, path=(*path, "whenever")),
    ]  # fmt: skip
    assert len(found(action(), findings=findings)) == 3


def test_errors_come_first_then_what_was_found_most_often(found):
    rare = replace(UNPROVEN, code="PLN100", name="rare")
    grave = replace(rare, name="grave", code="PLN900", severity=Severity.ERROR)
    asked = found(action(), findings=[rare, UNPROVEN, UNPROVEN, grave])
    assert [doubt.rule for doubt in asked] == [
        "grave", "complete-without-evidence", "complete-without-evidence", "rare"
    ]  # fmt: skip
