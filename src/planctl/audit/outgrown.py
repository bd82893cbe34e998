"""What was agreed and has become something else since the last approval."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from planctl.audit.agreed import Entry, entries
from planctl.findings import Path
from planctl.model import Approval, Plan
from planctl.model.change import Change
from planctl.model.seal import Agreed

_TIMES: Final = frozenset({"due", "schedule", "revised"})


@dataclass(frozen=True, slots=True)
class Outgrown:
    """One agreed value that became another; an empty field stands for the whole entry.

    `was` and `now` are empty where there was, or is, none.
    """

    uid: str
    label: str
    kind: str
    path: Path
    field: str
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


def last_approval(plan: Plan) -> Approval | None:
    """The latest approval that says what was agreed; of two on one day, the second."""
    kept = [(one.date or date.min, place) for place, one in enumerate(plan.approvals) if one.agreed]
    return plan.approvals[max(kept)[1]] if kept else None


def outgrown(plan: Plan, approval: Approval) -> tuple[Outgrown, ...]:
    """What was changed since the approval, unless a later record says who decided it.

    Such a record names who decided and the minute; its target is the entry, by ref or uid, or the
    plan, and its field the one that was changed, or none.
    """
    decided = [change for change in plan.changes if _is_later(change, approval)]
    refs = {entry.uid: entry.ref for entry in entries(plan) if entry.ref}
    return tuple(
        one
        for one in moved(plan, approval.agreed)
        if not any(_explains(change, one, plan, refs.get(one.uid, "")) for change in decided)
    )


def moved(plan: Plan, kept: Agreed) -> Iterator[Outgrown]:
    """What of the plan is no longer what was kept, in the order of the file; what is gone last."""
    uids = set()
    for entry in entries(plan):
        uids.add(entry.uid)
        if entry.uid in kept:
            yield from _fields(entry, kept[entry.uid])
        else:
            yield Outgrown(entry.uid, entry.label, entry.kind, entry.path, "", now=_short(entry))
    for uid, fields in kept.items():
        if uid not in uids:
            said = fields.get("title") or fields.get("text") or (uid,)
            yield Outgrown(uid, f"‘{said[0]}’", "entry", (), "", was=said)


def _fields(entry: Entry, kept: Mapping[str, tuple[str, ...]]) -> Iterator[Outgrown]:
    for name in dict.fromkeys((*kept, *entry.fields)):
        was, now = kept.get(name, ()), entry.fields.get(name, ())
        if was != now:
            yield Outgrown(entry.uid, entry.label, entry.kind, entry.path, name, was, now)


def _short(entry: Entry) -> tuple[str, ...]:
    return entry.fields.get("title") or entry.fields.get("text") or (entry.label,)


def _is_later(change: Change, approval: Approval) -> bool:
    is_whole = bool(change.decided_by and change.minute)
    days = change.date, approval.date
    return is_whole and (days[0] is None or days[1] is None or days[0] >= days[1])


def _explains(change: Change, one: Outgrown, plan: Plan, ref: str) -> bool:
    if change.target == plan.id:
        return change.field in _named_of_the_plan(one, plan)
    if one.field == "revised" and change.id and _points_to(change.id, one):
        return True
    if change.target not in {one.uid, ref} - {""}:
        return False
    return change.field in {None, one.field} or {change.field, one.field} <= _TIMES


def _named_of_the_plan(one: Outgrown, plan: Plan) -> set[str | None]:
    """The fields by which a record about the plan can mean it."""
    if one.uid == plan.id:
        return {None, one.field}
    if not one.path:
        return {"themes", "actions", "kpis"}
    return {str(one.path[0]), *(("actions",) if one.kind == "action" else ())}


def _points_to(change: str, one: Outgrown) -> bool:
    """Whether each revision that came since names the record."""
    new = [text for text in one.now if text not in one.was]
    return bool(new) and all(f"change: {change}" in text.split("; ") for text in new)
