"""The days behind periods: years and terms by calendar, and the terms that a plan runs through."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final, assert_never

from planctl.model.period import CALENDAR, QUARTERS, TERMS, Period, PeriodKind, read_period
from planctl.model.vocabulary import folded

Days = tuple[date, date]
"""A first and a last day, both within."""

ACADEMIC: Final = "academic"
FINANCIAL: Final = "financial"
YEAR_STARTS: Final = MappingProxyType({ACADEMIC: 9, FINANCIAL: 4, "municipal": 5, CALENDAR: 1})
"""The month whose first day begins the year, by calendar."""

_TERM_STARTS: Final = MappingProxyType({"autumn": (0, 9), "spring": (1, 1), "summer": (1, 5)})
_TERM_MONTHS: Final = 4
_QUARTER_MONTHS: Final = 3


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period that a plan's own calendar names, with its days.

    It may be one that everybody knows: the autumn term of 2017-18 with its true first and last day.
    """

    period: Period
    days: Days
    calendar: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A plan's first and last day and its calendars, and with them the days of every period.

    Years are counted by the first of the calendars that comes with planctl, else the academic one:
    Year 1 is the one that holds the plan's first day; without that day, Year n has no days. Terms
    are academic: autumn from 1 September, spring from 1 January, summer from 1 May. Quarters are
    those of the financial year from 1 April, unless the calendars name the municipal year first.
    Periods of a calendar of the plan's own have the days that it gives them.
    """

    first: date | None = None
    last: date | None = None
    calendars: tuple[str, ...] = ()
    named: tuple[NamedPeriod, ...] = ()

    def period(self, written: str) -> Period | None:
        """The period that the words name in this plan, or None when they name none."""
        if found := read_period(written):
            if self._is_doubtful(found):
                return None
            counted = self.quarters_by if found.kind is PeriodKind.QUARTER else self.years_by
            says_no_more = found.calendar == counted != CALENDAR
            return replace(found, calendar="") if says_no_more else found
        wanted = folded(written)
        own = (named.period for named in self.named if folded(named.period.part) == wanted)
        return next((period for period in own if period.kind is PeriodKind.NAMED), None)

    def year_or_part(self, written: str) -> Period | None:
        """The same, with Year n as the year of the calendar that it is."""
        period, first = self.period(written), self.first
        if period is None or period.kind is not PeriodKind.PLAN_YEAR or first is None:
            return period
        year = _year_holding(first, YEAR_STARTS[self.years_by]) + period.year - 1
        return Period(PeriodKind.YEAR, year, calendar=CALENDAR if self.years_by == CALENDAR else "")

    @property
    def years_by(self) -> str:
        """The calendar that years are counted by."""
        return next((name for name in self.calendars if name in YEAR_STARTS), ACADEMIC)

    @property
    def quarters_by(self) -> str:
        """The calendar that quarters such as 2018-19 Q2 are counted by."""
        whole = (name for name in self.calendars if name in {FINANCIAL, "municipal"})
        return next(whole, FINANCIAL)

    def days(self, period: Period) -> Days | None:
        """The period's first and last day; None for a plan year of a plan without a first day."""
        own = next((named.days for named in self.named if named.period == period), None)
        return own or self._standard_days(period)

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

    def terms(self) -> Iterator[Period]:
        """The terms that the plan's days touch, in order; none without both days in order.

        A term is what progress is kept by: the periods of the plan's own calendar where that comes
        first, academic terms where years are academic, and quarters otherwise.
        """
        if self.first is None or self.last is None or self.last < self.first:
            return
        term = self.term_of(self.first)
        while term and (days := self.days(term)) and days[0] <= self.last:
            if days[1] >= self.first:
                yield term
            term = self.term_after(term)

    def terms_ended(self, on: date) -> tuple[Period, ...]:
        """The plan's terms whose last day lies before `on`, in order."""
        return tuple(term for term in self.terms() if (days := self.days(term)) and days[1] < on)

    def is_term(self, period: Period) -> bool:
        """Whether the period is one that progress is kept by."""
        if own := self._own_terms():
            return period in own
        if self.years_by == ACADEMIC:
            return period.kind is PeriodKind.TERM
        is_calendar = self.years_by == CALENDAR
        counts = period.calendar == (CALENDAR if is_calendar else "")
        return period.kind is PeriodKind.QUARTER and counts

    def term_of(self, day: date) -> Period | None:
        """The term that holds the day, or the next one where the day lies between two.

        None after the last period of the plan's own calendar.
        """
        if own := self._own_terms():
            return next((term for term in own if (end := self.ends(term)) and day <= end), None)
        if self.years_by == ACADEMIC:
            return _academic_term(day)
        is_calendar = self.years_by == CALENDAR
        start = YEAR_STARTS[self.years_by if is_calendar else self.quarters_by]
        year = day.year if day.month >= start else day.year - 1
        number = (day.month - start) % 12 // _QUARTER_MONTHS
        calendar = CALENDAR if is_calendar else ""
        return Period(PeriodKind.QUARTER, year, QUARTERS[number], calendar)

    def term_before(self, term: Period) -> Period | None:
        """The term before this one; None before the first of the plan's own calendar."""
        return self._next(term, -1)

    def term_after(self, term: Period) -> Period | None:
        """The term after this one; None after the last of the plan's own calendar."""
        return self._next(term, 1)

    def plan_year_of(self, day: date) -> int | None:
        """The number of the plan year that holds the day, which may be below 1."""
        if self.first is None:
            return None
        start = YEAR_STARTS[self.years_by]
        return _year_holding(day, start) - _year_holding(self.first, start) + 1

    def _next(self, term: Period, step: int) -> Period | None:
        if own := self._own_terms():
            place = own.index(term) + step if term in own else -1
            return own[place] if 0 <= place < len(own) else None
        parts = TERMS if term.kind is PeriodKind.TERM else QUARTERS
        if term.part not in parts:
            return None
        years_on, place = divmod(parts.index(term.part) + step, len(parts))
        return replace(term, year=term.year + years_on, part=parts[place])

    def _own_terms(self) -> tuple[Period, ...]:
        """The periods of the plan's own calendar, in order, where that calendar comes first."""
        if not self.calendars or self.calendars[0] in YEAR_STARTS:
            return ()
        own = [named for named in self.named if named.calendar == self.calendars[0]]
        return tuple(named.period for named in sorted(own, key=lambda named: named.days))

    def _is_doubtful(self, period: Period) -> bool:
        """Whether `Q1 2018` may be meant as a quarter of another year than the calendar's."""
        is_quarter = period.kind is PeriodKind.QUARTER and period.calendar == CALENDAR
        others = {FINANCIAL, "municipal"} & {*self.calendars}
        return is_quarter and bool(others) and CALENDAR not in self.calendars

    def _standard_days(self, period: Period) -> Days | None:
        match period.kind:
            case PeriodKind.PLAN_YEAR:
                return self._plan_year(period.year)
            case PeriodKind.YEAR:
                # 2018-19 is no calendar year: it is the academic one, whatever else is counted.
                counted = ACADEMIC if self.years_by == CALENDAR else self.years_by
                return _year(period.year, period.calendar or counted)
            case PeriodKind.TERM:
                return _from_months(period.year, _TERM_STARTS[period.part], _TERM_MONTHS)
            case PeriodKind.QUARTER:
                calendar = period.calendar or self.quarters_by
                return _quarter(period.year, calendar, QUARTERS.index(period.part))
            case PeriodKind.MONTH:
                return _from_months(period.year, (0, int(period.part)), 1)
            case PeriodKind.NAMED:
                return None
            case _:
                assert_never(period.kind)

    def _plan_year(self, number: int) -> Days | None:
        if self.first is None:
            return None
        start = YEAR_STARTS[self.years_by]
        return _year(_year_holding(self.first, start) + number - 1, self.years_by)


def _year_holding(day: date, start: int) -> int:
    """The calendar year in which the day's year began, which starts with that month."""
    return day.year if day.month >= start else day.year - 1


def _academic_term(day: date) -> Period:
    begun = [name for name in ("spring", "summer", "autumn") if day.month >= _TERM_STARTS[name][1]]
    return Period(PeriodKind.TERM, _year_holding(day, YEAR_STARTS[ACADEMIC]), begun[-1])


def _year(year: int, calendar: str) -> Days:
    return _from_months(year, (0, YEAR_STARTS[calendar]), 12)


def _quarter(year: int, calendar: str, number: int) -> Days:
    years_on, month = divmod(YEAR_STARTS[calendar] - 1 + number * _QUARTER_MONTHS, 12)
    return _from_months(year, (years_on, month + 1), _QUARTER_MONTHS)


@lru_cache(maxsize=1024)
def _from_months(year: int, start: tuple[int, int], months: int) -> Days:
    years_on, month = start
    first = date(year + years_on, month, 1)
    after = date(first.year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1)
    return first, after - timedelta(days=1)
