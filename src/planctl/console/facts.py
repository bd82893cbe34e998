"""A plan as facts, a line each, for git to compare: layout and the order of rows leave no trace."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from planctl.console.fact_rows import fact_rows
from planctl.console.fact_words import (
    labelled,
    natural,
    one_line,
    owners,
    periods,
    shortened,
    word,
)
from planctl.loading import load_plan, load_programme
from planctl.model.plain import plain_fields
from planctl.source import read

Plain = Mapping[str, Any]
"""A record as JSON has it, without what is left at its default."""

_CALLED: Final = MappingProxyType({
    "kpis": "KPI", "outcomes": "outcome", "links": "link", "documents": "document",
    "parties": "party", "themes": "theme", "actions": "action", "commitments": "commitment",
    "recommendations": "recommendation", "risks": "risk", "changes": "change",
    "approvals": "approval", "fields": "field", "calendars": "calendar", "periods": "period",
    "levels": "level", "milestones": "milestone", "notes": "note", "facts": "fact",
    "next_steps": "next step", "sub_points": "point", "children": "part", "reports": "report",
    "targets": "target", "actuals": "actual", "reviews": "review", "assessments": "assessment",
    "aliases": "alias", "choices": "choice", "achievements": "achievement", "asks": "ask",
    "concerns": "concern", "questions": "question", "priorities": "priority", "updates": "",
})  # fmt: skip
"""What one entry of a field is called; an update goes by its term."""

_MAIN: Final = MappingProxyType({
    "kpis": "title", "documents": "title", "evidence": "title", "fields": "title",
    "parties": "name", "levels": "label", "funding": "amount", "engagement": "event",
    "commitments": "statement", "children": "statement", "approvals": "role", "audience": "group",
    "baseline": "value", "benchmark": "value", "targets": "value", "actuals": "value",
    "changes": "target", "updates": "", "reports": "", "reviews": "", "assessments": "",
})  # fmt: skip
"""The field that is told as the entry itself; `text` in lists that are not named here."""

_NAMES: Final = ("ref", "id", "name", "period")
_IN_ORDER: Final = frozenset({"calendars", "levels"})
"""Lists in which the order says something."""

_KEPT_BY_NAME: Final = frozenset({
    "updates", "targets", "actuals", "reviews", "assessments", "reports", "glossary", "own",
    "source", "periods",
})  # fmt: skip
"""Mappings whose names are the plan's own words, in whatever order the file has them."""

_JOINED: Final[Mapping[str, Callable[[Any], str]]] = MappingProxyType(
    {"responsible": owners, "schedule": periods}
)
_MONEY: Final = frozenset({"amount", "declared_total", "funding_total", "spent"})
_LARGE: Final = re.compile(r"(\d{4,})(\.\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Told:
    """How a record is told: its main field as `itself`, and not the field that its label gives."""

    main: str
    itself: str
    by_label: str = ""


def as_facts(content: bytes) -> bytes:
    """The facts of the plan or programme that a file holds; anything else as it is.

    The programme of a plan may not be at hand, as where git compares two versions: ratings and
    periods that only the programme could read are told as they are written.
    """
    document = read(content, "")
    plan_id = document.value(("id",))
    if not isinstance(plan_id, str):
        return content
    plan = load_plan(document, plan_id, None, knows_programme=False).record
    record = plan or load_programme(document).record
    if record is None:
        return content
    lines = facts(plain_fields(record), "plan" if plan else "programme")
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def facts(plain: Plain, called: str = "plan") -> Iterator[str]:
    """A line for each value of the plan, beginning with the ref of its row where it is in one."""
    for name, value in plain.items():
        if name == "themes":
            yield from _facts_of_rows(value)
        else:
            yield from _field(called if not isinstance(value, Mapping | list) else "", name, value)


def _facts_of_rows(themes: Iterable[Plain]) -> Iterator[str]:
    for row in fact_rows(themes):
        main = "" if row.relation else "title"
        yield from _fields(row.label, row.fields, _Told(main, row.label, "ref"))
        if row.relation:
            yield f"{row.label} {row.relation}: {row.holder}"


def _fields(label: str, fields: Plain, told: _Told) -> Iterator[str]:
    for name, value in fields.items():
        if name == told.main and not isinstance(value, Mapping | list):
            yield f"{told.itself}: {_value(name, value)}"
        elif name != told.by_label:
            yield from _field(label, name, value)


def _field(label: str, name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, Mapping | list):
        yield f"{labelled(label, _spelt(name))}: {_value(name, value)}"
        return
    called = labelled(label, _CALLED.get(name, _spelt(name)))
    if name in _JOINED:
        yield f"{called}: {_JOINED[name](value)}"
    elif name == "agreed":
        yield from _agreed(called, value)
    elif isinstance(value, list):
        yield from _entries(called, name, value)
    elif name in _KEPT_BY_NAME:
        yield from _kept_by_name(called, name, value)
    else:
        yield from _whole(called, value, _MAIN.get(name, ""))


def _kept_by_name(called: str, name: str, entries: Plain) -> Iterator[str]:
    """What is kept by term, by period or by a word of the plan's own."""
    for key in sorted(entries, key=natural):
        label, entry = labelled(called, word(key)), entries[key]
        if isinstance(entry, Mapping):
            yield from _whole(label, entry, _MAIN.get(name, ""))
        else:
            yield f"{label}: {_value(name, entry)}"


def _whole(label: str, fields: Plain, main: str) -> Iterator[str]:
    """The fields of a record that stands alone; one without any is told to be there."""
    yield from _fields(label, fields, _Told(main, label)) if fields else (f"{label}: {{}}",)


def _agreed(called: str, agreed: Any) -> Iterator[str]:
    """What an approval agreed to, field by field of each entry."""
    for uid in sorted(agreed, key=natural):
        for name in sorted(agreed[uid]):
            yield from _texts(f"{called} {word(uid)} {word(name)}", agreed[uid][name])
        if not agreed[uid]:
            yield f"{called} {word(uid)}: {{}}"


def _texts(called: str, texts: Iterable[str]) -> Iterator[str]:
    """Each text of a list on its own line; an empty list is told to be there."""
    yield from [f"{called}: {one_line(text)}" for text in texts] or (f"{called}: []",)


def _entries(called: str, name: str, entries: list[Any]) -> Iterator[str]:
    """The entries of a list: those with a name in natural order, then the others as they stand."""
    if not entries or not isinstance(entries[0], Mapping):
        yield from _texts(called, entries)
        return
    met: Counter[str] = Counter()
    for position, entry in _sorted(name, entries):
        label = _label(entry, position)
        met[label] += 1
        times = f"#{met[label]}" if met[label] > 1 else ""
        yield from _entry(called, f"{label}{times}", entry, _MAIN.get(name, "text"))


def _sorted(name: str, entries: list[Plain]) -> list[tuple[int, Plain]]:
    """The entries with their positions."""
    numbered = list(enumerate(entries))
    if name in _IN_ORDER:
        return numbered
    return sorted(numbered, key=lambda one: (_name(one[1]) == "", natural(_name(one[1])), one[0]))


def _entry(called: str, label: str, entry: Plain, main: str) -> Iterator[str]:
    """One entry under its name; without one, under its first words, which it tells in full."""
    by_label = next((key for key in _NAMES if _is_name(entry, key)), "")
    at = f"{called} {label}"
    told = _Told(main, at if by_label else called, by_label)
    yield from [*_fields(at, entry, told)] or (f"{called}: {label}",)


def _label(entry: Plain, position: int) -> str:
    if name := _name(entry):
        return word(name)
    first = next((value for value in entry.values() if isinstance(value, str)), "")
    return shortened(first) if first else str(position + 1)


def _name(entry: Plain) -> str:
    return next((entry[key] for key in (*_NAMES, "uid") if _is_name(entry, key)), "")


def _is_name(entry: Plain, key: str) -> bool:
    return isinstance(entry.get(key), str)


def _spelt(name: str) -> str:
    return name.replace("_", " ")


def _value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if name in _MONEY and (large := _LARGE.fullmatch(text)):
        return f"{int(large[1]):,}{large[2] or ''}"
    return one_line(text)
