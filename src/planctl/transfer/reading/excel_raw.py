"""What the parts of a workbook hold, read from its XML and not through the library."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, fromstring

_TRUE: Final = "1"
_MARGINS: Final = frozenset({
    "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that holds something: its place, and what; numbers and days are shown otherwise."""

    place: str
    written: str
    is_text: bool


@dataclass(slots=True)
class RawSheet:
    """A sheet as its part has it. `uncounted` are formulas whose result the file does not keep."""

    title: str
    cells: list[RawCell] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


def raw_sheets(content: bytes) -> tuple[RawSheet, ...]:
    """The sheets of the workbook. Raises ValueError or KeyError for one that is not in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        try:
            return tuple(_sheets(archive))
        except ParseError as error:
            raise ValueError(str(error)) from error


def _sheets(archive: zipfile.ZipFile) -> Iterator[RawSheet]:
    book = _related(archive, "", "officeDocument")
    strings = [
        _text(one) for path in book for part in _related(archive, path, "sharedStrings")
        for one in _parsed(archive, part) if _name(one) == "si"
    ]  # fmt: skip
    for path in book:
        targets = _targets(archive, path)
        for one in _parsed(archive, path).iter():
            if _name(one) != "sheet":
                continue
            number = next((value for name, value in one.items() if name.endswith("}id")), "")
            kind, part = targets.get(number, ("", ""))
            if kind == "worksheet":
                yield _sheet(archive, part, one.get("name") or "", strings)


def _sheet(archive: zipfile.ZipFile, part: str, title: str, strings: list[str]) -> RawSheet:
    sheet = RawSheet(title)
    for element in _parsed(archive, part).iter():
        if _name(element) == "c":
            _take_cell(sheet, element, strings)
        elif _name(element) in _MARGINS and element.text:
            sheet.margins.append(element.text)
    for drawing in _related(archive, part, "drawing"):
        sheet.boxes += [text for body in _parsed(archive, drawing).iter()
                        if _name(body) == "txBody" and (text := _paragraphs(body))]  # fmt: skip
    return sheet


def _take_cell(sheet: RawSheet, cell: Element, strings: list[str]) -> None:
    place, kind = cell.get("r") or "?", cell.get("t") or "n"
    inner = {_name(one): one for one in cell}
    value = inner["v"].text or "" if "v" in inner else ""
    if "f" in inner and not value and not (kind == "str" and "v" in inner):
        sheet.uncounted.append(place)
    if kind == "s" and value:
        value = strings[int(value)]
    elif kind == "inlineStr" and "is" in inner:
        value = _text(inner["is"])
    elif kind == "b" and value:
        value = "TRUE" if value == _TRUE else "FALSE"
    if value.strip():
        sheet.cells.append(RawCell(place, value, kind not in {"n", "d"}))


def _text(element: Element) -> str:
    """The text of a string, without the sounds of its signs; an escaped underscore is one."""
    found = []
    for child in element:
        if _name(child) == "t":
            found.append(child.text or "")
        elif _name(child) == "r":
            found.append(_text(child))
    return "".join(found).replace("x005F_", "")


def _paragraphs(body: Element) -> str:
    lines = ("".join(one.text or "" for one in paragraph.iter() if _name(one) == "t")
             for paragraph in body if _name(paragraph) == "p")  # fmt: skip
    return "\n".join(line for line in lines if line.strip())


def _related(archive: zipfile.ZipFile, part: str, kind: str) -> list[str]:
    return [path for its, path in _targets(archive, part).values() if its == kind]


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The parts that one refers to, by number: what each is, and its path."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive.namelist():
        return {}
    return {
        one.get("Id") or "": (
            (one.get("Type") or "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip("/"),
        )
        for one in _parsed(archive, rels)
        if one.get("TargetMode") != "External"
    }


def _parsed(archive: zipfile.ZipFile, part: str) -> Any:
    # No document type can stand in it: such a file is not opened.
    return fromstring(archive.read(part))  # noqa: S314


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
