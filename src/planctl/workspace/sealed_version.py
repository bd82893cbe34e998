"""How ratings have moved since the last term before that was closed, by what its seal holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from planctl.audit.chain import Chain
from planctl.diff import Version
from planctl.diff.comparison import compare
from planctl.model import Action, Period, Plan, Update, rows
from planctl.model.seal import Seal
from planctl.report.request import Since
from planctl.workspace.term_sides import told_by

_MOVED: Final = frozenset({"rating-worsened", "rating-improved"})
"""What follows from ratings alone, whatever else has changed."""

Seen = Callable[[Version, Version], Version]
"""The first version as a reader may see it, the second one beside it."""
Ratings = Mapping[Period, str]
"""What an action was rated in each closed term."""


@dataclass(frozen=True, slots=True)
class _Closed:
    """The closed terms of a plan before a term: the last one, its seal, and all ratings by uid."""

    term: Period
    ends: date
    seal: Seal
    ratings: Mapping[str, Ratings]


def since_sealed(
    plan: Plan, chain: Chain, of_report: tuple[Period, date], seen: Seen
) -> Since | None:
    """The movement of ratings up to the term and day of a report.

    None where no term before was closed, and where the chain is not whole: nobody knows then what
    was sealed. An action that something was said of since its last sealed term is left out.
    """
    term, as_of = of_report
    closed = _closed(plan, chain, term)
    if closed is None or chain.faults:
        return None
    now = told_by(plan, plan.timeline, plan.timeline.ends(term) or as_of)
    held = dict(_held(told_by(plan, plan.timeline, closed.ends), closed))
    before = _as_sealed(now, held)
    old, new = Version(before, before, closed.ends), Version(now, now, as_of)
    old, new = seen(old, new), seen(new, old)
    changes = compare(old, new, asks_for_updates=False)
    moved = tuple(one for one in changes if one.rule in _MOVED and one.kind == "action")
    return Since(str(closed.term), closed.seal.date, moved, len(held), seal=closed.seal.check_code)


def _closed(plan: Plan, chain: Chain, term: Period) -> _Closed | None:
    timeline, start = plan.timeline, plan.timeline.starts(term)
    found: list[tuple[date, Period, Seal]] = []
    ratings: list[tuple[str, Period, str]] = []
    for name in chain.terms(plan.id):
        period, seal = timeline.period(name), chain.closing(plan.id, name)
        ends = timeline.ends(period) if period else None
        if period and seal and ends and start and ends < start:
            found.append((ends, period, seal))
            ratings += ((uid, period, said) for uid, said in _ratings(plan, chain, name))
    if not found:
        return None
    ends, last, seal = max(found, key=lambda one: one[0])
    return _Closed(last, ends, seal, _by_uid(ratings))


def _ratings(plan: Plan, chain: Chain, term: str) -> Iterator[tuple[str, str]]:
    """The uid and rating of each entry that was rated in the term, as it was amended last."""
    for uid, periods in (chain.held(plan.id, term) or {}).items():
        rating = periods.get(term, {}).get("rating")
        if isinstance(rating, str):
            yield uid, rating


def _by_uid(ratings: list[tuple[str, Period, str]]) -> Mapping[str, Ratings]:
    found: dict[str, dict[Period, str]] = {}
    for uid, period, rating in ratings:
        found.setdefault(uid, {})[period] = rating
    return MappingProxyType(found)


def _held(then: Plan, closed: _Closed) -> Iterator[tuple[str, Ratings]]:
    """The actions of which nothing later is told than what the seals hold, with their ratings."""

    def latest(periods: Iterable[Period]) -> date:
        return max((then.timeline.ends(one) or date.max for one in periods), default=date.min)

    for row in rows(then):
        ratings = closed.ratings.get(row.action.uid or "", {})
        if row.action.uid and ratings and latest(row.action.updates) <= latest(ratings):
            yield row.action.uid, ratings


def _as_sealed(plan: Plan, held: Mapping[str, Ratings]) -> Plan:
    """The plan with the sealed ratings of its actions, and with no update besides."""
    themes = tuple(
        theme.model_copy(update={"actions": _rated(theme.actions, held)}) for theme in plan.themes
    )
    return plan.model_copy(update={"themes": themes})


def _rated(actions: tuple[Action, ...], held: Mapping[str, Ratings]) -> tuple[Action, ...]:
    return tuple(
        one.model_copy(
            update={
                "updates": {
                    period: Update(rating=rating)
                    for period, rating in held.get(one.uid or "", {}).items()
                },
                "sub_actions": _rated(one.sub_actions, held),
            }
        )
        for one in actions
    )
