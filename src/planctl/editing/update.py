"""An update of one action for one term, written into its plan between the lines that are there."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from planctl.findings import Path
from planctl.loading import Reading, field_names
from planctl.model import Action, Period, Timeline, Update
from planctl.source import Document
from planctl.source.changes import appended, with_entry
from planctl.source.edits import edited
from planctl.source.emit import Value

EXACT: Final = frozenset({"date", "due", "expected", "percent"})
"""The fields of an update whose days and whole numbers go without quotes."""


@dataclass(frozen=True, slots=True)
class UpdateWanted:
    """What is to be recorded of the action at the path, and how words of its plan are read.

    Of `said`, the fields that were given count.
    """

    path: Path
    term: Period
    said: Update
    reading: Reading


def with_update(document: Document, wanted: UpdateWanted) -> Document:
    """The document with the update; the same one when it says all of that already.

    In an update that is there, values take the place of others, and entries of lists are added;
    what is not given stays. A new one stands among the others in the order of time. Days and words
    of the format are spelt as `planctl fmt` does. Raises UnsafeEditError.
    """
    updates = (*wanted.path, "updates")
    fields = spelt(wanted.said)
    if not document.holds(updates):
        value: Value = {str(wanted.term): fields}
        return _put(document, updates, value, field_names(Action))
    timeline = wanted.reading["timeline"] or Timeline()
    names = tuple(document.value(updates) or ())
    name = name_of_term(document.value(updates) or {}, wanted.term, timeline)
    if not document.value((*updates, name)):
        return _put(document, (*updates, name), fields, in_time(names, name, timeline))
    for field, value in fields.items():
        document = _with_field(document, (*updates, name, field), value, wanted.reading)
    return document


def _with_field(document: Document, path: Path, value: Value, reading: Reading) -> Document:
    """The document with one field of an update that is there."""
    field, current = str(path[-1]), document.value(path)
    known = {} if current is None else {field: current}
    stands = spelt(Update.model_validate(known, context=dict(reading))).get(field)
    if not isinstance(value, list):
        return document if stands == value else _put(document, path, value, field_names(Update))
    listed = stands if isinstance(stands, list) else []
    added = [entry for entry in value if entry not in listed]
    if added and not current:
        return _put(document, path, added, field_names(Update))
    for entry in added:
        document = _appended(document, path, entry)
    return document


def spelt(said: Update) -> dict[str, Value]:
    """The fields that were given, in the order of the format, as a file has them."""
    dumped = said.model_dump(mode="json", exclude_unset=True, exclude={"next_steps"})
    fields: dict[str, Value] = {name: _texts(value) for name, value in dumped.items()}
    if said.next_steps:
        fields["next_steps"] = list(_steps(said))
    return {name: fields[name] for name in field_names(Update) if name in fields}


def _texts(value: Any) -> Value:
    if isinstance(value, dict):
        return {name: _texts(one) for name, one in value.items()}
    return [_texts(one) for one in value] if isinstance(value, list) else str(value)


def _steps(said: Update) -> Iterator[Value]:
    """The next steps, whether or not they were kept: one without a day is its text alone."""
    for step in said.next_steps:
        yield {"text": step.text, "due": str(step.due)} if step.due else step.text


def name_of_term(holder: dict[str, Any], term: Period, timeline: Timeline) -> str:
    """What the term is called among the updates; its own name when none of them is for it."""
    spelt = [name for name in holder if timeline.period(name) == term]
    return next((name for name in spelt if holder[name]), spelt[0] if spelt else str(term))


def in_time(names: tuple[str, ...], name: str, timeline: Timeline) -> tuple[str, ...]:
    """The names with the new one in the order of time; backwards where the file has them so."""

    def ends(one: str) -> tuple[date, date]:
        period = timeline.period(one)
        first, last = (period and timeline.days(period)) or (date.min, date.min)
        return last, first

    is_newest_first = len(names) > 1 and [*names] == sorted(names, key=ends, reverse=True)
    every = dict.fromkeys((*names, name))
    return tuple(sorted(every, key=ends, reverse=is_newest_first))


def _put(document: Document, path: Path, value: Value, order: tuple[str, ...]) -> Document:
    """The document with the value at the path, of which at most the last two steps are new."""
    expected = deepcopy(document.root)
    holder = _holder(expected, path[:-1])
    holder[path[-1]] = value
    return edited(document, with_entry(document, path, value, order, EXACT), expected)


def _appended(document: Document, path: Path, entry: Value) -> Document:
    expected = deepcopy(document.root)
    holder = _holder(expected, path[:-1])
    current = holder[path[-1]]
    holder[path[-1]] = [*(current if isinstance(current, list) else [current]), entry]
    return edited(document, appended(document, path, entry, EXACT), expected)


def _holder(root: Any, path: Path) -> Any:
    """What holds the fields at the path, made where the file has a blank."""
    found = root
    for step in path:
        if found[step] is None:
            found[step] = {}
        found = found[step]
    return found
