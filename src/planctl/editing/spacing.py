"""One space where one is enough: behind colons, dashes and commas, and none inside brackets."""

from collections.abc import Iterator
from itertools import pairwise

from planctl.editing.places import is_block
from planctl.findings import Edit
from planctl.source import Document
from planctl.source.nodes import Entry, Holder, Item, Mapping, Member, Node, Scalar
from planctl.source.surroundings import Surroundings, surroundings_of


def spacing(document: Document) -> tuple[Edit, ...]:
    """Edits that set the spaces between what stands on one line; comments are left alone."""
    around = surroundings_of(document)
    return tuple(edit for node in _holders(around.tree.root) for edit in _inside(node, around))


def _holders(root: Node | None) -> Iterator[Holder]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node is None or isinstance(node, Scalar):
            continue
        yield node
        waiting += (member.value for member in node.entries)


def _inside(node: Holder, around: Surroundings) -> Iterator[Edit]:
    for member in node.entries:
        yield from _before_value(member, node, around)
    members: tuple[Member, ...] = node.entries
    if not node.is_flow or not members or (isinstance(node, Mapping) and node.is_bare):
        return
    yield from _gap(node.start + 1, members[0].start, "", around)
    for before, after in pairwise(members):
        yield from _gap(before.end, after.start, f"{_behind(before)}, ", around)
    yield from _gap(members[-1].end, node.end - 1, _behind(members[-1]), around)


def _behind(member: Member) -> str:
    """What follows an entry in brackets: other readers take no comma or bracket at a bare colon."""
    is_blank = isinstance(member, Entry) and member.value is None and member.colon is not None
    return " " if is_blank else ""


def _before_value(member: Member, node: Holder, around: Surroundings) -> Iterator[Edit]:
    if member.value is None or (
        isinstance(member, Item) and (node.is_flow or is_block(member.value))
    ):
        return
    if isinstance(member, Item) or member.colon is not None:
        yield from _gap(member.mark_end, member.value.start, " ", around)


def _gap(start: int, end: int, wanted: str, around: Surroundings) -> Iterator[Edit]:
    """The edit of a stretch that holds nothing but spaces and a comma on one line."""
    found = around.text[start:end]
    if found != wanted and not found.strip(" \t,") and "\n" not in found:
        yield Edit(start, end, wanted)
