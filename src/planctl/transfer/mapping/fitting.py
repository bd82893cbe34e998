"""What the cells of a column say about the field that it belongs to."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from planctl.model import read_deadline
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.headings import Column
from planctl.transfer.mapping.periods import periods_in
from planctl.transfer.mapping.words import is_box, is_rating, stage_said
from planctl.transfer.reading.grid import Cell

_REF: Final = re.compile(
    r"(?:[a-z]{1,5}[-.\s/]?)?\d{1,4}(?:[.\-/]\d{1,3})*[.)]?[a-z]{0,2}[.)]?|[ivxlc]{1,6}[.)]?|[a-z][.)]?",
    re.IGNORECASE,
)  # fmt: skip
_MOST: Final = 0.7
_FEW: Final = 0.65
_SENTENCE: Final = 4


def is_ref(text: str) -> bool:
    """Whether it can be the number or letter of a row."""
    return _REF.fullmatch(text.strip()) is not None


def holds_refs(column: Column) -> bool:
    """Whether what the column holds are numbers of rows."""
    return _share(column, lambda cell: is_ref(cell.text))


def fits(column: Column, field: Field, text_column: int | None) -> bool:
    """Whether the cells can be of the field; `text_column` is where the actions stand."""
    if field is Field.THEME:
        return _groups(column, text_column)
    if field is Field.SUCCESS:
        return not _groups(column, text_column) and not _share(column, _is_time)
    if field is Field.TEXT:
        return text_column is None
    is_rated = any(is_rating(cell) for cell in column.cells)
    if field is Field.RATING:
        return is_rated and _share(column, lambda cell: is_rating(cell) or _is_stage(cell))
    if field in {Field.STAGE, Field.COMMENT} and is_rated:
        return field is Field.COMMENT and not fits(column, Field.RATING, text_column)
    return field in _CELLS and _share(column, _CELLS[field])


def _is_stage(cell: Cell) -> bool:
    return stage_said(cell.text) is not None


def _groups(column: Column, text_column: int | None) -> bool:
    """Whether the column stands left of the actions and says the same of several of them."""
    if text_column is None or column.index > text_column or not column.filled:
        return False
    different = {cell.text for cell in column.filled}
    return len(different) <= _FEW * len(column.cells)


def _share(column: Column, test: Callable[[Cell], bool]) -> bool:
    said = [cell for cell in column.cells if cell or cell.fill]
    filled = [cell for cell in said if cell] or said
    return bool(filled) and sum(map(test, filled)) >= _MOST * len(filled)


def _is_time(cell: Cell) -> bool:
    return read_deadline(cell.text) is not None


_CELLS: Final[Mapping[Field, Callable[[Cell], bool]]] = MappingProxyType({
    Field.STAGE: _is_stage,
    Field.COMMENT: lambda cell: len(cell.text.split()) >= _SENTENCE,
    Field.DUE: _is_time,
    Field.COMPLETED_ON: _is_time,
    Field.PRIORITY: lambda cell: cell.text.isdecimal(),
    Field.REF: lambda cell: is_ref(cell.text),
    Field.SCHEDULE: lambda cell: is_box(cell.text) or bool(periods_in(cell.text)),
    Field.NOTES: lambda cell: len(cell.text.split()) >= _SENTENCE,
    Field.EVIDENCE: lambda cell: len(cell.text.split()) >= _SENTENCE,
})  # fmt: skip
