"""A merge of three files, held against what the merged plan has to say."""

from typing import Final

from planctl.merging.blocks import merged_file
from planctl.merging.line_ends import ends_of
from planctl.merging.meant import meant, said_by
from planctl.merging.remarks import lost_comments
from planctl.merging.result import (
    SIZE,
    Clash,
    Fragments,
    Merged,
    UnsureError,
    clashes_of,
    marked,
    ours_of,
    theirs_of,
)
from planctl.merging.side import Side, plan_of, side_of
from planctl.merging.three import Three, three_of
from planctl.merging.unfolding import FoldedError, unfolded
from planctl.model import Plan
from planctl.model.plain import Plain
from planctl.source import Document
from planctl.source.saving import is_read_alike

_MOST: Final = 40
"""So many clashes are looked at one by one, and so much is put into lines: each costs a reading."""


def merge(base: bytes, ours: bytes, theirs: bytes, size: int = SIZE) -> Merged:
    """Our file with what theirs has changed since the base; conflicts between marks of that size.

    Raises UnsureError where it cannot be shown that the merged file says what both sides mean, and
    has all their comments.
    """
    if theirs in {base, ours}:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    ends = ends_of(base, ours, theirs)
    three, fragments = _merged(
        side_of(ends.plain(base), "the base"),
        side_of(ends.plain(ours), "our side"),
        side_of(ends.plain(theirs), "their side"),
    )
    _hold(three, fragments)
    return Merged(ends.restored(marked(fragments, size)), len(clashes_of(fragments)))


def _merged(*sides: Side) -> tuple[Three, Fragments]:
    """The three versions, laid out alike as far as need be, and what became of them."""
    base, ours, theirs = sides
    for _ in range(_MOST):
        three = three_of(base, ours, theirs)
        try:
            return three, _settled(merged_file(three))
        except FoldedError as folded:
            base, ours, theirs = unfolded(three, folded.places)
    raise UnsureError("too much is in brackets on one side and in lines on the other")


def _settled(fragments: Fragments) -> Fragments:
    """The fragments without clashes that are but two spellings of one value."""
    clashes = clashes_of(fragments)
    if not clashes or len(clashes) > _MOST:
        return fragments
    before = _said(ours_of(fragments))
    settled = list(fragments)
    for place, one in enumerate(fragments):
        if isinstance(one, Clash) and one.meant is None:
            other = ours_of((*fragments[:place], one.theirs, *fragments[place + 1 :]))
            if _said(other) == before:
                settled[place] = one.ours
    return tuple(settled)


def _said(text: str) -> Plain:
    return said_by(_read(text)[1])


def _hold(three: Three, fragments: Fragments) -> None:
    """Raises UnsureError where the text is not what was meant, or a comment is gone."""
    texts = {ours_of(fragments): 1, theirs_of(fragments): 2}
    for text, preferred in texts.items():
        document, plan = _read(text)
        if said_by(plan) != meant(three, preferred):
            raise UnsureError("what came out would not say what both sides mean")
        if not is_read_alike(document) and is_read_alike(three.sides[1].document):
            raise UnsureError("another YAML reader would see something else in what came out")
    if lost_comments(*three.sides, marked(fragments, SIZE)):
        raise UnsureError("a comment would be lost")


def _read(text: str) -> tuple[Document, Plan]:
    return plan_of(text.encode("utf-8", "surrogatepass"), "what came out")
