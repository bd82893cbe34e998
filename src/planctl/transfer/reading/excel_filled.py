"""The part of a sheet that holds something; a word far away does not make the rest its cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

_ROWS_SAID: Final = 100
"""Empty rows between two that hold something, from which on somebody is told."""
_COLUMNS_CLOSED: Final = 20
"""Empty columns between two that hold something, from which on they are closed up."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The rows and columns that are read of a sheet, by their numbers; `notes` is what stands away.

    Of empty rows in a series, the first is read: it parts what stands above from what stands below.
    """

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    notes: tuple[Any, ...] = ()
    """The cells on which a note hangs."""
    remarks: tuple[str, ...] = ()

    @classmethod
    def of(cls, sheet: Any) -> "Filled":
        """What the sheet of openpyxl holds."""
        # Its own ways to the cells make all that lie between, of which there may be billions.
        there = sheet._cells.values()  # noqa: SLF001
        filled = [cell for cell in there if cell.value is not None]
        rows = sorted({cell.row for cell in filled})
        columns = sorted({cell.column for cell in filled})
        notes = sorted((cell for cell in there if getattr(cell, "comment", None) is not None),
                       key=lambda cell: (cell.row, cell.column))  # fmt: skip
        remarks = (*_of_rows(sheet.title, rows), *_of_columns(sheet.title, columns))
        return cls(
            tuple(_closed(rows, 1)), tuple(_closed(columns, _COLUMNS_CLOSED)), tuple(notes), remarks
        )

    def cells(self, sheet: Any) -> Iterator[list[Any]]:
        """The cells of each row."""
        for row in self.rows:
            yield [sheet.cell(row, column) for column in self.columns]

    def below_merged(self, areas: Iterable[Any]) -> dict[tuple[int, int], bool]:
        """The cells that were merged into others, by row and column: whether right below them."""
        return {
            (row, column): column == area.min_col
            for area in areas
            for row in self.rows if area.min_row <= row <= area.max_row
            for column in self.columns if area.min_col <= column <= area.max_col
            if (row, column) != (area.min_row, area.min_col)
        }  # fmt: skip


def _closed(numbers: list[int], most: int) -> Iterator[int]:
    """The numbers from the first of all, with those of short gaps, and the first of long ones."""
    for before, number in pairwise([0, *numbers]):
        gap = number - before - 1
        yield from range(before + 1, number if gap <= most else before + 2)
        yield number


def _of_rows(title: str, rows: list[int]) -> Iterator[str]:
    for before, row in pairwise([0, *rows]):
        if row - before > _ROWS_SAID:
            yield (
                f"sheet '{title}': rows {before + 1:,} to {row - 1:,} are empty, and row {row:,} "
                "holds something: look whether it belongs to the plan"
            )


def _of_columns(title: str, columns: list[int]) -> Iterator[str]:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as the workbook's reader

    for before, column in pairwise([0, *columns]):
        if column - before - 1 > _COLUMNS_CLOSED:
            first, last, at = map(get_column_letter, (before + 1, column - 1, column))
            yield (
                f"sheet '{title}': columns {first} to {last} are empty, and column {at} holds "
                f"something: look whether it belongs to the plan"
            )
