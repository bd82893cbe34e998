"""One of the three versions: its text, its syntax and its plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from planctl.diff.delta import folded
from planctl.findings import Path
from planctl.loading import load_plan
from planctl.merging.result import UnsureError
from planctl.model import Plan, read_period
from planctl.model.plain import Plain, fields_of, plain
from planctl.model.record import Record
from planctl.source import Document, read
from planctl.source.nodes import Node, along, node_at
from planctl.source.surroundings import Surroundings, surroundings_of

_NOTHING: Final = object()


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A version that could be read whole.

    `names` has the entries of the plan by their places: what is the same entry on two sides has the
    same name there.
    """

    document: Document
    around: Surroundings
    plan: Plan
    names: dict[Path, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole file."""
        return self.around.text

    def node(self, path: Path) -> Node | None:
        """What is written at the path."""
        return node_at(self.around.tree, path)

    def raw(self, path: Path) -> str:
        """The entry at the path, as it is written, without the comment behind it."""
        member = along(self.around.tree, path)[-1]
        return self.text[member.start : member.end]

    def said(self, path: Path) -> Plain:
        """What is said at the path, however it is spelt."""
        found: Any = self.plan
        for step in path:
            found = _below(found, step)
        return folded(self.document.value(path) if found is _NOTHING else plain(found))

    def comments(self, start: int, end: int) -> tuple[str, ...]:
        """The comments that begin in a stretch of the text."""
        found = self.around.tree.comments_between(start, end)
        return tuple(self.text[one.start : one.end].rstrip() for one in found)


def side_of(raw: bytes, file: str) -> Side:
    """The version with those bytes. Raises UnsureError where they are no plan."""
    document, plan = plan_of(raw, file)
    return Side(document, surroundings_of(document), plan)


def plan_of(raw: bytes, file: str) -> tuple[Document, Plan]:
    """What the bytes hold, without a programme. Raises UnsureError where they are no plan.

    A merge must not depend on the programme, which may be in the middle of a merge itself.
    """
    document = read(raw, file)
    stem = document.value(("id",))
    loaded = load_plan(document, stem if isinstance(stem, str) else "", None, knows_programme=False)
    if loaded.record is None:
        found = next(iter(loaded.findings), None)
        reason = f"{file} is no plan that could be read"
        raise UnsureError(f"{reason}: {found.message}" if found else reason)
    return document, loaded.record


def _below(found: Any, step: str | int) -> Any:
    if isinstance(found, Record) and isinstance(step, str):
        name = _names(type(found)).get(step)
        return getattr(found, name) if name else _NOTHING
    if isinstance(found, Mapping) and isinstance(step, str):
        period = read_period(step)
        named = (value for key, value in found.items() if str(key) == step or key == period)
        return next(named, _NOTHING)
    if isinstance(found, tuple) and isinstance(step, int) and step < len(found):
        return found[step]
    return _NOTHING


@cache
def _names(record: type[Record]) -> Mapping[str, str]:
    return {alias: name for name, alias, _ in fields_of(record)}
