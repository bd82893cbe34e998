"""The headings that a document bears, against which what was asked of columns is held."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from planctl.transfer.mapping.folding import folded
from planctl.transfer.mapping.headings import Column
from planctl.transfer.mapping.wishes import Wish, Wishes
from planctl.transfer.reading.grid import Papers

_SEARCHED: Final = 8


@dataclass(frozen=True, slots=True)
class Borne:
    """The headings of the columns, and the wishes that are of none of them nor of any label."""

    headings: tuple[str, ...]
    unheard: tuple[Wish, ...]

    @classmethod
    def of(cls, papers: Papers, columns: Iterable[Column], wishes: Wishes) -> "Borne":
        """What the document bears; a saved map may speak of columns that another one had."""
        every = tuple(columns)
        names = {folded(name) for column in every for name in _names(column)}
        names |= {folded(text) for text in _labels(papers)}
        unheard = (wish for name, wish in wishes.items() if name not in names)
        return cls(
            tuple(dict.fromkeys(column.heading for column in every)),
            tuple(wish for wish in unheard if not wish.is_saved),
        )


def _names(column: Column) -> Iterator[str]:
    yield column.heading
    yield from column.parts
    yield f"column {column.index + 1}"


def _labels(papers: Papers) -> Iterator[str]:
    """What may head a column or a row, in any of the tables."""
    for table in papers.tables():
        for place, row in enumerate(table.rows):
            yield from (cell.text for cell in (row if place < _SEARCHED else row[:1]))
