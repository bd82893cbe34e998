"""Cells that reach over several rows: what counts for each of them, and what is only said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from planctl.transfer.making.prose import is_nothing
from planctl.transfer.mapping.columns import Choice, Columns
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.words import rating_by_fill
from planctl.transfer.reading.grid import Cell, Row

_OWNERS: Final = frozenset({Field.RESPONSIBLE, Field.LEAD, Field.PARTNER})
_FOR_EACH: Final = _OWNERS | {Field.DUE}
_OF_THE_FIRST: Final = frozenset({Field.REF, Field.TEXT, Field.TITLE, Field.THEME, Field.IGNORE})
"""What such a cell shows to be one action, or one theme."""
_OWNER: Final = "a merged cell names who is responsible for several rows: it counts for each"
_DUE: Final = "a merged cell says when several rows are due: it counts for each"


def with_cells_above(rows: tuple[Row, ...], columns: Columns) -> tuple[Row, ...]:
    """The rows, with who is responsible and when also where the cell was merged with one above."""
    places = [one.column.index for one in columns.choices if one.field in _FOR_EACH]
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else row
        found.append(tuple(
            replace(above[place], is_repeated=True)
            if place in places and cell.is_below and not cell and not is_nothing(above[place].text)
            else cell
            for place, cell in enumerate(row)
        ))  # fmt: skip
    return tuple(found)


def merged_said(rows: tuple[Row, ...], place: int, columns: Columns) -> Iterator[str]:
    """What is to be said of the cells of a row of its own that go on with one above.

    `rows` are those that `with_cells_above` gives.
    """
    for choice in columns.choices:
        cell = rows[place][choice.column.index]
        if cell.is_repeated:
            yield _DUE if choice.field is Field.DUE else _OWNER
        elif _is_left(cell, choice) and _begins_above(rows, place, choice.column.index):
            yield (
                f"a merged cell under '{choice.column.heading}' reaches over several rows: "
                "it was read with the first of them alone"
            )


def _is_left(cell: Cell, choice: Choice) -> bool:
    """Whether the cell goes on with one above, and nothing of that was taken for its row."""
    if not cell.is_below or cell or choice.field in _OF_THE_FIRST | _FOR_EACH:
        return False
    return choice.field is not Field.RATING or rating_by_fill(cell) is None


def _begins_above(rows: tuple[Row, ...], place: int, column: int) -> bool:
    """Whether something stands in the cell that goes on here."""
    for row in reversed(rows[:place]):
        if row[column] or not row[column].is_below:
            return not is_nothing(row[column].text)
    return False
