"""Pasted text, tab-separated values and csv, as paragraphs and tables."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.transfer.ledger import Ledger, Span
from planctl.transfer.reading.grid import Cell, Papers, Passage, Table, rectangular

_GUARD: Final = re.compile(r"'(?=[=+\-@\t])")
_GUARD_RULE: Final = "apostrophe that keeps a spreadsheet from calculating"
_FORMAT_RULE: Final = "tabs, line ends and quotation marks of the file format"


def read_pasted(text: str, ledger: Ledger) -> Papers:
    """Text as it was copied out of a document: cells between tabs, other lines as paragraphs.

    Blank lines part tables: a page's end is one, too.
    """
    blocks: list[Passage | Table] = []
    rows: list[list[Cell]] = []
    values = 0
    for number, fields in _lines(text, "\t"):
        is_row = len(fields) > 1
        line = f"line {number}"
        spans = [_value(field, f"{line}, cell {place}" if is_row else line, ledger)
                 for place, field in enumerate(fields, 1)]  # fmt: skip
        values += sum(len(_unquoted(field)) for field in fields)
        if is_row:
            rows.append([Cell(span) for span in spans])
            continue
        blocks += _closed(rows, ledger)
        rows = []
        if spans[0]:
            blocks.append(Passage(spans[0]))
    _take_the_rest(text, values, ledger)
    return Papers((*blocks, *_closed(rows, ledger)), ledger)


def read_delimited(text: str, ledger: Ledger) -> Papers:
    """A file of separated values: one table."""
    rows, values = [], 0
    for number, fields in _lines(text, delimiter_of(text)):
        if fields == [""]:
            continue
        values += sum(len(_unquoted(field)) for field in fields)
        rows.append([Cell(_value(field, f"row {number}, cell {place}", ledger))
                     for place, field in enumerate(fields, 1)])  # fmt: skip
    _take_the_rest(text, values, ledger)
    return Papers(tuple(_closed(rows, ledger)), ledger)


def delimiter_of(text: str) -> str:
    """What parts the values: the most frequent of tab, comma and semicolon in the first lines."""
    head = "\n".join(text.split("\n")[:5])
    return max("\t,;", key=head.count)


def _closed(rows: list[list[Cell]], ledger: Ledger) -> list[Table]:
    if not rows:
        return []
    address = rows[0][0].span.address.rpartition(",")[0]
    return [Table(address, rectangular(rows, ledger, address))]


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The fields of each line as written, with the line's number; quoted ones may hold breaks."""
    quoted = rf'"(?:[^"]|"")*"(?=[{delimiter}\n]|\Z)'
    pattern = re.compile(rf"{quoted}|[^{delimiter}\n]*")
    place, number, first = 0, 1, 1
    fields: list[str] = []
    while place <= len(text):
        found = pattern.match(text, place)
        field = found[0] if found else ""
        fields.append(field)
        place += len(field) + 1
        number += field.count("\n")
        if place > len(text) or text[place - 1] == "\n":
            yield first, fields
            fields, number = [], number + 1
            first = number


def _value(field: str, address: str, ledger: Ledger) -> Span:
    """The value of a field, without its quotation marks and guard."""
    span = ledger.taken(address, _unquoted(field))
    if found := _GUARD.match(span.text):
        ledger.ignore(span.part(0, found.end()), _GUARD_RULE)
        span = span.part(found.end())
    return span


def _unquoted(field: str) -> str:
    """The field's text. Excel quotes a cell only where it holds a separator, quotes or breaks."""
    inner = field[1:-1]
    is_quoted = len(field) > 1 and field[0] == field[-1] == '"'
    if not is_quoted or '"' in inner.replace('""', ""):
        return field
    return inner.replace('""', '"')


def _take_the_rest(text: str, values: int, ledger: Ledger) -> None:
    """Enters what is no value: separators, line ends and quotation marks."""
    rest = ledger.taken("between the cells", "\t" * (len(text) - values))
    ledger.ignore(rest, _FORMAT_RULE)
