"""How wide the columns of a long table are, so that it takes as little paper as it can."""

from collections.abc import Iterator, Sequence
from typing import Final

from planctl.report.tables import Cell, Line

_CHARACTER: Final = 1.75
_PADDING: Final = 2.5
_LOST: Final = 5
"""In millimetres: about what a character of 10 point text takes, the space between two columns,
and what a line that is broken at a word leaves empty."""
_STEP: Final = 2
_WIDEST: Final = 125
"""A longer line is tiring to read."""

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


def lines_taken(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """About how many lines of text a row of the cells takes."""
    return max(_heights([cell], width)[0] for cell, width in zip(cells, widths, strict=True))


def _heights(cells: Sequence[Cell], width: int) -> Heights:
    """The lines of text that each cell takes; a tag takes one."""
    return tuple(
        (cell.tag is not None) + sum(_lines_of(line, width) for line in cell.lines)
        for cell in cells
    )


def _lines_of(line: Line, width: int) -> float:
    taken = _CHARACTER * len(f"{line.label} {line.text}".strip())
    return 1 if taken <= width - _PADDING else max(2, taken / (width - _PADDING - _LOST))


def _total(heights: Sequence[Heights]) -> float:
    by_row: Iterator[Heights] = zip(*heights, strict=True)
    return sum(max(of_row) for of_row in by_row)
