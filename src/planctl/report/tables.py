"""Tables as values: columns, groups of rows and cells, ready to be printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from planctl.report.marks import Tag


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell, with the words that stand before it; `kind` is how it is set."""

    text: str
    """What is said."""
    label: str = ""
    """The word or two before it."""
    kind: str = "plain"
    """A class name; `plain` needs no paragraph of its own."""
    beyond: bool = False
    """Whether the page of HTML has it and paper has not."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table: a tag, lines and a small chart as SVG, in that order."""

    lines: tuple[Line, ...] = ()
    """Paragraphs."""
    tag: Tag | None = None
    """A rating, before the paragraphs."""
    chart: str = ""
    """A small chart as SVG, after them."""
    source: str = ""
    """The file and line that it comes from, where that is known."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for style and selection, its heading, its share of the width."""

    key: str
    """The class name of its cells."""
    heading: str
    """What stands at its head."""
    percent: str = ""
    """Its width, such as `12.5%`."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; its first cell is its heading. `depth` is 1 for a sub-action, and so on.

    A row that is `tall` may not fit on any page and so has to be split.
    """

    cells: tuple[Cell, ...]
    """One for each column; the first is the row's heading."""
    anchor: str = ""
    """The id that links lead to."""
    target: str = ""
    """The id that its first cell leads to."""
    state: str = ""
    """The state as a class name, for selection."""
    depth: int = 0
    """How deep it stands: 0, and 1 for a sub-action."""
    tall: bool = False
    """Whether it may be split over two pages."""
    beyond: bool = False
    """Whether the page of HTML has it and paper has not."""
    name: str = ""
    """What it is called where it is only named; by default as its first cell has it."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading of their own; `note` says why there are none."""

    rows: tuple[TableRow, ...]
    """The rows in order."""
    heading: str = ""
    """What stands above them, such as a theme."""
    note: str = ""
    """A word beside the heading, such as why there are no rows."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with at least one row in its body."""

    key: str
    """The class name of the table."""
    caption: str
    """Its numbered caption."""
    columns: tuple[Column, ...]
    """The columns from left to right."""
    groups: tuple[RowGroup, ...]
    """The rows; each group is a body of the table."""
    total: tuple[Cell, ...] = ()
    """The cells of the last row, where there is one."""


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
