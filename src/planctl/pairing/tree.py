"""A plan as a tree of the entries that are compared one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from planctl.findings import Path
from planctl.model import Plan
from planctl.model.entity import Entity
from planctl.model.plain import Plain, fields_of, plain_fields
from planctl.pairing.kinds import KINDS, Kind


@dataclass(eq=False, slots=True)
class Node:
    """One entry: where it stands, and the entries below it, by the lists that hold them.

    `position` counts its kind from the top of the plan. Nodes are known by themselves alone.
    """

    entry: Entity
    kind: Kind
    path: Path
    position: int = 0
    parent: "Node | None" = None
    below: dict[str, list["Node"]] = field(default_factory=dict)

    @property
    def own(self) -> dict[str, Plain]:
        """Its own fields as plain values, without the entries below it."""
        said = plain_fields(self.entry)
        return {name: value for name, value in said.items() if name not in self.below}

    @property
    def uid(self) -> str:
        """The name that never changes; empty where it has none."""
        return getattr(self.entry, "uid", None) or ""

    @property
    def key(self) -> str:
        """What it is known by before all else; empty where it has nothing of the kind."""
        return self.kind.key(self.entry) or ""

    @property
    def ref(self) -> str:
        """The reference that people print; empty where it has none."""
        return self.kind.ref(self.entry) or ""

    @property
    def text(self) -> str:
        """The words by which it is known."""
        return self.kind.text(self.entry)

    @property
    def place(self) -> tuple[str, int]:
        """The list that it stands in, and where in that."""
        return str(self.path[-2]), int(self.path[-1])

    def whole(self) -> dict[str, Plain]:
        """Its own fields, with the entries that are looked for only below it."""
        local = {
            name: [node.whole() for node in nodes]
            for name, nodes in self.below.items()
            if nodes[0].kind.is_local
        }
        return {**self.own, **local}

    def above(self) -> Iterator["Node"]:
        """The node itself, and those that it stands in, the nearest first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@dataclass(frozen=True, slots=True)
class Tree:
    """A plan's nodes: the plan itself, and those of each kind in the order of the file."""

    root: Node
    nodes: dict[str, list[Node]]

    def of(self, kind: Kind) -> list[Node]:
        """The nodes of a kind."""
        return self.nodes.get(kind.name, [])

    def at(self, path: Path) -> Node:
        """The node that stands at the path."""
        node = self.root
        for name, number in zip(path[::2], path[1::2], strict=True):
            node = node.below[str(name)][int(number)]
        return node


def tree_of(plan: Plan) -> Tree:
    """The plan's entries."""
    nodes: dict[str, list[Node]] = {}
    return Tree(_node(plan, (), None, nodes), nodes)


def _node(entry: Entity, path: Path, parent: Node | None, nodes: dict[str, list[Node]]) -> Node:
    kind = KINDS[type(entry)]
    alike = nodes.setdefault(kind.name, [])
    node = Node(entry, kind, path, len(alike), parent)
    alike.append(node)
    for name, alias, _ in fields_of(type(entry)):
        value: Any = getattr(entry, name)
        if isinstance(value, tuple) and value and type(value[0]) in KINDS:
            node.below[alias] = [
                _node(one, (*path, alias, number), node, nodes) for number, one in enumerate(value)
            ]
    return node
