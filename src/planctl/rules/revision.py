"""The rule on dates that were moved since the version before."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from planctl.findings import Path
from planctl.model import Action, FuzzyDate, Plan, Schedule, Timeline
from planctl.model.rows import time_now
from planctl.model.timeline import Days
from planctl.pairing import paired, tree_of
from planctl.rules.rule import Case, Problem, Weight, rule

_RECORDED: Final = frozenset({None, "due", "schedule", "revised"})
"""The fields that a record of a moved date can speak of; without one it is of the whole action."""

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Move:
    """A time that is another than it was: the field that shows it, and both in words."""

    field: str
    what: str
    was: str
    now: str


@rule(
    "PLN404",
    "date-moved-without-change",
    Weight.ERROR,
    question="Who agreed that the time of {subject} should change?",
    together="{hits} actions have another time than before, and no record of who agreed to it",
    needs_earlier=True,
)
def date_moved_without_change(case: Case) -> Iterator[Problem]:
    """A deadline or schedule that differs from the earlier version has a decision behind it.

    The decision is a record under changes: that is new since then and names the action, or to which
    a revision of the action points. A time where there was none before is no move, and neither is
    another spelling of the same days.

    Why:
        A date that is overwritten takes the delay with it: nothing is ever late in a plan whose
        dates follow the work (the first date stays the one that delay is counted from).

    Earlier:
        - {ref: 1a, text: Hold a conference, due: 2018-01-25}

    Bad:
        - {ref: 1a, text: Hold a conference, due: 2018-07-20}

    Good:
        changes: [{id: C1, target: 1a, field: due, reason: No room was free.}]
        themes:
          - title: Reading
            actions:
              - ref: 1a
                text: Hold a conference
                due: 2018-01-25
                revised: [{date: 2018-07-20, from: 2018-01-25, change: C1}]
    """
    if case.earlier is None:
        return
    before = _before(case, case.earlier.plan)
    for row in case.rows:
        earlier = before.get(row.path)
        moved = _moved(row.action, earlier, case.plan.timeline) if earlier else None
        if earlier and moved and not _is_decided(case, row.action, earlier):
            yield Problem(
                case.written(row.path, moved.field),
                f"the {moved.what} of {row.label} was {moved.was} on {case.earlier.on} "
                f"({case.earlier.where}), and {moved.now}; no decision is recorded",
                "Leave the first one as it was, write the new one under revised: with change:, "
                "and record the decision under changes:.",
            )


def _before(case: Case, earlier: Plan) -> Mapping[Path, Action]:
    """The actions as they were, by the places where they stand now.

    Two that share a uid are left out: which of them it was cannot be told.
    """
    uids = Counter(row.action.uid for row in case.rows if row.action.uid)
    old, new = tree_of(earlier), tree_of(case.plan)
    return {
        node.path: before.entry
        for node, before in paired(old, new).old_of.items()
        if isinstance(before.entry, Action) and uids[node.uid] <= 1
    }


def _is_decided(case: Case, action: Action, earlier: Action) -> bool:
    changes, names = case.plan.changes, {action.ref, action.uid, earlier.ref} - {None}
    old = case.earlier.plan.changes if case.earlier else ()
    recorded = {change.id for change in changes if change.id}
    pointed_to = {new.change for new in action.revised if new not in earlier.revised}
    is_named = any(
        change.target in names and change.field in _RECORDED
        for change in changes
        if change not in old
    )
    return is_named or bool(pointed_to & recorded)


def _moved(now: Action, earlier: Action, timeline: Timeline) -> Move | None:
    """The first move, of the time that was agreed at first or of the one that is in force."""
    agreed = (earlier.schedule, earlier.due), (now.schedule, now.due)
    in_force = time_now(earlier), time_now(now)
    for is_revised, ((periods, due), (new_periods, new_due)) in enumerate((agreed, in_force)):
        end = _end(periods, timeline)
        if _is_other_day(due, new_due, end):
            field = "revised" if is_revised else "due"
            return Move(field, "deadline", str(due or end), _now(new_due))
        if periods and _days(periods, timeline) != _days(new_periods, timeline):
            field = "revised" if is_revised else "schedule"
            return Move(field, "schedule", _listed(periods), _now(_listed(new_periods)))
    return None


def _now(what: object) -> str:
    return f"is {what}" if what else "is left out"


def _listed(schedule: Schedule) -> str:
    return ", ".join(map(str, schedule))


def _is_other_day(was: FuzzyDate | None, now: FuzzyDate | None, end: date | None) -> bool:
    """Whether the deadline moved; one that is new moves what was due by the schedule's end."""
    if was is None:
        return bool(now and now.latest and end and now.latest > end)
    if now is None or was.text == now.text:
        return now is None
    return (was.earliest, was.latest, was.kind) != (now.earliest, now.latest, now.kind)


def _days(schedule: Schedule, timeline: Timeline) -> tuple[object, ...]:
    """The stretches of days that the periods cover together; periods without days by themselves."""
    without = sorted(str(period) for period in schedule if timeline.days(period) is None)
    merged: list[Days] = []
    for first, last in sorted(days for period in schedule if (days := timeline.days(period))):
        if merged and first <= merged[-1][1] + _ONE_DAY:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return (*without, *merged)


def _end(schedule: Schedule, timeline: Timeline) -> date | None:
    return max((end for period in schedule if (end := timeline.ends(period))), default=None)


RULES = (date_moved_without_change,)
