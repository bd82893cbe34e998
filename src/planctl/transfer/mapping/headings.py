"""The rows of a table that head its columns, joined where there are several."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from planctl.transfer.mapping.fields import HEADINGS, UNSURE, Field
from planctl.transfer.mapping.folding import folded
from planctl.transfer.mapping.periods import is_part, parted, period_called
from planctl.transfer.reading.grid import Cell, Row, Table

_SEARCHED: Final = 8
_SHORT: Final = 40
_MOST_ROWS: Final = 3
_BRACKET: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
JOINER: Final = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its headings from the top, and the cells below them."""

    index: int
    parts: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def heading(self) -> str:
        """Its headings in one line; its number where it has none."""
        return JOINER.join(self.parts) or f"column {self.index + 1}"

    @property
    def filled(self) -> tuple[Cell, ...]:
        """Those of its cells that say something."""
        return tuple(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Header:
    """The heading rows of a table: where they begin and end, and the columns below them."""

    first: int
    end: int
    columns: tuple[Column, ...]


def header_of(table: Table, asked: Collection[str] = ()) -> Header | None:
    """The header of a table of actions, or None when no row looks like one.

    `asked` are further headings, as `folded` writes them, that somebody has said the field of.
    """
    for first in range(min(_SEARCHED, len(table.rows))):
        end = _end_of_run(table.rows, first, asked)
        rows = table.rows[first:end]
        if any(_known(row, asked) > 1 for row in rows) or (rows and _names_actions(rows[0])):
            return Header(first, end, columns_below(table, first, end))
    return None


def is_heading(text: str) -> bool:
    """Whether a cell says what the cells below it hold."""
    return known_as(text) is not None or period_called(text) is not None or is_part(text)


def columns_below(table: Table, first: int, end: int) -> tuple[Column, ...]:
    """The columns below the heading rows between the two places."""
    rows = table.rows[first:end]
    parts = [_labels(rows, place) for place in range(len(rows))]
    body = table.rows[end:]
    return tuple(
        Column(
            index,
            tuple(dict.fromkeys(row[index] for row in parts if row[index])),
            tuple(row[index] for row in body),
        )
        for index in range(table.width)
    )


def known_as(text: str) -> str | None:
    """The heading as the table of headings has it, without remarks in brackets and periods."""
    for one in (text, _BRACKET.sub(" ", text), parted(_BRACKET.sub(" ", text))[0]):
        name = folded(one)
        if name in HEADINGS or name in UNSURE:
            return name
    return None


def _end_of_run(rows: tuple[Row, ...], first: int, asked: Collection[str]) -> int:
    """Behind the last of the rows that head columns, beginning with the first; itself if none."""
    end = first
    while end < len(rows) and end - first < _MOST_ROWS:
        said = [cell.text for cell in rows[end] if cell]
        known = sum(is_heading(text) or folded(text) in asked for text in said)
        is_first = end == first
        if not known or known * 2 < len(said) or (not is_first and known < len(said)):
            break
        if is_first and _is_dated_remark(said):
            break
        end += 1
    return end


def _is_dated_remark(said: list[str]) -> bool:
    """Whether the row says something, and a day or year beside it: `Draft`, `May 2018`."""
    periods = sum(known_as(text) is None and is_heading(text) for text in said)
    return len(said) > 1 and periods == 1 and not any(map(known_as, said))


def _names_actions(row: Row) -> bool:
    """Whether a row of short cells has a heading for actions, and others that may be anything."""
    said = [cell.text for cell in row if cell]
    names = {known_as(text) for text in said}
    is_short = all(len(text) <= _SHORT for text in said)
    return (
        is_short and len(said) > 1 and any(HEADINGS.get(one or "") is Field.TEXT for one in names)
    )


def _known(row: Row, asked: Collection[str]) -> int:
    said = {folded(cell.text): is_heading(cell.text) for cell in row if cell}
    return sum(is_known or name in asked for name, is_known in said.items())


def _labels(rows: tuple[Row, ...], place: int) -> list[str]:
    """The labels of one heading row, each carried on over the columns that it spans."""
    labels: list[str] = []
    for index, cell in enumerate(rows[place]):
        below = rows[place + 1 :]
        is_parent = any(row[index] for row in below) and index > 0
        spans = cell.is_merged or (is_parent and any(row[index - 1] for row in below))
        carried = labels[-1] if labels and spans and not cell else ""
        labels.append(" ".join(cell.text.split()) or carried)
    return labels
