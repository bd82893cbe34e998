"""Lists and mappings in lines, merged piece by piece: what nobody touched stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planctl.merging.choice import Choice, chosen
from planctl.merging.entries import Paths, entries, is_replaced_by_both
from planctl.merging.leaf import merged_leaf
from planctl.merging.piece import Cut, Piece, cut, is_block, shifted
from planctl.merging.remarks import merged_lines
from planctl.merging.result import Clash, Fragments, UnsureError, mapped
from planctl.merging.three import Three
from planctl.source.nodes import Mapping, Node

Pieces: TypeAlias = tuple[Piece | None, Piece, Piece]


@dataclass(frozen=True, slots=True)
class _Section:
    """What became of one entry: the lines above it, and its own."""

    lead: str
    body: Fragments


@dataclass(frozen=True, slots=True)
class _Cuts:
    """The three versions, and each of them in pieces."""

    three: Three
    sides: tuple[Cut, Cut, Cut]

    def pieces(self, paths: Paths) -> tuple[Piece | None, ...]:
        """The pieces at the places. Raises UnsureError for a side's that stands in brackets."""
        found = [
            None if path is None else made.pieces.get(path)
            for made, path in zip(self.sides, paths, strict=True)
        ]
        for piece, path in zip(found[1:], paths[1:], strict=True):
            if piece is None and path is not None:
                raise UnsureError("an entry is in brackets on one side and in lines on the other")
        return tuple(found)

    def footers(self, paths: Paths, columns: Sequence[int]) -> str:
        """The lines below the last entry of the list or mapping."""
        return merged_lines(*(
            shifted(made.blocks[path].footer, by) if path is not None and path in made.blocks else ""
            for made, path, by in zip(self.sides, paths, columns, strict=True)
        ))  # fmt: skip


def merged_file(three: Three) -> Fragments:
    """The merged file. Raises UnsureError where the sides fit no one file."""
    cuts = _Cuts(three, tuple(cut(side) for side in three.sides))  # type: ignore[arg-type] # three
    paths: Paths = ((), (), ())
    lines: list[str | Clash] = []
    for section in _sections(cuts, paths, entries(three, paths), 0):
        lines += (section.lead, *section.body)
    return (*lines, cuts.footers(paths, (0, 0, 0)))


def _sections(
    cuts: _Cuts, paths: Paths, places: Sequence[Paths], column: int
) -> list[_Section]:
    """The entries of a list or mapping, which begin in the column."""
    del paths
    return [_section(cuts, place, column) for place in places]


def _section(cuts: _Cuts, paths: Paths, column: int) -> _Section:
    base, ours, theirs = cuts.pieces(paths)
    if ours is None or theirs is None:
        return _of_one_side(cuts.three, paths, (ours, theirs), column)
    lead = merged_lines(*(_lead(piece, column) if piece else "" for piece in (base, ours, theirs)))
    untouched = _untouched(cuts.three, (base, ours, theirs), column)
    if untouched:
        return _Section(lead, (untouched,))
    if _is_same_holder(ours.value, theirs.value):
        places = entries(cuts.three, paths)
        if not is_replaced_by_both(cuts.three, paths, places):
            return _within(cuts, paths, (base, ours, theirs), (lead, places, column))
    above, body = merged_leaf(cuts.three, paths, (base, ours, theirs), column)
    return _Section(lead + above, body)


def _of_one_side(
    three: Three, paths: Paths, pieces: tuple[Piece | None, Piece | None], column: int
) -> _Section:
    """An entry that one side has removed, or the other added."""
    ours, theirs = pieces
    choice = chosen(three, paths)
    if choice is Choice.CLASH:
        halves = ("" if piece is None else _whole(piece, column) for piece in pieces)
        gaps = (piece.gap for piece in pieces if piece and not piece.gap.strip())
        return _Section(next(gaps, ""), (Clash(*halves),))
    piece = ours if choice is Choice.OURS else theirs
    if piece is None:
        return _Section("", ())
    return _Section(_lead(piece, column), (shifted(piece.body, column - piece.column),))


def _untouched(three: Three, pieces: Pieces, column: int) -> str:
    """The lines of the only side that has changed any; empty where both have."""
    base, ours, theirs = pieces
    if three.moved and (is_block(ours.value) or is_block(theirs.value)):
        return ""
    one, other = (shifted(piece.body, column - piece.column) for piece in (ours, theirs))
    was = shifted(base.body, column - base.column) if base else None
    if other in {was, one}:
        return one
    return other if one == was else ""


def _within(
    cuts: _Cuts, paths: Paths, pieces: Pieces, shape: tuple[str, Sequence[Paths], int]
) -> _Section:
    """A list or mapping in lines that both sides have changed."""
    base, ours, theirs = pieces
    lead, places, column = shape
    inner = cuts.sides[1].blocks[ours.path].column + column - ours.column
    sections = _sections(cuts, paths, places, inner)
    shifts = [column - piece.column if piece else 0 for piece in pieces]
    footer = cuts.footers(paths, shifts)
    sections = [one for one in sections if one.body]
    head = merged_lines(*(
        shifted(piece.head, column - piece.column) if piece else "" for piece in pieces
    ))  # fmt: skip
    if ours.is_inline:
        return _on_dash(sections, footer, (lead, column, inner))
    if not sections:
        empty = "{}" if isinstance(ours.value, Mapping) else "[]"
        mark = shifted(ours.stretch(ours.start, ours.member.mark_end), column - ours.column)
        return _Section(lead, (f"{mark} {empty}\n{footer}",))
    del base, theirs
    return _Section(lead, (ours_head(head, ours, column), *_joined(sections, footer)))


def ours_head(head: str, ours: Piece, column: int) -> str:
    """The one line in front of the entries; ours, where each side has its own."""
    own = shifted(ours.head, column - ours.column)
    return head if head.count("\n") == own.count("\n") else own


def _on_dash(
    sections: Sequence[_Section], footer: str, place: tuple[str, int, int]
) -> _Section:
    """Fields of which the first one stands in the line of the dash."""
    lead, column, inner = place
    if not sections:
        return _Section(lead, (f"{' ' * column}- {{}}\n{footer}",))
    first, *others = sections
    dash = f"{' ' * column}-{' ' * (inner - column - 1)}"
    (start, *rest) = first.body
    if isinstance(start, Clash) and not (start.ours and start.theirs):
        raise UnsureError("one side has removed the first field of an entry, the other changed it")
    dashed = mapped([start], lambda text: f"{dash}{text[inner:]}")
    body = (*dashed, *rest, *_joined(others, footer))
    return _Section(f"{lead}{shifted(first.lead, column - inner)}", body)


def _joined(sections: Sequence[_Section], footer: str) -> Fragments:
    lines: list[str | Clash] = []
    for section in sections:
        lines += (section.lead, *section.body)
    return (*lines, footer)


def _is_same_holder(one: Node | None, other: Node | None) -> bool:
    return is_block(one) and is_block(other) and type(one) is type(other)


def _lead(piece: Piece, column: int) -> str:
    return shifted(f"{piece.gap}{piece.own}", column - piece.column)


def _whole(piece: Piece, column: int) -> str:
    return shifted(f"{piece.own}{piece.body}", column - piece.column)
