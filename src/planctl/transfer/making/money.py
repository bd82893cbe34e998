"""The rows of a table of money, as lines of funding."""

import re
from typing import Final

from planctl.transfer.making.draft import Draft, Fields
from planctl.transfer.making.prose import prose, says_nothing
from planctl.transfer.making.register_rows import address_of, keep, listed
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.periods import period_called
from planctl.transfer.mapping.registers import Register
from planctl.transfer.reading.grid import Cell, Row

_MONEY: Final = re.compile(r"£?\s?\d[\d,]*(?:\.\d{1,2})?")


def take_money(draft: Draft, row: Row, register: Register) -> None:
    """A line of money for each amount; a row without period or amount, such as a sum, is kept."""
    cells = {choice.field: row[choice.column.index] for choice in register.choices}
    named = cells.get(Field.PERIOD)
    period = period_called(named.text) if named else None
    amounts = [
        (str(choice.period or period or ""), row[choice.column.index], choice)
        for choice in register.choices
        if choice.field is Field.AMOUNT and row[choice.column.index]
    ]
    if not amounts or not all(when and _MONEY.fullmatch(cell.text) for when, cell, _ in amounts):
        keep(draft, row, register)
        return
    shared = _of_money(draft, row, register, is_one=len(amounts) == 1)
    if named and named.text:
        draft.ledger.map(named.span.stripped(), "funding")
    for when, cell, _ in amounts:
        line: Fields = {"period": when, "amount": _pounds(draft, cell), **shared}
        listed(draft, "funding").append(line)


def _of_money(draft: Draft, row: Row, register: Register, *, is_one: bool) -> Fields:
    """What the row says of its amounts besides."""
    found: Fields = {}
    source: Fields = {}
    notes: list[str] = []
    for choice in register.choices:
        cell = row[choice.column.index]
        span = cell.span.stripped()
        if choice.field in {Field.AMOUNT, Field.PERIOD} or says_nothing(span, draft.ledger):
            continue
        if choice.field in {Field.SPENT, Field.FORECAST} and is_one and _MONEY.fullmatch(cell.text):
            found[str(choice.field)] = _pounds(draft, cell)
        elif choice.field is Field.SOURCE:
            source["from"] = prose(span, draft.ledger, "source")
        elif choice.field is Field.IGNORE:
            draft.ledger.ignore(span, f"column '{choice.column.heading}', ignored as asked")
        else:
            said = prose(span, draft.ledger, "note")
            is_note = choice.field is Field.NOTES
            notes.append(said if is_note else f"{choice.column.heading}: {said}")
    if notes:
        found["note"] = "\n".join(notes)
    return {**found, "source": {**source, "row": address_of(row)}}


def _pounds(draft: Draft, cell: Cell) -> str:
    return draft.ledger.map(cell.span.stripped(), "funding").lstrip("£ ").replace(",", "")
