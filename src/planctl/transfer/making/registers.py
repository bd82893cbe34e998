"""The rows of tables of money, indicators and risks, as entries of the plan's lists."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from planctl.model import RiskStatus, read_deadline
from planctl.model.values import MAX_REF, MAX_TITLE
from planctl.transfer.ledger import Span
from planctl.transfer.making.draft import Draft, Fields
from planctl.transfer.making.money import take_money
from planctl.transfer.making.prose import prose, says_nothing
from planctl.transfer.making.register_rows import address_of, keep, listed, passage
from planctl.transfer.mapping.columns import Choice
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.folding import folded
from planctl.transfer.mapping.registers import Register
from planctl.transfer.mapping.words import rating_by_fill, rating_said
from planctl.transfer.reading.grid import Cell, Row, Table

_HEADINGS_RULE: Final = "headings of columns"
_NUMBER: Final = re.compile(r"[-+]?£?\s?\d[\d,]*(?:\.\d+)?\s?%?|<\s?\d{1,2}")
_GRADE: Final = re.compile("[1-5]")
_NAMED_BY: Final = MappingProxyType({"risks": Field.RISK, "kpis": Field.KPI})
_PLAIN: Final = MappingProxyType({
    Field.RISK: "text", Field.KPI: "title", Field.RESPONSE: "response", Field.CAUSE: "cause",
    Field.CONSEQUENCE: "consequence", Field.BASELINE: "baseline", Field.BENCHMARK: "benchmark",
    Field.DEFINITION: "definition",
})  # fmt: skip


def take_register(draft: Draft, table: Table, register: Register) -> None:
    """Puts each row into the plan's list; a text that its field cannot hold becomes a passage."""
    for row in table.rows[: register.header.first]:
        for cell in row:
            passage(draft, cell.span.stripped(), "")
    for row in table.rows[register.header.first : register.header.end]:
        for cell in row:
            draft.ledger.ignore(cell.span.stripped(), _HEADINGS_RULE)
    for row in table.rows[register.header.end :]:
        if any(row):
            _take_row(draft, row, register)


def _take_row(draft: Draft, row: Row, register: Register) -> None:
    if register.field == "funding":
        take_money(draft, row, register)
        return
    named = register.column(_NAMED_BY[register.field])
    if named is None or not row[named] or _is_too_long(row[named], register):
        keep(draft, row, register)
        return
    entry: Fields = {}
    first = {Field.REF: 0, _NAMED_BY[register.field]: 1}
    for choice in sorted(register.choices, key=lambda one: first.get(one.field, len(first))):
        _put(draft, entry, row[choice.column.index], choice)
    _score(draft, entry)
    origin: Fields = {"from": entry.pop("from")} if "from" in entry else {}
    entry["source"] = {**origin, "row": address_of(row)}
    listed(draft, register.field).append(entry)


def _is_too_long(cell: Cell, register: Register) -> bool:
    """Whether what is measured has no room as a title; risks may be told at length."""
    return register.field == "kpis" and len(cell.text) > MAX_TITLE


def _put(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    span = cell.span.stripped()
    rated = rating_by_fill(cell) if choice.field is Field.RATING else None
    if rated is None and says_nothing(span, draft.ledger):
        return
    if choice.field in _PLAIN:
        entry[_PLAIN[choice.field]] = prose(span, draft.ledger, _PLAIN[choice.field])
    elif choice.field in _PUTTERS:
        _PUTTERS[choice.field](draft, entry, cell, choice)
    elif choice.field is Field.IGNORE:
        draft.ledger.ignore(span, f"column '{choice.column.heading}', ignored as asked")
    elif choice.field is Field.NOTES:
        named = str(entry.get("text") or entry.get("title") or "")
        passage(draft, span, f"{named} – {choice.column.heading}: ")
    else:
        _own(draft, entry, span, choice)


def _own(draft: Draft, entry: Fields, span: Span, choice: Choice) -> None:
    """Keeps what its field cannot hold as it stands, under the column's heading."""
    name = draft.own_for(choice.column.heading, _kind(entry))
    own = entry.setdefault("own", {})
    if isinstance(own, dict):
        own[name] = prose(span, draft.ledger, f"own: {name}")


def _kind(entry: Fields) -> str:
    """What the entry is; its text or title is the first thing that was taken of it."""
    return "risk" if "text" in entry else "kpi"


def _ref(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    span = cell.span.stripped()
    if len(span.text) > MAX_REF or "\n" in span.text:
        _own(draft, entry, span, choice)
    else:
        entry["ref"] = draft.ledger.map(span, "ref")


def _owner(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    del choice
    text = prose(cell.span, draft.ledger, "owner")
    party = draft.known.called(text)
    if party:
        draft.parties[party.id] = party
    entry["owner"] = party.id if party else text


def _grade(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    """A grade from 1 to 5; words such as High are kept as they are: no number stands for them."""
    span = cell.span.stripped()
    if _GRADE.fullmatch(span.text):
        score = entry.setdefault("inherent", {})
        if isinstance(score, dict):
            score[str(choice.field)] = draft.ledger.map(span, str(choice.field))
    else:
        _own(draft, entry, span, choice)


def _score(draft: Draft, entry: Fields) -> None:
    """A score needs both of its grades: one alone is kept as a field of the plan's own."""
    score = entry.get("inherent")
    if isinstance(score, dict) and len(score) == 1:
        own = entry.setdefault("own", {})
        ((name, grade),) = score.items()
        if isinstance(own, dict):
            own[draft.own_for(name, _kind(entry))] = grade
        del entry["inherent"]


def _review_by(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    span = cell.span.stripped()
    if read_deadline(span.text) is None:
        _own(draft, entry, span, choice)
    else:
        entry["review_by"] = prose(span, draft.ledger, "review_by")


def _status(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    span = cell.span.stripped()
    said = folded(span.text)
    if said in {str(one) for one in RiskStatus}:
        draft.ledger.map(span, "status")
        entry["status"] = said
    else:
        _own(draft, entry, span, choice)


def _source(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    del choice
    entry["from"] = prose(cell.span, draft.ledger, "source")


def _target(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    """A target of the period that its heading names; without one, somebody is asked."""
    if choice.period is None:
        draft.undated.append(choice.column.heading)
        return
    targets = entry.setdefault("targets", {})
    if isinstance(targets, dict):
        targets[str(choice.period)] = prose(cell.span, draft.ledger, "targets")


def _actual(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    """A figure of the heading's period, else of the paper's term; words are its comment."""
    actual = _actual_of(draft, entry, choice)
    if actual is None:
        return
    said = prose(cell.span, draft.ledger, "actuals")
    actual["value" if _NUMBER.fullmatch(said) and "<" not in said else "comment"] = said


def _rating(draft: Draft, entry: Fields, cell: Cell, choice: Choice) -> None:
    span, rated = cell.span.stripped(), rating_by_fill(cell)
    level = rating_said(span.text) or (rated.level if rated and not span else None)
    if level is None:
        _own(draft, entry, span, choice)
        return
    actual = _actual_of(draft, entry, choice)
    if actual is not None:
        draft.ledger.map(span, "rating")
        actual["rating"] = level
        draft.has_blue = draft.has_blue or level == "blue"


def _actual_of(draft: Draft, entry: Fields, choice: Choice) -> Fields | None:
    period = choice.period or draft.term
    if period is None:
        draft.untold.append(choice.column.heading)
        return None
    actuals = entry.setdefault("actuals", {})
    actual = actuals.setdefault(str(period), {}) if isinstance(actuals, dict) else None
    return actual if isinstance(actual, dict) else None


_PUTTERS: Final[Mapping[Field, Callable[[Draft, Fields, Cell, Choice], None]]] = MappingProxyType({
    Field.REF: _ref,
    Field.RESPONSIBLE: _owner,
    Field.LIKELIHOOD: _grade,
    Field.IMPACT: _grade,
    Field.REVIEW_BY: _review_by,
    Field.STAGE: _status,
    Field.SOURCE: _source,
    Field.TARGET: _target,
    Field.ACTUAL: _actual,
    Field.RATING: _rating,
})  # fmt: skip
