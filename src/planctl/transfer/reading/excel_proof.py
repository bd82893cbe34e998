"""Whether all that a workbook's XML holds has been read; what has not is entered as unmapped."""

from collections.abc import Iterator, Mapping
from typing import Final

from planctl.transfer.ledger import Ledger, visible_in
from planctl.transfer.reading.excel_raw import RawSheet

_MARGIN_RULE: Final = "page headers and footers"
_MOST_NAMED: Final = 5

TextsRead = Mapping[tuple[str, str], str]
"""The text that was read of each cell, by its sheet and place."""


def take_unread(sheets: tuple[RawSheet, ...], read: TextsRead, ledger: Ledger) -> int:
    """How many characters lack in the cells that were read.

    Cells that were left out, text boxes and margins are entered, each with its place.
    """
    lacking = 0
    for sheet in sheets:
        for cell in sheet.cells:
            said = read.get((sheet.title, cell.place), "")
            if not said.strip():
                where = f"sheet {sheet.title}, cell {cell.place}, below a merged cell"
                ledger.taken(where, cell.written)
            elif cell.is_text:
                lacking += max(0, visible_in(cell.written) - visible_in(said))
        for text in sheet.boxes:
            ledger.taken(f"text box on sheet {sheet.title}", text)
        for text in sheet.margins:
            span = ledger.taken(f"margin of sheet {sheet.title}", text)
            ledger.ignore(span.stripped(), _MARGIN_RULE)
    return lacking


def uncounted(sheets: tuple[RawSheet, ...]) -> Iterator[str]:
    """A warning for the formulas of each sheet whose result the file does not keep."""
    for sheet in sheets:
        if not sheet.uncounted:
            continue
        named = ", ".join(sheet.uncounted[:_MOST_NAMED])
        more = len(sheet.uncounted) - _MOST_NAMED
        rest = f" and {more} more" if more > 0 else ""
        many = "cells" if sheet.uncounted[1:] else "cell"
        yield (
            f"sheet '{sheet.title}', {many} {named}{rest}: a formula whose result the file does "
            "not keep was read as blank; open it in Excel and save it"
        )
