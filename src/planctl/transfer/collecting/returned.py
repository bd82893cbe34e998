"""A form that came back: what stands in each of its cells, and what it was made from."""

import hashlib
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from planctl.transfer.collecting.asked import Kind, Respondent
from planctl.transfer.collecting.columns import (
    FINGERPRINT,
    FORM_VERSION,
    HIDDEN_MARK,
    HIDDEN_SHEET,
    KEY,
    LOCKED,
    TO_FILL,
    headings,
)
from planctl.transfer.collecting.words import tidied
from planctl.transfer.reading.archives import check_archive, damaged
from planctl.transfer.reading.refused import RefusedFileError
from planctl.transfer.writing.lacking import office

_KINDS: Final[Mapping[str, str]] = {"f": "formula", "e": "error"}
_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 40
_HEAD_WITHIN: Final = 12
"""The headings stand in one of so many rows at the top."""
_OURS: Final = "Send it the file that planctl collect prepare wrote, filled in."
_BROKEN: Final = (
    KeyError, ValueError, SyntaxError, TypeError, IndexError, AttributeError, OSError,
    OverflowError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl raises for a workbook that is not as it should be."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its address, its text, and what it holds instead of text.

    `kind` is empty for text and blanks, else formula, date, number or error.
    """

    sheet: str
    address: str
    text: str
    kind: str = ""
    day: date | None = None

    @property
    def place(self) -> str:
        """The cell as people find it."""
        return f"{self.sheet}!{self.address}"


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row, its key where it has one, and its cells by field."""

    sheet: str
    number: int
    key: str
    fingerprint: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Made:
    """What the plan said of an action when the form was made; `held` by field, as cells had it."""

    fingerprint: str
    text: str
    held: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Returned:
    """A form: who was asked, about which terms of which plans, its rows, and what it was made from.

    `saved` is the day on which a program last saved it, where it says so. `unkeyed` are the rows
    with text but without a key; `keyless` are the sheets on which the heading of keys is missing.
    """

    file: str
    sha256: str
    kind: Kind
    respondent: Respondent
    by: str
    terms: Mapping[str, str]
    rows: tuple[ReturnedRow, ...]
    made: Mapping[str, Made]
    unkeyed: tuple[ReturnedRow, ...] = ()
    keyless: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    saved: date | None = None


def read_form(path: Path, content: bytes) -> Returned:
    """The form. Raises RefusedFileError for any other file, MissingLibraryError."""
    if not content.strip():
        raise RefusedFileError(path, "it is empty", _OURS)
    check_archive(path, content)
    openpyxl = office("openpyxl")
    try:
        with warnings.catch_warnings():
            # It warns of drop-downs that it leaves out, which hold nothing that was filled in.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            return _read(path, content, book)
    except _BROKEN as error:
        raise damaged(path) from error


def _read(path: Path, content: bytes, book: Any) -> Returned:
    hidden = _hidden(path, book)
    kind = Kind(hidden["kind"][0][0])
    ((person, name),) = (entry[:2] for entry in hidden["respondent"][:1])
    made = {key: Made(print_, text) for key, print_, text in (e[:3] for e in hidden["row"])}
    held: dict[str, dict[str, str]] = {}
    for key, one, text in (entry[:3] for entry in hidden["held"]):
        held.setdefault(key, {})[one] = text
    pages = [page for page in book.worksheets if page.title != HIDDEN_SHEET]
    titles = {entry[2] for entry in hidden["plan"]}
    found = [_page(path, page, kind, is_ours=page.title in titles) for page in pages]
    saved = book.properties.modified
    return Returned(
        file=path.as_posix(),
        sha256=hashlib.sha256(content).hexdigest(),
        kind=kind,
        respondent=Respondent(person, name),
        by=hidden["by"][0][0],
        terms={entry[0]: entry[1] for entry in hidden["plan"]},
        rows=tuple(row for page in found for row in page.rows),
        made={key: Made(one.fingerprint, one.text, held.get(key, {})) for key, one in made.items()},
        unkeyed=tuple(row for page in found for row in page.unkeyed),
        keyless=tuple(title for page in found for title in page.keyless),
        lacking=tuple(text for page in found for text in page.lacking),
        saved=saved.date() if saved and saved.year > 2000 else None,  # noqa: PLR2004 - see workbook
    )


def _hidden(path: Path, book: Any) -> dict[str, list[list[str]]]:
    """The entries of the hidden sheet, by their kind. Raises RefusedFileError without one."""
    if HIDDEN_SHEET not in book.sheetnames:
        raise RefusedFileError(path, "it is no form of planctl's", _OURS)
    entries: dict[str, list[list[str]]] = {
        name: [] for name in ("kind", "respondent", "by", "plan", "row", "held")
    }
    texts = (
        ["" if value is None else tidied(str(value)) for value in row[:4]]
        for row in book[HIDDEN_SHEET].iter_rows(values_only=True, max_col=4)
    )
    mark = next(texts, [""] * 4)
    if mark[0] != HIDDEN_MARK or not mark[1].isdigit():
        raise RefusedFileError(path, "it is no form of planctl's", _OURS)
    if mark[1] != FORM_VERSION:
        reason = f"it is a form of version {mark[1]}, and this planctl knows {FORM_VERSION}"
        raise RefusedFileError(path, reason, "Use the planctl that made it.")
    for name, *rest in texts:
        if name in entries:
            entries[name].append(rest)
    return entries


@dataclass(frozen=True, slots=True)
class _Read:
    rows: tuple[ReturnedRow, ...] = ()
    unkeyed: tuple[ReturnedRow, ...] = ()
    keyless: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def _page(path: Path, page: Any, kind: Kind, *, is_ours: bool) -> _Read:
    """The rows of one sheet; none for a sheet that has no headings of a form."""
    every = list(page.iter_rows(max_col=_MOST_COLUMNS, max_row=_MOST_ROWS + 1))
    head = _head(every[:_HEAD_WITHIN], kind)
    if head is None:
        return _Read(keyless=(page.title,) if is_ours else ())
    if len(every) > _MOST_ROWS:
        reason = f"sheet '{page.title}' has more than {_MOST_ROWS:,} rows"
        raise RefusedFileError(path, reason, "Delete the empty rows below the last action.")
    fields = {**headings(kind), KEY: "key", FINGERPRINT: "fingerprint"}
    columns = {fields[name]: at for at, name in enumerate(_names(every[head])) if name in fields}
    has_keys = "key" in columns
    needed = fields if has_keys else headings(kind)
    lacking = [name for name, one in needed.items() if one not in columns]
    found = [
        _row(page.title, number, columns, row)
        for number, row in enumerate(every[head + 1 :], head + 2)
    ]
    keyed = tuple(row for row in found if row.key)
    return _Read(
        keyed,
        tuple(row for row in found if not row.key and _is_filled(row)),
        () if has_keys else (page.title,),
        tuple(f"sheet '{page.title}': {name!r}" for name in lacking),
    )


def _head(rows: Sequence[Iterable[Any]], kind: Kind) -> int | None:
    """Where the headings stand: beside that of the keys, else where a form's others are."""
    named = [set(_names(row)) for row in rows]
    keyed = (at for at, names in enumerate(named) if KEY in names)
    above, below = ({column.heading for column in every[kind]} for every in (LOCKED, TO_FILL))
    # A sheet to read only has the locked columns alone.
    others = (at for at, names in enumerate(named) if names & above and names & below)
    return next(keyed, next(others, None))


def _names(row: Iterable[Any]) -> list[str]:
    return [" ".join(str(cell.value or "").split()) for cell in row]


def _is_filled(row: ReturnedRow) -> bool:
    return any(cell.text or cell.kind for cell in row.cells.values())


def _row(sheet: str, number: int, columns: Mapping[str, int], row: tuple[Any, ...]) -> ReturnedRow:
    cells = {
        name: _cell(sheet, f"{_letters(at)}{number}", row[at] if at < len(row) else None)
        for name, at in columns.items()
    }
    key, print_ = cells.pop("key", None), cells.pop("fingerprint", None)
    return ReturnedRow(sheet, number, key.text if key else "", print_.text if print_ else "", cells)


def _letters(column: int) -> str:
    first, last = divmod(column, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)


def _cell(sheet: str, address: str, cell: Any) -> Cell:
    value = cell.value if cell is not None else None
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return Cell(sheet, address, day.isoformat(), "date", day)
    match value:
        case None | str():
            kind = _KINDS.get(cell.data_type, "") if value else ""
            return Cell(sheet, address, tidied(value or ""), kind)
        case time():
            return Cell(sheet, address, value.isoformat(), "date")
        case int() | float() if not isinstance(value, bool):
            return Cell(sheet, address, f"{value:.15g}", "number")
        case bool():
            return Cell(sheet, address, str(value))
        case _:
            # Formulas over several cells are objects.
            return Cell(sheet, address, str(value), "formula")
