"""Which changes were decided by somebody, and which approvals they leave behind."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from planctl.diff.both import Both
from planctl.diff.change import Change, Decision, Level
from planctl.diff.delta import Difference
from planctl.diff.details import detail, is_same_but_typing
from planctl.diff.naming import listed, spoken
from planctl.diff.telling import told, told_of
from planctl.model.action import Action
from planctl.model.approval import Approval
from planctl.model.change import Change as Record
from planctl.model.plain import plain
from planctl.pairing.kinds import KINDS
from planctl.pairing.tree import Node

_TIMES: Final = frozenset({"due", "schedule", "revised"})
_AGREED: Final = {
    "action": ("text", "responsible", "schedule", "due", "revised"),
    "kpi": ("title", "definition", "targets", "baseline", "better"),
    "funding": ("period", "amount"),
    "commitment": ("statement",),
}
"""The agreed part of a plan: what an approval is of. Progress is no part of it."""

_LOCAL: Final = frozenset(kind.name for kind in KINDS.values() if kind.is_local)
_ASIDE: Final = frozenset({"own", "source", "id", "note"})
"""What of a record is no part of the decision."""

_NAMED: Final = 5
"""How many of the entries that an approval no longer fits are named."""


def with_decisions(changes: Iterable[Change], both: Both) -> Iterator[Change]:
    """The changes; one that weighs as audit is only told where a new record decides on it.

    The record names the change's entry (or the plan, with the field), who decided, and the minute.
    An approval that only decided changes have outgrown is told likewise.
    """
    every = tuple(changes)
    records = tuple(_new_records(both))
    agreed = [_decision(change, records, both) for change in every if _is_of_the_agreed(change)]
    for change in every:
        found = _decision(change, records, both) if change.level is Level.AUDIT else None
        if change.rule == "approval-stale" and all(agreed):
            found = next(iter(agreed), None)
        yield change.approved_by(found) if found else change


def _new_records(both: Both) -> Iterator[Record]:
    """The records of this version that name who decided, and the minute; not those from before."""
    for node in both.delta.new.nodes.get("change", ()):
        old = both.delta.pairs.old_of.get(node)
        if _is_whole(node) and not (old and _is_whole(old)) and isinstance(node.entry, Record):
            yield node.entry


def _is_whole(node: Node) -> bool:
    record = node.entry
    return isinstance(record, Record) and bool(record.decided_by and record.minute)


def _decision(change: Change, records: Iterable[Record], both: Both) -> Decision | None:
    found = next((record for record in records if _decides(record, change, both)), None)
    return Decision(found.id or "", found.minute or "") if found else None


def _decides(record: Record, change: Change, both: Both) -> bool:
    if change.kind == "change":
        return False
    if _is_pointed_to(record, change, both):
        return True
    first = change.field.partition("/")[0]
    names = {change.ref, change.uid, *_names_before(change, both)} - {""}
    if record.target in names:
        if record.field is None and record.target in _refs_gone(both):
            # The reference means one entry before and another one now.
            return change.new_path is None
        fields = {None, first, *_holders(change)}
        return record.field in fields or {record.field, first} <= _TIMES
    return record.target == both.new.plan.id and record.field in _plan_fields(change, first)


def _refs_gone(both: Both) -> set[str]:
    return {node.ref for node in both.delta.removed}


def _holders(change: Change) -> set[str]:
    """The list that the entry stands in, where it is looked for only there."""
    path = change.new_path or change.old_path or ()
    return {str(path[-2])} if change.kind in _LOCAL else set()


def _is_of_the_agreed(change: Change) -> bool:
    """Whether the change is one of what an approval is of."""
    fields = _AGREED.get(change.kind, ())
    is_one_side = change.old_path is None or change.new_path is None
    return bool(change.edits and fields) and (
        is_one_side or change.field.partition("/")[0] in fields
    )


def _names_before(change: Change, both: Both) -> set[str]:
    """What the entry, and what it belongs to, went by."""
    names: set[str] = set()
    for path, tree in ((change.old_path, both.delta.old), (change.new_path, both.delta.new)):
        if path is None:
            continue
        node = tree.at(path)
        names |= {node.ref, node.uid, node.key}
        if node.kind.is_local and node.parent is not None:
            names |= {node.parent.ref, node.parent.uid}
    return names


def _plan_fields(change: Change, first: str) -> set[str | None]:
    """The fields of the plan that a record about the plan may name for the change."""
    place = change.new_path or change.old_path or ()
    holder = str(place[0]) if place else first
    return {first or None, holder} if holder != "themes" else {first or None, "themes", "actions"}


def _is_pointed_to(record: Record, change: Change, both: Both) -> bool:
    """Whether a revision of the action's time points to the record."""
    if change.rule != "date-moved" or record.id is None or change.new_path is None:
        return False
    node = both.delta.new.at(change.new_path)
    if not isinstance(node.entry, Action):
        return False
    old = both.delta.pairs.old_of[node].entry
    before = old.revised if isinstance(old, Action) else ()
    return any(new.change == record.id for new in node.entry.revised if new not in before)


def stale_approvals(both: Both) -> Iterator[Change]:
    """The approval that what was agreed has outgrown, where nobody has approved anew."""
    old, new = ([_given(one) for one in side.plan.approvals] for side in (both.old, both.new))
    if not new or any(one not in new for one in old) or any(one not in old for one in new):
        return
    outgrown = list(dict.fromkeys(_outgrown(both)))
    if outgrown:
        more = [f"{len(outgrown) - _NAMED} more"] if len(outgrown) > _NAMED else []
        names = [*outgrown[:_NAMED], *more]
        node = both.delta.new.root
        yield told(
            both, "approval-stale", (both.delta.old.root, node),
            f"has not been approved again since this was changed: {listed(names)}",
            field="approvals",
        )  # fmt: skip


def _approved_otherwise(both: Both, together: list[Difference]) -> Change:
    """Given again where its day is later; else somebody changed what was recorded."""
    found = together[0]
    old, new = found.old.entry, found.new.entry
    edits = [one.edit for one in together]
    was = old.date if isinstance(old, Approval) else None
    now = new.date if isinstance(new, Approval) else None
    if was and now and was != now:
        rule = "approval-added" if now > was else "approval-removed"
        clause = f"was given on {spoken(now)}, before on {spoken(was)}"
        return told_of(both, rule, found, clause, edits=edits)
    is_altered = any(one.was is not None and one.now is not None for one in together)
    rule = "decision-altered" if is_altered else "metadata-changed"
    more = f", and {len(together) - 1} more of its details changed" if together[1:] else ""
    return told_of(both, rule, found, f"{detail(found)}{more}", edits=edits)


def _given(approval: Approval) -> Any:
    """What makes it this approval and no other."""
    return plain((approval.role, approval.by, approval.date, approval.minute, approval.agreed))


def _is_typing(was: Any, now: Any) -> bool:
    return isinstance(was, str) and isinstance(now, str) and is_same_but_typing(was, now)


def altered_decisions(both: Both) -> Iterator[Change]:
    """The records of decisions and approvals that say something else than they did."""
    for node in both.delta.new.nodes.get("approval", ()):
        together = [one for one in both.of(node) if one.field[0] not in _ASIDE]
        if together:
            yield _approved_otherwise(both, together)
    for found in both.differing("change", *Record.model_fields, "from"):
        if found.was is None or found.now is None or found.field[0] in _ASIDE:
            continue
        yield told_of(both, "decision-altered", found, detail(found))


def _outgrown(both: Both) -> Iterator[str]:
    """What of the agreed part is another, by reference or title."""
    for kind, names in _AGREED.items():
        for found in both.differing(kind, *names):
            if not _is_typing(found.was, found.now):
                yield found.new.ref or f"‘{found.new.text}’"
    for node in (*both.delta.removed, *both.delta.added):
        if node.kind.name in _AGREED:
            yield node.ref or f"‘{node.text}’"
