"""A sample of what is said to be on track, to be checked: anybody can draw it again."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from planctl.model import Period, Plan, Row, State, Update, party_called, rows
from planctl.model.party import ANSWERING
from planctl.progress import state_said, update_in

GREEN: Final = frozenset({State.ON_TRACK, State.COMPLETE})


@dataclass(frozen=True, slots=True)
class Claim:
    """An action that its owner says is on track or complete in the term."""

    plan: Plan
    term: Period
    row: Row
    update: Update

    @property
    def key(self) -> str:
        """What finds it again, whatever is renumbered: the plan's id and the action's uid."""
        return f"{self.plan.id}/{self.row.action.uid or ''}"


@dataclass(frozen=True, slots=True)
class Sample:
    """The claims that were drawn, in the order of their ranks, out of how many."""

    seed: str
    out_of: int
    drawn: tuple[Claim, ...]


def claims(plan: Plan, term: Period) -> Iterator[Claim]:
    """All that a sample of the plan is drawn from."""
    for row in rows(plan):
        update = update_in(row, plan.timeline, term)
        if update and state_said(update, plan.rating_scale) in GREEN:
            yield Claim(plan, term, row, update)


def sample(every: Iterable[Claim], seed: str, number: int) -> Sample:
    """So many of the claims, those with the lowest ranks."""
    found = tuple(every)
    spoken = seed_of(seed)
    drawn = sorted(found, key=lambda claim: rank(spoken, claim))[:number]
    return Sample(spoken, len(found), tuple(drawn))


def seed_of(written: str) -> str:
    """The seed without blanks around it, its letters each in one way."""
    return unicodedata.normalize("NFC", written.strip())


def rank(seed: str, claim: Claim) -> str:
    """SHA-256 over the seed, a stroke and the claim's key, in hexadecimal digits."""
    return hashlib.sha256(f"{seed}/{claim.key}".encode()).hexdigest()


def bound_to(claim: Claim) -> frozenset[str]:
    """The parties that cannot check the claim: those who answer for the work, and who said it."""
    parties = claim.plan.parties
    names = [one.party for one in claim.row.responsible if one.role in ANSWERING]
    names += [claim.update.by] if claim.update.by else []
    return frozenset(party.id if (party := party_called(name, parties)) else name for name in names)
