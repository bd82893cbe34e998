"""The rows of a plan by what a year has to do with them."""

from dataclasses import dataclass
from datetime import date, timedelta

from planctl.model import Period, Row, State
from planctl.progress import ENDED, effective_due, is_closed_undone, state_of
from planctl.progress.due import last_scheduled_day
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class YearRows:
    """The rows of the plan by what the year has to do with them; `new` begin in it.

    `ended` were planned for it, and were merged or closed undone since it began.
    """

    worked_on: tuple[Row, ...]
    new: tuple[Row, ...]
    ended: tuple[Row, ...]
    carried: tuple[Row, ...]
    untimed: tuple[Row, ...]
    others: tuple[Row, ...]


def rows_of_year(report: Occasion, year: Period) -> YearRows:
    """Every row once, a sub-action with the time of its parent where it has none of its own."""
    planned = [
        row
        for row in report.rows
        if _is_in(row, year, report) and not _had_ended(row, year, report)
    ]
    ended = tuple(row for row in planned if is_closed_undone(row, report.as_of))
    worked_on = tuple(row for row in planned if row not in ended)
    rest = [row for row in report.rows if row not in planned]
    carried = tuple(row for row in rest if _is_carried_into(row, year, report))
    untimed = tuple(row for row in rest if not row.schedule and row.due is None)
    known = (*carried, *untimed)
    return YearRows(
        worked_on=worked_on,
        new=tuple(row for row in worked_on if _begins_in(row, year, report)),
        ended=ended,
        carried=carried,
        untimed=untimed,
        others=tuple(row for row in rest if row not in known),
    )


def _is_in(row: Row, year: Period, report: Occasion) -> bool:
    """Whether its schedule touches the year, or its deadline lies in it."""
    timeline, days = report.timeline, report.timeline.days(year)
    if any(one == year or timeline.touches(one, year) for one in row.schedule):
        return True
    due = row.due.latest if row.due else None
    return due is not None and days is not None and days[0] <= due <= days[1]


def _begins_in(row: Row, year: Period, report: Occasion) -> bool:
    days = report.timeline.days(year)
    starts = [day for one in row.schedule if (day := report.timeline.starts(one))]
    return days is not None and bool(starts) and days[0] <= min(starts) <= days[1]


def _is_carried_into(row: Row, year: Period, report: Occasion) -> bool:
    """Whether it was to end before the year, and was still open when the year began."""
    timeline, begins = report.timeline, report.timeline.starts(year)
    last = last_scheduled_day(row, timeline) or effective_due(row, timeline)
    if begins is None or last is None or last >= begins:
        return False
    return not (_had_ended(row, year, report) or is_closed_undone(row, report.as_of))


def _had_ended(row: Row, year: Period, report: Occasion) -> bool:
    """Whether it was complete or closed when the year began.

    As long as the year has not begun, on the day of the report.
    """
    begins = report.timeline.starts(year)
    on = min(begins - timedelta(days=1), report.as_of) if begins else None
    return on is not None and _state_is_in(ENDED, row, on, report)


def _state_is_in(states: frozenset[State], row: Row, on: date, report: Occasion) -> bool:
    return state_of(row, report.scale, report.timeline, on) in states
