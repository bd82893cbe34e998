"""When an action is due, what is carried over, and which updates are owed."""

from datetime import date, timedelta

from planctl.model import Period, Row, Scale, Timeline, Update
from planctl.progress.state import ENDED, is_closed, state_of


def effective_due(row: Row, timeline: Timeline) -> date | None:
    """The row's deadline, else the last day of its last scheduled period, if it has either.

    A deadline without a day, such as `termly` or `after the visit`, leaves it to the schedule.
    """
    if row.due is not None and row.due.latest is not None:
        return row.due.latest
    return last_scheduled_day(row, timeline)


def last_scheduled_day(row: Row, timeline: Timeline) -> date | None:
    """The last day of the row's last scheduled period, or None when it has none with days."""
    return max((end for period in row.schedule if (end := timeline.ends(period))), default=None)


def is_open(row: Row, scale: Scale, timeline: Timeline, on: date) -> bool:
    """Whether the row is neither complete nor closed on the day."""
    return state_of(row, scale, timeline, on) not in ENDED


def is_due(row: Row, timeline: Timeline, on: date) -> bool:
    """Whether the row's effective due has come at the close of the day."""
    due = effective_due(row, timeline)
    return due is not None and due <= on


def is_overdue(row: Row, scale: Scale, timeline: Timeline, on: date) -> bool:
    """Whether the row is due and still open at the close of the day."""
    return is_due(row, timeline, on) and is_open(row, scale, timeline, on)


def is_carried_over(row: Row, scale: Scale, timeline: Timeline, on: date) -> bool:
    """Whether the row is open at the close of the day, and its last scheduled period over."""
    last = last_scheduled_day(row, timeline)
    return last is not None and last <= on and is_open(row, scale, timeline, on)


def owes_update(row: Row, scale: Scale, timeline: Timeline, term: Period) -> bool:
    """Whether an update of the row is asked for in the term: it is scheduled then, or carried over.

    A row that had ended before the term owes none, and one closed in it has said its last. A
    sub-action without a time of its own is spoken for by its parent.
    """
    days = timeline.days(term)
    if days is None or (row.parent is not None and not row.has_own_time):
        return False
    before = days[0] - timedelta(days=1)
    if is_closed(row, days[1]) or not is_open(row, scale, timeline, before):
        return False
    if any(timeline.touches(period, term) for period in row.schedule):
        return True
    last = last_scheduled_day(row, timeline) or effective_due(row, timeline)
    return last is not None and last < days[0]


def update_in(row: Row, timeline: Timeline, term: Period) -> Update | None:
    """What was said of the row in the term, or in its latest month when it is kept by months."""
    if term in row.action.updates:
        return row.action.updates[term]
    days = timeline.days(term)
    within = [
        (inner[1], update)
        for period, update in row.action.updates.items()
        if days and (inner := timeline.days(period)) and days[0] <= inner[0] and inner[1] <= days[1]
    ]
    return max(within, key=lambda entry: entry[0])[1] if within else None
