"""What was said of a row, update by update, and where each of them stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from planctl.findings import Path
from planctl.loading import as_written
from planctl.model import Period, Row, State, Update
from planctl.model.timeline import Days
from planctl.progress import latest_update, state_said
from planctl.rules.rule import Case

BEHIND: Final = frozenset({State.AT_RISK, State.OFF_TRACK})
"""The states that ask for an explanation."""


@dataclass(frozen=True, slots=True)
class Told:
    """One update of a row, with its period, the state that it gives, and its place."""

    row: Row
    period: Period
    update: Update
    state: State
    path: Path

    @property
    def rated(self) -> str:
        """What the update says in a word: its rating, else its stage."""
        return self.update.rating or str(self.update.stage or "")


def told(case: Case, row: Row) -> tuple[Told, ...]:
    """The updates of periods that have begun, one after the other.

    One of a month is left out where its term or year has an update of its own.
    """
    timeline = case.plan.timeline
    begun = [
        (days, each)
        for each in all_told(case, row)
        if (days := timeline.days(each.period)) and days[0] <= case.as_of
    ]
    whole = [
        (days, each)
        for days, each in begun
        if not any(_is_within(days, other) for other, _ in begun)
    ]
    return tuple(each for _, each in sorted(whole, key=lambda entry: _at_last(entry[0])))


def latest_told(case: Case, row: Row) -> Told | None:
    """The update that says how the row stands on the as-of day."""
    latest = latest_update(row, case.plan.timeline, case.as_of)
    return _told(case, row, *latest) if latest else None


def all_told(case: Case, row: Row) -> Iterator[Told]:
    """Every update of the row, in the order of the file."""
    for period, update in row.action.updates.items():
        yield _told(case, row, period, update)


def speaks_for_itself(row: Row) -> bool:
    """Whether the row has a time of its own; where it shares its parent's, that one is judged."""
    return row.parent is None or row.has_own_time


def _told(case: Case, row: Row, period: Period, update: Update) -> Told:
    path = as_written(case.document, (*row.path, "updates", str(period)))
    return Told(row, period, update, state_said(update, case.plan.rating_scale), path)


def _is_within(days: Days, other: Days) -> bool:
    return other != days and other[0] <= days[0] and days[1] <= other[1]


def _at_last(days: Days) -> tuple[date, date]:
    return days[1], days[0]
