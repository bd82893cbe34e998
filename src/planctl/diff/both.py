"""Two versions of a plan side by side: what the rules on changes look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planctl.diff.delta import Delta, Difference
from planctl.diff.version import Version
from planctl.findings import Path
from planctl.model import Period, Plan, Row, Scale, Timeline, rows
from planctl.model.party import Party, parties_by_name
from planctl.pairing.tree import Node


@dataclass(frozen=True)
class Side:
    """One version with its rows; they stand where its nodes stand."""

    version: Version

    @property
    def on(self) -> date:
        """The day on which it is judged."""
        return self.version.on

    @property
    def plan(self) -> Plan:
        """The plan with what its programme gives."""
        return self.version.whole

    @cached_property
    def timeline(self) -> Timeline:
        """The days of its periods."""
        return self.plan.timeline

    @cached_property
    def scale(self) -> Scale:
        """Its rating scale."""
        return self.plan.rating_scale

    @cached_property
    def terms_ended(self) -> tuple[Period, ...]:
        """The terms that were over by its day, in order."""
        return self.timeline.terms_ended(self.on)

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Its parties by id, name and aliases in small letters."""
        return parties_by_name(self.plan.parties)

    @cached_property
    def rows(self) -> Mapping[Path, Row]:
        """Its action rows by their places."""
        return {row.path: row for row in rows(self.plan)}


@dataclass(frozen=True)
class Both:
    """Both versions, and the exact difference between them."""

    old: Side
    new: Side
    delta: Delta

    def differing(self, kind: str, *fields: str) -> Iterator[Difference]:
        """The differences of entries of the kind in the fields."""
        for name in fields:
            yield from self._differences.get((kind, name), ())

    def of(self, node: Node) -> tuple[Difference, ...]:
        """The differences of the entry, which is one of the new version."""
        return tuple(self._by_node.get(node, ()))

    def row_pairs(self) -> Iterator[tuple[Row, Row, Node]]:
        """The action rows that both sides have, with the node of the new one."""
        for node in self.delta.new.nodes.get("action", ()):
            old = self.delta.pairs.old_of.get(node)
            if old is not None:
                yield self.old.rows[old.path], self.new.rows[node.path], node

    @cached_property
    def _differences(self) -> Mapping[tuple[str, str], list[Difference]]:
        found: dict[tuple[str, str], list[Difference]] = {}
        for one in self.delta.differences:
            found.setdefault((one.new.kind.name, str(one.field[0])), []).append(one)
        return found

    @cached_property
    def _by_node(self) -> Mapping[Node, list[Difference]]:
        found: dict[Node, list[Difference]] = {}
        for one in self.delta.differences:
            found.setdefault(one.new, []).append(one)
        return found
