"""The exact difference between two versions: what is paired, and every edit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from planctl.diff.change import Edit, Plain
from planctl.diff.order import moved
from planctl.findings import Path
from planctl.model import Plan
from planctl.model.plain import fields_of, plain
from planctl.pairing.entries import paired
from planctl.pairing.pairs import Pairs
from planctl.pairing.tree import Node, Tree, tree_of

_DEEP: Final = MappingProxyType({
    "updates": 2, "assessments": 2, "reports": 2,
    "targets": 1, "actuals": 1, "reviews": 1, "own": 1, "source": 1, "glossary": 1,
})  # fmt: skip
"""The fields that hold many things: how many steps down each of them is compared by itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one entry that is another: the path from the entry, and both values."""

    old: Node
    new: Node
    field: Path
    was: Plain
    now: Plain

    @property
    def edit(self) -> Edit:
        """The edit that it is."""
        return Edit(
            (*self.old.path, *self.field), (*self.new.path, *self.field), self.was, self.now
        )


@dataclass(slots=True)
class Delta:
    """All that tells two versions apart.

    `removed` and `added` hold the entries that only one side has, local ones below such an entry
    left out; `shifted` those that stand in another place, each with whether it is another list.
    """

    old: Tree
    new: Tree
    pairs: Pairs
    differences: list[Difference] = field(default_factory=list)
    removed: list[Node] = field(default_factory=list)
    added: list[Node] = field(default_factory=list)
    shifted: list[tuple[Node, Node, bool]] = field(default_factory=list)


def delta(old: Plan, new: Plan) -> Delta:
    """The exact difference between the plans; white space in texts does not count."""
    trees = tree_of(old), tree_of(new)
    found = Delta(*trees, paired(*trees))
    for one, other in found.pairs.new_of.items():
        for path, was, now in _fields(one, other):
            found.differences.append(Difference(one, other, path, was, now))
    found.removed = list(_alone(found.old, found.pairs.new_of))
    found.added = list(_alone(found.new, found.pairs.old_of))
    found.shifted = list(_shifted(found))
    return found


def edits(found: Delta) -> Iterator[Edit]:
    """Every edit of the difference: together they make the new version of the old one."""
    for one in found.differences:
        yield one.edit
    for node in found.removed:
        yield Edit(node.path, None, node.whole(), None)
    for node in found.added:
        yield Edit(None, node.path, None, node.whole())
    for old, new, _ in found.shifted:
        yield Edit(old.path, new.path)


def _alone(tree: Tree, paired: Mapping[Node, Node]) -> Iterator[Node]:
    """The nodes without a partner; local ones are told with the one above that has none either."""
    waiting = [tree.root]
    while waiting:
        node = waiting.pop(0)
        is_alone = node not in paired
        if is_alone and not (node.kind.is_local and node.parent not in paired):
            yield node
        waiting[:0] = [below for nodes in node.below.values() for below in nodes]


def _shifted(found: Delta) -> Iterator[tuple[Node, Node, bool]]:
    """What stands in another list, or in another order among those that stayed in theirs."""
    stayed: dict[tuple[Node | None, str], list[Node]] = {}
    for one, other in found.pairs.new_of.items():
        if one.parent is None or other.parent is None:
            continue
        home = found.pairs.new_of.get(one.parent)
        if home is not other.parent or one.place[0] != other.place[0]:
            yield one, other, True
        else:
            stayed.setdefault((one.parent, one.place[0]), []).append(one)
    for nodes in stayed.values():
        theirs = [found.pairs.new_of[node] for node in nodes]
        for number in moved(nodes, theirs):
            yield nodes[number], theirs[number], False


def _fields(old: Node, new: Node) -> Iterator[tuple[Path, Plain, Plain]]:
    """The fields that are not the same on both sides, without the entries below."""
    for field_name, name, unsaid in fields_of(type(old.entry)):
        if name in old.below or name in new.below:
            continue
        before, after = getattr(old.entry, field_name), getattr(new.entry, field_name)
        if before == after:
            continue
        one, other = (None if said == unsaid else plain(said) for said in (before, after))
        for path, was, now in _values(one, other, _DEEP.get(name, 0)):
            yield (name, *path), was, now


def _values(was: Plain, now: Plain, depth: int) -> Iterator[tuple[Path, Plain, Plain]]:
    if depth and isinstance(was, dict) and isinstance(now, dict):
        for name in dict.fromkeys((*was, *now)):
            for path, one, other in _values(was.get(name), now.get(name), depth - 1):
                yield (name, *path), one, other
    elif folded(was) != folded(now):
        yield (), was, now


def folded(value: Plain) -> Any:
    """The value with each stretch of white space made one blank: how lines break says nothing."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [folded(entry) for entry in value]
    if isinstance(value, dict):
        return {name: folded(entry) for name, entry in value.items()}
    return value
