"""A plan as one csv file: actions in columns, and below them all the rest by its place."""

import csv
from io import StringIO
from typing import Final

from planctl.transfer.writing.held import Read
from planctl.transfer.writing.sheets import GROUP, KEY, REST, Sheet

_BOM: Final = "\ufeff"
_VALUE: Final = "Value"
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet would take for a formula begins so; an apostrophe before it stops that."""


def as_csv(sheets: tuple[Sheet, ...]) -> bytes:
    """The file in UTF-8 with a mark, as Excel wants it; no cell can act as a formula.

    Of the sheets, only Actions and the rest are taken: leave the others out when they are made.
    """
    actions = next((sheet for sheet in sheets if sheet.name == "Actions"), None)
    headings = [column.heading for column in actions.columns] if actions else []
    out = StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write([KEY, GROUP, *headings, _VALUE])
    for row in actions.rows if actions else ():
        write(map(guarded, [row.key, row.group, *row.cells, ""]))
    for row in sheets[-1].rows:
        write(map(guarded, [row.key, "", *[""] * len(headings), *row.cells]))
    return (_BOM + out.getvalue()).encode()


def from_csv(content: bytes) -> tuple[Read, ...]:
    """The sheets that the file holds: the actions, and the rest."""
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    headings, *entries = rows
    at, value = headings.index(KEY), headings.index(_VALUE)
    texts = [tuple(map(_unguarded, _filled(row, len(headings)))) for row in entries]
    columns = tuple(name for name in headings if name != _VALUE)
    is_action = [not row[value] and any(row) for row in texts]
    actions = tuple(
        tuple(text for place, text in enumerate(row) if place != value)
        for row, holds in zip(texts, is_action, strict=True)
        if holds
    )
    rest = tuple(
        (row[at], row[value])
        for row, holds in zip(texts, is_action, strict=True)
        if not holds and any(row)
    )
    return (Read("Actions", columns, actions), Read(REST, (KEY, _VALUE), rest))


def _filled(row: list[str], length: int) -> list[str]:
    return [*row, *[""] * (length - len(row))][:length]


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_RISKY) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_RISKY) else text
