"""The term that somebody asks for."""

from datetime import date

from planctl.errors import WrongValueError
from planctl.model import Period, Timeline


def term_asked(name: str, timeline: Timeline, today: date) -> Period:
    """The term that the name means: a term in any spelling, `current`, or `last`.

    `last` is the last one that has ended within the plan's period. A plan that counts by quarters,
    or by periods of its own, has those for terms. Raises WrongValueError for a name that is none,
    and for a term in which the plan does not run.
    """
    terms = tuple(timeline.terms())
    if name.casefold() == "last":
        return _last(terms, timeline, today)
    found = timeline.term_of(today) if name.casefold() == "current" else timeline.period(name)
    if found is None or not timeline.is_term(found):
        example = terms[0] if terms else timeline.term_of(today)
        raise WrongValueError("--term", name, f"Write a term as '{example}'{_choice(terms)}.")
    if terms and found not in terms:
        raise WrongValueError("--term", name, f"The plan does not run then{_choice(terms)}.")
    return found


def _last(terms: tuple[Period, ...], timeline: Timeline, today: date) -> Period:
    ended = timeline.terms_ended(today)
    if ended:
        return ended[-1]
    if terms:
        raise WrongValueError("--term", "last", f"No term of it has ended yet{_choice(terms)}.")
    current = timeline.term_of(today)
    before = timeline.term_before(current) if current else None
    if before is None:
        raise WrongValueError("--term", "last", "No term has ended yet.")
    return before


def _choice(terms: tuple[Period, ...]) -> str:
    return f"; its terms are {terms[0]} to {terms[-1]}" if terms else ""
