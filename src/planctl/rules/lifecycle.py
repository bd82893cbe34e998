"""Rules on what an action is said to be, and what its dates say."""

from collections.abc import Iterator
from datetime import date
from textwrap import shorten
from typing import Final

from planctl.findings import Related
from planctl.model import Certainty, Period, Row, State
from planctl.progress import effective_due, is_open, state_of
from planctl.progress.due import last_scheduled_day
from planctl.rules.rule import Case, Problem, Weight, named, rule
from planctl.rules.told import Told, latest_told, speaks_for_itself

_LONGEST_NAME: Final = 60


def rows_past_their_time(case: Case) -> int:
    """How many rows have a last scheduled period that is over."""
    timeline = case.plan.timeline
    lasts = [last_scheduled_day(row, timeline) for row in case.rows if speaks_for_itself(row)]
    return sum(last < case.as_of for last in lasts if last)


@rule(
    "PLN402",
    "start-passed",
    Weight.WARNING,
    question="When will {subject}, which was to have begun, begin?",
    together="{hits} actions have not started though their time has begun",
)
def start_passed(case: Case) -> Iterator[Problem]:
    """An action whose time has begun is not said to be unstarted.

    A period that is only provisional does not count, nor does an update of a time before the first
    one.

    Why:
        A late start is the first sign of a late end, and the one at which most can still be done.

    Bad:
        - ref: 1a
          text: Open a homework club
          schedule: [2017-18 autumn]
          updates: {2017-18 autumn: {stage: not_started}}

    Good:
        - ref: 1a
          text: Open a homework club
          schedule: [2017-18 spring]
          updates: {2017-18 autumn: {stage: not_started}}
    """
    timeline = case.plan.timeline
    for row in case.rows:
        latest, first = latest_told(case, row), _first_period(case, row)
        if latest is None or first is None or not speaks_for_itself(row):
            continue
        until = min(timeline.ends(latest.period) or case.as_of, case.as_of)
        begins = timeline.starts(first)
        if _state(case, row) is State.NOT_STARTED and begins and begins <= until:
            yield Problem(
                case.written(latest.path, "stage", "rating"),
                f"{named(row)} was to begin in {first}, and has not started in {latest.period}",
                "Give the time in which it will begin as a new schedule under revised:.",
            )


@rule(
    "PLN403",
    "on-track-past-due",
    Weight.ERROR,
    question="Is {subject} done, now that its date has passed, or is it late?",
    together="{hits} actions are on track after they were due",
)
def on_track_past_due(case: Case) -> Iterator[Problem]:
    """What was due within the term of its latest update is not said to be on track, but done.

    The date is the deadline as last revised, else the end of the last scheduled period.

    Why:
        An action cannot be open after its date and on track at once (a standing question of audit
        committees).

    Bad:
        - ref: 1a
          text: Hold a conference
          due: 2017-11-30
          updates: {2017-18 autumn: {rating: green}}

    Good:
        - ref: 1a
          text: Hold a conference
          due: 2017-11-30
          updates: {2017-18 autumn: {rating: green, stage: complete}}
    """
    for row in case.rows:
        latest = _claimed_past_due(case, row)
        if latest is not None:
            due = effective_due(row, case.plan.timeline)
            yield Problem(
                case.written(latest.path, "rating"),
                f"{named(row)} is rated {latest.rated} for {latest.period}, and was due on {due}",
                "If it is done, say stage: complete. If not, rate it as late, or give the new date "
                "under revised:.",
            )


@rule(
    "PLN411",
    "carried-over",
    Weight.INFO,
    question="What is left to do of {subject}, and by when?",
    together="{hits} actions whose time is over are still open",
    population=rows_past_their_time,
)
def carried_over(case: Case) -> Iterator[Problem]:
    """An action is complete or closed when its last scheduled period is over.

    Why:
        Work that runs on takes time from what was planned next; a review needs to see how much.

    Bad:
        - {ref: 1a, text: Open a homework club, schedule: [2017-18 autumn]}

    Good:
        - ref: 1a
          text: Open a homework club
          schedule: [2017-18 autumn]
          updates: {2017-18 autumn: {stage: complete}}
    """
    scale, timeline = case.plan.rating_scale, case.plan.timeline
    for row in case.rows:
        last = last_scheduled_day(row, timeline) if speaks_for_itself(row) else None
        if last is None or last >= case.as_of or not is_open(row, scale, timeline, case.as_of):
            continue
        if _claimed_past_due(case, row) is None:
            yield Problem(
                case.written(row.path, "revised", "schedule"),
                f"{named(row)} is still open after {_last_period(case, row)}, its last period",
                "Close it under closure:, or add a new schedule under revised:.",
            )


@rule(
    "PLN412",
    "on-track-but-late",
    Weight.WARNING,
    question="Why is {subject} rated as on track, where it is expected after its date?",
    together="{hits} actions are on track and expected late",
)
def on_track_but_late(case: Case) -> Iterator[Problem]:
    """What is said to be on track is not expected after it is due.

    Why:
        A delay that the owner knows of belongs in the rating, or in a new date that was agreed.

    Bad:
        - ref: 1a
          text: Hold a conference
          due: 2018-01-25
          updates: {2017-18 autumn: {rating: green, expected: 2018-03-01}}

    Good:
        - ref: 1a
          text: Hold a conference
          due: 2018-01-25
          updates: {2017-18 autumn: {rating: amber, comment: No room, expected: 2018-03-01}}
    """
    for row in case.rows:
        latest, due = _on_track(case, row), effective_due(row, case.plan.timeline)
        expected = latest.update.expected if latest else None
        if latest is None or expected is None or due is None or expected.earliest is None:
            continue
        if expected.earliest > due and _claimed_past_due(case, row) is None:
            yield Problem(
                (*latest.path, "expected"),
                f"{named(row)} is rated {latest.rated} and expected {expected}, "
                f"which is after it is due ({due})",
                "Rate it as late, or give the new date under revised: with its decision.",
            )


@rule(
    "PLN413",
    "green-over-late-parts",
    Weight.WARNING,
    question="How is {subject} on track while a part of it is late?",
)
def green_over_late_parts(case: Case) -> Iterator[Problem]:
    """What is said to be on track has no part that is off track, and no milestone that is overdue.

    Why:
        A good rating of the whole can hide the one step on which the rest depends.

    Bad:
        - ref: 1a
          text: Open a homework club
          milestones: [{text: A room is found, due: 2017-10-31}]
          updates: {2017-18 autumn: {rating: green}}

    Good:
        - ref: 1a
          text: Open a homework club
          milestones: [{text: A room is found, due: 2017-10-31, done_on: 2017-10-20}]
          updates: {2017-18 autumn: {rating: green}}
    """
    for row in case.rows:
        latest = _on_track(case, row)
        late = tuple(_late_parts(case, latest)) if latest else ()
        if latest and late:
            what = late[0].message if len(late) == 1 else f"{len(late)} of its parts are late"
            yield Problem(
                case.written(latest.path, "rating"),
                f"{named(row)} is rated {latest.rated}, though {what}",
                "Rate it as the part that is late, or say done_on: where a milestone is reached.",
                related=late,
            )


def _late_parts(case: Case, latest: Told) -> Iterator[Related]:
    row = latest.row
    for number, milestone in enumerate(row.action.milestones):
        due = milestone.due.latest if milestone.due else None
        if milestone.done_on is None and _was_due_within(case, latest, due):
            name = shorten(milestone.text, _LONGEST_NAME, placeholder=" ...")
            said = f"the milestone '{name}' was due by {due}"
            yield Related(said, (*row.path, "milestones", number))
    for part in case.rows:
        is_part = part is not row and part.path[: len(row.path)] == row.path
        if is_part and _state(case, part) is State.OFF_TRACK:
            yield Related(f"{part.label} is off track", part.path)


def _claimed_past_due(case: Case, row: Row) -> Told | None:
    """The row's latest update where it says on track of a time in which the row was due."""
    latest, due = _on_track(case, row), effective_due(row, case.plan.timeline)
    return latest if latest and _was_due_within(case, latest, due) else None


def _was_due_within(case: Case, latest: Told, due: date | None) -> bool:
    """Whether the day has passed, and lay in the period of the update or before it."""
    end = case.plan.timeline.ends(latest.period)
    return due is not None and end is not None and due <= end and due < case.as_of


def _on_track(case: Case, row: Row) -> Told | None:
    return latest_told(case, row) if _state(case, row) is State.ON_TRACK else None


def _state(case: Case, row: Row) -> State:
    return state_of(row, case.plan.rating_scale, case.plan.timeline, case.as_of)


def _first_period(case: Case, row: Row) -> Period | None:
    starts = [
        (start, period)
        for period, entry in row.schedule.items()
        if entry.certainty is Certainty.FIRM and (start := case.plan.timeline.starts(period))
    ]
    return min(starts, key=lambda entry: entry[0])[1] if starts else None


def _last_period(case: Case, row: Row) -> Period | None:
    ends = [(end, period) for period in row.schedule if (end := case.plan.timeline.ends(period))]
    return max(ends, key=lambda entry: entry[0])[1] if ends else None


RULES = (start_passed, on_track_past_due, carried_over, on_track_but_late, green_over_late_parts)
