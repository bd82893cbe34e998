"""A plan as a Word document with real headings and tables, in a council's own look; and back."""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile, ZipInfo

from planctl.errors import UnreadableError
from planctl.transfer.writing.columns import SCHEDULE
from planctl.transfer.writing.held import Read
from planctl.transfer.writing.lacking import office
from planctl.transfer.writing.sheets import GROUP, KEY, REST, Row, Sheet

PLACE: Final = "{{plan}}"
"""A paragraph of a template that holds only this: there the plan goes; else at the end."""

_MARK: Final = "planctl: "
"""Begins the hidden text of a table's first cell, before the name of its sheet."""
_A4: Final = (297, 210)
_MARGIN: Final = 15
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
_USUAL, _SMALL, _FEW = 9, 8, 8
"""Points of the text in tables, those in tables of many columns, and how many are few."""
_SHARE: Final = 16
"""Of the width, for a column that is none of the sheet's."""
_LETTER, _PADDING = 1.55, 4.5
"""Millimetres that a letter needs at that size, and those at the sides of a cell."""
_TALL: Final = frozenset({"Plan"})
"""Sheets of one row, which read better from top to bottom."""


def as_word(sheets: tuple[Sheet, ...], title: str, template: Path | None = None) -> bytes:
    """The document; the same bytes for the same sheets and template.

    Raises MissingLibraryError without the extra `office`, UnreadableError for a template that is
    no Word document.
    """
    document = _begun(template)
    place = _place(document)
    before = len(document.element.body)
    _heading(document, title, 1)
    for sheet in sheets:
        if sheet.name == REST and not sheet.rows:
            continue
        if sheet.name != "Plan":
            _heading(document, sheet.name, 2)
        for part in _by_group(sheet):
            if sheet.name == "Actions" and part[0].group:
                _heading(document, part[0].group, 3)
            _table(document, sheet, part)
    if place is not None:
        _move(document, before, place)
    out = BytesIO()
    document.save(out)
    return _repacked(out.getvalue())


def from_word(content: bytes) -> tuple[Read, ...] | None:
    """The sheets of an export of ours; None for any other document.

    Raises MissingLibraryError without the extra `office`.
    """
    document = office("docx").Document(BytesIO(content))
    found = [one for table in document.tables if (one := _read(table))]
    names = dict.fromkeys(sheet.name for sheet in found)
    return tuple(_joined([one for one in found if one.name == name]) for name in names) or None


def _begun(template: Path | None) -> Any:
    docx = office("docx")
    if template is not None:
        try:
            return docx.Document(str(template))
        except (OSError, ValueError, KeyError) as error:
            reason = "it is no Word document (.docx)"
            raise UnreadableError(template, reason) from error
        except docx.opc.exceptions.PackageNotFoundError as error:
            raise UnreadableError(template, "it is no Word document (.docx)") from error
    document = docx.Document()
    section = document.sections[0]
    millimetres = docx.shared.Mm
    section.orientation = docx.enum.section.WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(millimetres, _A4)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", millimetres(_MARGIN))
    return document


def _place(document: Any) -> Any:
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == PLACE:
            return paragraph
    return None


def _move(document: Any, before: int, place: Any) -> None:
    """What was written stands where the template wants it, in front of the page's settings."""
    body = document.element.body
    written = [one for one in list(body)[before - 1 :] if not one.tag.endswith("}sectPr")]
    for one in written:
        place._p.addprevious(one)  # noqa: SLF001 - the library has no public way to move a table
    body.remove(place._p)  # noqa: SLF001 - as above


def _heading(document: Any, text: str, level: int) -> None:
    """A heading in the template's style for it; bold where it has none."""
    names = {style.name for style in document.styles}
    name = f"Heading {level}"
    paragraph = document.add_paragraph(style=name if name in names else None)
    run = paragraph.add_run(text)
    run.bold = None if name in names else True


def _by_group(sheet: Sheet) -> Iterator[tuple[Row, ...]]:
    """The rows of an actions' sheet theme by theme; those of others together."""
    if sheet.name != "Actions":
        yield sheet.rows
        return
    for _, rows in groupby(sheet.rows, key=lambda row: row.group):
        yield tuple(rows)


def _table(document: Any, sheet: Sheet, rows: tuple[Row, ...]) -> None:
    if sheet.name in _TALL:
        _tall(document, sheet, rows[0])
        return
    used = [at for at in range(len(sheet.columns)) if at < 1 or any(row.cells[at] for row in rows)]
    columns = [sheet.columns[at] for at in used]
    has_groups = sheet.name == "Updates"
    headings = [*([GROUP] if has_groups else []), *(column.heading for column in columns)]
    if sheet.name == REST:
        headings = ["Place", *headings]
    shown = [
        (*([row.key] if sheet.name == REST else []), *([row.group] if has_groups else []),
         *(row.cells[at] for at in used))
        for row in rows
    ]  # fmt: skip
    heads = [heading.removeprefix(SCHEDULE) for heading in headings]
    shares = [_SHARE] * (len(heads) - len(columns)) + [column.width for column in columns]
    table = _new(document, _widths([tuple(heads), *shown], shares))
    _fill(table.rows[0], headings, f"{_MARK}{sheet.name}", is_bold=True)
    for row, texts in zip(rows, shown, strict=True):
        _fill(table.add_row(), list(texts), row.key)


def _tall(document: Any, sheet: Sheet, row: Row) -> None:
    """A heading and its text a line, each under the key of its own place."""
    facts = [
        (column.heading, text, ".".join(map(str, column.path)))
        for column, text in zip(sheet.columns, row.cells, strict=True)
        if text
    ]
    table = _new(document, _widths([("Field", "Value")], [1, 4]))
    _fill(table.rows[0], ["Field", "Value"], f"{_MARK}{REST}", is_bold=True)
    for heading, text, key in facts:
        _fill(table.add_row(), [heading, text], key)


def _new(document: Any, widths: list[Any]) -> Any:
    table = document.add_table(rows=1, cols=len(widths))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    names = {style.name for style in document.styles}
    if "Table Grid" in names:
        table.style = "Table Grid"
    table.autofit = False
    row = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - no public way to repeat a heading
    row.append(row.makeelement(f"{_WORD}tblHeader", {}))
    return table


def _fill(row: Any, texts: list[str], hidden: str, *, is_bold: bool = False) -> None:
    """The cells of a row; what belongs to planctl stands hidden at the front of the first."""
    docx = office("docx")
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - no public way to keep a row whole
    properties.append(properties.makeelement(f"{_WORD}cantSplit", {}))
    for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        for number, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = docx.shared.Pt(0)
            shown = line.removeprefix(SCHEDULE) if is_bold else line
            out_of_sight = hidden if at == 0 else line.removesuffix(shown)
            if number == 0 and out_of_sight:
                key = paragraph.add_run(out_of_sight)
                key.font.hidden = True
            run = paragraph.add_run(shown)
            run.font.size = docx.shared.Pt(_SMALL if len(texts) > _FEW else _USUAL)
            run.bold = True if is_bold else None


def _widths(texts: list[tuple[str, ...]], shares: list[int]) -> list[Any]:
    """The width of each column: room for its longest word, and a share of what is left."""
    least = [
        max(len(word) for row in texts for word in (row[at].split() or [""])) * _LETTER + _PADDING
        for at in range(len(shares))
    ]
    left = max(_A4[0] - 2 * _MARGIN - sum(least), 0)
    millimetres = office("docx").shared.Mm
    return [
        millimetres(round(one + left * share / sum(shares)))
        for one, share in zip(least, shares, strict=True)
    ]


def _read(table: Any) -> Read | None:
    rows = [[_texts(cell) for cell in row.cells] for row in table.rows]
    hidden, _ = rows[0][0]
    if not hidden.startswith(_MARK):
        return None
    name = hidden.removeprefix(_MARK)
    headings = [rows[0][0][1], *(unseen + shown for unseen, shown in rows[0][1:])]
    entries = [(row[0][0], *(shown for _, shown in row)) for row in rows[1:]]
    if name == REST:
        return Read(REST, (KEY, "Value"), tuple((row[0], row[-1]) for row in entries))
    return Read(name, (KEY, *headings), tuple(entries))


def _texts(cell: Any) -> tuple[str, str]:
    """The hidden and the shown text of a cell."""
    lines, hidden = [], ""
    for paragraph in cell.paragraphs:
        runs = list(paragraph.runs)
        hidden += "".join(run.text for run in runs if run.font.hidden)
        lines.append("".join(run.text for run in runs if not run.font.hidden))
    return hidden, "\n".join(lines)


def _joined(parts: list[Read]) -> Read:
    """The tables of one sheet, whose columns may differ, as one."""
    headings = tuple(dict.fromkeys(name for part in parts for name in part.headings))
    rows = [
        tuple(dict(zip(part.headings, row, strict=True)).get(name, "") for name in headings)
        for part in parts
        for row in part.rows
    ]
    return Read(parts[0].name, headings, tuple(rows))


def _repacked(content: bytes) -> bytes:
    """The same document with one date on every part: Word's files bear the hour of their making."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w") as new:
        for entry in old.infolist():
            fixed = ZipInfo(entry.filename, _ALWAYS)
            fixed.compress_type, fixed.external_attr = entry.compress_type, entry.external_attr
            new.writestr(fixed, old.read(entry))
    return out.getvalue()
