"""The year that somebody asks for, and the terms that progress is kept by in it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from planctl.errors import WrongValueError
from planctl.model import Period, PeriodKind, Plan, Timeline, rows
from planctl.model.period import CALENDAR as BY_CALENDAR
from planctl.progress.terms import term_asked

_OPTION: Final = "--year"
LAST: Final = "last"
"""The name of the last term that has ended."""
_YEARS: Final = frozenset({PeriodKind.PLAN_YEAR, PeriodKind.YEAR})


def year_and_term(year: str, term: str, plan: Plan, today: date) -> tuple[Period, Period]:
    """The year that the name means, and the term by whose end it is judged.

    Without a name it is the year of the term. `last` is then the last term of the plan that has
    ended by the end of that year, and its first term where none has. Raises WrongValueError.
    """
    timeline = plan.timeline
    if not year:
        judged = _term(term, timeline, today, None)
        return year_of(judged, plan), judged
    asked = _year(year, plan)
    return asked, _term(term, timeline, today, asked)


def year_of(term: Period, plan: Plan) -> Period:
    """The year that holds the term's last day; Year 1 where the plan's years have no days."""
    timeline, day = plan.timeline, plan.timeline.ends(term)
    named = {one for row in rows(plan) for one in row.schedule}
    if timeline.first is None and any(one.kind is PeriodKind.PLAN_YEAR for one in named):
        return Period(PeriodKind.PLAN_YEAR, 1)
    number = timeline.plan_year_of(day) if day else None
    if number is not None:
        return Period(PeriodKind.PLAN_YEAR, number)
    return _calendar_year(day, timeline) if day else Period(PeriodKind.YEAR, term.year)


def terms_of(year: Period, timeline: Timeline) -> tuple[Period, ...]:
    """The terms that share a day with the year, in order; none for a year without days."""
    return tuple(_terms_of(year, timeline))


def years_of(timeline: Timeline) -> tuple[Period, ...]:
    """The plan's years, Year 1 first; none for a plan without both days."""
    count = timeline.plan_year_of(timeline.last) if timeline.last else None
    return tuple(Period(PeriodKind.PLAN_YEAR, n) for n in range(1, (count or 0) + 1))


def _year(name: str, plan: Plan) -> Period:
    timeline, years = plan.timeline, years_of(plan.timeline)
    choice = f"; its years are {years[0]} to {years[-1]}" if years else ""
    found = timeline.period(name)
    if found is None or found.kind not in _YEARS:
        raise WrongValueError(_OPTION, name, f"Write a year as '2017-18' or 'Year 1'{choice}.")
    days = timeline.days(found)
    same = [one for one in years if days and timeline.days(one) == days]
    if years and found not in years and not same:
        raise WrongValueError(_OPTION, name, f"The plan does not run then{choice}.")
    return same[0] if same else found


def _term(name: str, timeline: Timeline, today: date, year: Period | None) -> Period:
    """The term asked for; the last one by the end of the year that has ended, else the first."""
    terms = tuple(timeline.terms())
    if name.casefold() != LAST or not terms:
        return term_asked(name, timeline, today)
    end = timeline.ends(year) if year else None
    ended = [one for one in timeline.terms_ended(today) if _ends_by(one, end, timeline)]
    return ended[-1] if ended else terms[0]


def _ends_by(term: Period, day: date | None, timeline: Timeline) -> bool:
    ends = timeline.ends(term)
    return day is None or (ends is not None and ends <= day)


def _calendar_year(day: date, timeline: Timeline) -> Period:
    """The year that holds the day, by the calendar that the plan counts by."""
    calendar = BY_CALENDAR if timeline.years_by == BY_CALENDAR else ""
    known = (Period(PeriodKind.YEAR, year, calendar=calendar) for year in (day.year - 1, day.year))
    return next(one for one in known if (end := timeline.ends(one)) and day <= end)


def _terms_of(year: Period, timeline: Timeline) -> Iterator[Period]:
    days = timeline.days(year)
    term = timeline.term_of(days[0]) if days else None
    while days and term and (start := timeline.starts(term)) and start <= days[1]:
        if timeline.touches(term, year):
            yield term
        term = timeline.term_after(term)
