"""Entries under another reference, another heading, or in another order."""

from collections.abc import Iterator

from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Edit
from planctl.diff.naming import label_of, quoted
from planctl.diff.telling import told, told_of
from planctl.pairing.tree import Node


def references(both: Both) -> Iterator[Change]:
    """The entries that go by another reference."""
    for kind in both.delta.new.nodes:
        for found in both.differing(kind, "ref"):
            was = found.was
            clause = f"was {was} before" if was else "had no reference before"
            yield told_of(both, "renumbered", found, clause)


def places(both: Both) -> Iterator[Change]:
    """The entries that stand elsewhere."""
    for old, new, is_elsewhere in both.delta.shifted:
        edits = [Edit(old.path, new.path)]
        if is_elsewhere:
            homes = _home(new, both.new), _home(old, both.old)
            clause = f"stands under {homes[0]} now, before under {homes[1]}"
            before, after = (_heading(node) for node in (old, new))
            yield told(both, "moved-theme", (old, new), clause, old=before, new=after, edits=edits)
        else:
            clause = "stands in another place of the list"
            yield told(
                both, "reordered", (old, new), clause,
                old=old.place[1] + 1, new=new.place[1] + 1, edits=edits,
            )  # fmt: skip


def _home(node: Node, side: Side) -> str:
    return label_of(node.parent, side) if node.parent else "the plan"


def _heading(node: Node) -> str:
    above = node.parent
    return (above.ref or quoted(above.text)) if above and above.parent else ""
