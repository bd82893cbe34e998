"""The terms of a workspace's plans: open, ended or closed, and by whose decision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planctl.audit.chain import Chain
from planctl.model import Plan, Seal
from planctl.model.seal import SealKind


class Standing(StrEnum):
    """How a term stands for a plan."""

    OPEN = "open"
    ENDED = "ended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class TermOf:
    """A term of one plan: how it stands, and on which day it ends."""

    plan: str
    standing: Standing
    ends: date | None


@dataclass(frozen=True, slots=True)
class TermStanding:
    """A term with the plans that run in it, or did when it was closed; and its seals in order."""

    term: str
    plans: tuple[TermOf, ...]
    seals: tuple[Seal, ...]

    @property
    def ends(self) -> date | None:
        """Its last day."""
        return max((plan.ends for plan in self.plans if plan.ends), default=None)

    @property
    def closed(self) -> int:
        """For how many of the plans it is closed."""
        return sum(plan.standing is Standing.CLOSED for plan in self.plans)

    @property
    def amendments(self) -> tuple[Seal, ...]:
        """What was corrected after it was closed."""
        return tuple(seal for seal in self.seals if seal.kind is SealKind.AMEND)


def terms_of(plans: Iterable[Plan], chain: Chain, on: date) -> tuple[TermStanding, ...]:
    """Every term that a plan runs in or that was closed, in the order of time."""
    found: dict[str, dict[str, TermOf]] = {}
    for plan in plans:
        for one, term in _of(plan, chain, on):
            found.setdefault(term, {})[plan.id] = one
    for seal in chain.seals:
        for plan_id in seal.plans if seal.kind is SealKind.CLOSE else ():
            gone = TermOf(plan_id, Standing.CLOSED, None)
            found.setdefault(seal.term, {}).setdefault(plan_id, gone)
    every = (TermStanding(term, tuple(of.values()), chain.of(term)) for term, of in found.items())
    return tuple(sorted(every, key=lambda one: (one.ends or date.min, one.term)))


def _of(plan: Plan, chain: Chain, on: date) -> Iterator[tuple[TermOf, str]]:
    closed = chain.terms(plan.id)
    for term in plan.timeline.terms():
        end = plan.timeline.ends(term)
        standing = Standing.ENDED if end and end < on else Standing.OPEN
        if str(term) in closed:
            standing = Standing.CLOSED
        yield TermOf(plan.id, standing, end), str(term)
