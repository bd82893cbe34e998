"""Who is asked about what in a term: one respondent for each action."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from planctl.model import ANSWERING, Assignment, Party, PartyKind, Period, Plan, Role, Row, rows
from planctl.model.party import parties_by_name
from planctl.model.values import is_id
from planctl.progress import lacks_responsible, lacks_timeline, owes_update

_LEADS: Final = (Role.LEAD, Role.ACCOUNTABLE, Role.COORDINATES)
_NOBODY: Final = "coordinator"


class Kind(StrEnum):
    """What a form asks for: the term's updates, or owners and dates that are missing."""

    UPDATES = "updates"
    GAPS = "gaps"


@dataclass(frozen=True, slots=True)
class PlanTerm:
    """A plan, with what it takes from its programme, and the term that is asked about."""

    plan: Plan
    term: Period


@dataclass(frozen=True, slots=True)
class Respondent:
    """Who is asked; `id` also names the file."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One action that is asked about; `key` finds it again, within its plan."""

    plan: Plan
    term: Period
    row: Row
    key: str

    @property
    def name(self) -> str:
        """What people call the action: its ref, else its uid, else its place."""
        return self.row.action.ref or self.row.action.uid or self.row.label


@dataclass(frozen=True, slots=True)
class Form:
    """What one respondent is asked, and what is theirs to read only."""

    kind: Kind
    respondent: Respondent
    asked: tuple[Asked, ...]
    informed: tuple[Asked, ...] = ()


def forms(every: Iterable[PlanTerm], kind: Kind = Kind.UPDATES) -> tuple[Form, ...]:
    """One form for each respondent, by name; those who are only informed have one too."""
    asked: dict[Respondent, list[Asked]] = {}
    informed: dict[Respondent, list[Asked]] = {}
    for one in all_asked(every, kind):
        answering = respondent_of(one.plan, one.row)
        asked.setdefault(answering, []).append(one)
        for other in _others(one, answering) if kind is Kind.UPDATES else ():
            informed.setdefault(other, []).append(one)
    people = sorted({*asked, *informed}, key=lambda person: (person.name.casefold(), person.id))
    return tuple(
        Form(kind, person, tuple(asked.get(person, ())), tuple(informed.get(person, ())))
        for person in people
    )


def all_asked(every: Iterable[PlanTerm], kind: Kind = Kind.UPDATES) -> Iterator[Asked]:
    """Each action that is asked about, in the order of the plans."""
    for one in every:
        keyed = keys(one.plan)
        for row in rows(one.plan):
            if _is_asked(one, row, kind):
                yield Asked(one.plan, one.term, row, keyed[row.path])


def respondent_of(plan: Plan, row: Row) -> Respondent:
    """Who answers for the row.

    Whoever leads; else who is named as its `respondent`; else the only one responsible, unless
    that is a collective, which has no desk; else the plan's coordinator.
    """
    answering = [given for given in row.responsible if given.role in ANSWERING]
    known = parties_by_name(plan.parties)
    sole = answering if len(answering) == 1 and not _is_collective(answering[0], known) else []
    name = (
        _lead(answering)
        or row.action.respondent
        or (sole[0].party if sole else None)
        or plan.coordinator
    )
    return party_named(plan, name) if name else Respondent(_NOBODY, "The coordinator")


def party_named(plan: Plan, name: str) -> Respondent:
    """The party of that id, name or alias; where none is, the name itself."""
    party = parties_by_name(plan.parties).get(name.casefold())
    return Respondent(party.id, party.name) if party else Respondent(_slug(name), name)


def keys(plan: Plan) -> dict[tuple[str | int, ...], str]:
    """What finds each row again, by its path: its uid, else its ref, else its place."""
    every = tuple(rows(plan))
    refs = Counter(row.action.ref for row in every)
    return {row.path: _key(row, refs) for row in every}


def _key(row: Row, refs: "Counter[str | None]") -> str:
    action = row.action
    if action.uid:
        return f"uid:{action.uid}"
    if action.ref and refs[action.ref] == 1:
        return f"ref:{action.ref}"
    return f"row:{'.'.join(map(str, row.path))}"


def _is_asked(one: PlanTerm, row: Row, kind: Kind) -> bool:
    if kind is Kind.UPDATES:
        return owes_update(row, one.plan.rating_scale, one.plan.timeline, one.term)
    if row.action.closure is not None:
        return False
    return lacks_responsible(row) or lacks_timeline(row)


def _lead(answering: list[Assignment]) -> str | None:
    """The one that leads; None where nobody does, or several do."""
    for role in _LEADS:
        leading = [given.party for given in answering if given.role is role]
        if leading:
            return leading[0] if len(leading) == 1 else None
    return None


def _others(one: Asked, answering: Respondent) -> Iterator[Respondent]:
    known = parties_by_name(one.plan.parties)
    named = (
        given
        for given in one.row.responsible
        if given.role in ANSWERING and not _is_collective(given, known)
    )
    people = dict.fromkeys(party_named(one.plan, given.party) for given in named)
    return (person for person in people if person != answering)


def _is_collective(given: Assignment, known: Mapping[str, Party]) -> bool:
    party = known.get(given.party.casefold())
    return party is not None and party.kind is PartyKind.COLLECTIVE


def _slug(name: str) -> str:
    """The name as a file's name on every system."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return slug if is_id(slug) else f"party-{slug}".strip("-")
