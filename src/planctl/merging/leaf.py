"""A field or entry that is merged as one: text, a number, or what stands in brackets."""

from dataclasses import dataclass

from planctl.merging.choice import Choice, chosen
from planctl.merging.entries import Paths
from planctl.merging.flow import can_merge, in_brackets
from planctl.merging.piece import Piece, is_block, shifted
from planctl.merging.remarks import merged_behind
from planctl.merging.result import Clash, Fragments
from planctl.merging.three import Three
from planctl.source.nodes import Scalar

OURS, THEIRS = 1, 2


@dataclass(frozen=True, slots=True)
class _Parts:
    """The text of a piece, in its column: its name or dash, its value, and the comments behind."""

    front: str
    value: str
    behind: str


def merged_leaf(
    three: Three, paths: Paths, pieces: tuple[Piece | None, Piece, Piece], column: int
) -> tuple[str, Fragments]:
    """The comment that cannot stay behind the value, if any, and the merged lines."""
    base, ours, theirs = pieces
    choice = chosen(three, paths)
    one, other = _parts(ours, column), _parts(theirs, column)
    behind = merged_behind(_parts(base, column).behind if base else "\n", one.behind, other.behind)
    if choice is Choice.CLASH:
        if not can_merge(three, paths):
            return "", (Clash(_at(ours, column), _at(theirs, column)),)
        mine, yours = (in_brackets(three, paths, side) for side in (OURS, THEIRS))
        if mine != yours:
            clash = Clash(
                f"{one.front}{_before(ours)}{mine}{one.behind}",
                f"{one.front}{_before(ours)}{yours}{other.behind}",
            )
            return "", (clash,)
        return "", (f"{one.front}{_before(ours)}{mine}{behind}",)
    winner, parts = (ours, one) if choice is Choice.OURS else (theirs, other)
    if is_block(ours.value) or is_block(theirs.value):
        return "", (_at(winner, column),)
    lead = ""
    remark, _, below = behind.partition("\n")
    if remark.strip() and isinstance(winner.value, Scalar) and winner.value.style in {"|", ">"}:
        lead, behind = f"{' ' * column}{remark.strip()}\n", f"\n{below}"
    return lead, (f"{one.front}{parts.value}{behind}",)


def _parts(piece: Piece, column: int) -> _Parts:
    member, text = piece.member, piece.side.text
    return _Parts(
        shifted(piece.stretch(piece.start, member.mark_end), column - piece.column),
        _shifted_below(text[member.mark_end : member.end], column - piece.column),
        _shifted_below(text[member.end : piece.end], column - piece.column),
    )


def _shifted_below(text: str, by: int) -> str:
    """The text with all but its first line moved."""
    first, line_end, rest = text.partition("\n")
    return f"{first}{line_end}{shifted(rest, by)}"


def _before(piece: Piece) -> str:
    """The space between the mark and the value."""
    start = piece.value.start if piece.value else piece.member.mark_end
    return piece.side.text[piece.member.mark_end : start]


def _at(piece: Piece, column: int) -> str:
    return shifted(piece.body, column - piece.column)
