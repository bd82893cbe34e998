"""How wide the columns of a long table are, so that it takes as little paper as it can."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from planctl.report.phrases import shortened
from planctl.report.tables import Cell

_PADDING: Final = 2
_LOST: Final = 4
"""In millimetres: the space between two columns, and what a line that is broken at a word leaves
empty."""
_STEP: Final = 2
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


def fitted_widths(
    columns: Sequence[Sequence[Cell]], least: Sequence[int], room: int
) -> tuple[int, ...]:
    """Millimetres for each column of cells, from its least on, within the room there is.

    A row is as tall as its tallest cell, so each step goes to the column that shortens the whole
    table most, until none does.
    """
    widths = list(least)
    heights = [_heights(cells, width) for cells, width in zip(columns, widths, strict=True)]
    while sum(widths) + _STEP <= room:
        wider = [
            _heights(cells, min(width + _STEP, _WIDEST))
            for cells, width in zip(columns, widths, strict=True)
        ]
        totals = [
            _total([*heights[:place], wider[place], *heights[place + 1 :]])
            for place in range(len(columns))
        ]
        if min(totals) >= _total(heights):
            break
        chosen = totals.index(min(totals))
        widths[chosen] += _STEP
        heights[chosen] = wider[chosen]
    return tuple(widths)


def millimetres(text: str) -> float:
    """About how wide the text is on one line of a table."""
    narrow = sum(one in _NARROW for one in text)
    wide = sum(one in _WIDE for one in text)
    return _EM * (0.27 * narrow + 0.76 * wide + 0.51 * (len(text) - narrow - wide))


def cut_to(text: str, width: float) -> str:
    """The text, cut at a word where it needs more than one line of that many millimetres."""
    if millimetres(text) <= width:
        return text
    room = next(n for n in range(len(text), 0, -1) if n == 1 or millimetres(text[:n]) <= width)
    return shortened(text, room)


def lines_taken(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """About how many lines of text a row of the cells takes."""
    return max(_heights([cell], width)[0] for cell, width in zip(cells, widths, strict=True))


def _heights(cells: Sequence[Cell], width: int) -> Heights:
    """The lines of text that each cell takes; a tag takes one, and what has a label runs on."""
    return tuple(
        (cell.tag is not None) + sum(_lines_of(text, width) for text in _paragraphs(cell))
        for cell in cells
    )


def _paragraphs(cell: Cell) -> Iterator[str]:
    for is_labelled, lines in groupby(cell.lines, key=lambda line: bool(line.label)):
        if is_labelled:
            yield "  ".join(f"{line.label}: {line.text}" for line in lines)
        else:
            yield from (line.text for line in lines)


def _lines_of(text: str, width: int) -> float:
    taken = millimetres(text)
    return 1 if taken <= width - _PADDING else max(2, taken / (width - _PADDING - _LOST))


def _total(heights: Sequence[Heights]) -> float:
    by_row: Iterator[Heights] = zip(*heights, strict=True)
    return sum(max(of_row) + _BESIDE * sum(of_row) for of_row in by_row)
