"""Which side's word stands, by what each of the three says."""

from collections import Counter
from enum import Enum, auto
from typing import Final

from planctl.findings import Path
from planctl.merging.entries import Paths
from planctl.merging.side import Side
from planctl.merging.three import Three
from planctl.source.nodes import along


class Choice(Enum):
    """Whose it is: ours, theirs, or for a person to say."""

    OURS = auto()
    THEIRS = auto()
    CLASH = auto()


_NONE: Final[Counter[str]] = Counter()


def chosen(three: Three, paths: Paths) -> Choice:
    """Whose entry is to stand; the place is None on a side that has removed it or never had it.

    What only one side has spelt in another way stays as that side spells it. What one side has
    removed is not gone where the other has moved it, or put a comment to it.
    """
    was, one, other = (
        None if path is None else (side.said(path),)
        for side, path in zip(three.sides, paths, strict=True)
    )
    if one == other:
        return Choice.THEIRS if _is_spelt_by_theirs_alone(three, paths) else Choice.OURS
    if other == was and not (one is None and _is_touched(three, paths, 2)):
        return Choice.OURS
    if one == was and not (other is None and _is_touched(three, paths, 1)):
        return Choice.THEIRS
    return Choice.CLASH


def _is_spelt_by_theirs_alone(three: Three, paths: Paths) -> bool:
    was, one, other = (
        None if path is None else side.raw(path)
        for side, path in zip(three.sides, paths, strict=True)
    )
    return one == was != other


def _is_touched(three: Three, paths: Paths, number: int) -> bool:
    """Whether the side has moved the entry, or written a comment to it."""
    base, path = paths[0], paths[number]
    if path is None:
        return False
    side, before = three.sides[number], three.sides[0]
    remarks = _remarks(side, path) - (_NONE if base is None else _remarks(before, base))
    name = side.names.get(path)
    return bool(remarks) or (name is not None and _is_moved(three, name, number))


def _is_moved(three: Three, name: int, number: int) -> bool:
    homes = three.homes(name)
    return homes[0] is not None and homes[number] != homes[0]


def _remarks(side: Side, path: Path) -> Counter[str]:
    member = along(side.around.tree, path)[-1]
    return Counter(side.comments(side.around.own_start(member), side.around.tail(member) + 1))
