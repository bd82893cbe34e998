"""The chain of a workspace's seals: each link names the hash of the one before."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from planctl.audit.altered import amended
from planctl.fingerprint import check_code, fingerprint
from planctl.model.period import Period, PeriodKind, read_period
from planctl.model.seal import Seal, SealKind, Values

SUFFIX: Final = ".json"
_OF_ITSELF: Final = ("sha256", "check_code")
_RESTORE: Final = "Bring the file back as it was, from git or a backup."


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a seal's file, or with its place in the chain."""

    file: str
    message: str
    help: str = _RESTORE


@dataclass(frozen=True, slots=True)
class Chain:
    """The seals that are whole, the oldest first, and what is wrong with the others."""

    seals: tuple[Seal, ...] = ()
    faults: tuple[Fault, ...] = ()

    def closing(self, plan: str, term: str) -> Seal | None:
        """The seal by which the term was closed for the plan of that id."""
        closed = (seal for seal in self.of(term) if seal.kind is SealKind.CLOSE)
        return next((seal for seal in closed if plan in seal.plans), None)

    def of(self, term: str) -> tuple[Seal, ...]:
        """The seals of the term: what closed it, and its amendments."""
        return tuple(seal for seal in self.seals if seal.term == term)

    def terms(self, plan: str) -> tuple[str, ...]:
        """The terms that were closed for the plan, in the order of their closing."""
        closed = (seal for seal in self.seals if seal.kind is SealKind.CLOSE)
        return tuple(dict.fromkeys(seal.term for seal in closed if plan in seal.plans))

    def held(self, plan: str, term: str) -> Values | None:
        """What the plan said of the term when it was closed, with all amendments since."""
        seal = self.closing(plan, term)
        if seal is None:
            return None
        later = (one for one in self.of(term) if one.kind is SealKind.AMEND)
        changes = (change for one in later for change in one.changes if change.plan == plan)
        return amended(seal.plans[plan].values, changes)

    def following(self, term: str) -> str:
        """The name of the file that the next seal of the term is written to."""
        return file_of(term, sum(_slug(seal.term) == _slug(term) for seal in self.seals))


def chain_of(files: Mapping[str, bytes]) -> Chain:
    """The chain that the files hold, by their names."""
    seals: list[tuple[str, Seal]] = []
    faults: list[Fault] = []
    for name in sorted(files):
        found = _seal(name, files[name])
        if isinstance(found, Fault):
            faults.append(found)
        else:
            seals.append((name, found))
    seals.sort(key=lambda one: (one[1].number, one[0]))
    damaged = len(faults)
    faults += _cuts(seals, has_others=bool(damaged))
    faults += _misnamed(seals, damaged)
    return Chain(tuple(seal for _, seal in seals), tuple(faults))


def sealed(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content with the hash over it, and the check code that is made of the hash."""
    digest = fingerprint(content)
    return {**content, "sha256": digest, "check_code": check_code(bytes.fromhex(digest))}


def seal_text(content: Mapping[str, Any]) -> str:
    """The seal as its file has it: a value a line, so that git shows what came."""
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"


def file_of(term: str, before: int) -> str:
    """The name of a seal's file after so many others of its term: 2017-18-autumn.json, then -2."""
    return f"{_slug(term)}-{before + 1}{SUFFIX}" if before else f"{_slug(term)}{SUFFIX}"


def _slug(term: str) -> str:
    return (read_period(term) or Period(PeriodKind.NAMED, 0, term)).slug


def _seal(name: str, raw: bytes) -> Seal | Fault:
    try:
        content = json.loads(raw.decode(), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return Fault(name, "the seal cannot be read: it is not JSON, or a name in it stands twice")
    try:
        seal = Seal.model_validate(content)
        digest = fingerprint({key: content[key] for key in content if key not in _OF_ITSELF})
    except ValidationError as error:
        places = {".".join(map(str, one["loc"])) or "the whole" for one in error.errors()}
        return Fault(name, f"the seal is damaged: {', '.join(sorted(places)[:3])} cannot be right")
    except ValueError:
        return Fault(name, "the seal is damaged: it holds a value that no seal can have")
    if (seal.sha256, seal.check_code) != (digest, check_code(bytes.fromhex(digest))):
        return Fault(
            name,
            f"the seal of {seal.term} was edited: what it holds no longer has the hash that it"
            " names",
            f"{_RESTORE} A sealed value is corrected in the plan, with planctl term amend.",
        )
    return seal


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _cuts(seals: list[tuple[str, Seal]], *, has_others: bool) -> Iterator[Fault]:
    """Where a link is missing, stands twice, or does not fit the one before."""
    before: Seal | None = None
    for name, seal in seals:
        number = before.number if before else 0
        if seal.number == number:
            yield Fault(
                name,
                f"the chain of seals forks: this is seal {number}, and so is another",
                "Keep the one that was written first, and close or amend the other term again.",
            )
        elif seal.number > number + 1 and not has_others:
            yield Fault(
                name,
                f"the chain of seals is cut: this is seal {seal.number}, and seal {number + 1} is"
                " not there",
            )
        elif seal.number == number + 1 and seal.previous != (before.sha256 if before else None):
            follows = f"is not the one that follows seal {number}" if number else "follows another"
            yield Fault(name, f"the chain of seals is cut: seal {seal.number} {follows}")
        before = seal


def _misnamed(seals: Iterable[tuple[str, Seal]], damaged: int) -> Iterator[Fault]:
    """Seals in files of other names; each damaged one may be the one before."""
    seen: Counter[str] = Counter()
    for name, seal in seals:
        before = seen[_slug(seal.term)]
        seen[_slug(seal.term)] += 1
        wanted = file_of(seal.term, before)
        if name not in {file_of(seal.term, before + more) for more in range(damaged + 1)}:
            yield Fault(
                name,
                f"the seal of {seal.term} was renamed: its file was called {wanted}",
                f"Rename it to {wanted}.",
            )
