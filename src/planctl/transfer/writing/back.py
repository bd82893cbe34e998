"""What planctl exported, read back: the same plan, with what an officer has changed in it."""

import csv
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planctl.loading import Loaded, load_plan
from planctl.model import Plan, Programme
from planctl.source import Value
from planctl.transfer.making.plan_file import document_holding
from planctl.transfer.reading.archives import check_archive
from planctl.transfer.writing.csv_file import from_csv
from planctl.transfer.writing.gathered import parts_in, plan_in
from planctl.transfer.writing.held import MisplacedError, Read, is_ours
from planctl.transfer.writing.json_file import from_json
from planctl.transfer.writing.origins import Origins
from planctl.transfer.writing.sheets import KEY, REST
from planctl.transfer.writing.word import from_word
from planctl.transfer.writing.workbook import from_workbook


def plan_back(
    path: Path, content: bytes, programme: Programme | None = None, plan_id: str = ""
) -> Loaded[Plan] | None:
    """The plan of an export of ours, as a new file that is loaded; None for any other document.

    Raises RefusedFileError, UnreadSheetError, NotOurJsonError, MissingLibraryError.
    """
    kind = path.suffix.casefold()
    if kind not in _READERS:
        return None
    found = _READERS[kind](path, content)
    if not isinstance(found, dict):
        return None
    named = plan_id or str(found.get("id") or path.stem)
    return load_plan(document_holding({**found, "id": named}, named), named, programme)


def origins_in(path: Path, content: bytes) -> Origins:
    """Where in the file each place of its plan stands, for a workbook of ours.

    Raises as `plan_back` does.
    """
    sheets = _sheets(path, content) if path.suffix.casefold() == ".xlsx" else None
    return Origins.of(parts_in(sheets or ()))


def _workbook(path: Path, content: bytes) -> Value:
    return _together(_sheets(path, content))


def _sheets(path: Path, content: bytes) -> tuple[Read, ...] | None:
    check_archive(path, content)
    sheets = from_workbook(content)
    if sheets and not any(sheet.name == REST for sheet in sheets):
        raise MisplacedError([f"the sheet {REST} is gone, which holds what has no column."])
    return sheets


def _word(path: Path, content: bytes) -> Value:
    check_archive(path, content)
    return _together(from_word(content))


def _csv(_: Path, content: bytes) -> Value:
    first = content.partition(b"\n")[0]
    if KEY.encode() not in first:
        return None
    try:
        text = content.decode("utf-8-sig")
        headings = next(csv.reader(StringIO(text, newline="")), [])
    except (UnicodeDecodeError, csv.Error) as error:
        raise MisplacedError([_OTHER_CSV]) from error
    if not is_ours(headings):
        raise MisplacedError([_OTHER_CSV])
    return _together(from_csv(content))


def _json(_: Path, content: bytes) -> Value:
    return from_json(content)


def _together(sheets: tuple[Read, ...] | None) -> Value:
    return plan_in(sheets) if sheets else None


_OTHER_CSV: Final = (
    "it was saved in another form of csv. Save it as 'CSV UTF-8 (comma delimited)', or export xlsx."
)
_READERS: Final[Mapping[str, Callable[[Path, bytes], Value]]] = MappingProxyType({
    ".xlsx": _workbook, ".docx": _word, ".csv": _csv, ".json": _json,
})  # fmt: skip
