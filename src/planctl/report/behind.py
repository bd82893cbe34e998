"""The actions that are off track or at risk: which of them got worse, and which worry most."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from planctl.model import Period, Row, State, Update
from planctl.progress import latest_update, state_of, state_said, update_in
from planctl.report.delays import Delay, delay_of
from planctl.report.occasion import Occasion, term_compared

_BETTER: Final = frozenset({State.COMPLETE, State.ON_TRACK})
_BEHIND: Final = frozenset({State.AT_RISK, State.OFF_TRACK})


@dataclass(frozen=True, slots=True)
class Case:
    """A row off track or at risk, with the update that says so and the period of that.

    `before` is its state by the rating of the term before; None where it had none then.
    """

    row: Row
    state: State
    before: State | None
    period: Period
    update: Update
    delay: Delay

    @property
    def is_worse(self) -> bool:
        """Whether it is at risk, and was on track or complete in the term before."""
        return self.state is State.AT_RISK and self.before in _BETTER

    @property
    def is_exception(self) -> bool:
        """Whether it is off track, or at risk since this term."""
        return self.state is State.OFF_TRACK or self.is_worse


def cases_of(report: Occasion) -> tuple[Case, ...]:
    """Every row that is off track or at risk on the day, in the order of the plan."""
    return tuple(_cases(report))


def by_worry(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The exceptions among the cases: off track first, then the longest late."""
    exceptions = [case for case in cases if case.is_exception]
    return tuple(
        sorted(exceptions, key=lambda case: (case.state is State.AT_RISK, -case.delay.days))
    )


def _cases(report: Occasion) -> Iterator[Case]:
    for row in report.rows:
        state = state_of(row, report.scale, report.timeline, report.as_of)
        latest = latest_update(row, report.timeline, report.as_of)
        if latest and state in _BEHIND:
            yield Case(row, state, _before(row, report), *latest, delay_of(row, report))


def _before(row: Row, report: Occasion) -> State | None:
    term = term_compared(report)
    update = update_in(row, report.timeline, term) if term else None
    state = state_said(update, report.scale) if update else None
    return state if state in _BETTER | _BEHIND else None
