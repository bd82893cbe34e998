"""The term that somebody asks for."""

from datetime import date

from planctl.errors import WrongValueError
from planctl.model import Period, PeriodKind, Timeline, read_period, term_before, term_of


def term_asked(name: str, timeline: Timeline, today: date) -> Period:
    """The term that the name means: a term in any spelling, `current`, or `last`.

    `last` is the last one that has ended within the plan's period. Raises WrongValueError for a
    name that is none, and for a term in which the plan does not run.
    """
    terms = tuple(timeline.terms())
    if name.casefold() == "last":
        return _last(terms, timeline, today)
    found = term_of(today) if name.casefold() == "current" else read_period(name)
    if found is None or found.kind is not PeriodKind.TERM:
        raise WrongValueError("--term", name, f"Write a term as '2017-18 autumn'{_choice(terms)}.")
    if terms and found not in terms:
        raise WrongValueError("--term", name, f"The plan does not run then{_choice(terms)}.")
    return found


def _last(terms: tuple[Period, ...], timeline: Timeline, today: date) -> Period:
    ended = timeline.terms_ended(today)
    if ended:
        return ended[-1]
    if terms:
        raise WrongValueError("--term", "last", f"No term of it has ended yet{_choice(terms)}.")
    return term_before(term_of(today))


def _choice(terms: tuple[Period, ...]) -> str:
    return f"; its terms are {terms[0]} to {terms[-1]}" if terms else ""
