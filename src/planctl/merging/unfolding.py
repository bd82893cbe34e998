"""What stands in brackets on one side and in lines on the other, put into lines on both."""

from typing import Final

from planctl.findings import Edit, Path
from planctl.merging.entries import Paths
from planctl.merging.flow import can_be_merged
from planctl.merging.piece import is_block
from planctl.merging.side import Side, side_of
from planctl.merging.three import Three
from planctl.source import spliced
from planctl.source.nodes import Item, Mapping, Sequence, along

_CALLED: Final = ("the base", "our side", "their side")


class FoldedError(Exception):
    """Entries in brackets on one side that the other has in lines, and both have changed.

    `places` are where they stand on each side.
    """

    def __init__(self, places: Paths) -> None:
        super().__init__("brackets on one side, lines on the other")
        self.places = places


def is_folded(three: Three, paths: Paths) -> bool:
    """Whether one side has in brackets what the other has in lines."""
    _, ours, theirs = paths
    if ours is None or theirs is None:
        return False
    one, other = three.sides[1].node(ours), three.sides[2].node(theirs)
    if type(one) is not type(other) or is_block(one) is is_block(other):
        return False
    return can_be_merged(three.sides[1], one) or can_be_merged(three.sides[2], other)


def unfolded(three: Three, paths: Paths) -> tuple[Side, Side, Side]:
    """The sides with each entry there on a line of its own. Raises UnsureError."""
    base, ours, theirs = (
        _unfolded(side, path, name)
        for side, path, name in zip(three.sides, paths, _CALLED, strict=True)
    )
    return base, ours, theirs


def _unfolded(side: Side, path: Path | None, name: str) -> Side:
    edits = [] if path is None or not is_block(side.node(path[:-1])) else _edits(side, path)
    return side_of(spliced(side.text, edits).encode(), name)


def _edits(side: Side, path: Path) -> list[Edit]:
    node, member = side.node(path), along(side.around.tree, path)[-1]
    if not isinstance(node, Mapping | Sequence) or not can_be_merged(side, node):
        return []
    dash = "" if isinstance(node, Mapping) else "- "
    further = 2 if isinstance(member, Item) or not dash else side.around.layout.dash
    line = "\n" + " " * (side.around.column(member.start) + further)
    entries = line.join(f"{dash}{side.text[one.start : one.end]}" for one in node.entries)
    front = " " if isinstance(member, Item) else line
    return [Edit(member.mark_end, node.end, f"{front}{entries}")]
