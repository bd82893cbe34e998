"""Tables as values: columns, groups of rows and cells, ready to be printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from planctl.report.marks import Tag


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell, with the words that stand before it; `kind` is how it is set."""

    text: str
    label: str = ""
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table: a tag, lines, or both."""

    lines: tuple[Line, ...] = ()
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for style and selection, its heading, its share of the width."""

    key: str
    heading: str
    percent: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; its first cell is its heading. `depth` is 1 for a sub-action, and so on.

    A row that is `tall` may not fit on any page and so has to be split.
    """

    cells: tuple[Cell, ...]
    anchor: str = ""
    target: str = ""
    state: str = ""
    depth: int = 0
    tall: bool = False


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading of their own; `note` says why there are none."""

    rows: tuple[TableRow, ...]
    heading: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with at least one row in its body."""

    key: str
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    total: tuple[Cell, ...] = ()


def plain(text: str, kind: str = "plain") -> Cell:
    """A cell that holds one line, or nothing where there is no text."""
    return Cell((Line(text, kind=kind),)) if text else Cell()


def shared_out(columns: Iterable[tuple[str, str, int]]) -> tuple[Column, ...]:
    """Columns of key, heading and weight, with the width divided by weight."""
    wanted = tuple(columns)
    whole = sum(weight for _, _, weight in wanted)
    return tuple(
        Column(key, heading, f"{100 * weight / whole:.2f}%") for key, heading, weight in wanted
    )
