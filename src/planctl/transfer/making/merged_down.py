"""Cells that reach over several rows, and name who is responsible for each of them."""

from dataclasses import replace
from typing import Final

from planctl.transfer.making.prose import is_nothing
from planctl.transfer.mapping.columns import Columns
from planctl.transfer.mapping.fields import Field
from planctl.transfer.reading.grid import Row

_OWNERS: Final = frozenset({Field.RESPONSIBLE, Field.LEAD, Field.PARTNER})
MERGED_OWNER: Final = "a merged cell names who is responsible for several rows: it counts for each"


def with_owners_above(rows: tuple[Row, ...], columns: Columns) -> tuple[Row, ...]:
    """The rows, with those responsible also where their cell was merged with the one above."""
    places = [one.column.index for one in columns.choices if one.field in _OWNERS]
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


def names_owner_again(row: Row) -> bool:
    """Whether somebody responsible for the row stands in a cell that began above it."""
    return any(cell.is_repeated for cell in row)
