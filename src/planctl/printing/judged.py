"""The term that a report is about, the day it is judged on, and the year where it is of one."""

from dataclasses import dataclass
from datetime import date

from planctl.model import Period, Plan, Timeline
from planctl.progress import term_asked
from planctl.progress.years import LAST, year_and_term


@dataclass(frozen=True, slots=True)
class Judged:
    """When a plan is looked at; `year` is that of an annual delivery plan."""

    term: Period
    on: date
    year: Period | None = None


def of_term(plan: Plan, term: str, as_of: date | None, today: date) -> Judged:
    """The term that the name means; by default judged on its last day. Raises WrongValueError."""
    found = term_asked(term, plan.timeline, as_of or today)
    return Judged(found, as_of or plan.timeline.ends(found) or today)


def of_year(plan: Plan, names: tuple[str, str], as_of: date | None, today: date) -> Judged:
    """The year and the term that the two names mean, judged on the term's last day by default.

    That is the first day of a plan of which no term has ended. Raises WrongValueError.
    """
    year, term = names
    found, judged = year_and_term(year, term, plan, as_of or today)
    return Judged(judged, as_of or _day(plan.timeline, judged, term, today) or today, found)


def _day(timeline: Timeline, term: Period, name: str, today: date) -> date | None:
    """The term's last day; its first where it is only to come, and was not asked for by name."""
    ends = timeline.ends(term)
    is_to_come = name.casefold() == LAST and ends is not None and ends >= today
    return timeline.starts(term) if is_to_come else ends
