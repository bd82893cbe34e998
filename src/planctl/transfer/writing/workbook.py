"""A plan as an Excel workbook, and back."""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import Any, Final

from planctl.transfer.writing.columns import Column
from planctl.transfer.writing.held import Read, is_ours
from planctl.transfer.writing.lacking import office
from planctl.transfer.writing.sheets import GROUP, KEY, REST, Row, Sheet

_MOST_COLUMNS: Final = 400
_HEADING: Final = {
    "bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "text_wrap": True,
    "valign": "top", "border": 1, "border_color": "#B1B4B6",
}  # fmt: skip
_CELL: Final = {
    "text_wrap": True, "valign": "top", "border": 1, "border_color": "#B1B4B6", "num_format": "@",
}  # fmt: skip
_ALWAYS: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no zones
"""When every workbook says it was made: it must not depend on the day."""
_LINE, _MOST_LINES = 15, 27
"""The height of a line in points, and how many lines a row can show."""
_MIDNIGHT: Final = time()
_SCHEDULES: Final = "Schedule: "


def as_workbook(sheets: tuple[Sheet, ...], title: str) -> bytes:
    """The workbook: texts alone, never a formula; the same bytes for the same sheets.

    Raises MissingLibraryError without the extra `office`.
    """
    xlsxwriter = office("xlsxwriter")
    out = BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
        "strings_to_urls": False,
    }  # fmt: skip
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": title, "comments": "Written by planctl", "created": _ALWAYS})
    heading, cell = book.add_format(_HEADING), book.add_format(_CELL)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, heading, cell)
    book.close()
    return out.getvalue()


def from_workbook(content: bytes) -> tuple[Read, ...] | None:
    """The sheets of an export of ours; None for any other workbook.

    Raises MissingLibraryError without the extra `office`.
    """
    openpyxl = office("openpyxl")
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False)
    if not any(is_ours(_headings(sheet)) for sheet in book.worksheets):
        return None
    found = tuple(one for sheet in book.worksheets if (one := _read(sheet)))
    book.close()
    return found


def _write(page: Any, sheet: Sheet, heading: Any, cell: Any) -> None:
    has_groups = any(row.group for row in sheet.rows)
    headings = [KEY, *([GROUP] if has_groups else []), *(one.heading for one in sheet.columns)]
    for at, name in enumerate(headings):
        page.write_string(0, at, name, heading)
    for number, row in enumerate(sheet.rows, 1):
        for at, text in enumerate(_texts(row, has_groups=has_groups)):
            page.write_string(number, at, text, cell)
        page.set_row(number, _LINE * _lines(row, sheet))
    page.set_column(0, 0, 28, None, {"hidden": sheet.name != REST})
    first = 1
    if has_groups:
        page.set_column(1, 1, 26)
        first = 2
    for at, column in enumerate(sheet.columns, first):
        page.set_column(at, at, _width(column))
    page.freeze_panes(1, first)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(headings) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _texts(row: Row, *, has_groups: bool) -> Iterator[str]:
    yield row.key
    if has_groups:
        yield row.group
    yield from row.cells


def _lines(row: Row, sheet: Sheet) -> int:
    """How many lines the fullest cell of the row needs, about; not every program works that out."""
    fullest = 1
    for column, text in zip(sheet.columns, row.cells, strict=True):
        room = max(_width(column), 1)
        fullest = max(fullest, sum(1 + len(line) // room for line in text.split("\n")))
    return min(fullest, _MOST_LINES)


def _width(column: Column) -> int:
    return max(column.width, len(column.heading.removeprefix(_SCHEDULES)) + 2)


def _headings(sheet: Any) -> list[str]:
    first = next(sheet.iter_rows(max_row=1, max_col=_MOST_COLUMNS, values_only=True), ())
    return [_text(value) for value in first]


def _read(sheet: Any) -> Read | None:
    cells = [list(row[:_MOST_COLUMNS]) for row in sheet.iter_rows(max_col=_MOST_COLUMNS)]
    if not cells:
        return None
    rows = [[_text(cell.value) for cell in row] for row in cells]
    width = max(len(row) for row in rows)
    filled = [tuple([*row, *[""] * width][:width]) for row in rows]
    formulas = (cell.coordinate for row in cells for cell in row if cell.data_type == "f")
    return Read(sheet.title, filled[0], tuple(filled[1:]), tuple(formulas))


def _text(value: Any) -> str:
    """What a cell holds, as a plan would have it; Excel makes days and numbers of what is typed."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(" ")
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
