"""Rules on when things are done."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from planctl.findings import Path
from planctl.model import Certainty, Period, Phase, Row
from planctl.progress import is_open, lacks_timeline
from planctl.rules.rule import Case, Problem, Weight, named, rule
from planctl.rules.told import speaks_for_itself

_REVIEW: Final = re.compile(
    r"review|evaluat|assess|measure|lessons|findings|results?\b|learn(?:t|ed) from", re.IGNORECASE
)
_FEWEST: Final = 5
_SEVERAL: Final = 2


@rule(
    "PLN401",
    "no-timeline",
    Weight.ERROR_ONCE_LIVE,
    question="By when will {subject} be done?",
    together="{hits} actions have no timeline",
)
def no_timeline(case: Case) -> Iterator[Problem]:
    """Every action says when: a schedule, or a day by which it is due.

    A sub-action takes its parent's time.

    Why:
        Without a time an action can be neither late nor in time, and never comes up for review.

    Bad:
        - {ref: 1a, text: Open a homework club}

    Good:
        - {ref: 1a, text: Open a homework club, schedule: [Year 1]}
        - {ref: 1b, text: Hold a conference, due: 2018-01-25}
    """
    for row in case.rows:
        if lacks_timeline(row):
            yield Problem(
                case.written(row.path, "schedule"),
                f"{named(row)} has no timeline",
                "Add schedule: [Year 1] with the periods it is worked on, or due: and a day.",
            )


@rule(
    "PLN405",
    "rollout-before-pilot",
    Weight.WARNING,
    question="Why is {subject} rolled out before it is piloted?",
)
def rollout_before_pilot(case: Case) -> Iterator[Problem]:
    """Where an action has a pilot, nothing is rolled out before it begins.

    Why:
        A pilot that comes after the roll-out can no longer change it.

    Bad:
        - {ref: 1a, text: Open homework clubs, schedule: {Year 1: roll-out, Year 2: pilot}}

    Good:
        - ref: 1a
          text: Open homework clubs
          schedule: {Year 1: pilot, Year 2: review, Year 3: roll-out}
    """
    for row in _rows_with_own_time(case):
        pilot = _earliest(case, row, Phase.PILOT)
        rollout = _earliest(case, row, Phase.ROLL_OUT)
        if pilot and rollout and rollout[0] < pilot[0]:
            yield Problem(
                (*_schedule_path(case, row), str(rollout[1])),
                f"{named(row)} is rolled out in {rollout[1]} and piloted in {pilot[1]}",
                "Put the pilot first, or correct the phases.",
            )


@rule(
    "PLN406",
    "pilot-without-review",
    Weight.INFO,
    question="How will anyone know what the pilot of {subject} has shown?",
)
def pilot_without_review(case: Case) -> Iterator[Problem]:
    """A pilot is followed by a look at what it has shown.

    That is a period with the phase review or measure; or words such as review and evaluate in the
    text of the action, of a part or milestone of it, or of an action that depends on it.

    Why:
        A pilot is there to find out whether the rest should follow; without a review it is only a
        slow start.

    Bad:
        - {ref: 1a, text: Open homework clubs, schedule: {Year 1: pilot, Year 2: roll-out}}

    Good:
        - ref: 1a
          text: Open homework clubs
          schedule: {Year 1: pilot, Year 2: roll-out}
          milestones: [{text: The pilot is reviewed, due: 2018-06-30}]
    """
    for row in _rows_with_own_time(case):
        phases = {entry.phase for entry in row.schedule.values()}
        if Phase.PILOT not in phases or phases & {Phase.REVIEW, Phase.MEASURE}:
            continue
        if not _speaks_of_review(case, row):
            yield Problem(
                _schedule_path(case, row),
                f"{named(row)} has a pilot, and nothing says that it will be reviewed",
                "Give a period the phase review, or add a milestone: with the day of the review.",
            )


@rule(
    "PLN409",
    "provisional-unconfirmed",
    Weight.WARNING,
    question="Is {subject} going ahead in the period that was only provisional?",
    together="{hits} actions are still provisional in a period that has begun",
)
def provisional_unconfirmed(case: Case) -> Iterator[Problem]:
    """A period that was provisional is confirmed, or moved, by the time that it begins.

    Why:
        An action that is neither agreed nor dropped when its time comes is late without being
        counted as late.

    Bad:
        - ref: 1a
          text: Open a homework club
          schedule: {Year 1: {certainty: provisional}}

    Good:
        - ref: 1a
          text: Open a homework club
          schedule: {Year 1: ✓, Year 2: {certainty: provisional}}
    """
    timeline = case.plan.timeline
    for row in _rows_with_own_time(case):
        unsure = [
            (start, period)
            for period, entry in row.schedule.items()
            if entry.certainty is Certainty.PROVISIONAL and (start := timeline.starts(period))
        ]
        begun = [(start, period) for start, period in unsure if start <= case.as_of]
        if begun and is_open(row, case.plan.rating_scale, timeline, case.as_of):
            start, period = min(begun, key=lambda entry: entry[0])
            yield Problem(
                (*_schedule_path(case, row), str(period)),
                f"{named(row)} is still provisional for {period}, which began on {start}",
                "Write certainty: firm, or give the new schedule under revised:.",
            )


@rule(
    "PLN410",
    "crowded-period",
    Weight.INFO,
    question="Can so many actions be worked on at once?",
)
def crowded_period(case: Case) -> Iterator[Problem]:
    """No period has more than 60% of the actions, where the plan has several periods.

    The share can be set. Only plans of five actions or more are looked at, by the sort of period
    that most of their schedules use.

    Why:
        A plan that does nearly everything first leaves its later years empty, and the same few
        people busy with all of it.

    Bad:
        - {ref: 1a, text: Open a homework club, schedule: [Year 1]}
        - {ref: 1b, text: Print a calendar, schedule: [Year 1]}
        - {ref: 1c, text: Train the volunteers, schedule: [Year 1]}
        - {ref: 1d, text: Hold a conference, schedule: [Year 1]}
        - {ref: 1e, text: Ask parents what they want, schedule: [Year 2]}

    Good:
        - {ref: 1a, text: Open a homework club, schedule: [Year 2]}
        - {ref: 1b, text: Print a calendar, schedule: [Year 1]}
        - {ref: 1c, text: Train the volunteers, schedule: [Year 1]}
        - {ref: 1d, text: Hold a conference, schedule: [Year 2]}
        - {ref: 1e, text: Ask parents what they want, schedule: [Year 1]}
    """
    ticks = Counter(period for row in case.rows for period in row.action.schedule)
    kinds = Counter(period.kind for period in ticks.elements())
    columns = [period for period in ticks if period.kind is kinds.most_common(1)[0][0]]
    if len(case.rows) < _FEWEST or len(columns) < _SEVERAL:
        return
    most = case.thresholds.crowded_period
    busy = {period: _busy(case, period) for period in columns}
    crowded = [period for period in columns if 100 * busy[period] > most * len(case.rows)]
    if crowded:
        periods = ", ".join(f"{period} ({busy[period]})" for period in crowded)
        yield Problem(
            ("themes",),
            f"more than {most}% of the {len(case.rows)} actions are worked on in {periods}",
            "See which of them can come later, or be parted into steps.",
            part="key",
        )


def _rows_with_own_time(case: Case) -> Iterator[Row]:
    return (row for row in case.rows if speaks_for_itself(row))


def _earliest(case: Case, row: Row, phase: Phase) -> tuple[date, Period] | None:
    starts = [
        (start, period)
        for period, entry in row.schedule.items()
        if entry.phase is phase and (start := case.plan.timeline.starts(period))
    ]
    return min(starts, key=lambda entry: entry[0]) if starts else None


def _speaks_of_review(case: Case, row: Row) -> bool:
    names = {row.action.ref, row.action.uid} - {None}
    texts = [milestone.text for milestone in row.action.milestones]
    for other in case.rows:
        is_part = other.path[: len(row.path)] == row.path
        if is_part or names.intersection(other.action.depends_on):
            texts += [other.action.text, other.action.title or ""]
    return any(_REVIEW.search(text) for text in texts)


def _schedule_path(case: Case, row: Row) -> Path:
    """Where the schedule that is in force stands: with the row, or its latest revision."""
    for number, revised in reversed([*enumerate(row.action.revised)]):
        if revised.schedule:
            return (*row.path, "revised", number, "schedule")
    return case.written(row.path, "schedule")


def _busy(case: Case, period: Period) -> int:
    """How many rows are worked on in the period, or in a part of it."""
    timeline = case.plan.timeline
    return sum(
        any(own == period or timeline.touches(own, period) for own in row.schedule)
        for row in case.rows
    )


RULES = (
    no_timeline,
    rollout_before_pilot,
    pilot_without_review,
    provisional_unconfirmed,
    crowded_period,
)
