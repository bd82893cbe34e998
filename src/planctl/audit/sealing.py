"""A term that is closed: what plans said of it, as the next link of the chain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from planctl.audit.agreed import agreed_by_uid
from planctl.audit.altered import Altered, altered
from planctl.audit.chain import Chain, sealed
from planctl.audit.kept import Keeper, keepers, term_values
from planctl.fingerprint import agreed, fingerprint, progress
from planctl.model import Period, Plan
from planctl.model.seal import SealKind

_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Sourced:
    """A plan with what it takes from its programme, and the SHA-256 of the files it came from."""

    plan: Plan
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """On which day something was decided, by whom, where that is minuted, and why."""

    on: date
    by: str = ""
    minute: str = ""
    reason: str = ""


def closing(
    plans: Iterable[Sourced], term: Period, chain: Chain, decided: Decided
) -> dict[str, Any]:
    """The seal that closes the term for the plans, as its file has it."""
    content = {one.plan.id: _closed(one, term) for one in plans}
    return sealed(_link(SealKind.CLOSE, str(term), chain, decided) | {"plans": content})


def amending(
    plans: Iterable[Sourced], term: Period, chain: Chain, decided: Decided
) -> dict[str, Any] | None:
    """The seal that records what the plans say of the closed term now; None where all is as it was.

    Plans for which the term was not closed are left out.
    """
    said = [(one, tuple(since_closing(one.plan, term, chain))) for one in plans]
    changed = [(one, changes) for one, changes in said if changes]
    if not changed:
        return None
    content = {
        "plans": {one.plan.id: _traced(one) for one, _ in changed},
        "changes": [_change(one.plan.id, change) for one, found in changed for change in found],
    }
    return sealed(_link(SealKind.AMEND, str(term), chain, decided) | content)


def since_closing(plan: Plan, term: Period, chain: Chain) -> tuple[Altered, ...]:
    """What the plan says of the term that it did not say when it was closed or last amended."""
    held = chain.held(plan.id, str(term))
    return () if held is None else tuple(altered(held, term_values(plan, term, held)))


def unnamed(plan: Plan) -> tuple[Keeper, ...]:
    """The entries that say something by period, and have no uid by which it could be sealed.

    Those with one that another has, too.
    """
    every = [keeper for keeper in keepers(plan) if keeper.records or keeper.field in _HAVE_UIDS]
    taken = [keeper.uid for keeper in every]
    return tuple(one for one in every if not one.uid or taken.count(one.uid) > 1)


_HAVE_UIDS: Final = frozenset({"updates", "actuals"})
"""What actions and KPIs say: they have uids, and need one before anything can be added later."""


def _link(kind: SealKind, term: str, chain: Chain, decided: Decided) -> dict[str, Any]:
    last = chain.seals[-1] if chain.seals else None
    said = {
        "by": decided.by,
        "minute": decided.minute,
        "reason": decided.reason,
        "previous": last.sha256 if last else "",
    }
    return {
        "format_version": _VERSION,
        "kind": kind.value,
        "number": last.number + 1 if last else 1,
        "term": term,
        "date": decided.on.isoformat(),
        **{name: words for name, words in said.items() if words},
    }


def _closed(one: Sourced, term: Period) -> dict[str, Any]:
    kept = {
        uid: {name: list(texts) for name, texts in fields.items()}
        for uid, fields in agreed_by_uid(one.plan).items()
    }
    return _traced(one) | {"values": term_values(one.plan, term), "agreed": kept}


def _traced(one: Sourced) -> dict[str, Any]:
    """Which version of the plan it is."""
    return {
        "title": one.plan.title,
        "sources": dict(sorted(one.sources.items())),
        "agreed_sha256": fingerprint(agreed(one.plan)),
        "progress_sha256": fingerprint(progress(one.plan)),
    }


def _change(plan: str, change: Altered) -> dict[str, Any]:
    values = {"was": change.was, "is": change.now}
    return {
        "plan": plan,
        "uid": change.uid,
        "period": change.period,
        "field": change.field,
        **{name: value for name, value in values.items() if value is not None},
    }
