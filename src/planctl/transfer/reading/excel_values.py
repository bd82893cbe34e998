"""A workbook's cells without their looks, read from its XML: a fifth of what the library takes."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from math import isfinite
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element, ParseError, iterparse

from planctl.transfer.reading.excel_days import DayStyles, day_styles
from planctl.transfer.reading.excel_parts import (
    checked,
    name_of,
    number_in,
    parsed,
    related,
    targets,
    text_of,
)

_CORE: Final = "docProps/core.xml"
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ROWS: Final = 1_048_576
"""As many as a sheet can have."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell holds. `kind` is empty for text, else formula, error, date or number.

    `day` is that of a date; a time of day, or a span of hours, has none.
    """

    text: str
    kind: str = ""
    day: date | None = None


Row = Mapping[int, Value]
"""The cells of a row that hold something, by their columns, counted from 0."""

NOTHING: Final[Row] = {}


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: `saved` is the day on which a program last saved it, where it says so."""

    archive: zipfile.ZipFile
    sheets: Mapping[str, str]
    """The title of each sheet and the path of its part."""
    strings: tuple[str, ...]
    styles: DayStyles
    saved: date | None

    @classmethod
    def of(cls, content: bytes) -> "Book":
        """The workbook. Raises KeyError, ValueError, zipfile.BadZipFile for one not in order."""
        archive = zipfile.ZipFile(io.BytesIO(content))
        try:
            (path,) = related(archive, "", "officeDocument")
            book = parsed(archive, path)
            styles = next((parsed(archive, one) for one in related(archive, path, "styles")), None)
            return cls(
                archive,
                dict(_sheets(archive, path, book)),
                tuple(_strings(archive, path)),
                day_styles(book, styles),
                _saved(archive),
            )
        except ParseError as error:
            raise ValueError(str(error)) from error

    def rows(self, title: str, most: int = _ROWS) -> list[Row]:
        """The rows of a sheet from its first to the last that holds something, at most so many.

        Where it holds more, there are just so many. Raises KeyError, ValueError, BadZipFile.
        """
        found: list[Row] = []
        try:
            for number, cells in self._filled(self.sheets[title]):
                found += [NOTHING] * (min(number, most) - len(found))
                if number > most:
                    break
                _must_be_new(cells, found[number - 1])
                found[number - 1] = {**found[number - 1], **cells}
        except ParseError as error:
            raise ValueError(str(error)) from error
        return found

    def _filled(self, part: str) -> Iterator[tuple[int, Row]]:
        """The number and the cells of each row that the part has, in its order."""
        number = 0
        # Cell by cell: a sheet can be large, and what is done with leaves the memory.
        with self.archive.open(checked(part)) as source:
            for _, element in iterparse(source):  # noqa: S314 - as in excel_parts
                if element.tag.endswith("}row"):
                    number = int(element.get("r") or number + 1)
                    if number < 1:
                        raise ValueError(f"a row is numbered {number}")
                    if cells := self._cells(element, number):
                        yield number, cells
                    element.clear()

    def _cells(self, row: Element, number: int) -> Row:
        column, found = -1, dict[int, Value]()
        for cell in row:
            place = cell.get("r")
            column = _column(place, number) if place else column + 1
            value = self._value(cell)
            if value is not None:
                _must_be_new({column: value}, found)
                found[column] = value
        return found

    def _value(self, cell: Element) -> Value | None:
        kind = cell.get("t") or "n"
        inner = {name_of(one): one for one in cell}
        if "f" in inner:
            return Value(f"={inner['f'].text or ''}", "formula")
        if "is" in inner:
            return Value(text_of(inner["is"]))
        written = (inner["v"].text or "") if "v" in inner else ""
        if kind == "s" and written:
            return Value(self.strings[int(written)])
        if kind == "n" and written:
            return self._number(written, int(cell.get("s") or 0))
        return _OTHERS[kind](written) if written else None

    def _number(self, written: str, style: int) -> Value:
        if style not in self.styles.days:
            return Value(_digits(float(written), is_share=style in self.styles.shares), "number")
        try:
            day = self.styles.day(float(written))
        except OverflowError:
            # What no calendar has, Excel shows as a row of #.
            return Value("#VALUE!", "error")
        return Value(day.isoformat() if day else written, "date", day)


def _sheets(archive: zipfile.ZipFile, path: str, book: Element) -> Iterator[tuple[str, str]]:
    parts = targets(archive, path)
    for one in book.iter():
        kind, part = parts.get(number_in(one), ("", "")) if name_of(one) == "sheet" else ("", "")
        if kind == "worksheet":
            yield one.get("name") or "", part


def _strings(archive: zipfile.ZipFile, path: str) -> Iterator[str]:
    for part in related(archive, path, "sharedStrings"):
        yield from (text_of(one) for one in parsed(archive, part) if name_of(one) == "si")


def _saved(archive: zipfile.ZipFile) -> date | None:
    if _CORE not in archive.namelist():
        return None
    said = (one.text or "" for one in parsed(archive, _CORE) if name_of(one) == "modified")
    with suppress(ValueError):
        return date.fromisoformat(next(said, "")[:10])
    return None


def _day(written: str) -> Value:
    with suppress(ValueError):
        return Value(written[:10], "date", date.fromisoformat(written[:10]))
    return Value(written, "date")


_OTHERS: Final[Mapping[str, Callable[[str], Value]]] = MappingProxyType({
    "str": Value,
    "inlineStr": Value,
    "b": lambda written: Value(str(bool(int(written)))),
    "e": lambda written: Value(written, "error"),
    "d": _day,
})  # fmt: skip
"""How a cell is read that is neither a number nor a text of the workbook's list."""


def _digits(number: float, *, is_share: bool) -> str:
    """The number as people read it; `is_share` says that it is shown per cent."""
    if not isfinite(number):
        raise ValueError(f"{number} is no number of a cell")
    if is_share:
        return f"{number * 100 + 0.0:.10g}%"
    # What is below nought by nothing is nought.
    return f"{number + 0.0:.15g}"


def _must_be_new(cells: Row, before: Row) -> None:
    """Raises ValueError where a cell stands twice: one of the two would be lost."""
    if twice := cells.keys() & before.keys():
        raise ValueError(f"column {min(twice) + 1} stands twice in a row")


def _column(place: str, row: int) -> int:
    """The column of a cell's place in the row, counted from 0. Raises ValueError."""
    found = _PLACE.fullmatch(place)
    if found is None or int(found[2]) != row:
        raise ValueError(f"{place} is no place of a cell in row {row}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
