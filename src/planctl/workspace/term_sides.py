"""A plan as it was told by the end of a term: the two sides of `--terms`."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from planctl.errors import WrongValueError
from planctl.model import Period, Plan, Timeline
from planctl.model.record import Record

_TOLD: Final = frozenset({"updates", "actuals", "assessments", "reports", "reviews"})
"""The fields that say by period how things went."""


def told_by(plan: Plan, timeline: Timeline, last: date) -> Plan:
    """The plan without what is told of periods that end after the day."""
    found = _told(plan, timeline, last)
    return found if isinstance(found, Plan) else plan


def two_terms(asked: str) -> tuple[str, str]:
    """The names of the two terms of `2017-18-autumn..2017-18-spring`. Raises WrongValueError."""
    old, dots, new = asked.partition("..")
    if not (dots and old.strip() and new.strip()):
        raise WrongValueError(
            "--terms", asked, "Write two terms with dots: 2017-18-autumn..2017-18-spring."
        )
    return old.strip(), new.strip()


def term_end(name: str, timeline: Timeline) -> tuple[Period, date]:
    """The term that the name means in the plan, and its last day. Raises WrongValueError."""
    period = timeline.period(name)
    last = timeline.ends(period) if period and timeline.is_term(period) else None
    if period is None or last is None:
        raise no_such_term(name, timeline)
    return period, last


def is_within(term: Period, timeline: Timeline) -> bool:
    """Whether the plan runs in the term, or does not say when it runs."""
    terms = tuple(timeline.terms())
    return not terms or term in terms


def no_such_term(name: str, timeline: Timeline) -> WrongValueError:
    """What is wrong with a name that is no term of the plan."""
    terms = tuple(timeline.terms())
    example = terms[0] if terms else "2017-18 autumn"
    choice = f"; the plan's terms are {terms[0]} to {terms[-1]}" if terms else ""
    return WrongValueError(
        "--terms", name, f"Write a term as '{example}'{choice}.", "is not a term of the plan"
    )


def _told(found: Any, timeline: Timeline, last: date) -> Any:
    """The same value where all of it had been told by then."""
    if isinstance(found, tuple):
        entries = tuple(_told(entry, timeline, last) for entry in found)
        return found if all(map(_is_same, entries, found)) else entries
    if not isinstance(found, Record):
        return found
    changed = {}
    for name in type(found).model_fields:
        value = getattr(found, name)
        kept = _until(value, timeline, last) if name in _TOLD else value
        kept = _told(kept, timeline, last)
        if kept is not value:
            changed[name] = kept
    return found.model_copy(update=changed) if changed else found


def _until(value: Any, timeline: Timeline, last: date) -> Any:
    """The entries of the periods that had ended; one whose end nobody knows stays."""
    if not isinstance(value, Mapping):
        return value
    kept = {period: entry for period, entry in value.items() if _has_ended(period, timeline, last)}
    return kept if len(kept) < len(value) else value


def _has_ended(period: Period, timeline: Timeline, last: date) -> bool:
    end = timeline.ends(period)
    return end is None or end <= last


def _is_same(one: Any, other: Any) -> bool:
    return one is other
