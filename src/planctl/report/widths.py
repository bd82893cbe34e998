"""How wide the columns of a long table are, so that it takes as little paper as it can."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import Final

from planctl.report.marks import Tag
from planctl.report.phrases import shortened
from planctl.report.tables import Cell

_PADDING: Final = 2
_LOST: Final = 4
"""In millimetres: the space between two columns, and what a line that is broken at a word leaves
empty."""
_STEP: Final = 2
_TAG_EDGE: Final = 6
_LONG_TAG: Final = 38
"""In millimetres: what a tag takes beside its words, and from where on it may take two lines."""
_WIDEST: Final = 125
"""A longer line is tiring to read."""
_BESIDE: Final = 0.05
"""How much the other cells of a row count beside its tallest: where two are as tall, no column
alone makes the row flatter."""

_EM: Final = 3.53
_NARROW: Final = frozenset(" !'(),-./:;I[\\]fijlrt{|}’‘·")
_WIDE: Final = frozenset("%@HMOQWmw…—")
"""Characters of the shipped typeface that take about 0.27 and 0.76 of 10 points; the most, 0.51."""

Heights = tuple[float, ...]
Lengths = tuple[bool, tuple[float, ...]]
"""Whether a cell has a tag, and how long each of its texts is on one line, in millimetres."""


def fitted_widths(
    columns: Sequence[Sequence[Cell]], least: Sequence[int], room: int
) -> tuple[int, ...]:
    """Millimetres for each column of cells, from its least on, within the room there is.

    A row is as tall as its tallest cell, so each step goes to the column that shortens the whole
    table most, until none does.
    """
    widths = list(least)
    measured = [[_lengths(cell) for cell in cells] for cells in columns]
    heights = [*map(_heights, measured, widths)]
    wider = [*map(_heights, measured, map(_widened, widths))]
    while sum(widths) + _STEP <= room:
        totals = [
            _total([*heights[:place], wider[place], *heights[place + 1 :]])
            for place in range(len(columns))
        ]
        if min(totals) >= _total(heights):
            break
        chosen = totals.index(min(totals))
        widths[chosen] += _STEP
        heights[chosen] = wider[chosen]
        wider[chosen] = _heights(measured[chosen], _widened(widths[chosen]))
    return tuple(widths)


def millimetres(text: str) -> float:
    """About how wide the text is on one line of a table."""
    narrow = sum(map(_NARROW.__contains__, text))
    wide = sum(map(_WIDE.__contains__, text))
    return _EM * (0.27 * narrow + 0.76 * wide + 0.51 * (len(text) - narrow - wide))


def tags_width(cells: Iterable[Cell], least: int) -> int:
    """Millimetres in which the tag of each cell stands on one line, from the least on."""
    return max([least, *(min(_tag_width(cell.tag), _LONG_TAG) for cell in cells if cell.tag)])


def _tag_width(tag: Tag) -> int:
    said = " ".join(part for part in (tag.letter, tag.symbol, tag.word) if part)
    return ceil(millimetres(said)) + _TAG_EDGE


def cut_to(text: str, width: float) -> str:
    """The text, cut at a word where it needs more than one line of that many millimetres."""
    if millimetres(text) <= width:
        return text
    room = next(n for n in range(len(text), 0, -1) if n == 1 or millimetres(text[:n]) <= width)
    return shortened(text, room)


def lines_taken(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """About how many lines of text a row of the cells takes."""
    return max(_height(_lengths(cell), width) for cell, width in zip(cells, widths, strict=True))


def _widened(width: int) -> int:
    return min(width + _STEP, _WIDEST)


def _heights(cells: Sequence[Lengths], width: int) -> Heights:
    """The lines of text that each cell takes."""
    return tuple(_height(cell, width) for cell in cells)


def _height(cell: Lengths, width: int) -> float:
    """A tag takes a line."""
    has_tag, texts = cell
    return has_tag + sum(_lines_of(taken, width) for taken in texts)


def _lengths(cell: Cell) -> Lengths:
    """What the cell holds; what has a label runs on."""
    return cell.tag is not None, tuple(map(millimetres, _paragraphs(cell)))


def _paragraphs(cell: Cell) -> Iterator[str]:
    for is_labelled, lines in groupby(cell.lines, key=lambda line: bool(line.label)):
        if is_labelled:
            yield "  ".join(f"{line.label}: {line.text}" for line in lines)
        else:
            yield from (line.text for line in lines)


def _lines_of(taken: float, width: int) -> float:
    return 1 if taken <= width - _PADDING else max(2, taken / (width - _PADDING - _LOST))


def _total(heights: Sequence[Heights]) -> float:
    by_row: Iterator[Heights] = zip(*heights, strict=True)
    return sum(max(of_row) + _BESIDE * sum(of_row) for of_row in by_row)
