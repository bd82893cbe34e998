"""How late an action is: when it was agreed for at first, when it is now, when it is expected."""

from dataclasses import dataclass, replace
from datetime import date

from planctl.model import Row
from planctl.progress import effective_due, is_open, latest_update
from planctl.report.occasion import Occasion
from planctl.report.phrases import deadline, listed, long_date, period_name, row_name


@dataclass(frozen=True, slots=True)
class Time:
    """When something is to be done: in words, empty where nobody has said; its day if it has one.

    `ends` names the period that ends on the day, where the day is not given otherwise.
    """

    words: str = ""
    day: date | None = None
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Delay:
    """The time agreed first, the one in force, what the owner expects, and the days in between.

    `days` counts from the day agreed first to the day expected, or to the day of the report where
    that is later; it is 0 where there is no such day, or nothing is late.
    """

    first: Time
    now: Time
    expected: Time
    days: int

    @property
    def is_revised(self) -> bool:
        """Whether the time in force is another than the one agreed first."""
        return self.now != self.first


def delay_of(row: Row, report: Occasion) -> Delay:
    """How late the row is on the day of the report; meant for a row that is still open."""
    first, now = _agreed(as_first_agreed(row), report), _agreed(row, report)
    expected = _expected(row, report)
    ends = max(expected.day or report.as_of, report.as_of)
    days = max((ends - first.day).days, 0) if first.day else 0
    return Delay(first, now, expected, days)


def named_with_delay(row: Row, report: Occasion) -> str:
    """The row's name, with the day it is expected and how late that is, where either is known."""
    words, name, delay = report.words, row_name(row, report.words), delay_of(row, report)
    day = delay.expected.words
    if delay.days:
        key = "exceptions_slipped" if day else "exceptions_slipped_unsaid"
        return words.count(key, delay.days, ref=name, day=day)
    return words.say("exceptions_expected", ref=name, day=day) if day else name


def expected_late(report: Occasion) -> tuple[Row, ...]:
    """The open rows that their owners expect after the day agreed first."""
    return tuple(row for row in report.rows if _is_expected_late(row, report))


def _is_expected_late(row: Row, report: Occasion) -> bool:
    if not is_open(row, report.scale, report.timeline, report.as_of):
        return False
    delay = delay_of(row, report)
    return bool(delay.expected.day and delay.first.day and delay.expected.day > delay.first.day)


def as_first_agreed(row: Row) -> Row:
    """The row with the times that it, and those above it, had before they were revised."""
    above = as_first_agreed(row.parent) if row.parent else None
    return replace(row, action=row.action.model_copy(update={"revised": ()}), parent=above)


def _agreed(row: Row, report: Occasion) -> Time:
    words, day = report.words, effective_due(row, report.timeline)
    if row.due and row.due.latest:
        return Time(deadline(row.due, words), day)
    if day:
        ending = next(one for one in row.schedule if report.timeline.ends(one) == day)
        return Time(long_date(day, words), day, period_name(ending, words))
    if row.due:
        return Time(row.due.text)
    return Time(listed([period_name(period, words) for period in row.schedule], words))


def _expected(row: Row, report: Occasion) -> Time:
    latest = latest_update(row, report.timeline, report.as_of)
    said = latest[1].expected if latest else None
    return Time(deadline(said, report.words), said.latest) if said else Time()
