"""What forms say, written into the plan's file between the lines that are there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from planctl.editing.update import EXACT, in_time, name_of_term
from planctl.findings import Edit, Path
from planctl.loading import field_names
from planctl.model import Action, Update
from planctl.progress import steps_promised
from planctl.source import Document, UnsafeEditError, Value, edited, with_entry
from planctl.source.edits import OverlappingEditsError
from planctl.transfer.collecting.asked import Asked
from planctl.transfer.collecting.outcome import Said
from planctl.transfer.collecting.returned import Cell

_OF_THE_ACTION: Final = frozenset({"responsible", "due"})
_STEP: Final = ("text", "due", "kept")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A value that is to stand at a path, and the order of the fields round it."""

    path: Path
    value: Value
    order: tuple[str, ...]


def with_answers(document: Document, said: Sequence[Said], on: date) -> Document:
    """The document with what was said of its plan; what else it holds stays as it is.

    Each update says who answered, on which day it was merged, and from which cells of which file.
    Raises UnsafeEditError.
    """
    kept = [entry for one in said if one.field == "kept" for entry in _kept_entries(document, one)]
    if kept:
        document = _with_entries(document, kept)
    by_row: dict[Path, list[Said]] = defaultdict(list)
    for one in said:
        by_row[one.asked.row.path].append(one)
    depths = sorted({len(path) for path in by_row})
    for depth in depths:
        rows = [several for path, several in by_row.items() if len(path) == depth]
        document = _with_rows(document, rows, on)
    return document


def _with_rows(document: Document, rows: Sequence[Sequence[Said]], on: date) -> Document:
    """The document with what was said of rows none of which is within another."""
    # One reading of the file for many rows: each is read again after every change.
    waiting = [list(_entries(document, several, on)) for several in rows]
    while any(waiting):
        now = [entries.pop(0) for entries in waiting if entries]
        document = _with_entries(document, now)
    return document


def _with_entries(document: Document, entries: Sequence[_Entry]) -> Document:
    """All at once; one after the other where their places touch."""
    try:
        return _put(document, entries)
    except (OverlappingEditsError, UnsafeEditError):
        if len(entries) == 1:
            raise
    for entry in entries:
        document = _put(document, [entry])
    return document


def _put(document: Document, entries: Sequence[_Entry]) -> Document:
    expected = deepcopy(document.root)
    edits: list[Edit] = []
    for entry in entries:
        edits += with_entry(document, entry.path, entry.value, entry.order, EXACT)
        holder = expected
        for step in entry.path[:-1]:
            if holder[step] is None:
                holder[step] = {}
            holder = holder[step]
        holder[entry.path[-1]] = entry.value
    return edited(document, edits, expected)


def _entries(document: Document, several: Sequence[Said], on: date) -> Iterator[_Entry]:
    """The entries for one row, in the order in which they can be made."""
    one = several[0].asked
    for said in several:
        if said.field in _OF_THE_ACTION:
            yield _Entry((*one.row.path, said.field), said.answer.value, field_names(Action))
    in_update = {
        said.field: said.answer.value
        for said in several
        if said.field not in _OF_THE_ACTION and said.field != "kept"
    }
    if in_update:
        yield from _of_update(document, one, {**in_update, **_about(document, several, on)})


def _about(document: Document, several: Sequence[Said], on: date) -> Mapping[str, Value]:
    """Who says it, when it was merged, and where it came from."""
    first = several[0]
    cells = _cells(said.cell for said in several if said.field not in _OF_THE_ACTION)
    path = _update_path(document, first.asked)
    before = document.value((*path, "source")) if path else None
    source: dict[str, Value] = dict(before) if isinstance(before, dict) else {}
    source |= {"file": first.file.rpartition("/")[2], "sha256": first.sha256, "cells": cells}
    return {"by": first.by, "date": on.isoformat(), "source": source}


def _cells(cells: Iterable[Cell]) -> str:
    """The cells, each sheet named once."""
    by_sheet: dict[str, list[str]] = defaultdict(list)
    for cell in cells:
        by_sheet[cell.sheet].append(cell.address)
    return "; ".join(f"{sheet}!{', '.join(every)}" for sheet, every in by_sheet.items())


def _of_update(document: Document, one: Asked, fields: Mapping[str, Value]) -> Iterator[_Entry]:
    updates = (*one.row.path, "updates")
    ordered = {name: fields[name] for name in field_names(Update) if name in fields}
    holder = document.value(updates) or {}
    if not document.holds(updates):
        yield _Entry(updates, {str(one.term): ordered}, field_names(Action))
        return
    name = name_of_term(holder, one.term, one.plan.timeline)
    if not holder.get(name):
        order = in_time(tuple(holder), name, one.plan.timeline)
        yield _Entry((*updates, name), ordered, order)
        return
    for field, value in ordered.items():
        whole = _with_known(holder[name].get(field), value) if field == "next_steps" else value
        yield _Entry((*updates, name, field), whole, field_names(Update))


def _with_known(before: Any, steps: Value) -> Value:
    """The steps; those that the file has already as it has them, with what became of them."""
    listed = before if isinstance(before, list) else [before] if before else []
    known = {_said_of(step): step for step in listed}
    return [known.get(_said_of(step), step) for step in steps] if isinstance(steps, list) else steps


def _said_of(step: Any) -> tuple[str, str]:
    """The step without the full stop, which goes before a deadline in a form."""
    if isinstance(step, dict):
        return str(step.get("text")).rstrip(" .,"), str(step.get("due") or "")
    return str(step).rstrip(" .,"), ""


def _update_path(document: Document, one: Asked) -> Path | None:
    """Where the update of the term stands; None where there is none yet."""
    updates = (*one.row.path, "updates")
    holder = document.value(updates) or {}
    name = name_of_term(holder, one.term, one.plan.timeline)
    return (*updates, name) if holder.get(name) else None


def _kept_entries(document: Document, said: Said) -> Iterator[_Entry]:
    """Each step with what became of it."""
    one = said.asked
    term, _ = steps_promised(one.row, one.plan.timeline, one.term)
    updates = (*one.row.path, "updates")
    assert term is not None  # noqa: S101 - an answer was read of steps that were promised
    holder = document.value(updates) or {}
    steps = (*updates, name_of_term(holder, term, one.plan.timeline), "next_steps")
    held = document.value(steps)
    for number, word in said.answer.kept.items():
        if isinstance(held, list):
            yield _Entry((*steps, number), _with_word(held[number], word), ())
        else:
            yield _Entry(steps, [_with_word(held, word)], field_names(Update))


def _with_word(step: Any, word: str) -> Value:
    fields: dict[str, Value] = {
        **(step if isinstance(step, dict) else {"text": step}),
        "kept": word,
    }
    return {name: fields[name] for name in dict.fromkeys((*_STEP, *fields)) if name in fields}
