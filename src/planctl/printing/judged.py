"""The term that a report is about, the day it is judged on, and the year where it is of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planctl.errors import WrongValueError
from planctl.model import Period, Plan, Timeline
from planctl.progress import term_asked
from planctl.progress.years import LAST, year_and_term
from planctl.workspace import Group


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


class Chooser:
    """Chooses the term of each plan, and keeps in mind which plans do not run in it.

    The last term of plans without days of their own is that of the others.
    """

    def __init__(self, groups: Sequence[Group], term: str, as_of: date | None) -> None:
        self.term = term
        self.as_of = as_of
        self.today = date.today()  # noqa: DTZ011 - the user's own day
        self.refused: dict[str, WrongValueError] = {}
        self.of_others = self._latest(groups) if term.casefold() == LAST else None

    def __call__(self, plan: Plan) -> Judged | None:
        """When the plan is looked at; None where it does not run then."""
        if self.of_others and plan.timeline.first is None:
            return self.of_others
        return self._tried(plan)

    def complain(self) -> None:
        """Raises what the first of the plans had against the term."""
        for error in self.refused.values():
            raise error

    def _tried(self, plan: Plan) -> Judged | None:
        try:
            return of_term(plan, self.term, self.as_of, self.today)
        except WrongValueError as error:
            self.refused[plan.id] = error
            return None

    def _latest(self, groups: Sequence[Group]) -> Judged | None:
        dated = [
            self._tried(plan)
            for group in groups
            for plan in group.sound_plans()
            if plan.timeline.first is not None
        ]
        found = [one for one in dated if one]
        return max(found, key=lambda one: one.on) if found else None


def _day(timeline: Timeline, term: Period, name: str, today: date) -> date | None:
    """The term's last day; its first where it is only to come, and was not asked for by name."""
    ends = timeline.ends(term)
    is_to_come = name.casefold() == LAST and ends is not None and ends >= today
    return timeline.starts(term) if is_to_come else ends
