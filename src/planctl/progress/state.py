"""How an action stands on a day."""

from datetime import date
from types import MappingProxyType
from typing import Final

from planctl.model import ClosureReason, Period, Row, Scale, Stage, State, Timeline, Update
from planctl.model.timeline import Days

_STAGE_STATES: Final = MappingProxyType({
    Stage.PAUSED: State.PAUSED,
    Stage.COMPLETE: State.COMPLETE,
    Stage.NOT_STARTED: State.NOT_STARTED,
})  # fmt: skip
_ENDINGS: Final = frozenset({ClosureReason.DONE, ClosureReason.MERGED})
ENDED: Final = frozenset({State.COMPLETE, State.DROPPED})
"""The states in which nothing more is asked of an action."""


def state_of(row: Row, scale: Scale, timeline: Timeline, on: date) -> State:
    """The row's state on the day.

    Its closure decides, else its latest update (stage paused, complete or not started, else the
    state of its rating); a row without an update is not due before its first scheduled period, and
    unknown from then on.
    """
    closure = row.action.closure
    if closure and is_closed(row, on):
        return State.COMPLETE if closure.reason in _ENDINGS else State.DROPPED
    latest = latest_update(row, timeline, on)
    if latest is not None:
        return state_said(latest[1], scale)
    starts = [start for period in row.schedule if (start := timeline.starts(period))]
    return State.NOT_DUE if starts and on < min(starts) else State.UNKNOWN


def is_closed(row: Row, on: date) -> bool:
    """Whether the row's closure has come by the day; one without a date has always come."""
    closure = row.action.closure
    return closure is not None and (closure.date is None or closure.date <= on)


def is_closed_undone(row: Row, on: date) -> bool:
    """Whether the row was closed by the day for any other reason than being done."""
    closure = row.action.closure
    return closure is not None and closure.reason is not ClosureReason.DONE and is_closed(row, on)


def is_merged(row: Row, on: date) -> bool:
    """Whether the row was by the day merged into another, which carries on the work."""
    closure = row.action.closure
    return closure is not None and closure.reason is ClosureReason.MERGED and is_closed(row, on)


def state_said(update: Update, scale: Scale) -> State:
    """The state that one update gives; unknown when it neither rates nor says a deciding stage."""
    if update.stage is not None and update.stage in _STAGE_STATES:
        return _STAGE_STATES[update.stage]
    level = scale.level(update.rating) if update.rating else None
    return State(level.state.value) if level else State.UNKNOWN


def latest_update(row: Row, timeline: Timeline, on: date) -> tuple[Period, Update] | None:
    """The update of the latest period that has begun by the day, with its period.

    Of two that ended together, such as a term and its last month, the longer one sums up; of two
    that still run, the shorter one is nearer to the day.
    """
    begun = [
        (_recency(days, on), (period, update))
        for period, update in row.action.updates.items()
        if (days := timeline.days(period)) and days[0] <= on
    ]
    return max(begun, key=lambda entry: entry[0])[1] if begun else None


def _recency(days: Days, on: date) -> tuple[date, bool, int]:
    first, last = days
    has_ended = last <= on
    return min(last, on), has_ended, -first.toordinal() if has_ended else first.toordinal()
