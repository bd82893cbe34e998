"""Word tables as rectangular grids: merged cells, colours, nested tables, content controls."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from planctl.transfer.ledger import Ledger
from planctl.transfer.reading.grid import Cell, Table, rectangular
from planctl.transfer.reading.word_numbers import Numbers
from planctl.transfer.reading.word_text import Told, W, all_text, told_by

_DROPPED_RULE: Final = "text that a tracked change takes away"
_WRAPPERS: Final = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag"})
_MOST_COLUMNS: Final = 200


@dataclass(slots=True)
class WordTables:
    """Reads tables; `nested` counts those that stand in a cell of another one.

    `numbers` are those that Word makes itself: of a cell that holds nothing else, such a number is
    the text. `made` counts its characters, and `read` such numbers.
    """

    ledger: Ledger
    track: str = ""
    nested: int = 0
    numbers: Numbers = field(default_factory=Numbers)
    made: int = 0
    read: int = 0

    def tables(self, element: Any, address: str) -> Iterator[Table]:
        """The table; or, where it only frames others, each of those."""
        inner = [table for table in element.iter(f"{W}tbl") if table is not element]
        if inner and self._is_frame(element):
            yield from self._framed(element, address)
            return
        self.nested += len(inner)
        rows = [self._row(row, f"{address}, row {number}")
                for number, row in enumerate(children(element, f"{W}tr"), 1)
                if not self._is_gone(row, f"{address}, row {number}")]  # fmt: skip
        if any(rows):
            yield Table(address, rectangular(rows, self.ledger, address))

    def text(self, blocks: Iterator[Any], address: str) -> Told:
        """What paragraphs and tables in a cell or text box say, line by line."""
        whole = Told()
        for block in blocks:
            if block.tag == f"{W}tbl":
                self._add_nested(block, address, whole)
                continue
            told = told_by(block, self.track)
            self.drop(told.dropped, address)
            whole.parts += ["\n" if whole.parts else "", *told.parts]
            whole.struck += told.struck
            for box in told.boxes:
                inner = self.text(contents(box), address)
                whole.parts += ["\n", *inner.parts]
        return whole

    def number(self, cell: Any) -> str:
        """The number that Word gives a cell in which nothing else stands."""
        paragraphs = list(cell.iter(f"{W}p"))
        return self.taken_number(paragraphs[0]) if len(paragraphs) == 1 else ""

    def taken_number(self, paragraph: Any) -> str:
        """The number that Word gives the paragraph, counted as text from now on."""
        number = self.numbers.of(paragraph)
        self.made += len("".join(number.split()))
        self.read += bool(number)
        return number

    def drop(self, texts: list[str], address: str) -> None:
        """Enters text that tracked changes take away."""
        for text in texts:
            self.ledger.ignore(self.ledger.taken(address, text), _DROPPED_RULE)

    def _add_nested(self, table: Any, address: str, whole: Told) -> None:
        for row in children(table, f"{W}tr"):
            cells = (self.text(contents(cell), address) for cell in children(row, f"{W}tc"))
            whole.parts += [
                "\n" if whole.parts else "",
                "; ".join(one.text for one in cells if one.text),
            ]

    def _is_frame(self, table: Any) -> bool:
        """Whether a table has one or two columns, and one in it more: it is there for layout."""
        own = max((len(children(row, f"{W}tc")) for row in children(table, f"{W}tr")), default=0)
        most = 2
        inner = (row for one in table.iter(f"{W}tbl") if one is not table
                 for row in children(one, f"{W}tr"))  # fmt: skip
        return own <= most and any(len(children(row, f"{W}tc")) > most for row in inner)

    def _framed(self, table: Any, address: str) -> Iterator[Table]:
        for number, row in enumerate(children(table, f"{W}tr"), 1):
            for place, cell in enumerate(children(row, f"{W}tc"), 1):
                where = f"{address}, row {number}, cell {place}"
                blocks = list(contents(cell))
                prose = self.text((one for one in blocks if one.tag != f"{W}tbl"), where)
                if prose.text.strip():
                    yield Table(where, ((Cell(self.ledger.taken(where, prose.text)),),))
                inner = (one for one in blocks if one.tag == f"{W}tbl")
                for count, one in enumerate(inner, 1):
                    yield from self.tables(one, f"{where}, table {count}")

    def _is_gone(self, row: Any, address: str) -> bool:
        """Whether a tracked change takes the whole row away; its text is entered then."""
        mark = "ins" if self.track == "reject" else "del"
        if row.find(f"{W}trPr/{W}{mark}") is None:
            return False
        self.drop([all_text(row)], address)
        return True

    def _row(self, row: Any, address: str) -> list[Cell]:
        blank = Cell(self.ledger.taken(address, ""))
        cells = [blank] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for place, element in enumerate(children(row, f"{W}tc"), 1):
            where = f"{address}, cell {place}"
            told = self.text(contents(element), where)
            mark = element.find(f"{W}tcPr/{W}vMerge")
            is_merged = mark is not None and mark.get(f"{W}val", "continue") == "continue"
            span = self.ledger.taken(where, told.text or self.number(element))
            cells.append(Cell(span, _fill(element), told.is_struck, is_merged, is_below=is_merged))
            beside = _number(element.find(f"{W}tcPr/{W}gridSpan"), 1) - 1
            empty = self.ledger.taken(where, "")
            cells += [Cell(empty, _fill(element), is_merged=True)] * min(beside, _MOST_COLUMNS)
        return cells[:_MOST_COLUMNS]


def children(element: Any, tag: str) -> list[Any]:
    """The children of that kind, also those within content controls."""
    return [one for one in unwrapped(element) if one.tag == tag]


def contents(element: Any) -> Iterator[Any]:
    """The paragraphs and tables of a cell or text box, in their order."""
    return (one for one in unwrapped(element) if one.tag in {f"{W}p", f"{W}tbl"})


def unwrapped(element: Any) -> Iterator[Any]:
    """The children, those of content controls in their place."""
    for child in element:
        if child.tag in _WRAPPERS or child.tag in {f"{W}ins", f"{W}moveTo"}:
            yield from unwrapped(child)
        else:
            yield child


def _number(mark: Any, unsaid: int) -> int:
    value = "" if mark is None else mark.get(f"{W}val", "")
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() else unsaid


def _fill(cell: Any) -> str:
    shade = cell.find(f"{W}tcPr/{W}shd")
    fill = "" if shade is None else shade.get(f"{W}fill") or ""
    return "" if fill == "auto" else fill
