"""Dates and ticks: what was agreed, what is thought, and what the days in between made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Direction
from planctl.diff.delta import Difference
from planctl.diff.naming import deadline, spoken
from planctl.diff.telling import told, told_of
from planctl.diff.tree import Node
from planctl.model import Action, Row, Schedule, Timeline
from planctl.model.milestone import Milestone
from planctl.model.rows import time_now
from planctl.progress import (
    ENDED,
    effective_due,
    is_carried_over,
    is_overdue,
    latest_update,
    state_of,
)


def moved_dates(both: Both) -> Iterator[Change]:
    """The agreed times that are others: deadlines, revisions of them, ticks, and their phases."""
    for found in both.differing("action", "due", "revised"):
        yield _deadline_moved(both, found)
    for found in both.differing("action", "schedule"):
        yield _ticks_moved(both, found)
    for found in both.differing("milestone", "due"):
        yield _milestone_moved(both, found)


def _deadline_moved(both: Both, found: Difference) -> Change:
    old, new = _action(found.old), _action(found.new)
    before, after = _time(old, both.old.timeline), _time(new, both.new.timeline)
    if before.words == after.words:
        clause = "has another first date; the one in force is the same"
    else:
        clause = f"was due {before.words}, and is due {after.words}{_by(before.end, after.end)}"
    return told_of(both, "date-moved", found, clause, direction=_lean(before.end, after.end))


def _ticks_moved(both: Both, found: Difference) -> Change:
    was, now = _action(found.old).schedule, _action(found.new).schedule
    before, after = _end(was, both.old.timeline), _end(now, both.new.timeline)
    gone = [str(period) for period in was if period not in now]
    come = [str(period) for period in now if period not in was]
    if not gone and not come:
        return told_of(both, "phase-changed", found, f"has other phases: {_ticks(now)}")
    if not come and (not now or before == after):
        return told_of(both, "tick-removed", found, f"is no longer planned for {', '.join(gone)}")
    if not gone and (not was or before == after):
        return told_of(both, "tick-added", found, f"is planned for {', '.join(come)} as well")
    clause = f"was planned for {_ticks(was)}, and is planned for {_ticks(now)}"
    return told_of(both, "date-moved", found, clause, direction=_lean(before, after))


def _milestone_moved(both: Both, found: Difference) -> Change:
    old, new = found.old.entry, found.new.entry
    was = old.due if isinstance(old, Milestone) else None
    now = new.due if isinstance(new, Milestone) else None
    ends = was.latest if was else None, now.latest if now else None
    clause = f"was due {deadline(was)}, and is due {deadline(now)}{_by(*ends)}"
    return told_of(both, "date-moved", found, clause, direction=_lean(*ends))


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
    if _has_ended(old, both.old) or _has_ended(new, both.new):
        return
    rule = "action-slipped" if after > before else "brought-forward"
    first = _time(new.action.model_copy(update={"revised": ()}), both.new.timeline).end
    since = _since_first(first, before, after) if rule == "action-slipped" else ""
    clause = f"ends {spoken(after)} and not {spoken(before)}{_by(before, after)}{since}"
    yield told(
        both, rule, nodes, clause, field="end", old=before.isoformat(), new=after.isoformat()
    )


def _since_first(first: date | None, before: date, after: date) -> str:
    if first is None or first in {before, after}:
        return ""
    return f", {_days(after - first)} after what was agreed first"


def _overdue(both: Both, nodes: tuple[Node, Node], old: Row, new: Row) -> Iterator[Change]:
    was = is_overdue(old, both.old.scale, both.old.timeline, both.old.on)
    now = is_overdue(new, both.new.scale, both.new.timeline, both.new.on)
    if was == now:
        return
    due = effective_due(new, both.new.timeline)
    clause = f"was due by {spoken(due)} and is not done" if now and due else "is no longer overdue"
    rule = "newly-overdue" if now else "overdue-no-more"
    yield told(both, rule, nodes, clause, field="overdue", old=was, new=now)


def _carried_over(both: Both, nodes: tuple[Node, Node], old: Row, new: Row) -> Iterator[Change]:
    was = is_carried_over(old, both.old.scale, both.old.timeline, both.old.on)
    now = is_carried_over(new, both.new.scale, both.new.timeline, both.new.on)
    if was == now:
        return
    ticks = _ticks(new.schedule)
    clause = f"is open after the last of its periods ({ticks})" if now else "has periods left again"
    rule = "carried-over" if now else "carried-over-no-more"
    yield told(both, rule, nodes, clause, field="carried_over", old=was, new=now)


@dataclass(frozen=True, slots=True)
class _Time:
    """When something ends: in words, and by day where it has one."""

    words: str
    end: date | None


def _time(action: Action, timeline: Timeline) -> _Time:
    schedule, due = time_now(action)
    end = due.latest if due is not None and due.latest else _end(schedule, timeline)
    words = deadline(due) if due is not None else (spoken(end) if end else "at no time")
    return _Time(words, end)


def _thought(row: Row, side: Side) -> date | None:
    """The day by which its owner thinks it done, else that by which it is due."""
    latest = latest_update(row, side.timeline, side.on)
    expected = latest[1].expected if latest else None
    if expected is not None and expected.latest is not None:
        return expected.latest
    return effective_due(row, side.timeline)


def _has_ended(row: Row, side: Side) -> bool:
    return state_of(row, side.scale, side.timeline, side.on) in ENDED


def _action(node: Node) -> Action:
    if not isinstance(node.entry, Action):
        message = f"{node.kind.name} is no action"
        raise TypeError(message)
    return node.entry


def _end(schedule: Schedule, timeline: Timeline) -> date | None:
    return max((end for period in schedule if (end := timeline.ends(period))), default=None)


def _ticks(schedule: Schedule) -> str:
    named = (
        f"{period} ({entry.phase.value.replace('_', ' ')})" if entry.phase else str(period)
        for period, entry in schedule.items()
    )
    return ", ".join(named) or "no period"


def _lean(before: date | None, after: date | None) -> Direction:
    """Later, or no longer at any time, is worse."""
    if before == after:
        return Direction.NEUTRAL
    is_later = after is None or (before is not None and after > before)
    return Direction.WORSE if is_later else Direction.BETTER


def _by(before: date | None, after: date | None) -> str:
    if before is None or after is None or before == after:
        return ""
    return f", {_days(abs(after - before))} {'later' if after > before else 'earlier'}"


def _days(apart: timedelta) -> str:
    return f"{apart.days} day{'' if apart.days == 1 else 's'}"
