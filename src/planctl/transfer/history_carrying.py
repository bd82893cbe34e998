"""What an earlier paper told of a term, carried into the later version of the plan."""

from copy import deepcopy
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from planctl.findings import Path
from planctl.model import Period, Plan
from planctl.model.timeline import Timeline
from planctl.pairing.entries import paired
from planctl.pairing.tree import Node, tree_of
from planctl.source import Document
from planctl.transfer.making.plan_file import document_holding

_BY_PERIOD: Final = MappingProxyType({"action": "updates", "kpi": "actuals", "risk": "reviews"})
"""What each kind of entry tells by period."""
_NAMED_BY: Final = MappingProxyType({"action": "text", "kpi": "title", "risk": "text"})
"""What text alone stands for, where an entry is nothing else."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A plan's file with what earlier papers told, and how many entries that are."""

    document: Document
    count: int


def stamped(document: Document, paper: str, name: str) -> Document:
    """The plan's file, each of its updates with the paper that it stands in."""
    root = deepcopy(document.root)
    for node in _rows(root):
        for update in node.get("updates", {}).values():
            if isinstance(update, dict):
                update["source"] = {"paper": paper, **update.get("source", {})}
    return _written(root, document, name)


def carried(
    before: tuple[Document, Plan], document: Document, plan: Plan, name: str
) -> Carried:  # fmt: skip
    """The later plan with what the earlier one told of terms that the later paper leaves out.

    Rows are known again as in a comparison, whatever their numbers have become. What the later
    paper says of a term stands.
    """
    old, new = tree_of(before[1]), tree_of(plan)
    pairs = paired(old, new)
    root, count = deepcopy(document.root), 0
    for one, other in pairs.new_of.items():
        count += _carry(before[0], one, root, other, plan.timeline)
    if (scale := before[0].value(("scale",))) and "scale" not in root:
        root["scale"] = deepcopy(scale)
    return Carried(_written(root, document, name), count)


def _carry(before: Document, old: Node, root: Any, new: Node, timeline: Timeline) -> int:
    field = _BY_PERIOD.get(old.kind.name)
    told = before.value((*old.path, field)) if field else None
    if field is None or not isinstance(told, dict):
        return 0
    entry = _entry(root, new.path, _NAMED_BY[old.kind.name])
    now = entry.get(field) or {}
    missing = [period for period in told if period not in now]
    kept = {
        period: deepcopy(one) for period, one in told.items()
        if period not in now or _plain(now[period]) == _plain(one)
    }  # fmt: skip
    if kept:
        every = {**now, **kept}
        entry[field] = {period: every[period] for period in _in_order(every, timeline)}
    return len(missing)


def _plain(told: Any) -> Any:
    """What is told, without the paper that tells it: the first that said the same is kept."""
    if not isinstance(told, dict):
        return told
    return {name: value for name, value in told.items() if name != "source"}


def _entry(root: Any, path: Path, named_by: str) -> dict[str, Any]:
    """The entry at the path; one that is text alone is put into the form that has fields."""
    above = root
    for step in path[:-1]:
        above = above[step]
    found = above[path[-1]]
    entry: dict[str, Any] = found if isinstance(found, dict) else {named_by: found}
    above[path[-1]] = entry
    return entry


def _in_order(periods: dict[str, Any], timeline: Timeline) -> list[str]:
    """The periods from the first to the last; those without days behind them."""

    def begins(name: str) -> tuple[bool, str, str]:
        period = timeline.period(name)
        day = timeline.starts(period) if isinstance(period, Period) else None
        return day is None, day.isoformat() if day else "", name

    return sorted(periods, key=begins)


def _rows(root: Any) -> list[dict[str, Any]]:
    themes = root.get("themes") or []
    actions = [one for theme in themes for one in theme.get("actions") or [] if _is_entry(one)]
    parts = [one for action in actions for one in action.get("sub_actions") or []]
    return [*actions, *filter(_is_entry, parts)]


def _is_entry(one: Any) -> bool:
    return isinstance(one, dict)


def _written(root: dict[str, Any], document: Document, name: str) -> Document:
    """The fields as a plan's file, below the remark that the first one begins with."""
    first = document.text.partition("\n")[0]
    return document_holding(root, name, first if first.startswith("#") else "")
