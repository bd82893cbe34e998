"""Which changes were decided by somebody, and which approvals they leave behind."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from planctl.diff.both import Both
from planctl.diff.change import Change, Decision, Level
from planctl.diff.naming import listed
from planctl.diff.telling import told
from planctl.diff.tree import Node
from planctl.model.action import Action
from planctl.model.change import Change as Record
from planctl.model.plain import plain

_TIMES: Final = frozenset({"due", "schedule", "revised"})
_AGREED: Final = {
    "action": ("text", "responsible", "schedule", "due", "revised"),
    "kpi": ("title", "definition", "targets", "baseline", "better"),
    "funding": ("period", "amount"),
    "commitment": ("statement",),
}
"""The agreed part of a plan: what an approval is of. Progress is no part of it."""

_NAMED: Final = 5
"""How many of the entries that an approval no longer fits are named."""


def with_decisions(changes: Iterable[Change], both: Both) -> Iterator[Change]:
    """The changes; one that weighs as audit is only told where a new record decides on it.

    The record names the change's entry (or the plan, with the field), who decided, and the minute.
    """
    known = [plain(record) for record in both.old.plan.changes]
    records = [record for record in both.new.plan.changes if plain(record) not in known]
    for change in changes:
        is_weighty = change.level is Level.AUDIT
        record = next((one for one in records if is_weighty and _decides(one, change, both)), None)
        if record is not None and record.minute:
            yield change.approved_by(Decision(record.id or "", record.minute))
        else:
            yield change


def _decides(record: Record, change: Change, both: Both) -> bool:
    if not record.decided_by or not record.minute:
        return False
    if _is_pointed_to(record, change, both):
        return True
    names = {change.ref, change.uid, *_names_before(change, both)} - {""}
    first = change.field.partition("/")[0]
    if record.target in names:
        return record.field in {None, first} or {record.field, first} <= _TIMES
    return record.target == both.new.plan.id and record.field in _plan_fields(change, first)


def _names_before(change: Change, both: Both) -> set[str]:
    """What the entry, and what it belongs to, went by."""
    names: set[str] = set()
    for path, tree in ((change.old_path, both.delta.old), (change.new_path, both.delta.new)):
        node = _node_at(tree.nodes.get(change.kind, ()), path)
        if node is None:
            continue
        names |= {node.ref, node.uid, node.key}
        if node.kind.is_local and node.parent is not None:
            names |= {node.parent.ref, node.parent.uid}
    return names


def _node_at(nodes: Iterable[Node], path: Any) -> Node | None:
    return next((node for node in nodes if node.path == path), None)


def _plan_fields(change: Change, first: str) -> set[str | None]:
    """The fields of the plan that a record about the plan may name for the change."""
    place = change.new_path or change.old_path or ()
    holder = str(place[0]) if place else first
    return {first or None, holder} if holder != "themes" else {first or None, "themes", "actions"}


def _is_pointed_to(record: Record, change: Change, both: Both) -> bool:
    """Whether a revision of the action's time points to the record."""
    if change.rule != "date-moved" or record.id is None:
        return False
    node = _node_at(both.delta.new.nodes.get("action", ()), change.new_path)
    if node is None or not isinstance(node.entry, Action):
        return False
    old = both.delta.pairs.old_of[node].entry
    before = old.revised if isinstance(old, Action) else ()
    return any(new.change == record.id for new in node.entry.revised if new not in before)


def stale_approvals(both: Both) -> Iterator[Change]:
    """The approval that what was agreed has outgrown, where nobody has approved anew."""
    approvals = both.old.plan.approvals, both.new.plan.approvals
    if not approvals[1] or plain(approvals[0]) != plain(approvals[1]):
        return
    outgrown = list(dict.fromkeys(_outgrown(both)))
    if outgrown:
        more = [f"{len(outgrown) - _NAMED} more"] if len(outgrown) > _NAMED else []
        names = [*outgrown[:_NAMED], *more]
        node = both.delta.new.root
        yield told(
            both, "approval-stale", (both.delta.old.root, node),
            f"was approved before what was agreed changed: {listed(names)}", field="approvals",
        )  # fmt: skip


def _outgrown(both: Both) -> Iterator[str]:
    """What of the agreed part is another, by reference or title."""
    for kind, names in _AGREED.items():
        for found in both.differing(kind, *names):
            yield found.new.ref or f"‘{found.new.text}’"
    for node in (*both.delta.removed, *both.delta.added):
        if node.kind.name in _AGREED:
            yield node.ref or f"‘{node.text}’"
