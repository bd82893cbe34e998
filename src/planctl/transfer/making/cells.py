"""The cells of an action's row, each to its field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from planctl.model import Period, read_deadline
from planctl.model.values import MAX_REF, MAX_SHORT_TITLE
from planctl.source import Value
from planctl.transfer.ledger import Span
from planctl.transfer.making.draft import Draft, Fields
from planctl.transfer.making.owners import owners_in
from planctl.transfer.making.prose import prose, says_nothing, texts
from planctl.transfer.making.ticks import entry_for
from planctl.transfer.making.updates import put_update
from planctl.transfer.mapping.columns import Choice
from planctl.transfer.mapping.fields import OF_UPDATE, Field
from planctl.transfer.mapping.fitting import is_ref
from planctl.transfer.mapping.periods import periods_in
from planctl.transfer.reading.grid import Cell

_ROLES: Final = MappingProxyType(
    {Field.RESPONSIBLE: "", Field.LEAD: "lead", Field.PARTNER: "partner"}
)
_BETWEEN: Final = re.compile(r"\s*[,;&\n]\s*|\s+and\s+")
_NUMBER_RULE: Final = "points behind numbers"


@dataclass(slots=True)
class RowDraft:
    """An action as far as its row has been read, and cells as printed where they read otherwise."""

    draft: Draft
    action: Fields = field(default_factory=dict)
    printed: dict[str, Value] = field(default_factory=dict)

    def put(self, cell: Cell, choice: Choice) -> None:
        """Takes a cell of the row."""
        span = cell.span.stripped()
        if choice.field in OF_UPDATE:
            put_update(self.draft, self.action, cell, choice)
        elif choice.field is Field.SCHEDULE:
            self.schedule(span, choice)
        elif choice.field in _ROLES and cell.is_repeated:
            self.owners(span, choice.field, is_counted=False)
        elif cell.is_repeated:
            if read_deadline(span.text) is not None:
                self.action.setdefault("due", " ".join(span.text.split()))
        elif choice.field in _ROLES and not says_nothing(span, self.draft.ledger):
            self.owners(span, choice.field)
        elif choice.field in _PUTTERS and not says_nothing(span, self.draft.ledger):
            _PUTTERS[choice.field](self, span, choice)

    def add(self, name: str, values: list[Value]) -> None:
        """Adds to a list of the action."""
        before = self.action.setdefault(name, [])
        if isinstance(before, list):
            before.extend(values)

    def schedule(self, span: Span, choice: Choice) -> None:
        """Takes what stands in a column for a period, or names the periods itself."""
        if choice.period is None:
            self._named_periods(span, choice)
            return
        entry = entry_for(span, self.draft)
        if entry is None:
            return
        before = self.action.setdefault("schedule", {})
        if isinstance(before, dict):
            before[str(choice.period)] = entry
        if entry != "✓":
            self.printed[str(choice.period)] = " ".join(span.text.split())

    def owners(self, span: Span, kind: Field, *, is_counted: bool = True) -> None:
        """Takes those who are responsible; of a merged cell's text, only its first row counts."""
        found = owners_in(span.text, self.draft.known, _ROLES[kind])
        if is_counted:
            self.draft.ledger.map(span, "responsible")
        self.draft.parties.update({party.id: party for party in found.used})
        before = self.action.get("responsible")
        self.add("responsible", [one for one in found.entries
                                 if not isinstance(before, list) or one not in before])  # fmt: skip
        if not found.is_as_written:
            self.printed[str(kind)] = " ".join(span.text.split())

    def note(self, span: Span, heading: str) -> None:
        """Keeps a text that its field cannot hold among the notes, with its heading."""
        written = prose(span, self.draft.ledger, "notes")
        self.add("notes", [f"{heading}: {written}"])

    def _named_periods(self, span: Span, choice: Choice) -> None:
        if says_nothing(span, self.draft.ledger):
            return
        if periods := periods_in(span.text):
            self.draft.ledger.map(span, "schedule")
            self.action["schedule"] = [str(period) for period in periods]
            self._keep_printed(span, periods)
        else:
            _due(self, span, choice)

    def _keep_printed(self, span: Span, periods: tuple[Period, ...]) -> None:
        if [span.text] != [str(period) for period in periods]:
            self.printed["schedule"] = " ".join(span.text.split())


def _ref(row: RowDraft, span: Span, choice: Choice) -> None:
    end = len(span.text.rstrip(".):"))
    if end > MAX_REF or "\n" in span.text:
        row.note(span, choice.column.heading)
        return
    row.draft.ledger.ignore(span.part(end), _NUMBER_RULE)
    row.action["ref"] = row.draft.ledger.map(span.part(0, end), "ref")


def _text(row: RowDraft, span: Span, choice: Choice) -> None:
    if choice.field is Field.TITLE and len(span.text) > MAX_SHORT_TITLE:
        row.note(span, choice.column.heading)
        return
    name = str(choice.field)
    row.action[name] = prose(span, row.draft.ledger, name)


def _due(row: RowDraft, span: Span, choice: Choice) -> None:
    if read_deadline(span.text) is None:
        row.draft.warn("a time was kept as a note: planctl cannot read it as a day or a deadline")
        row.note(span, choice.column.parts[-1] if choice.column.parts else "When")
        return
    if row.action.get("due", span.text) != span.text:
        row.draft.warn("an action has two times: the first counts, the other is in its notes")
        row.note(span, choice.column.heading)
        return
    row.action["due"] = prose(span, row.draft.ledger, "due")


def _completed_on(row: RowDraft, span: Span, choice: Choice) -> None:
    found = read_deadline(span.text)
    if found is None or not found.is_exact:
        row.note(span, choice.column.heading)
        return
    row.action["completed_on"] = row.draft.ledger.map(span, "completed_on")


def _priority(row: RowDraft, span: Span, choice: Choice) -> None:
    if span.text.isdecimal():
        row.action["priority"] = row.draft.ledger.map(span, "priority")
    else:
        _own(row, span, choice)


def _list(row: RowDraft, span: Span, choice: Choice) -> None:
    name = str(choice.field)
    row.add(name, [*texts(span, row.draft.ledger, name)])


def _own(row: RowDraft, span: Span, choice: Choice) -> None:
    name = row.draft.own(choice.column.heading)
    before = row.action.setdefault("own", {})
    if isinstance(before, dict):
        before[name] = prose(span, row.draft.ledger, f"own: {name}")


def _depends_on(row: RowDraft, span: Span, choice: Choice) -> None:
    """Numbers of other rows; words are kept as a field of the plan's own."""
    parts = [part for part in _BETWEEN.split(span.text) if part]
    if all(map(is_ref, parts)):
        row.draft.ledger.map(span, "depends_on")
        row.add("depends_on", [*parts])
    else:
        _own(row, span, choice)


def _ignored(row: RowDraft, span: Span, choice: Choice) -> None:
    row.draft.ledger.ignore(span, f"column '{choice.column.heading}', ignored as asked")


_PUTTERS: Final[Mapping[Field, Callable[[RowDraft, Span, Choice], None]]] = MappingProxyType({
    Field.REF: _ref,
    Field.TEXT: _text,
    Field.TITLE: _text,
    Field.COST: _text,
    Field.DUE: _due,
    Field.COMPLETED_ON: _completed_on,
    Field.PRIORITY: _priority,
    Field.SUCCESS: _list,
    Field.EVIDENCE: _list,
    Field.NOTES: _list,
    Field.MILESTONES: _list,
    Field.DEPENDS_ON: _depends_on,
    Field.OWN: _own,
    Field.IGNORE: _ignored,
})  # fmt: skip
