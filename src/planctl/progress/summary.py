"""Where a plan stands on a day, in figures."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planctl.model import (
    ANSWERING,
    Kept,
    Period,
    Plan,
    Row,
    State,
    ThemeKind,
    Timeline,
    rows,
)
from planctl.progress.due import (
    is_carried_over,
    is_due,
    is_overdue,
    owes_update,
    update_in,
)
from planctl.progress.state import state_of


@dataclass(frozen=True, slots=True)
class Promises:
    """Last term's next steps, by what became of them; `late` are those done in part or not."""

    made: int
    kept: int
    late: int
    not_mentioned: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of one plan. Each row is in exactly one state; `due` = `done` + `overdue`.

    `due` counts the rows whose effective due has come at the close of the day (rows closed without
    being done left out), `done` those of them that are complete, `overdue` those still open. Lists
    hold labels.
    """

    as_of: date
    term: Period | None
    themes: int
    rows: int
    main: int
    generic: int
    sub_actions: int
    ticks: int
    active: tuple[tuple[Period, int], ...]
    funding: tuple[tuple[Period, Decimal], ...]
    states: tuple[tuple[State, int], ...]
    due: int
    done: int
    overdue: tuple[str, ...]
    carried_over: tuple[str, ...]
    missing_updates: tuple[str, ...]
    owed_updates: int
    promises: Promises
    no_responsible: tuple[str, ...]
    no_timeline: tuple[str, ...]

    @property
    def funding_total(self) -> Decimal:
        """The sum of the funding lines, in pounds."""
        return sum((amount for _, amount in self.funding), Decimal(0))

    @property
    def neither(self) -> tuple[str, ...]:
        """The rows with nobody responsible and no time given."""
        return tuple(label for label in self.no_responsible if label in self.no_timeline)

    def count(self, *states: State) -> int:
        """How many rows are in any of the states."""
        return sum(number for state, number in self.states if state in states)


def summarise(plan: Plan, as_of: date, term: Period | None) -> Summary:
    """The plan's counts on the day, with the updates and promises of the term, if one is given."""
    every = tuple(rows(plan))
    scale, timeline = plan.rating_scale, plan.timeline
    states = {row.path: state_of(row, scale, timeline, as_of) for row in every}
    overdue = tuple(row.label for row in every if is_overdue(row, scale, timeline, as_of))
    done = sum(states[row.path] is State.COMPLETE and is_due(row, timeline, as_of) for row in every)
    owed = [row for row in every if term and owes_update(row, scale, timeline, term)]
    missing = [row for row in owed if term and update_in(row, timeline, term) is None]
    return Summary(
        as_of=as_of,
        term=term,
        themes=sum(
            theme.kind is ThemeKind.THEME and theme.ref is not None for theme in plan.themes
        ),
        rows=len(every),
        main=sum(row.is_main for row in every),
        generic=sum(row.is_generic for row in every),
        sub_actions=sum(row.parent is not None for row in every),
        ticks=sum(len(row.action.schedule) for row in every),
        active=_active(every, timeline),
        funding=tuple((line.period, line.amount) for line in plan.funding),
        states=state_counts(states.values()),
        due=done + len(overdue),
        done=done,
        overdue=overdue,
        carried_over=tuple(
            row.label for row in every if is_carried_over(row, scale, timeline, as_of)
        ),
        missing_updates=tuple(row.label for row in missing),
        owed_updates=len(owed),
        promises=promises(plan, term),
        no_responsible=tuple(row.label for row in every if lacks_responsible(row)),
        no_timeline=tuple(row.label for row in every if lacks_timeline(row)),
    )


def lacks_responsible(row: Row) -> bool:
    """Whether nobody answers for the row, and it is not the parent's lack again.

    Where somebody is to be named for it, those above who stand in for it are not counted.
    """
    if awaits_responsible(row):
        return True
    answers = any(given.role in ANSWERING for given in row.responsible)
    return not answers and row.parent is None


def awaits_responsible(row: Row) -> bool:
    """Whether the row has a day by which somebody is to be named, and names nobody yet."""
    return row.action.responsible_to_follow_by is not None and not row.action.responsible


def lacks_timeline(row: Row) -> bool:
    """Whether the row has neither schedule nor due, and it is not the parent's lack again."""
    return not row.has_own_time and row.parent is None


def state_counts(states: Iterable[State]) -> tuple[tuple[State, int], ...]:
    """How many of each state there are, in the order of `State`, without those that have none."""
    counts = Counter(states)
    return tuple((state, counts[state]) for state in State if counts[state])


def promises(plan: Plan, term: Period | None) -> Promises:
    """What became of the next steps that the term before promised."""
    before = plan.timeline.term_before(term) if term else None
    if before is None:
        return Promises(0, 0, 0, 0)
    made = [
        step.kept
        for row in rows(plan)
        if (update := update_in(row, plan.timeline, before))
        for step in update.next_steps
    ]
    late = sum(kept in {Kept.PART, Kept.NOT_DONE} for kept in made)
    return Promises(len(made), made.count(Kept.DONE), late, made.count(None))


def _active(every: Iterable[Row], timeline: Timeline) -> tuple[tuple[Period, int], ...]:
    """How many rows are scheduled in each period, in the order of days."""
    counts = Counter(period for row in every for period in row.schedule)

    def place(period: Period) -> tuple[date, int, str]:
        return timeline.starts(period) or date.min, period.year, period.part

    return tuple((period, counts[period]) for period in sorted(counts, key=place))
