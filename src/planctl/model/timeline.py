"""The days behind periods: academic terms, plan years, and the terms that a plan runs through."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, assert_never

from planctl.model.period import TERMS, Period, PeriodKind

Days = tuple[date, date]
"""A first and a last day, both within."""

_ACADEMIC_START: Final = 9
_TERM_STARTS: Final = {"autumn": (0, 9), "spring": (1, 1), "summer": (1, 5)}
_QUARTER_STARTS: Final = {"Q1": (0, 4), "Q2": (0, 7), "Q3": (0, 10), "Q4": (1, 1)}


@dataclass(frozen=True, slots=True)
class Timeline:
    """A plan's first and last day, and with them the days of every period it names.

    Terms are academic: autumn from 1 September, spring from 1 January, summer from 1 May.
    Quarters are those of the financial year from 1 April. Year 1 is the academic year that holds
    the plan's first day; without that day, Year n has no days.
    """

    first: date | None = None
    last: date | None = None

    def days(self, period: Period) -> Days | None:
        """The period's first and last day; None for a plan year of a plan without a first day."""
        match period.kind:
            case PeriodKind.PLAN_YEAR:
                return self._plan_year(period.year)
            case PeriodKind.YEAR:
                return _from_months(period.year, (0, _ACADEMIC_START), 12)
            case PeriodKind.TERM:
                return _from_months(period.year, _TERM_STARTS[period.part], 4)
            case PeriodKind.QUARTER:
                return _from_months(period.year, _QUARTER_STARTS[period.part], 3)
            case PeriodKind.MONTH:
                return _from_months(period.year, (0, int(period.part)), 1)
            case _:
                assert_never(period.kind)

    def terms(self) -> Iterator[Period]:
        """The terms that the plan's days touch, in order; none without both days in order."""
        if self.first is None or self.last is None or self.last < self.first:
            return
        term = term_of(self.first)
        while (days := self.days(term)) and days[0] <= self.last:
            yield term
            term = term_of(days[1] + timedelta(days=1))

    def terms_ended(self, on: date) -> tuple[Period, ...]:
        """The plan's terms whose last day lies before `on`, in order."""
        return tuple(term for term in self.terms() if (days := self.days(term)) and days[1] < on)

    def starts(self, period: Period) -> date | None:
        """The period's first day, where it has one."""
        days = self.days(period)
        return days[0] if days else None

    def ends(self, period: Period) -> date | None:
        """The period's last day, where it has one."""
        days = self.days(period)
        return days[1] if days else None

    def touches(self, period: Period, other: Period) -> bool:
        """Whether the two periods share a day."""
        one, two = self.days(period), self.days(other)
        return bool(one and two and one[0] <= two[1] and two[0] <= one[1])

    def _plan_year(self, number: int) -> Days | None:
        if self.first is None:
            return None
        return _from_months(academic_year(self.first) + number - 1, (0, _ACADEMIC_START), 12)


def academic_year(day: date) -> int:
    """The calendar year in which the day's academic year began."""
    return day.year if day.month >= _ACADEMIC_START else day.year - 1


def term_of(day: date) -> Period:
    """The academic term that holds the day."""
    months = {name: month for name, (_, month) in _TERM_STARTS.items()}
    if day.month >= months["autumn"]:
        name = "autumn"
    else:
        name = "summer" if day.month >= months["summer"] else "spring"
    return Period(PeriodKind.TERM, academic_year(day), name)


def term_before(term: Period) -> Period:
    """The term before this one."""
    place = TERMS.index(term.part)
    year = term.year - 1 if place == 0 else term.year
    return Period(PeriodKind.TERM, year, TERMS[place - 1])


@lru_cache(maxsize=1024)
def _from_months(year: int, start: tuple[int, int], months: int) -> Days:
    years_on, month = start
    first = date(year + years_on, month, 1)
    after = date(first.year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1)
    return first, after - timedelta(days=1)
