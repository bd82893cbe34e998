"""Rules on recommendations: what scrutiny asks of those that it has made them to."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from planctl.findings import Path
from planctl.model import Assessment, Decision, Level, Recommendation, Scale, Stage
from planctl.model.scale import PRESETS, Preset, RatedState
from planctl.rules.rule import Case, Problem, Weight, rule

_UNANSWERED: Final = frozenset({Decision.REJECTED, Decision.PENDING})
"""The answers after which nobody has to act, or not yet."""
_SCRUTINY: Final = Scale(preset=Preset.SCRUTINY)


def recommendations(case: Case) -> int:
    """How many recommendations the plan has."""
    return len(case.plan.recommendations)


@rule(
    "PLN801",
    "slipped-without-date-and-reason",
    Weight.ERROR,
    question="Why has the work on {subject} slipped, and by when will it be done?",
)
def slipped_without_date_and_reason(case: Case) -> Iterator[Problem]:
    """A recommendation that has slipped comes with a new date and the reason.

    The latest assessment counts. On a scale of colours nothing is called slipped.

    Why:
        A committee that monitors its recommendations agrees to a later date, or does not: it needs
        the date and the reason before it (practice of scrutiny).

    Bad:
        recommendations:
          - ref: "1"
            text: Write home in plain words.
            assessments: {2017-18 autumn: {rating: slipped}}

    Good:
        recommendations:
          - ref: "1"
            text: Write home in plain words.
            assessments:
              2017-18 autumn:
                rating: slipped
                explanation: The schools use four systems.
                expected: spring 2018
    """
    for path, recommendation, assessment in _latest(case):
        level = _level(case, assessment)
        if level is None or level.state is not RatedState.AT_RISK or level in PRESETS[Preset.BRAG]:
            continue
        missing = [
            words
            for words, value in (
                ("a new date", assessment.expected),
                ("a reason", assessment.explanation),
            )
            if not value
        ]
        if missing:
            yield Problem(
                (*path, "rating"),
                f"{_named(recommendation)} is assessed as {level.label.casefold()}"
                f" without {' and '.join(missing)}",
                "Add expected: with the new date, and explanation: with the reason.",
            )


@rule(
    "PLN802",
    "not-achieved-unexplained",
    Weight.ERROR,
    question="Why was {subject} not achieved?",
)
def not_achieved_unexplained(case: Case) -> Iterator[Problem]:
    """A recommendation that was not achieved comes with the reason.

    The latest assessment counts.

    Why:
        Without the reason a committee can neither let it go nor ask for it again (practice of
        scrutiny).

    Bad:
        recommendations:
          - ref: "1"
            text: Write home in plain words.
            assessments: {2017-18 autumn: {rating: not achieved}}

    Good:
        recommendations:
          - ref: "1"
            text: Write home in plain words.
            assessments:
              2017-18 autumn: {rating: not achieved, explanation: No school had the staff for it.}
    """
    for path, recommendation, assessment in _latest(case):
        level = _level(case, assessment)
        if level and level.state is RatedState.OFF_TRACK and not assessment.explanation:
            yield Problem(
                (*path, "rating"),
                f"{_named(recommendation)} is assessed as {level.label.casefold()}"
                " without a reason",
                "Add explanation: with what kept it from being done.",
            )


@rule(
    "PLN803",
    "recommendation-without-action",
    Weight.ERROR_ONCE_LIVE,
    question="What is done about {subject}?",
    together="{hits} recommendations have no action that carries them out",
    population=recommendations,
)
def recommendation_without_action(case: Case) -> Iterator[Problem]:
    """A recommendation has at least one action that carries it out.

    One that was rejected or has no answer yet needs none, nor does one that is achieved or signed
    off, or that somebody is responsible for and reports on. Where nothing is said of an answer, it
    is taken as accepted.

    Why:
        What was accepted and given to nobody comes back in the next inquiry.

    Bad:
        recommendations: [{ref: "1", text: Write home in plain words.}]

    Good:
        recommendations:
          - {ref: "1", text: Write home in plain words., actions: [1a]}
          - {ref: "2", text: Close the library on Mondays., response: rejected}
        themes:
          - title: Writing
            actions: [{ref: 1a, text: Agree on one form of letter}]
    """
    achieved = {path[:2] for path, _, one in _latest(case) if _is_achieved(case, one)}
    for number, recommendation in enumerate(case.plan.recommendations):
        path: Path = ("recommendations", number)
        response = recommendation.response
        needs_none = response is not None and response.decision in _UNANSWERED
        if recommendation.actions or recommendation.signed_off or needs_none or path in achieved:
            continue
        if recommendation.responsible and recommendation.assessments:
            continue
        yield Problem(
            case.written(path, "actions"),
            f"{_named(recommendation)} has no action that carries it out",
            "Add actions: [the refs of those that do], or response: rejected or pending.",
        )


@rule(
    "PLN804",
    "achieved-not-signed-off",
    Weight.WARNING,
    question="Does the body that made {subject} agree that it is achieved?",
)
def achieved_not_signed_off(case: Case) -> Iterator[Problem]:
    """A recommendation that is achieved is signed off by those who made it.

    The latest assessment counts.

    Why:
        Until then it is achieved only in the eyes of those who had to do it, and monitoring goes on
        (practice of scrutiny).

    Bad:
        recommendations:
          - ref: "1"
            text: Write home in plain words.
            assessments: {2017-18 autumn: {rating: achieved}}

    Good:
        recommendations:
          - ref: "1"
            text: Write home in plain words.
            assessments: {2017-18 autumn: {rating: achieved}}
            signed_off: scrutiny-committee
    """
    for path, recommendation, assessment in _latest(case):
        if _is_achieved(case, assessment) and recommendation.signed_off is None:
            yield Problem(
                case.written(path, "rating", "stage"),
                f"{_named(recommendation)} is achieved and not signed off",
                "Add signed_off: {by: who signed it off, date: the day, minute: the item}.",
            )


def _latest(case: Case) -> Iterator[tuple[Path, Recommendation, Assessment]]:
    """The last assessment of each recommendation that has one, with its place."""
    timeline = case.plan.timeline
    for number, recommendation in enumerate(case.plan.recommendations):
        if recommendation.assessments:
            # Of periods without days the one that is written last.
            _, _, period = max(
                (timeline.ends(period) or date.min, at, period)
                for at, period in enumerate(recommendation.assessments)
            )
            path: Path = ("recommendations", number, "assessments", str(period))
            yield path, recommendation, recommendation.assessments[period]


def _level(case: Case, assessment: Assessment) -> Level | None:
    """The level that it was given, on the plan's scale or else on that of scrutiny."""
    if assessment.rating is None:
        return None
    return case.plan.rating_scale.level(assessment.rating) or _SCRUTINY.level(assessment.rating)


def _is_achieved(case: Case, assessment: Assessment) -> bool:
    level = _level(case, assessment)
    if level is None:
        return assessment.stage is Stage.COMPLETE
    return level.state is RatedState.COMPLETE


def _named(recommendation: Recommendation) -> str:
    return f"recommendation {recommendation.ref}" if recommendation.ref else "the recommendation"


RULES = (
    slipped_without_date_and_reason,
    not_achieved_unexplained,
    recommendation_without_action,
    achieved_not_signed_off,
)
