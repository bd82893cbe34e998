"""The three versions of a merge, and which entries of them are the same."""

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from planctl.diff.delta import Delta, delta
from planctl.findings import Path
from planctl.merging.result import UnsureError
from planctl.merging.side import Side
from planctl.pairing.tree import Node
from planctl.wording.words import normalised

Home: TypeAlias = tuple[int, str]
"""The name of what an entry stands in, and of the list there."""


@dataclass(slots=True)
class Three:
    """Base, ours and theirs, with the places of each entry that has a name.

    `moved` says that an entry stands in another list on one of the sides.
    """

    sides: tuple[Side, Side, Side]
    places: tuple[dict[int, Path], dict[int, Path], dict[int, Path]]
    nodes: tuple[dict[int, Node], dict[int, Node], dict[int, Node]]
    moved: bool = field(init=False)
    within: dict[Home, list[int]] = field(init=False)
    """The entries that stand in a list on any of the sides."""

    def __post_init__(self) -> None:
        self.moved, self.within = False, {}
        for name in dict.fromkeys(name for places in self.places for name in places):
            homes = {home: None for home in self.homes(name) if home is not None}
            self.moved |= len(homes) > 1
            for home in homes:
                self.within.setdefault(home, []).append(name)

    def homes(self, name: int) -> tuple[Home | None, ...]:
        """The list that the entry stands in on each side; None where it is not there."""
        return tuple(
            (side.names[path[:-2]], str(path[-2])) if (path := places.get(name)) else None
            for side, places in zip(self.sides, self.places, strict=True)
        )

    def home(self, name: int) -> Home | None:
        """The list where the entry is to stand. Raises UnsureError when each side has its own.

        What one side has removed is looked for where the other has it.
        """
        base, ours, theirs = self.homes(name)
        if ours is None or theirs is None:
            return ours or theirs
        if ours in {base, theirs}:
            return theirs
        if theirs == base:
            return ours
        raise UnsureError("both sides moved an entry, each to another place")


def three_of(base: Side, ours: Side, theirs: Side) -> Three:
    """The three versions, with each entry named."""
    pairs = delta(base.plan, ours.plan), delta(base.plan, theirs.plan)
    nodes: tuple[dict[int, Node], dict[int, Node], dict[int, Node]] = ({}, {}, {})
    for node in _nodes(pairs[0], is_old=True):
        _name(base, node, len(base.names), nodes[0])
    strangers: dict[Hashable, int] = {}
    for side, pair, known in zip((ours, theirs), pairs, nodes[1:], strict=True):
        met: Counter[Hashable] = Counter()
        for node in _nodes(pair, is_old=False):
            before = pair.pairs.old_of.get(node)
            if before is not None:
                _name(side, node, base.names[before.path], known)
                continue
            key = _key(node, side)
            met[key] += 1
            number = strangers.setdefault((key, met[key]), len(base.names) + len(strangers))
            _name(side, node, number, known)
    sides = (base, ours, theirs)
    places = tuple({name: path for path, name in side.names.items()} for side in sides)
    return Three(sides, places, nodes)  # type: ignore[arg-type] # a tuple of three, made of three


def _name(side: Side, node: Node, name: int, nodes: dict[int, Node]) -> None:
    side.names[node.path] = name
    nodes[name] = node


def _nodes(found: Delta, *, is_old: bool) -> Iterator[Node]:
    """All of one side, each behind what it stands in."""
    waiting = [(found.old if is_old else found.new).root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [below for nodes in node.below.values() for below in nodes]


def _key(node: Node, side: Side) -> Hashable:
    """By what an entry that both sides added is the same: never by likeness alone."""
    if node.key:
        return node.kind.name, node.key
    home = side.names[node.path[:-2]]
    return node.kind.name, home, node.path[-2], node.ref, normalised(node.text)
