"""Lists and mappings in brackets, merged within their line."""

from dataclasses import dataclass
from typing import Final

from planctl.findings import Path
from planctl.merging.choice import Choice, chosen
from planctl.merging.entries import Paths, entries, is_replaced_by_both
from planctl.merging.side import Side
from planctl.merging.three import Three
from planctl.source.nodes import Entry, Mapping, Member, Node, Sequence, along

_OURS: Final = 1
_THEIRS: Final = 2


def can_merge(three: Three, paths: Paths) -> bool:
    """Whether both sides have a list, or a mapping, in brackets there, without comments.

    One that is empty says nothing that could be merged with what another says.
    """
    nodes = [
        None if path is None else side.node(path)
        for side, path in zip(three.sides, paths, strict=True)
    ]
    sides = zip(three.sides[1:], nodes[1:], strict=True)
    return type(nodes[1]) is type(nodes[2]) and all(
        can_be_merged(side, node) for side, node in sides
    )


def can_be_merged(side: Side, node: Node | None) -> bool:
    """Whether there is a list or mapping in brackets that says something, without comments."""
    if not isinstance(node, Mapping | Sequence) or not (node.is_flow and node.entries):
        return False
    is_bare = isinstance(node, Mapping) and node.is_bare
    return not is_bare and not side.comments(node.start, node.end)


def in_brackets(three: Three, paths: Paths, preferred: int) -> str:
    """The merged value; where both sides changed one thing in it, that of the preferred side.

    `preferred` is 1 for ours, 2 for theirs.
    """
    places = entries(three, paths)
    if is_replaced_by_both(three, paths, places):
        path = paths[preferred]
        return _raw(three.sides[preferred], path) if path is not None else ""
    written = [_Written(place[_OURS], _member(three, place, preferred)) for place in places]
    side, path = three.sides[_OURS], paths[_OURS]
    return _assembled(side, path or (), [one for one in written if one.text])


@dataclass(frozen=True, slots=True)
class _Written:
    """An entry as it is to stand there, and where our side has it."""

    ours: Path | None
    text: str


def _member(three: Three, paths: Paths, preferred: int) -> str:
    """One entry; empty where it goes."""
    choice = chosen(three, paths)
    number = {Choice.OURS: _OURS, Choice.THEIRS: _THEIRS}.get(choice, preferred)
    path = paths[number]
    if path is None:
        return ""
    side, both = three.sides[number], None not in paths[1:]
    if choice is Choice.CLASH and both and can_merge(three, paths):
        member = along(side.around.tree, path)[-1]
        front = side.text[member.start : member.value.start] if member.value else ""
        return f"{front}{in_brackets(three, paths, preferred)}"
    return side.raw(path)


def _assembled(side: Side, path: Path, written: list[_Written]) -> str:
    """The entries between our brackets, with what stands between them on our side."""
    node = side.node(path)
    if not isinstance(node, Mapping | Sequence):
        return ""
    text = side.text
    members: tuple[Member, ...] = node.entries
    first = members[0].start if members else node.start + 1
    last = members[-1].end if members else node.end - 1
    between = {
        (_step(node, number), _step(node, number + 1)): text[one.end : members[number + 1].start]
        for number, one in enumerate(members[:-1])
    }
    usual = next(iter(between.values()), ", ")
    pieces = [text[node.start : first]]
    for number, one in enumerate(written):
        if number:
            before = written[number - 1].ours
            steps = (before[-1] if before else None, one.ours[-1] if one.ours else None)
            pieces.append(between.get(steps, usual))  # type: ignore[arg-type] # None is in no pair
        pieces.append(one.text)
    return "".join((*pieces, text[last : node.end]))


def _step(node: Mapping | Sequence, number: int) -> str | int:
    member = node.entries[number]
    return (member.name or "") if isinstance(member, Entry) else number


def _raw(side: Side, path: Path) -> str:
    node = side.node(path)
    return side.text[node.start : node.end] if node else ""
