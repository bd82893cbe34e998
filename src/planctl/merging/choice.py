"""Which side's word stands, by what each of the three says."""

from collections import Counter
from enum import Enum, auto
from typing import Final

from planctl.findings import Path
from planctl.merging.entries import Paths
from planctl.merging.piece import is_block
from planctl.merging.side import Side
from planctl.merging.three import Three
from planctl.model.plain import Plain
from planctl.source.nodes import along


class Choice(Enum):
    """Whose it is: ours, theirs, or for a person to say.

    `REMARK` is for a person too: one side has removed what the other has put a comment to.
    """

    OURS = auto()
    THEIRS = auto()
    CLASH = auto()
    REMARK = auto()


_EMPTY: Final[tuple[Plain, ...]] = (None, [], {})
"""What says no more than a field that is not there."""


def chosen(three: Three, paths: Paths) -> Choice:
    """Whose entry is to stand; the place is None on a side that has removed it or never had it.

    What only one side has spelt in another way stays as that side spells it. What one side has
    removed is not gone where the other has moved it, or put a comment to it.
    """
    was, one, other = (
        None if path is None or (said := side.said(path)) in _EMPTY else (said,)
        for side, path in zip(three.sides, paths, strict=True)
    )
    if one == other:
        return Choice.THEIRS if _is_spelt_by_theirs_alone(three, paths) else Choice.OURS
    if other == was:
        return _removal(three, paths, 2, Choice.OURS) if paths[1] is None else Choice.OURS
    if one == was:
        return _removal(three, paths, 1, Choice.THEIRS) if paths[2] is None else Choice.THEIRS
    return Choice.CLASH


def _removal(three: Three, paths: Paths, number: int, choice: Choice) -> Choice:
    """The choice, unless the other side has moved what was removed, or put a comment to it."""
    base, path = paths[0], paths[number]
    if path is None or base is None:
        return choice
    side = three.sides[number]
    name = side.names.get(path)
    if name is not None and three.homes(name)[number] != three.homes(name)[0]:
        return Choice.CLASH
    return Choice.REMARK if _remarks(side, path) - _remarks(three.sides[0], base) else choice


def _is_spelt_by_theirs_alone(three: Three, paths: Paths) -> bool:
    was, one, other = (
        None if path is None else side.raw(path)
        for side, path in zip(three.sides, paths, strict=True)
    )
    return one == was != other


def _remarks(side: Side, path: Path) -> Counter[str]:
    holder = side.node(path[:-1])
    if not is_block(holder):
        return Counter()
    member = along(side.around.tree, path)[-1]
    return Counter(side.comments(side.around.own_start(member), side.around.tail(member) + 1))
