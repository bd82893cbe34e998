"""Changes by worry and plan, or by whom and what they are about."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from planctl.diff import Change, Compared, Level
from planctl.diff.folding import Folded, folded
from planctl.findings import Path


class ChangesBy(StrEnum):
    """What stands together: what worries as much, or what is of one action, owner or theme."""

    CHANGE = "change"
    ACTION = "action"
    OWNER = "owner"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that are told together, under a name."""

    name: str
    told: tuple[Folded, ...]


_UNNAMED: Final = MappingProxyType({
    ChangesBy.ACTION: "The plan as a whole",
    ChangesBy.OWNER: "Nobody named",
    ChangesBy.THEME: "Outside the themes",
})  # fmt: skip


def plans_of(compared: Compared) -> tuple[str, ...]:
    """The plans in which something changed, in the order of the changes."""
    return tuple(dict.fromkeys(change.plan for change in compared.told))


def by_worry(compared: Compared) -> Iterator[tuple[Level, tuple[Group, ...]]]:
    """For each level of worry there is, the changes of each plan."""
    of_level: dict[Level, dict[str, list[Change]]] = {level: {} for level in Level}
    for change in compared.told:
        of_level[change.level].setdefault(change.plan, []).append(change)
    for level, of_plan in of_level.items():
        if of_plan:
            yield level, _groups(of_plan, compared.changes)


def grouped(compared: Compared, by: ChangesBy) -> tuple[Group, ...]:
    """The changes of each action, owner or theme: actions and themes as plans have them."""
    several = len(plans_of(compared)) > 1
    found: dict[str, list[Change]] = {}
    for change in sorted(compared.told, key=_position):
        for name in _names(change, by, several=several):
            found.setdefault(name, []).append(change)
    if by is ChangesBy.OWNER:
        unnamed = _UNNAMED[by]
        found = {
            name: found[name]
            for name in sorted(found, key=lambda name: (name == unnamed, name.casefold()))
        }
    ordered = {
        name: sorted(told, key=lambda change: change.level.rank) for name, told in found.items()
    }
    return _groups(ordered, compared.changes)


def _groups(
    changes: Mapping[str, Iterable[Change]], among: Collection[Change]
) -> tuple[Group, ...]:
    return tuple(Group(name, folded(own, among)) for name, own in changes.items())


def _names(change: Change, by: ChangesBy, *, several: bool) -> tuple[str, ...]:
    """What the groups are called that it belongs to; an owner's changes may be of several plans."""
    if by is ChangesBy.OWNER:
        return change.owners or (_UNNAMED[by],)
    name = (change.label if by is ChangesBy.ACTION else change.theme) or _UNNAMED[by]
    return (f"{change.plan}: {name}" if several else name,)


def _position(change: Change) -> tuple[str, list[tuple[bool, str | int]]]:
    """Where it stands in its plan, or stood."""
    path: Path = change.new_path or change.old_path or ()
    return change.plan, [(isinstance(part, str), part) for part in path]
