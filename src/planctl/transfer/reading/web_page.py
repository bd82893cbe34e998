"""Web pages: their tables, headings and paragraphs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Final

from planctl.transfer.ledger import Ledger, visible_in
from planctl.transfer.reading.grid import (
    MAX_CELLS,
    Cell,
    Papers,
    Passage,
    Table,
    TooManyCellsError,
    rectangular,
)

_BLOCKS: Final = frozenset({
    "p", "div", "li", "ul", "ol", "section", "article", "main", "header", "footer", "nav", "br",
    "blockquote", "dl", "dt", "dd", "pre", "figure", "figcaption", "caption",
})  # fmt: skip
_HEADINGS: Final = MappingProxyType({f"h{level}": level for level in range(1, 7)})
_UNSEEN: Final = frozenset({"script", "style", "template", "head"})
_UNSEEN_RULE: Final = "scripts and styles of a web page"
_NESTED_RULE: Final = "tables in cells, whose text is entered with the cell"
_BACKGROUND: Final = re.compile(r"background(?:-color)?\s*:\s*(#?\w+)", re.IGNORECASE)
_NAMED: Final = MappingProxyType({
    "red": "FF0000", "green": "008000", "lime": "00FF00", "amber": "FFBF00", "orange": "FFA500",
    "yellow": "FFFF00", "blue": "0000FF", "gold": "FFD700", "lightgreen": "90EE90",
})  # fmt: skip
_MOST_SPANNED: Final = 100
_MOST_ROWS: Final = 65_534
"""As many as HTML lets a cell reach over."""
_DIGITS: Final = 9
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)|<[!?/](?![A-Za-z])[^>]*>|<![^>]*>", re.DOTALL)
_SCRIPT: Final = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"</?[A-Za-z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>")


def read_web_page(text: str, ledger: Ledger) -> Papers:
    """The page. Raises TooManyCellsError."""
    reader = _Reader(ledger)
    reader.feed(text)
    reader.close()
    reader.end_passage()
    while reader.open_tables:
        reader.handle_endtag("table")
    return Papers(tuple(reader.blocks), ledger, visible_on(text) + reader.twice)


def visible_on(page: str) -> int:
    """How many characters other than blanks stand outside the page's tags, without its parser.

    Scripts and styles count as well: they are entered, and left out by a rule.
    """
    rest = _COMMENT.sub(" ", page)
    scripts = [found[2] for found in _SCRIPT.finditer(rest)]
    plain = unescape(_TAG.sub("", _SCRIPT.sub(" ", rest)))
    return visible_in(plain) + sum(map(visible_in, scripts))


@dataclass(slots=True)
class _Open:
    """A table that is being read; `below` are the columns that a cell above reaches into."""

    address: str
    rows: list[list[Cell]] = field(default_factory=list)
    below: dict[int, tuple[int, Cell]] = field(default_factory=dict)
    text: list[str] | None = None
    fill: str = ""
    spans: tuple[int, int] = (1, 1)


class _Reader(HTMLParser):
    """Takes a page tag by tag."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(convert_charrefs=True)
        self.ledger = ledger
        self.blocks: list[Passage | Table] = []
        self.open_tables: list[_Open] = []
        self.unseen = 0
        self.level = 0
        self.waiting: list[str] = []
        self.counted = 0
        self.cells = 0
        self.twice = 0
        """Characters that are entered twice: with a table, and with the cell around it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins what the tag begins."""
        given = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "table":
            self.end_passage()
            self.counted += 1
            self.open_tables.append(_Open(f"table {self.counted}"))
        elif self.open_tables:
            self._start_in_table(tag, given)
        elif tag in _BLOCKS or tag in _HEADINGS:
            self.end_passage()
            self.level = _HEADINGS.get(tag, 0)

    def handle_endtag(self, tag: str) -> None:
        """Ends what the tag ends."""
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag == "table" and self.open_tables:
            self._end_table()
        elif self.open_tables and tag in {"td", "th", "tr"}:
            self._end_cell()
        elif not self.open_tables and (tag in _BLOCKS or tag in _HEADINGS):
            self.end_passage()

    def handle_data(self, data: str) -> None:
        """Takes text to where it belongs."""
        if self.unseen:
            self.ledger.ignore(self.ledger.taken("script or style", data), _UNSEEN_RULE)
        elif self.open_tables and self.open_tables[-1].text is not None:
            self.open_tables[-1].text.append(data)
        else:
            self.waiting.append(data)

    def end_passage(self) -> None:
        """Closes the paragraph that was being read."""
        text = " ".join("".join(self.waiting).split())
        if text:
            span = self.ledger.taken(f"paragraph {len(self.blocks) + 1}", text)
            self.blocks.append(Passage(span, self.level))
        self.waiting, self.level = [], 0

    def _start_in_table(self, tag: str, given: dict[str, str]) -> None:
        table = self.open_tables[-1]
        if tag == "tr":
            self._end_cell()
            self._end_row()
            table.rows.append([])
        elif tag in {"td", "th"}:
            self._end_cell()
            if not table.rows:
                table.rows.append([])
            table.text, table.fill = [], _fill(given)
            table.spans = (_deep(given.get("rowspan")), _wide(given.get("colspan")))
        elif table.text is not None and tag in _BLOCKS:
            table.text.append("\n")

    def _end_cell(self) -> None:
        table = self.open_tables[-1]
        if table.text is None:
            return
        row = table.rows[-1]
        _reach(table, row)
        where = f"{table.address}, row {len(table.rows)}, cell {len(row) + 1}"
        lines = (" ".join(line.split()) for line in "".join(table.text).split("\n"))
        text = "\n".join(line for line in lines if line)
        deep, wide = table.spans
        merged = Cell(self.ledger.taken(where, ""), table.fill, is_merged=True)
        cells = [Cell(self.ledger.taken(where, text), table.fill), *([merged] * (wide - 1))]
        if deep > 1:
            below = replace(merged, is_below=True)
            table.below |= {
                len(row) + place: (deep - 1, merged if place else below) for place in range(wide)
            }
        row += cells
        table.text = None

    def _end_row(self) -> None:
        """Puts in the cells that reach down behind its own, with blanks where none stands."""
        table = self.open_tables[-1]
        for row in table.rows[-1:]:
            _reach(table, row)
            last = max(table.below, default=0)
            while len(row) < last:
                row.append(Cell(self.ledger.taken(table.address, "")))
                _reach(table, row)
            self.cells += len(row)
            if self.cells > MAX_CELLS:
                raise TooManyCellsError

    def _end_table(self) -> None:
        self._end_cell()
        self._end_row()
        table = self.open_tables.pop()
        rows = [row for row in table.rows if row]
        if self.open_tables and self.open_tables[-1].text is not None:
            said = "\n".join("; ".join(cell.text for cell in row if cell) for row in rows)
            self._take_back(rows)
            self.twice += visible_in(said)
            self.open_tables[-1].text.append(f"\n{said}\n")
        elif rows:
            self.blocks.append(Table(table.address, rectangular(rows, self.ledger, table.address)))

    def _take_back(self, rows: Iterable[list[Cell]]) -> None:
        """Lets the texts of a nested table be entered again, with those of the cell around it."""
        for row in rows:
            for cell in row:
                self.ledger.ignore(cell.span, _NESTED_RULE)


def _reach(table: _Open, row: list[Cell]) -> None:
    """Puts in the cells that reach down from the rows above."""
    while (place := len(row)) in table.below:
        left, cell = table.below.pop(place)
        row.append(cell)
        if left > 1:
            table.below[place] = (left - 1, cell)


def _deep(written: str | None) -> int:
    """How many rows a cell reaches over; nought means all that follow."""
    deep = _number(written)
    return min(deep, _MOST_ROWS) if deep else _MOST_ROWS


def _wide(written: str | None) -> int:
    return min(max(_number(written), 1), _MOST_SPANNED)


def _number(written: str | None) -> int:
    said = (written or "").strip()
    return int(said[:_DIGITS]) if said.isascii() and said.isdecimal() else 1


def _fill(given: dict[str, str]) -> str:
    found = _BACKGROUND.search(given.get("style", ""))
    colour = (found[1] if found else given.get("bgcolor", "")).casefold()
    return _NAMED.get(colour, colour.lstrip("#").upper())
