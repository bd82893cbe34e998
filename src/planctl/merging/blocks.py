"""Lists and mappings in lines, merged piece by piece: what nobody touched stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planctl.findings import Path
from planctl.merging.choice import Choice, chosen
from planctl.merging.entries import Paths, entries, is_replaced_by_both
from planctl.merging.leaf import merged_leaf
from planctl.merging.piece import Cut, Piece, cut, is_block, shifted
from planctl.merging.remarks import merged_lines
from planctl.merging.result import Clash, Fragments, UnsureError, mapped
from planctl.merging.three import Three
from planctl.merging.unfolding import FoldedError, is_folded
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

    def footers(self, paths: Paths, shifts: Sequence[int]) -> str:
        """The lines below the last entry of the list or mapping."""
        cuts = zip(self.sides, paths, shifts, strict=True)
        return merged_lines(*(_footer(made, path, by) for made, path, by in cuts))


def merged_file(three: Three) -> Fragments:
    """The merged file. Raises FoldedError, and UnsureError where the sides fit no one file."""
    cuts = _Cuts(three, tuple(cut(side) for side in three.sides))  # type: ignore[arg-type] # three
    paths: Paths = ((), (), ())
    sections = [_section(cuts, place, 0) for place in entries(three, paths)]
    return _joined(sections, cuts.footers(paths, (0, 0, 0)))


def _section(cuts: _Cuts, paths: Paths, column: int) -> _Section:
    paths = _without_empty(cuts, paths)
    base, ours, theirs = cuts.pieces(paths)
    if ours is None or theirs is None:
        return _of_one_side(cuts, paths, (base, ours, theirs), column)
    lead = merged_lines(*(_lead(piece, column) for piece in (base, ours, theirs)))
    untouched = _untouched(cuts.three, (base, ours, theirs), column)
    if untouched:
        return _Section(lead, (untouched,))
    if _is_same_holder(ours.value, theirs.value):
        places = entries(cuts.three, paths)
        if not is_replaced_by_both(cuts.three, paths, places):
            return _within(cuts, paths, (lead, places, column))
    if is_folded(cuts.three, paths) and chosen(cuts.three, paths) is Choice.CLASH:
        raise FoldedError(paths)
    above, body = merged_leaf(cuts.three, paths, (base, ours, theirs), column)
    return _Section(lead + above, body)


def _without_empty(cuts: _Cuts, paths: Paths) -> Paths:
    """The places without that of an empty list, where the other side has entries with names."""
    sides = cuts.three.sides
    base, ours, theirs = paths
    if ours is None or theirs is None:
        return paths
    has_entries = [(*ours, 0) in sides[1].names, (*theirs, 0) in sides[2].names]
    if has_entries == [False, True]:
        return base, None, theirs
    return (base, ours, None) if has_entries == [True, False] else paths


def _of_one_side(
    cuts: _Cuts, paths: Paths, pieces: tuple[Piece | None, ...], column: int
) -> _Section:
    """An entry that one side has removed, or the other added."""
    _, ours, theirs = pieces
    choice, kept = chosen(cuts.three, paths), ours or theirs
    if kept is None:
        return _Section("", ())
    if choice is Choice.CLASH and (*kept.path, 0) in kept.side.names:
        places = entries(cuts.three, paths)
        return _within(cuts, paths, (_lead(kept, column), places, column))
    if choice in {Choice.CLASH, Choice.REMARK}:
        mine, yours = ("" if one is None else _whole(one, column) for one in (ours, theirs))
        gap = "" if kept.gap.strip() else kept.gap
        return _Section(gap, (Clash(mine, yours, meant="" if choice is Choice.REMARK else None),))
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


def _within(cuts: _Cuts, paths: Paths, shape: tuple[str, Sequence[Paths], int]) -> _Section:
    """A list or mapping in lines that both sides have changed, in the form that ours gives it.

    A list of entries that one side has removed whole goes as far as the other left them alone.
    """
    lead, places, column = shape
    pieces = cuts.pieces(paths)
    number = 1 if pieces[1] else 2
    frame = pieces[number]
    if frame is None:
        return _Section("", ())
    inner = cuts.sides[number].blocks[frame.path].column + column - frame.column
    found = (_section(cuts, place, inner) for place in places)
    sections = [section for section in found if section.body]
    footer = cuts.footers(paths, [column - piece.column if piece else 0 for piece in pieces])
    if frame.is_inline:
        return _on_dash(sections, footer, (lead, column, inner))
    if sections:
        return _Section(lead, (_head(pieces, frame, column), *_joined(sections, footer)))
    if not all(pieces[1:]):
        return _Section("", ())
    empty = "{}" if isinstance(frame.value, Mapping) else "[]"
    mark = shifted(frame.stretch(frame.start, frame.member.mark_end), column - frame.column)
    return _Section(lead, (f"{mark} {empty}\n{footer}",))


def _head(pieces: Sequence[Piece | None], frame: Piece, column: int) -> str:
    """The line in front of the entries; that of the frame where each side has its own."""
    heads = [shifted(piece.head, column - piece.column) if piece else "" for piece in pieces]
    own = shifted(frame.head, column - frame.column)
    if not all(pieces[1:]):
        return own
    merged = merged_lines(*heads)
    return merged if merged.count("\n") == own.count("\n") else own


def _on_dash(sections: Sequence[_Section], footer: str, place: tuple[str, int, int]) -> _Section:
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


def _footer(made: Cut, path: Path | None, by: int) -> str:
    block = None if path is None else made.blocks.get(path)
    return shifted(block.footer, by) if block else ""


def _is_same_holder(one: Node | None, other: Node | None) -> bool:
    return is_block(one) and is_block(other) and type(one) is type(other)


def _lead(piece: Piece | None, column: int) -> str:
    if piece is None:
        return ""
    return shifted(f"{piece.gap}{piece.own}", column - piece.column)


def _whole(piece: Piece, column: int) -> str:
    return shifted(f"{piece.own}{piece.body}", column - piece.column)
