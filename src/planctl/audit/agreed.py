"""What is agreed in a plan, entry by entry, in texts that an approval can keep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.audit.in_words import texts
from planctl.findings import Path
from planctl.fingerprint import agreed as agreed_part
from planctl.model import Plan, rows
from planctl.model.plain import Plain
from planctl.model.seal import Agreed

PLAN_FIELDS: Final = (
    "title", "period", "group", "vision", "strategic_priority", "aim", "outcomes", "funding",
    "declared_total", "commitments", "recommendations",
)  # fmt: skip
"""The plan's own fields that an approval is of; they stand under the plan's id."""

_ENTRY_FIELDS: Final = MappingProxyType({
    "theme": ("title", "text", "outcome", "responsible", "kpis", "milestones"),
    "action": ("title", "text", "responsible", "schedule", "due", "revised", "success", "kpis",
               "cost", "milestones"),
    "KPI": ("title", "unit", "better", "basis", "baseline", "targets", "declared_total",
            "tolerance", "benchmark", "owner", "definition"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that can be agreed: what people call it, where it stands, and what it says."""

    kind: str
    uid: str
    ref: str
    label: str
    path: Path
    fields: Mapping[str, tuple[str, ...]]


def entries(plan: Plan) -> Iterator[Entry]:
    """The plan itself, its KPIs, themes and actions, each with what is agreed of it."""
    part = agreed_part(plan)
    own = {name: _promised(part[name]) for name in PLAN_FIELDS if name in part}
    yield Entry("plan", plan.id, plan.ref or "", "the plan", (), _texts_of(own))
    for number, kpi in enumerate(plan.kpis):
        label = kpi.ref or f"‘{kpi.title}’"
        yield _entry("KPI", label, ("kpis", number), part)
    for number, theme in enumerate(plan.themes):
        label = theme.ref or f"‘{theme.title}’"
        yield _entry("theme", label, ("themes", number), part)
    for row in rows(plan):
        yield _entry("action", row.label, row.path, part)


def agreed_by_uid(plan: Plan) -> Agreed:
    """What is agreed of each entry that has a uid, and under the plan's id of the plan itself."""
    return {entry.uid: entry.fields for entry in entries(plan) if entry.uid}


def without_uid(plan: Plan) -> tuple[Entry, ...]:
    """The entries that have none, or one that another has: nothing can be kept of those."""
    every = tuple(entries(plan))
    taken = [entry.uid for entry in every]
    return tuple(entry for entry in every if not entry.uid or taken.count(entry.uid) > 1)


def _entry(kind: str, label: str, path: Path, part: Plain) -> Entry:
    found = part
    for step in path:
        found = found[step]
    said = {name: found[name] for name in _ENTRY_FIELDS[kind] if name in found}
    return Entry(kind, found.get("uid", ""), found.get("ref", ""), label, path, _texts_of(said))


def _promised(value: Plain) -> Plain:
    """What is promised of commitments, recommendations and money, one after the other.

    Who keeps a promise, and where the money comes from, may change without anybody's approval.
    """
    if not isinstance(value, list):
        return value
    return [said for one in value for said in _promises(one)]


def _promises(entry: Plain) -> Iterator[Plain]:
    if "amount" in entry:
        yield {name: entry[name] for name in ("period", "amount")}
        return
    yield entry.get("statement") or entry["text"]
    for below in (*entry.get("children", ()), *entry.get("sub_points", ())):
        yield from _promises(below)


def _texts_of(fields: Mapping[str, Plain]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(texts(value)) for name, value in fields.items()}
