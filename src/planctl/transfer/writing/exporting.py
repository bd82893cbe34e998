"""A plan to a file of any kind that can be exported."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planctl.model import Plan
from planctl.model.plain import plain
from planctl.source import Value
from planctl.transfer.writing.calendar_file import as_calendar
from planctl.transfer.writing.csv_file import as_csv
from planctl.transfer.writing.json_file import as_json
from planctl.transfer.writing.leaves import as_written
from planctl.transfer.writing.markdown import as_markdown
from planctl.transfer.writing.sheets import Sheet, sheets_of
from planctl.transfer.writing.word import as_word
from planctl.transfer.writing.workbook import as_workbook

_INTERNAL: Final = frozenset({"Uid", "Respondent", "Id"})
"""Headings that say nothing to a reader of a Word document."""


class ExportFormat(StrEnum):
    """What kind of file; also how its name ends."""

    XLSX = "xlsx"
    DOCX = "docx"
    CSV = "csv"
    MD = "md"
    JSON = "json"
    ICS = "ics"


def exported(own: Plan, whole: Plan, form: ExportFormat, template: Path | None = None) -> bytes:
    """The file.

    `own` is the plan as its file has it; `whole` the same with what it takes from its programme,
    for the calendar, where owners and years may be the programme's. `template` is a Word document.
    Raises MissingLibraryError, UnreadableError.
    """
    if form is ExportFormat.DOCX:
        return as_word(
            sheets_of(_written(own), _names(own), without=_INTERNAL), own.title, template
        )
    return _WRITERS[form](own, whole)


def _sheets(own: Plan) -> tuple[Sheet, ...]:
    return sheets_of(_written(own), _names(own))


def _written(plan: Plan) -> dict[str, Value]:
    written = as_written(plain(plan))
    assert isinstance(written, dict)  # noqa: S101 - a record has fields
    return written


def _names(own: Plan) -> Mapping[str, str]:
    """The names of the plan's own parties: those of others could not be read back without it."""
    named = {party.id: party.name for party in own.parties}
    return {one: name for one, name in named.items() if list(named.values()).count(name) == 1}


_WRITERS: Final[Mapping[ExportFormat, Callable[[Plan, Plan], bytes]]] = MappingProxyType({
    ExportFormat.XLSX: lambda own, _: as_workbook(_sheets(own), own.title),
    ExportFormat.CSV: lambda own, _: as_csv(sheets_of(_written(own), {}, frozenset({"Actions"}))),
    ExportFormat.MD: lambda own, _: as_markdown(_sheets(own), own.title),
    ExportFormat.JSON: lambda own, _: as_json(own),
    ExportFormat.ICS: lambda _, whole: as_calendar(whole),
})  # fmt: skip
