"""What the cells of one row say: answers, proposals, and what cannot be used."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from planctl.transfer.collecting.answers import Answer, Unclear, answer
from planctl.transfer.collecting.asked import Kind
from planctl.transfer.collecting.columns import LOCKED, TO_FILL, Column, heading_of
from planctl.transfer.collecting.found_rows import FoundRow
from planctl.transfer.collecting.outcome import Remark, Said
from planctl.transfer.collecting.returned import Cell
from planctl.transfer.collecting.standing import locked, standing

PROPOSALS: Final = frozenset({"locked-changed", "not-mine"})
_FIRST_DAY: Final = date(1899, 12, 30)
"""The day from which Excel counts."""
_DAYS: Final = range(36_526, 73_051)
"""The numbers that Excel has for the days of 2000 to 2099."""
_TYPED: Final = "Type it into the cell as text, such as 30 April 2018."
_NUMBERS: Final = frozenset({"rating", "kept", "stage"})
"""Fields in which a number is as good as its digits."""


def cells_said(found: FoundRow) -> Iterator[Said | Remark]:
    """Each cell of the row that was changed."""
    kind = found.form.kind
    for column in LOCKED[kind]:
        yield from _proposed(found, column)
    current = standing(found.asked, kind)
    for column in TO_FILL[kind]:
        cell = found.row.cells.get(column.field)
        if cell is not None:
            yield from _said(found, column, cell, current[column.field])


def _proposed(found: FoundRow, column: Column) -> Iterator[Remark]:
    """What somebody wrote into a locked cell: never applied."""
    cell = found.row.cells.get(column.field)
    if cell is None or found.made is None:
        return
    before = found.made.held.get(column.field, "")
    if cell.text != before:
        yield _remark(
            found, (column.field, cell), "locked-changed",
            ((f"{column.heading!r} of {found.asked.name} was {_short(before)!r}; the form has "
             f"{_short(cell.text)!r}. It was not applied."),
             "Change it in the plan, if that is right."),
        )  # fmt: skip


def _said(found: FoundRow, column: Column, cell: Cell, current: str) -> Iterator[Said | Remark]:
    before = found.made.held.get(column.field, "") if found.made else None
    if not cell.kind and (cell.text == before or (not cell.text and before is None)):
        return
    if not cell.text and not cell.kind:
        yield from _cleared(found, column, cell, current)
        return
    if column.field == "not_mine":
        yield _no_longer(found, cell)
        return
    if found.form.kind is Kind.GAPS and before:
        yield from _proposed(found, column)
        return
    given = _readable(found, column.field, cell)
    meant = answer(column.field, given.text, found.asked) if isinstance(given, Cell) else given
    if isinstance(meant, Unclear):
        name = heading_of(found.form.kind, column.field)
        message = f"{name!r} of {found.asked.name}: {_short(cell.text)!r} {meant.problem}."
        yield _remark(found, (column.field, cell), _code(cell), (message, meant.remedy))
    elif meant.shown:
        yield _as_said(found, column.field, cell, meant)
    else:
        yield from _cleared(found, column, cell, current)


def _code(cell: Cell) -> str:
    return cell.kind or "unclear"


def _cleared(found: FoundRow, column: Column, cell: Cell, current: str) -> Iterator[Remark]:
    """A blank takes nothing away: it may be a slip, and what was said was said."""
    if current:
        remedy = "A blank takes nothing out of the plan. Take it out there, if that is meant."
        message = f"{column.heading!r} of {found.asked.name} was emptied."
        remark = _remark(found, (column.field, cell), "emptied", (message, remedy))
        yield replace(remark, blocks=False)


def _no_longer(found: FoundRow, cell: Cell) -> Remark:
    message = (
        f"{found.form.respondent.name} says that {found.asked.name} is no longer theirs: "
        f"{_short(cell.text)!r}. It was not applied."
    )
    remedy = "Ask whoever is named, and change responsible in the plan."
    return _remark(found, ("not_mine", cell), "not-mine", (message, remedy))


def _readable(found: FoundRow, name: str, cell: Cell) -> Cell | Unclear:
    """The cell where its text can be read; what else it holds, with what to do."""
    del found
    match cell.kind:
        case "formula" | "error":
            return Unclear(
                "is a formula", "Type what it shows as plain text; formulas are not read."
            )
        case "date":
            shown = f"{cell.day.day} {cell.day:%B %Y}" if cell.day else cell.text
            if name == "due" and cell.day:
                return replace(cell, text=cell.day.isoformat())
            return Unclear("is a date that Excel has made of it", f"Type it as text: {shown}, with "
                           "the words that belong to it.")  # fmt: skip
        case "number" if name not in _NUMBERS and (day := _day(cell.text)):
            said = f"is a number, as Excel stores days: it may be {day.day} {day:%B %Y}"
            return Unclear(said, _TYPED)
        case _:
            return cell


def _day(number: str) -> date | None:
    whole = number.partition(".")[0]
    if not whole.isdigit() or int(whole) not in _DAYS:
        return None
    return _FIRST_DAY + timedelta(days=int(whole))


def _as_said(found: FoundRow, name: str, cell: Cell, meant: Answer) -> Said:
    form = found.form
    made = found.made.held.get(name, "") if found.made else None
    if name == "kept" and found.made and not _promised_alike(found):
        # Its numbers speak of other steps than those that the plan has now.
        made = None
    return Said(form.file, form.sha256, form.respondent.id, found.asked, name, cell, made, meant)


def _promised_alike(found: FoundRow) -> bool:
    now = locked(found.asked, Kind.UPDATES)["promised"]
    return found.made is not None and found.made.held.get("promised") == now


def _remark(found: FoundRow, place: tuple[str, Cell], code: str, words: tuple[str, str]) -> Remark:
    name, cell = place
    key = f"{found.asked.plan.id}/{found.asked.name}.{name}"
    return Remark(code, found.form.file, words[0], words[1], cell, key, code not in PROPOSALS)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"  # noqa: PLR2004 - fits a terminal
