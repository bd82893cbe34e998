"""Excel workbooks: the values, colours and merges of each sheet."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from planctl.errors import MissingLibraryError
from planctl.transfer.ledger import Ledger, visible_in
from planctl.transfer.reading.archives import damaged
from planctl.transfer.reading.excel_areas import check_areas
from planctl.transfer.reading.excel_colours import Palette
from planctl.transfer.reading.excel_filled import Filled
from planctl.transfer.reading.excel_proof import take_unread, uncounted
from planctl.transfer.reading.excel_raw import RawSheet, raw_sheets
from planctl.transfer.reading.grid import MAX_CELLS, Cell, Papers, Passage, Row, Table
from planctl.transfer.reading.refused import RefusedFileError

_PLACES: Final = re.compile(r"0\.(0+)")
"""The shape of numbers with so many places, as numbers of rows have them: 1.10."""

_BROKEN: Final = (
    KeyError, ValueError, SyntaxError, TypeError, IndexError, AttributeError, OSError,
    OverflowError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl raises for a workbook that is not as it should be."""

_HIDDEN_RULE: Final = "hidden sheets"


def read_excel(path: Path, content: bytes) -> Papers:
    """The workbook. Raises RefusedFileError, MissingLibraryError."""
    raw = _raw(path, content)
    check_areas(path, raw)
    book = _opened(path, content)
    ledger = Ledger()
    blocks: list[Passage | Table] = []
    remarks: list[str] = []
    palette = Palette.of(book.loaded_theme)
    read: dict[tuple[str, str], str] = {}
    for sheet in book.worksheets:
        filled = _filled(path, sheet)
        rows = _rows(sheet, filled, palette, ledger)
        read |= _texts(sheet, filled, rows)
        if sheet.sheet_state != "visible":
            _leave(rows, ledger)
            remarks.append(f"sheet '{sheet.title}' is hidden: it was left out")
            continue
        found = list(_segments(rows, f"sheet {sheet.title}"))
        if len(book.worksheets) > 1 and found and isinstance(found[0], Table):
            name = ledger.taken(f"name of sheet {sheet.title}", sheet.title)
            blocks.append(Passage(name, 2, heads_part=True))
        blocks += found
        remarks += (*filled.remarks, *_remarks(sheet))
        _take_notes(sheet.title, filled, ledger)
    lacking = take_unread(raw, read, ledger)
    visible = sum(visible_in(span.text) for span in ledger.texts) + lacking
    return Papers(tuple(blocks), ledger, visible, (*remarks, *uncounted(raw)))


def _raw(path: Path, content: bytes) -> tuple[RawSheet, ...]:
    try:
        return raw_sheets(content)
    except _BROKEN as error:
        raise damaged(path) from error


def _texts(sheet: Any, filled: Filled, rows: list[Row]) -> dict[tuple[str, str], str]:
    """What was read of each cell, by the sheet and the cell's place."""
    return {
        (sheet.title, cell.coordinate): taken.text
        for cells, row in zip(filled.cells(sheet), rows, strict=True)
        for cell, taken in zip(cells, row, strict=True)
        if taken
    }


def _opened(path: Path, content: bytes) -> Any:
    # Only for .xlsx, and only where the extra libraries are there.
    try:
        from openpyxl import load_workbook  # noqa: PLC0415
        from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415
    except ImportError as error:
        raise MissingLibraryError(
            "Excel files need a library that is not installed: pip install 'planctl[office]'."
        ) from error
    try:
        with warnings.catch_warnings():
            # It warns of drop-downs and colour rules that it leaves out, which hold no text.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
    except (InvalidFileException, *_BROKEN) as error:
        raise damaged(path) from error


def _filled(path: Path, sheet: Any) -> Filled:
    filled = Filled.of(sheet)
    if len(filled.rows) * len(filled.columns) > MAX_CELLS:
        size = f"{len(filled.rows):,} rows and {len(filled.columns):,} columns"
        reason = f"sheet '{sheet.title}' has something in {size}"
        remedy = "Take out what is not the plan: a plan has far fewer cells."
        raise RefusedFileError(path, reason, remedy)
    return filled


def _rows(sheet: Any, filled: Filled, palette: Palette, ledger: Ledger) -> list[Row]:
    merged = filled.below_merged(sheet.merged_cells.ranges)
    return [
        tuple(_cell(sheet, cell, palette, ledger, merged) for cell in row)
        for row in filled.cells(sheet)
    ]  # fmt: skip


def _cell(
    sheet: Any, cell: Any, palette: Palette, ledger: Ledger, merged: Mapping[tuple[int, int], bool]
) -> Cell:
    address = f"sheet {sheet.title}, row {cell.row}, cell {cell.column}"
    span = ledger.taken(address, _text(cell))
    is_struck = bool(cell.has_style and cell.font and cell.font.strike)
    place = (cell.row, cell.column)
    is_below = merged.get(place, False)
    return Cell(span, palette.fill_of(cell), is_struck, place in merged, is_below=is_below)


def _text(cell: Any) -> str:
    """What the cell shows, days as 2018-01-31."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    return str(value)


def _number(value: float, shape: str) -> str:
    if "%" in shape:
        return f"{value * 100:.10g}%"
    if places := _PLACES.fullmatch(shape):
        return f"{value:.{len(places[1])}f}"
    return str(value) if isinstance(value, int) else f"{value:.15g}"


def _segments(rows: list[Row], address: str) -> Iterator[Passage | Table]:
    """The parts of a sheet between its blank rows: single texts, and tables."""
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    waiting: list[Row] = []
    for row in [*(row[:width] for row in rows), ()]:
        if any(row):
            waiting.append(row)
            continue
        if waiting and all(sum(map(bool, one)) == 1 for one in waiting):
            yield from (Passage(cell.span, 1) for one in waiting for cell in one if cell)
        elif waiting:
            yield Table(address, tuple(waiting))
        waiting = []


def _leave(rows: list[Row], ledger: Ledger) -> None:
    for row in rows:
        for cell in row:
            ledger.ignore(cell.span, _HIDDEN_RULE)


def _remarks(sheet: Any) -> Iterator[str]:
    hidden = [number for number, shape in sheet.row_dimensions.items() if shape.hidden]
    if hidden:
        yield f"sheet '{sheet.title}' has {len(hidden)} hidden rows: they were read like the others"


def _take_notes(title: str, filled: Filled, ledger: Ledger) -> None:
    """Enters the notes that hang on cells; nothing takes them."""
    for cell in filled.notes:
        where = f"note on sheet {title}, row {cell.row}, cell {cell.column}"
        ledger.taken(where, cell.comment.text or "")
