"""What is said of a recommendation: the answer, the evidence, the new date, the sign-off."""

from collections.abc import Iterator

from planctl.model import Assessment, Recommendation
from planctl.model.scale import RatedState
from planctl.report.action_text import party_with_role
from planctl.report.occasion import Occasion
from planctl.report.phrases import deadline, long_date, period_label
from planctl.report.recommended_grades import Graded
from planctl.report.request import Audience
from planctl.report.tables import Line


def made_line(given: Recommendation, report: Occasion) -> tuple[Line, ...]:
    """Where and when it was made, as far as the plan says so."""
    day = deadline(given.made_on, report.words) if given.made_on else ""
    said = ", ".join(part for part in (given.origin or "", day) if part)
    return (Line(said, kind="note"),) if said else ()


def answer_lines(given: Recommendation, report: Occasion) -> tuple[Line, ...]:
    """What was answered, by whom and where that is minuted; who carries it out."""
    return tuple(_answer(given, report))


def standing_lines(one: Graded, report: Occasion) -> tuple[Line, ...]:
    """Evidence, explanation and expected date, for officers of each period; then the sign-off."""
    history = one.history if report.audience is Audience.OFFICER else one.history[-1:]
    lines: list[Line] = []
    for period, assessment in history:
        said = list(_said(assessment, report))
        if said and len(history) > 1:
            lines.append(Line(period_label(period, report.words), kind="title"))
        lines += said
    return (*lines, *_gaps(one, report), *_sign_off(one, report))


def _answer(given: Recommendation, report: Occasion) -> Iterator[Line]:
    words, response = report.words, given.response
    if response is None:
        yield Line(words.say("recommended_no_answer"), kind="gap")
    else:
        said = [
            words.say(f"recommended_decision_{response.decision.value}"),
            report.party(response.by) if response.by else "",
            long_date(response.date, words) if response.date else "",
            response.minute or "",
        ]
        yield Line(", ".join(part for part in said if part), words.say("recommended_response"))
    if not given.responsible:
        return
    with_notes = report.audience is not Audience.PUBLIC
    parties = [
        f"{party_with_role(one, report)}: {one.note}"
        if one.note and with_notes
        else party_with_role(one, report)
        for one in given.responsible
    ]
    yield Line("; ".join(parties), words.say("owner"))


def _said(assessment: Assessment, report: Occasion) -> Iterator[Line]:
    words = report.words
    if assessment.evidence:
        yield Line("; ".join(assessment.evidence), words.say("recommended_evidence"))
    if assessment.explanation:
        yield Line(assessment.explanation, words.say("recommended_explanation"))
    if assessment.expected:
        yield Line(deadline(assessment.expected, words), words.say("expected"))


def _gaps(one: Graded, report: Occasion) -> Iterator[Line]:
    """What a grade below on track, or a grade of achieved, should come with and does not."""
    words, latest = report.words, one.latest
    if latest is None:
        return
    if one.state in {RatedState.AT_RISK, RatedState.OFF_TRACK} and not latest.explanation:
        yield Line(words.say("recommended_no_reason"), kind="gap")
    if one.state is RatedState.AT_RISK and not latest.expected:
        yield Line(words.say("recommended_no_date"), kind="gap")
    if one.is_achieved and not one.asks_sign_off and not one.given.signed_off:
        yield Line(words.say("recommended_no_evidence"), kind="gap")


def _sign_off(one: Graded, report: Occasion) -> Iterator[Line]:
    words, signed = report.words, one.given.signed_off
    if signed:
        day = long_date(signed.date, words) if signed.date else ""
        said = [part for part in (report.party(signed.by), day, signed.minute or "") if part]
        yield Line(", ".join(said), words.say("recommended_signed_off"))
    elif one.asks_sign_off:
        yield Line(words.say("recommended_ask"), kind="decision")
