"""Rules on what has to come first: circles, dead ends, and deadlines in the wrong order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from planctl.findings import Path, Related
from planctl.model import ClosureReason, Plan, Row, State
from planctl.model.dates import DeadlineKind
from planctl.progress import effective_due, is_open, state_of
from planctl.rules.rule import Case, Problem, Weight, named, rule

_ENDED: Final = MappingProxyType({
    ClosureReason.DROPPED: "was dropped",
    ClosureReason.SUPERSEDED: "was superseded",
    ClosureReason.TRANSFERRED: "was transferred",
    ClosureReason.NO_LONGER_RELEVANT: "is no longer relevant",
})  # fmt: skip
_DATED: Final = frozenset({DeadlineKind.EXACT, DeadlineKind.FUZZY})
_MOST: Final = 6
"""How many actions of a circle are named."""


@rule(
    "PLN210",
    "dependency-cycle",
    Weight.ERROR,
    question="Which of the actions that wait for each other, {subject} among them, comes first?",
)
def dependency_cycle(case: Case) -> Iterator[Problem]:
    """No action waits for itself, be it by way of others.

    Why:
        Of actions that all wait for each other none can ever begin.

    Bad:
        - {ref: 1a, text: Find a room, depends_on: [1b]}
        - {ref: 1b, text: Count the families, depends_on: [1a]}

    Good:
        - {ref: 1a, text: Find a room, depends_on: [1b]}
        - {ref: 1b, text: Count the families}
    """
    for circle in _circles(case):
        first, *others = circle
        related = tuple(
            Related(f"{need.row.label} waits for {need.other.label}", need.path) for need in others
        )
        yield Problem(
            first.path,
            _told(circle),
            "Take the one out that does not have to come first.",
            related=related,
        )


@rule(
    "PLN211",
    "depends-on-dropped",
    Weight.ERROR,
    question="What does {subject} wait for, now that the action it depended on is not done?",
)
def depends_on_dropped(case: Case) -> Iterator[Problem]:
    """No open action waits for one that was given up.

    Superseded, transferred and no longer relevant count as given up here; merged counts as done.

    Why:
        An action that waits for something that will not come is dropped with it, only nobody says
        so.

    Bad:
        - {ref: 1a, text: Open a homework club, depends_on: [1b]}
        - {ref: 1b, text: Find a room, closure: {reason: dropped}}

    Good:
        - {ref: 1a, text: Open a homework club, depends_on: [1c]}
        - {ref: 1b, text: Find a room, closure: {reason: superseded, into: 1c}}
        - {ref: 1c, text: Ask the library for its room}
    """
    scale, timeline = case.plan.rating_scale, case.plan.timeline
    for need in _needs(case):
        closure = need.other.action.closure
        state = state_of(need.other, scale, timeline, case.as_of)
        if state is not State.DROPPED or closure is None or not _is_open(case, need.row):
            continue
        instead = f"Write {closure.into} in its place" if closure.into else "Name what it needs now"
        yield Problem(
            need.path,
            f"{named(need.row)} waits for {need.other.label}, which {_ENDED[closure.reason]}",
            f"{instead}, or take it out if nothing has to come first any more.",
        )


@rule(
    "PLN212",
    "due-before-needed",
    Weight.ERROR,
    question="How can {subject} be done in time, when what it waits for comes later?",
)
def due_before_needed(case: Case) -> Iterator[Problem]:
    """No open action is due before what has to come first can be there.

    An action without a deadline is due at the end of its last period. What it waits for is taken to
    be there on the first day that its own deadline can mean, or when its last period begins: only
    what can never work is found.

    Why:
        The later action is late from the day it was agreed, and its owner can do nothing about it.

    Bad:
        - {ref: 1a, text: Open a homework club, due: 2018-01-25, depends_on: [1b]}
        - {ref: 1b, text: Find a room, due: 2018-03-29}

    Good:
        - {ref: 1a, text: Open a homework club, due: 2018-04-25, depends_on: [1b]}
        - {ref: 1b, text: Find a room, due: 2018-03-29}
    """
    circular = {need.path for circle in _circles(case) for need in circle}
    for need in _needs(case):
        latest = effective_due(need.row, case.plan.timeline)
        soonest = _soonest(need.other, case.plan)
        if latest is None or soonest is None or latest >= soonest or need.path in circular:
            continue
        if _is_open(case, need.row) and _is_open(case, need.other):
            yield Problem(
                need.path,
                f"{named(need.row)} is due by {latest}, and waits for {need.other.label},"
                f" which comes on {soonest} at the soonest",
                "Move one of the two, or take out what does not have to come first.",
            )


@dataclass(frozen=True, slots=True)
class _Need:
    """A row, another that has to come first, and where that is said."""

    row: Row
    other: Row
    path: Path


def _needs(case: Case) -> Iterator[_Need]:
    if not any(row.action.depends_on for row in case.rows):
        return
    called: dict[str, Row] = {}
    for row in case.rows:
        for name in (row.action.ref, row.action.uid):
            if name:
                called.setdefault(name, row)
    for row in case.rows:
        for number, name in enumerate(row.action.depends_on):
            if name in called:
                yield _Need(row, called[name], (*row.path, "depends_on", number))


def _circles(case: Case) -> Iterator[tuple[_Need, ...]]:
    """Circles of needs, each from the top of the file; of those that share a row, one."""
    needs: dict[Path, list[_Need]] = {}
    for need in _needs(case):
        needs.setdefault(need.row.path, []).append(need)
    done: set[Path] = set()
    said: set[Path] = set()
    for start in needs:
        for circle in _circles_from(start, needs, done):
            round_it = {need.row.path for need in circle}
            if said.isdisjoint(round_it):
                said |= round_it
                at = min((need.row.path, at) for at, need in enumerate(circle))[1]
                yield circle[at:] + circle[:at]


def _circles_from(
    start: Path, needs: Mapping[Path, list[_Need]], done: set[Path]
) -> Iterator[tuple[_Need, ...]]:
    """The circles that are met on the way from a row; `done` are the rows already gone through.

    A walk in depth without recursion: actions may wait for each other in thousands.
    """
    if start in done:
        return
    way: list[_Need] = []
    place = {start: 0}
    waiting = [iter(needs[start])]
    while waiting:
        need = next(waiting[-1], None)
        if need is None:
            waiting.pop()
            left = way.pop().other.path if way else start
            done.add(left)
            del place[left]
            continue
        there = need.other.path
        if there in place:
            yield (*way[place[there] :], need)
        elif there not in done:
            place[there] = len(waiting)
            way.append(need)
            waiting.append(iter(needs.get(there, ())))


def _told(circle: tuple[_Need, ...]) -> str:
    first = circle[0]
    if len(circle) == 1:
        return f"{named(first.row)} waits for itself"
    told = [f"{named(first.row)} waits for {first.other.label}"]
    told += [f"{need.row.label} for {need.other.label}" for need in circle[1:_MOST]]
    if len(circle) > _MOST:
        return f"{', '.join(told)} and so on, round {len(circle)} actions"
    return f"{', '.join(told[:-1])} and {told[-1]}"


def _soonest(row: Row, plan: Plan) -> date | None:
    """The first day on which the row can be done by its own time, where that can be told."""
    if row.due is not None and row.due.kind in _DATED:
        return row.due.earliest
    starts = [start for period in row.schedule if (start := plan.timeline.starts(period))]
    return max(starts, default=None)


def _is_open(case: Case, row: Row) -> bool:
    return is_open(row, case.plan.rating_scale, case.plan.timeline, case.as_of)


RULES = (dependency_cycle, depends_on_dropped, due_before_needed)
