"""A form that came back: what stands in each of its cells, and what it was made from."""

import hashlib
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from planctl.transfer.collecting.asked import Kind, Respondent
from planctl.transfer.collecting.columns import (
    COVER,
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
from planctl.transfer.reading.excel_values import Book, Row, Value
from planctl.transfer.reading.refused import RefusedFileError

_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 40
_HEAD_WITHIN: Final = 12
"""The headings stand in one of so many rows at the top."""
_OURS: Final = "Send it the file that planctl collect prepare wrote, filled in."
_BROKEN: Final = (
    KeyError, ValueError, IndexError, OverflowError, zipfile.BadZipFile, zlib.error, OSError,
)  # fmt: skip
"""What is raised for a workbook that is not as it should be."""


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
    with text but without a key; `keyless` are the sheets on which the heading of keys is missing;
    `beside` are cells with text that belong to no column of the form.
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
    beside: tuple[Cell, ...] = ()
    saved: date | None = None


def read_form(path: Path, content: bytes) -> Returned:
    """The form. Raises RefusedFileError for any other file."""
    if not content.strip():
        raise RefusedFileError(path, "it is empty", _OURS)
    check_archive(path, content)
    try:
        return _read(path, content, Book.of(content))
    except _BROKEN as error:
        raise damaged(path) from error


def _read(path: Path, content: bytes, book: Book) -> Returned:
    hidden = _hidden(path, book)
    kind = Kind(hidden["kind"][0][0])
    ((person, name),) = (entry[:2] for entry in hidden["respondent"][:1])
    made = {key: Made(print_, text) for key, print_, text in (e[:3] for e in hidden["row"])}
    held: dict[str, dict[str, str]] = {}
    for key, one, text in (entry[:3] for entry in hidden["held"]):
        held.setdefault(key, {})[one] = text
    titles = {entry[2] for entry in hidden["plan"]}
    found = [
        _page(path, _Page(title, book.rows(title, _MOST_ROWS + 1), title in titles), kind)
        for title in book.sheets
        if title != HIDDEN_SHEET
    ]
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
        beside=tuple(cell for page in found for cell in page.beside),
        saved=book.saved if book.saved and book.saved.year > 2000 else None,  # noqa: PLR2004 - see workbook
    )


def _hidden(path: Path, book: Book) -> dict[str, list[list[str]]]:
    """The entries of the hidden sheet, by their kind. Raises RefusedFileError without one."""
    if HIDDEN_SHEET not in book.sheets:
        raise RefusedFileError(path, "it is no form of planctl's", _OURS)
    entries: dict[str, list[list[str]]] = {
        name: [] for name in ("kind", "respondent", "by", "plan", "row", "held")
    }
    texts = (
        [tidied(row[at].text) if at in row else "" for at in range(4)]
        for row in book.rows(HIDDEN_SHEET)
        if row
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
class _Page:
    """A sheet's rows; `is_ours` where the form was made with a sheet of that title."""

    title: str
    rows: Sequence[Row]
    is_ours: bool


@dataclass(frozen=True, slots=True)
class _Read:
    rows: tuple[ReturnedRow, ...] = ()
    unkeyed: tuple[ReturnedRow, ...] = ()
    keyless: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    beside: tuple[Cell, ...] = ()


def _page(path: Path, page: _Page, kind: Kind) -> _Read:
    """The rows of one sheet; none for a sheet that has no headings of a form."""
    head = _head(page.rows[:_HEAD_WITHIN], kind)
    if head is None:
        if page.is_ours:
            return _Read(keyless=(page.title,))
        return _Read(beside=() if page.title == COVER else tuple(_beside(page, 0, ())))
    if len(page.rows) > _MOST_ROWS:
        reason = f"sheet '{page.title}' has more than {_MOST_ROWS:,} rows"
        raise RefusedFileError(path, reason, "Delete the empty rows below the last action.")
    fields = {**headings(kind), KEY: "key", FINGERPRINT: "fingerprint"}
    names = _names(page.rows[head])
    columns = {fields[name]: at for at, name in names.items() if name in fields}
    has_keys = "key" in columns
    needed = fields if has_keys else headings(kind)
    lacking = [name for name, one in needed.items() if one not in columns]
    found = [
        _row(page.title, number, columns, row)
        for number, row in enumerate(page.rows[head + 1 :], head + 2)
    ]
    keyed = tuple(row for row in found if row.key)
    return _Read(
        keyed,
        tuple(row for row in found if not row.key and _is_filled(row)),
        () if has_keys else (page.title,),
        tuple(f"sheet '{page.title}': {name!r}" for name in lacking),
        tuple(_beside(page, head + 1, columns.values())),
    )


def _beside(page: _Page, first: int, columns: Collection[int]) -> Iterator[Cell]:
    """The cells that hold something in the rows from the first on, outside of the columns."""
    for number, row in enumerate(page.rows[first:], first + 1):
        for at, value in sorted(row.items()):
            if at not in columns and value.text.strip():
                yield _cell(page.title, f"{_letters(at)}{number}", value)


def _head(rows: Sequence[Row], kind: Kind) -> int | None:
    """Where the headings stand: beside that of the keys, else where a form's others are."""
    named = [set(_names(row).values()) for row in rows]
    keyed = (at for at, names in enumerate(named) if KEY in names)
    above, below = ({column.heading for column in every[kind]} for every in (LOCKED, TO_FILL))
    # A sheet to read only has the locked columns alone.
    others = (at for at, names in enumerate(named) if names & above and names & below)
    return next(keyed, next(others, None))


def _names(row: Row) -> dict[int, str]:
    """The texts of the row by column, in their order; those far to the right are not looked at."""
    return {
        at: " ".join(value.text.split()) for at, value in sorted(row.items()) if at < _MOST_COLUMNS
    }


def _is_filled(row: ReturnedRow) -> bool:
    return any(cell.text or cell.kind for cell in row.cells.values())


def _row(sheet: str, number: int, columns: Mapping[str, int], row: Row) -> ReturnedRow:
    cells = {
        name: _cell(sheet, f"{_letters(at)}{number}", row.get(at)) for name, at in columns.items()
    }
    key, print_ = cells.pop("key", None), cells.pop("fingerprint", None)
    return ReturnedRow(sheet, number, key.text if key else "", print_.text if print_ else "", cells)


def _letters(column: int) -> str:
    first, last = divmod(column, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)


def _cell(sheet: str, address: str, value: Value | None) -> Cell:
    if value is None:
        return Cell(sheet, address, "")
    return Cell(sheet, address, tidied(value.text), value.kind, value.day)
