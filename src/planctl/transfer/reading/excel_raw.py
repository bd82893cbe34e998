"""What the parts of a workbook hold, read from its XML and not through the library."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from planctl.transfer.reading.excel_parts import (
    name_of,
    number_in,
    parsed,
    related,
    targets,
    text_of,
)

_TRUE: Final = "1"
_MARGINS: Final = frozenset({
    "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
})  # fmt: skip

_AREAS: Final = frozenset({"mergeCell", "hyperlink"})


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that holds something: its place, and what; numbers and days are shown otherwise."""

    place: str
    written: str
    is_text: bool


@dataclass(slots=True)
class RawSheet:
    """A sheet as its part has it. `uncounted` are formulas whose result the file does not keep.

    `merged` and `linked` are the areas of cells that are merged, or lead elsewhere.
    """

    title: str
    cells: list[RawCell] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)


def raw_sheets(content: bytes) -> tuple[RawSheet, ...]:
    """The sheets of the workbook. Raises ValueError or KeyError for one that is not in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        try:
            return tuple(_sheets(archive))
        except ParseError as error:
            raise ValueError(str(error)) from error


def _sheets(archive: zipfile.ZipFile) -> Iterator[RawSheet]:
    book = related(archive, "", "officeDocument")
    strings = [
        text_of(one) for path in book for part in related(archive, path, "sharedStrings")
        for one in parsed(archive, part) if name_of(one) == "si"
    ]  # fmt: skip
    for path in book:
        parts = targets(archive, path)
        for one in parsed(archive, path).iter():
            if name_of(one) != "sheet":
                continue
            kind, part = parts.get(number_in(one), ("", ""))
            if kind and "chartsheet" not in kind:
                yield _sheet(archive, part, one.get("name") or "", strings)


def _sheet(archive: zipfile.ZipFile, part: str, title: str, strings: list[str]) -> RawSheet:
    sheet = RawSheet(title)
    for element in parsed(archive, part).iter():
        if name_of(element) == "c":
            _take_cell(sheet, element, strings)
        elif name_of(element) in _MARGINS and element.text:
            sheet.margins.append(element.text)
        elif name_of(element) in _AREAS:
            areas = sheet.merged if name_of(element) == "mergeCell" else sheet.linked
            areas.append(element.get("ref") or "")
    for drawing in related(archive, part, "drawing"):
        sheet.boxes += [text for body in parsed(archive, drawing).iter()
                        if name_of(body) == "txBody" and (text := _paragraphs(body))]  # fmt: skip
    return sheet


def _take_cell(sheet: RawSheet, cell: Element, strings: list[str]) -> None:
    place, kind = cell.get("r") or "?", cell.get("t") or "n"
    inner = {name_of(one): one for one in cell}
    value = inner["v"].text or "" if "v" in inner else ""
    if "f" in inner and not value and not (kind == "str" and "v" in inner):
        sheet.uncounted.append(place)
    if kind == "s" and value:
        value = strings[int(value)]
    elif kind == "inlineStr" and "is" in inner:
        value = text_of(inner["is"])
    elif kind == "b" and value:
        value = "TRUE" if value == _TRUE else "FALSE"
    if value.strip():
        sheet.cells.append(RawCell(place, value, kind not in {"n", "d"}))


def _paragraphs(body: Element) -> str:
    lines = ("".join(one.text or "" for one in paragraph.iter() if name_of(one) == "t")
             for paragraph in body if name_of(paragraph) == "p")  # fmt: skip
    return "\n".join(line for line in lines if line.strip())
