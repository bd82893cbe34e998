"""The agreed times that are others: deadlines, revisions of them, ticks, and their phases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planctl.diff.both import Both
from planctl.diff.change import Change, Direction
from planctl.diff.delta import Difference
from planctl.diff.naming import deadline, listed, spoken
from planctl.diff.telling import told_of
from planctl.model import Action, Schedule, Timeline
from planctl.model.milestone import Milestone
from planctl.model.rows import time_now
from planctl.model.schedule import Certainty, ScheduleEntry
from planctl.pairing.tree import Node


def moved_dates(both: Both) -> Iterator[Change]:
    """The agreed times that are others: deadlines, revisions of them, ticks, and their phases."""
    by_action: dict[Node, list[Difference]] = {}
    for found in both.differing("action", "due", "revised"):
        by_action.setdefault(found.new, []).append(found)
    for together in by_action.values():
        yield _deadline_moved(both, together)
    for found in both.differing("action", "schedule"):
        yield _ticks_moved(both, found)
    for found in both.differing("milestone", "due"):
        yield _milestone_moved(both, found)


def _deadline_moved(both: Both, together: list[Difference]) -> Change:
    """Of a deadline and its revisions, which are one thing."""
    found = together[0]
    old, new = _action(found.old), _action(found.new)
    before, after = _time(old, both.old.timeline), _time(new, both.new.timeline)
    clause = _moved(before, after)
    if before == after:
        first, second = first_time(old, both.old.timeline), first_time(new, both.new.timeline)
        clause = f"is due {after.words} as before, and its revisions are told otherwise"
        if first != second:
            clause = (
                f"is due {after.words} as before, and was first due {_shown(second)} by this "
                f"version, {_shown(first)} by the one before"
            )
    return told_of(
        both, "date-moved", found, clause,
        direction=_lean(before, after), edits=[one.edit for one in together],
    )  # fmt: skip


def _moved(before: "_Time", after: "_Time") -> str:
    if not before.words:
        return f"had no date, and is due {after.words}"
    if not after.words:
        return f"was due {before.words}, and has no date now"
    return f"was due {before.words}, and is due {after.words}{days_between(before.end, after.end)}"


def _shown(time: "_Time") -> str:
    return time.words or "no date"


def first_time(action: Action, timeline: Timeline) -> "_Time":
    """The time of the action as it was agreed first."""
    return _time(action.model_copy(update={"revised": ()}), timeline)


def _ticks_moved(both: Both, found: Difference) -> Change:
    was, now = _action(found.old).schedule, _action(found.new).schedule
    before, after = _planned(was, both.old.timeline), _planned(now, both.new.timeline)
    if any(
        revised.schedule for revised in (*_action(found.old).revised, *_action(found.new).revised)
    ):
        clause = (
            f"was first planned for {after.words or 'no period'} by this version, "
            f"for {before.words or 'no period'} by the one before"
        )
        return told_of(both, "date-moved", found, clause)
    gone = [str(period) for period in was if period not in now]
    come = [str(period) for period in now if period not in was]
    if not gone and not come:
        return told_of(both, "phase-changed", found, _phases(was, now))
    if not come and (not now or before.end == after.end):
        clause = f"is planned for no period any more (was {before.words})"
        if now:
            clause = f"is no longer planned for {listed(gone)}"
        return told_of(both, "tick-removed", found, clause)
    if not gone and (not was or before.end == after.end):
        rest = " as well" if was else ", and was for no period before"
        return told_of(both, "tick-added", found, f"is planned for {listed(come)}{rest}")
    clause = f"was planned for {before.words}, and is planned for {after.words}"
    return told_of(both, "date-moved", found, clause, direction=_lean(before, after))


def _phases(was: Schedule, now: Schedule) -> str:
    before, after = (_ticks({p: s[p] for p in s if was[p] != now[p]}) for s in (was, now))
    if before == after:
        return f"has another note on {before}"
    return f"is planned for {after}, and was for {before}"


def _milestone_moved(both: Both, found: Difference) -> Change:
    old, new = found.old.entry, found.new.entry
    was = old.due if isinstance(old, Milestone) else None
    now = new.due if isinstance(new, Milestone) else None
    before = _Time(deadline(was), was.latest if was else None)
    after = _Time(deadline(now), now.latest if now else None)
    clause = _moved(before, after)
    return told_of(both, "date-moved", found, clause, direction=_lean(before, after))


@dataclass(frozen=True, slots=True)
class _Time:
    """When something ends: in words, empty where it is at no time, and by day where it has one."""

    words: str
    end: date | None


def _time(action: Action, timeline: Timeline) -> _Time:
    schedule, due = time_now(action)
    end = due.latest if due is not None and due.latest else _end(schedule, timeline)
    words = deadline(due) or (spoken(end) if end else "")
    return _Time(words, end)


def _planned(schedule: Schedule, timeline: Timeline) -> _Time:
    return _Time(_ticks(schedule), _end(schedule, timeline))


def _action(node: Node) -> Action:
    if not isinstance(node.entry, Action):
        message = f"{node.kind.name} is no action"
        raise TypeError(message)
    return node.entry


def _end(schedule: Schedule, timeline: Timeline) -> date | None:
    return max((end for period in schedule if (end := timeline.ends(period))), default=None)


def _ticks(schedule: Schedule) -> str:
    return listed([f"{period}{_kind(entry)}" for period, entry in schedule.items()])


def _kind(entry: ScheduleEntry) -> str:
    said = [entry.phase.value.replace("_", " ")] if entry.phase else []
    if entry.certainty is not Certainty.FIRM:
        said.append(entry.certainty.value)
    return f" ({', '.join(said)})" if said else ""


def _lean(before: _Time, after: _Time) -> Direction:
    """Later, or no longer at any time, is worse; of words without a day nobody can tell."""
    if before.end and after.end and before.end != after.end:
        return Direction.WORSE if after.end > before.end else Direction.BETTER
    if bool(before.words) != bool(after.words):
        return Direction.WORSE if before.words else Direction.BETTER
    return Direction.NEUTRAL


def days_between(before: date | None, after: date | None) -> str:
    """How much later, or earlier, in the words that end a clause; empty where that is unknown."""
    if before is None or after is None or before == after:
        return ""
    return f", {in_days(abs(after - before))} {'later' if after > before else 'earlier'}"


def in_days(apart: timedelta) -> str:
    """The time in days: 1 day, 28 days."""
    return f"{apart.days} day{'' if apart.days == 1 else 's'}"
