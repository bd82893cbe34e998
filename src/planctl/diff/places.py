"""Entries under another reference, another heading, or in another order."""

from collections.abc import Iterator

from planctl.diff.both import Both
from planctl.diff.change import Change, Edit
from planctl.diff.naming import label_of, quoted
from planctl.diff.telling import told, told_of
from planctl.diff.tree import Node


def references(both: Both) -> Iterator[Change]:
    """The entries that go by another reference."""
    for kind in both.delta.new.nodes:
        for found in both.differing(kind, "ref"):
            was, now = found.was, found.now
            clause = f"was {was} before" if now and was else "has a reference now"
            yield told_of(both, "renumbered", found, clause if now else f"was {was} before")


def places(both: Both) -> Iterator[Change]:
    """The entries that stand elsewhere."""
    for old, new, is_elsewhere in both.delta.shifted:
        edits = [Edit(old.path, new.path)]
        if is_elsewhere:
            clause = f"stands under {_home(both, new, is_new=True)} now"
            before, after = (_heading(node) for node in (old, new))
            yield told(both, "moved-theme", (old, new), clause, old=before, new=after, edits=edits)
        else:
            clause = "stands in another place of the list"
            yield told(
                both, "reordered", (old, new), clause,
                old=old.place[1] + 1, new=new.place[1] + 1, edits=edits,
            )  # fmt: skip


def _home(both: Both, node: Node, *, is_new: bool) -> str:
    side = both.new if is_new else both.old
    return label_of(node.parent, side) if node.parent else "the plan"


def _heading(node: Node) -> str:
    above = node.parent
    return (above.ref or quoted(above.text)) if above and above.parent else ""
