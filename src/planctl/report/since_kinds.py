"""Which actions changed in which way since the last report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.diff import Change
from planctl.model import read_day

_RULES: Final[Mapping[str, frozenset[str]]] = MappingProxyType({
    "worse": frozenset({"rating-worsened", "reopened"}),
    "better": frozenset({"rating-improved", "taken-up-again"}),
    "complete": frozenset({"completed"}),
    "overdue": frozenset({"newly-overdue"}),
    "moved_approved": frozenset({"date-moved"}),
    "moved": frozenset({"date-moved"}),
    "later": frozenset({"action-slipped"}),
    "added": frozenset({"action-added", "action-split"}),
    "dropped": frozenset({"action-dropped", "actions-merged"}),
    "closed": frozenset({"closed-undone"}),
    "owners": frozenset({"owner-changed", "owner-removed", "owner-named"}),
})  # fmt: skip
KINDS: Final = tuple(_RULES)
"""In the order of the table."""
_OF_RATINGS: Final = ("worse", "better")
"""What a seal can tell of."""


@dataclass(frozen=True, slots=True)
class Named:
    """An action among those of one kind, with how many days its end has moved, where known."""

    label: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class OfKind:
    """The actions that changed in one way."""

    kind: str
    actions: tuple[Named, ...]


def kinds_of(changes: Sequence[Change], *, is_sealed: bool = False) -> tuple[OfKind, ...]:
    """Every kind, those without an action too; each action once in each.

    Of what was only sealed, those that ratings alone tell of.
    """
    kinds = _OF_RATINGS if is_sealed else KINDS
    own = [change for change in changes if change.kind == "action"]
    ends = {
        _entry(one): _days(one) for one in own if one.rule in {"action-slipped", "brought-forward"}
    }
    moved = {_entry(one) for one in own if one.rule == "date-moved"}
    return tuple(
        OfKind(kind, tuple(_named(_among(own, kind, moved), ends, kind))) for kind in kinds
    )


def _among(own: Iterable[Change], kind: str, moved: set[str]) -> Iterator[Change]:
    for change in own:
        is_other_half = kind.startswith("moved") and change.is_approved != (
            kind == "moved_approved"
        )
        # An end that is later because the agreed time was moved is told there.
        is_told = kind == "later" and _entry(change) in moved
        if change.rule in _RULES[kind] and not is_other_half and not is_told:
            yield change


def _named(found: Iterable[Change], ends: Mapping[str, int | None], kind: str) -> Iterator[Named]:
    is_timed = kind in {"moved", "moved_approved", "later"}
    once = {_entry(change): change for change in found}
    for entry, change in once.items():
        yield Named(change.label, ends.get(entry) if is_timed else None)


def _days(change: Change) -> int | None:
    was, now = (read_day(str(one)) for one in (change.old, change.new))
    return (now - was).days if was and now else None


def _entry(change: Change) -> str:
    return change.uid or change.label
