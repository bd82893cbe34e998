"""A sample that came back: its rows, and what stands in each cell."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from planctl.transfer.reading.archives import check_archive, damaged
from planctl.transfer.reading.refused import RefusedFileError
from planctl.transfer.sampling.workbook import COLUMNS, KEY, SHEET
from planctl.transfer.writing.lacking import office

_OURS: Final = "Name the workbook that planctl sample has written, filled in."
_WITHIN: Final = 12
_MOST_ROWS: Final = 2_000
_BROKEN: Final = (
    KeyError, ValueError, SyntaxError, TypeError, IndexError, AttributeError, OSError,
    OverflowError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl raises for a workbook that is not as it should be."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: where it is, its text, and whether that is the outcome of a formula."""

    place: str
    text: str
    is_formula: bool = False


Filled = Mapping[str, Cell]
"""A row, by the names of its columns."""


def rows_returned(path: Path, content: bytes) -> tuple[Filled, ...]:
    """The rows with a key. Raises RefusedFileError for any other file, MissingLibraryError."""
    if not content.strip():
        raise RefusedFileError(path, "it is empty", _OURS)
    check_archive(path, content)
    openpyxl = office("openpyxl")
    try:
        with warnings.catch_warnings():
            # It warns of drop-downs that it leaves out, which hold nothing that was filled in.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            return _rows(path, book)
    except _BROKEN as error:
        raise damaged(path) from error


def _rows(path: Path, book: Any) -> tuple[Filled, ...]:
    pages = [page for page in book.worksheets if page.title == SHEET]
    every = list(pages[0].iter_rows(max_col=40, max_row=_MOST_ROWS + 1)) if pages else []
    if len(every) > _MOST_ROWS:
        raise RefusedFileError(path, f"its sheet has more than {_MOST_ROWS:,} rows", _OURS)
    heads = [number for number, row in enumerate(every[:_WITHIN]) if _has_key(row)]
    if not heads:
        raise RefusedFileError(path, "it is no sample of planctl's", _OURS)
    names = {column.heading: column.field for column in COLUMNS}
    fields = {
        names[cell.value]: at for at, cell in enumerate(every[heads[0]]) if cell.value in names
    }
    if len(fields) < len(COLUMNS):
        raise RefusedFileError(path, "a column of the sample was taken out", _OURS)
    found = (
        {name: _cell(row, at, number) for name, at in fields.items()}
        for number, row in enumerate(every[heads[0] + 1 :], heads[0] + 2)
    )
    return tuple(row for row in found if any(cell.text for cell in row.values()))


def _has_key(row: tuple[Any, ...]) -> bool:
    return any(cell.value == KEY for cell in row)


def _cell(row: tuple[Any, ...], at: int, number: int) -> Cell:
    cell = row[at] if at < len(row) else None
    place = f"{SHEET}!{chr(ord('A') + at)}{number}"
    value = cell.value if cell is not None else None
    if value is None:
        return Cell(place, "")
    if isinstance(value, datetime):
        return Cell(place, value.date().isoformat())
    if isinstance(value, date):
        return Cell(place, value.isoformat())
    is_formula = getattr(cell, "data_type", "") in {"f", "e"} or not isinstance(
        value, str | int | float
    )
    return Cell(place, str(value).strip(), is_formula)
