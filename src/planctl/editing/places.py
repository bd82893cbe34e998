"""The lists and mappings of a file, each with its path and what the model has there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planctl.findings import Path
from planctl.loading import type_at
from planctl.model.record import Record
from planctl.source.nodes import Mapping, Node, Scalar, Sequence, Tree


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the file and its path.

    `type` is what the model has there, `holder` what it has for the list or mapping that holds the
    node; None where it has none.
    """

    node: Node
    path: Path
    type: Any
    holder: Any


def places(tree: Tree, model: type[Record]) -> Iterator[Place]:
    """Every text, list and mapping of the file, each before what it holds."""
    waiting: list[tuple[Node | None, Path]] = [(tree.root, ())]
    while waiting:
        node, path = waiting.pop()
        if node is None:
            continue
        yield Place(node, path, type_at(model, path), type_at(model, path[:-1]))
        if isinstance(node, Mapping):
            below = [(entry.value, (*path, entry.name)) for entry in node.entries if entry.name]
            waiting.extend(reversed(below))
        elif isinstance(node, Sequence):
            inner = [(item.value, (*path, place)) for place, item in enumerate(node.entries)]
            waiting.extend(reversed(inner))


def is_block(node: Node | None) -> bool:
    """Whether it is a list or mapping in lines of its own."""
    return node is not None and not isinstance(node, Scalar) and not node.is_flow


def held_at(root: Any, path: Path) -> Any:
    """What a file's content holds at the path. Raises KeyError or IndexError."""
    found = root
    for step in path:
        found = found[step]
    return found
