"""The rule on work outside the time of its plan."""

from collections.abc import Iterator
from datetime import date

from planctl.findings import Path
from planctl.model import Row
from planctl.model.timeline import Days, Timeline
from planctl.rules.rule import Case, Problem, Weight, named, rule


@rule(
    "PLN214",
    "outside-plan-period",
    Weight.WARNING,
    question="Does {subject} belong to this plan, or is its time a slip?",
    together="{hits} actions lie outside the period of the plan",
)
def outside_plan_period(case: Case) -> Iterator[Problem]:
    """The time of an action, and that of its milestones, lies within the plan's period.

    A period of a schedule that the plan's days touch counts as within.

    Why:
        What is planned for after the last day has nobody left to report on it; most often it is a
        slip in the year.

    Bad:
        period: {from: 2017-09-01, to: 2020-08-31}
        themes:
          - title: Reading
            actions: [{ref: 1a, text: Open a homework club, due: 2081-01-25}]

    Good:
        period: {from: 2017-09-01, to: 2020-08-31}
        themes:
          - title: Reading
            actions: [{ref: 1a, text: Open a homework club, due: 2018-01-25}]
    """
    timeline = case.plan.timeline
    if timeline.first is None or timeline.last is None:
        return
    whole = timeline.first, timeline.last
    for row in case.rows:
        for path, said in _outside(row, timeline, whole):
            yield Problem(
                path,
                f"{named(row)} {said}, outside the plan's period ({whole[0]} to {whole[1]})",
                "Correct the time, or the plan's period.",
            )
            break


def _outside(row: Row, timeline: Timeline, whole: Days) -> Iterator[tuple[Path, str]]:
    """The row's own times that miss the plan's days, each with its place."""
    if row.has_own_time:
        for period in row.schedule:
            days = timeline.days(period)
            if days and _misses(*days, whole):
                yield _now(row, "schedule", "schedule"), f"is scheduled for {period}"
        if row.due and _misses(row.due.earliest, row.due.latest, whole):
            yield _now(row, "date", "due"), f"is due {row.due}"
    for number, milestone in enumerate(row.action.milestones):
        due = milestone.due
        if due and _misses(due.earliest, due.latest, whole):
            yield (*row.path, "milestones", number, "due"), f"has a milestone due {due}"


def _misses(first: date | None, last: date | None, whole: Days) -> bool:
    """Whether the days certainly lie outside; an end that is not known may lie anywhere."""
    return (first is not None and first > whole[1]) or (last is not None and last < whole[0])


def _now(row: Row, revised: str, agreed: str) -> Path:
    """Where the time stands that holds now: in the last revision that has it, else in the row."""
    for number, revision in reversed([*enumerate(row.action.revised)]):
        if getattr(revision, revised):
            return (*row.path, "revised", number, revised)
    return (*row.path, agreed)


RULES = (outside_plan_period,)
