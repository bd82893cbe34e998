"""What every document is read as: paragraphs and rectangular tables of cells, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planctl.transfer.ledger import Ledger, Span

MAX_CELLS: Final = 500_000
"""Far more than a plan has."""


class TooManyCellsError(Exception):
    """A table that would have more cells than a plan can have."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    `fill` is its colour as six hexadecimal digits. Of cells that were merged into one, the first
    has the text; the others are blank and `is_merged`, those right below it `is_below`.
    `is_repeated` is one that was given the text of the first, which counts there.
    """

    span: Span
    fill: str = ""
    is_struck: bool = False
    is_merged: bool = False
    is_below: bool = False
    is_repeated: bool = False

    def __bool__(self) -> bool:
        return bool(self.span)

    @property
    def text(self) -> str:
        """Its text, without blanks around it."""
        return self.span.text.strip()


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells; `is_continued` where it may go on with the table before it."""

    address: str
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph outside tables; `level` is that of a heading, 1 the highest, 0 for prose.

    `heads_part` says that it names what follows, never the document.
    """

    span: Span
    level: int = 0
    heads_part: bool = False


@dataclass(frozen=True, slots=True)
class Papers:
    """A document as it was read.

    `visible` counts its characters other than blanks without help of the reading; None where the
    format leaves nothing out. `warnings` are for people.
    """

    blocks: tuple[Passage | Table, ...]
    ledger: Ledger
    visible: int | None = None
    warnings: tuple[str, ...] = ()

    def tables(self) -> Iterator[Table]:
        """The tables, in their order."""
        return (block for block in self.blocks if isinstance(block, Table))


def rectangular(rows: list[list[Cell]], ledger: Ledger, address: str) -> tuple[Row, ...]:
    """The rows, the shorter ones with blank cells at their ends. Raises TooManyCellsError."""
    width = max(map(len, rows), default=0)
    if width * len(rows) > MAX_CELLS:
        raise TooManyCellsError
    blank = Cell(ledger.taken(address, ""))
    return tuple((*row, *([blank] * (width - len(row)))) for row in rows)
