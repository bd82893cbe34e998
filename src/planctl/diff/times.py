"""What the days made of the times: slipped, overdue, carried over; each side on its own day."""

from collections.abc import Iterator
from datetime import date

from planctl.diff.agreed_times import days_between, first_time, in_days
from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Edit
from planctl.diff.closed import is_closed_for_both
from planctl.diff.naming import spoken
from planctl.diff.telling import Values, told
from planctl.model import Row
from planctl.pairing.tree import Node
from planctl.progress import (
    ENDED,
    effective_due,
    is_carried_over,
    is_overdue,
    latest_update,
    state_of,
)


def passed_days(both: Both) -> Iterator[Change]:
    """What became late, overdue or carried over, each side judged on its own day."""
    for old, new, node in both.row_pairs():
        nodes = both.delta.pairs.old_of[node], node
        yield from _slipped(both, nodes, old, new)
        if _has_ended(old, both.old) or _has_ended(new, both.new):
            continue
        yield from _overdue(both, nodes, old, new)
        yield from _carried_over(both, nodes, old, new)


def _slipped(both: Both, nodes: tuple[Node, Node], old: Row, new: Row) -> Iterator[Change]:
    before, after = _thought(old, both.old), _thought(new, both.new)
    if before is None or after is None or before == after:
        return
    if not (_says_when(old, both.old) or _says_when(new, both.new)):
        return  # what it is a part of is told
    if _has_ended(old, both.old) or _has_ended(new, both.new):
        return
    rule = "action-slipped" if after > before else "brought-forward"
    first = first_time(new.action, both.new.timeline).end
    since = _since_first(first, before, after) if rule == "action-slipped" else ""
    clause = f"ends {spoken(after)} and not {spoken(before)}{days_between(before, after)}{since}"
    said: Values = {
        "field": "end", "old": before.isoformat(), "new": after.isoformat(),
        "edits": _expected(both, nodes[1], old, new),
    }  # fmt: skip
    yield told(both, rule, nodes, clause, **said)


def _expected(both: Both, node: Node, old: Row, new: Row) -> list[Edit]:
    """The edit of the end that the owner expects, where one running term was given another."""
    before = latest_update(old, both.old.timeline, both.old.on)
    after = latest_update(new, both.new.timeline, both.new.on)
    if before is None or after is None or before[0] != after[0]:
        return []
    if is_closed_for_both(both, after[0]):
        return []
    path = ("updates", str(after[0]), "expected")
    return [one.edit for one in both.of(node) if one.field == path]


def _says_when(row: Row, side: Side) -> bool:
    """Whether the row has a time, or an expected end, of its own."""
    latest = latest_update(row, side.timeline, side.on)
    has_expected = latest is not None and latest[1].expected is not None
    return row.parent is None or row.has_own_time or has_expected


def _since_first(first: date | None, before: date, after: date) -> str:
    if first is None or first in {before, after}:
        return ""
    return f", {in_days(after - first)} after what was agreed first"


def _overdue(both: Both, nodes: tuple[Node, Node], old: Row, new: Row) -> Iterator[Change]:
    was = is_overdue(old, both.old.scale, both.old.timeline, both.old.on)
    now = is_overdue(new, both.new.scale, both.new.timeline, both.new.on)
    if was == now:
        return
    due = effective_due(new, both.new.timeline)
    clause = _still_due(new, both.new)
    if now and due:
        clause = f"was due by {spoken(due)} and is not said to be done"
    rule = "newly-overdue" if now else "overdue-no-more"
    yield told(both, rule, nodes, clause, field="overdue", old=was, new=now)


def _carried_over(both: Both, nodes: tuple[Node, Node], old: Row, new: Row) -> Iterator[Change]:
    was = is_carried_over(old, both.old.scale, both.old.timeline, both.old.on)
    now = is_carried_over(new, both.new.scale, both.new.timeline, both.new.on)
    if was == now:
        return
    clause = _left(new, both.new)
    if now:
        clause = f"is open after its last period, {_last(new, both.new)}"
    rule = "carried-over" if now else "carried-over-no-more"
    yield told(both, rule, nodes, clause, field="carried_over", old=was, new=now)


def _last(row: Row, side: Side) -> str:
    """The last of its periods, by name."""
    return str(max(row.schedule, key=lambda period: side.timeline.ends(period) or date.min))


def _left(row: Row, side: Side) -> str:
    if not row.schedule:
        return "has no period any more that it could be open after"
    return f"is planned up to {_last(row, side)}, which is not over"


def _still_due(row: Row, side: Side) -> str:
    due = effective_due(row, side.timeline)
    return f"is no longer overdue: it is due by {spoken(due)}" if due else "is no longer overdue"


def _thought(row: Row, side: Side) -> date | None:
    """The day by which its owner thinks it done, else that by which it is due."""
    latest = latest_update(row, side.timeline, side.on)
    expected = latest[1].expected if latest else None
    if expected is not None and expected.latest is not None:
        return expected.latest
    return effective_due(row, side.timeline)


def _has_ended(row: Row, side: Side) -> bool:
    return state_of(row, side.scale, side.timeline, side.on) in ENDED
