"""Rules on updates and ratings."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from planctl.model import Frequency, Period, Row
from planctl.progress import owes_update, update_in
from planctl.rules.rule import Case, Problem, Weight, named, rule

_TIMES_A_YEAR: Final = MappingProxyType({
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
    Frequency.TERMLY: 3,
    Frequency.YEARLY: 1,
})  # fmt: skip


def rows_that_owe(case: Case) -> int:
    """How many rows owe an update for at least one term that has ended."""
    return sum(bool(_owed(case, row)) for row in case.rows)


@rule(
    "PLN505",
    "missed-update",
    Weight.WARNING,
    question="How did {subject} go last term, for which no update was given?",
    together="{hits} actions that owe updates lack one or more",
    population=rows_that_owe,
)
def missed_update(case: Case) -> Iterator[Problem]:
    """An action that was scheduled or carried over in a term has an update for it.

    Only terms that have ended by the as-of day count. An action that had ended before the term
    owes nothing; a sub-action without a time of its own is spoken for by its parent.

    Why:
        What nobody reported on looks the same as what went well.

    Bad:
        period: {from: 2017-09-01, to: 2018-08-31}
        themes:
          - title: Reading
            actions: [{ref: 1a, text: Open a homework club, schedule: [Year 1]}]

    Good:
        period: {from: 2017-09-01, to: 2018-08-31}
        themes:
          - title: Reading
            actions:
              - ref: 1a
                text: Open a homework club
                schedule: [Year 1]
                updates: {2017-18 autumn: {rating: green}}
    """
    timeline = case.plan.timeline
    for row in case.rows:
        missed = [term for term in _owed(case, row) if update_in(row, timeline, term) is None]
        if missed:
            terms = ", ".join(str(term) for term in missed)
            yield Problem(
                case.written(row.path, "updates"),
                f"{named(row)} has no update for {terms}",
                f"Add under updates: an entry for {missed[-1]} with rating: and comment:.",
            )


@rule(
    "PLN506",
    "updates-rarer-than-promised",
    Weight.WARNING,
    question="Progress is promised more often than it is recorded: which of the two is meant?",
)
def updates_rarer_than_promised(case: Case) -> Iterator[Problem]:
    """Progress is recorded as often as the evaluation promises.

    Why:
        A form with a column a year cannot hold the ratings of its terms; two of three are lost.

    Bad:
        evaluation: {frequency: termly, recorded: yearly}

    Good:
        evaluation: {frequency: termly, recorded: termly}
    """
    evaluation = case.plan.evaluation
    if evaluation is None or evaluation.frequency is None or evaluation.recorded is None:
        return
    if _TIMES_A_YEAR[evaluation.recorded] < _TIMES_A_YEAR[evaluation.frequency]:
        yield Problem(
            ("evaluation", "recorded"),
            f"progress is promised {evaluation.frequency} and recorded {evaluation.recorded}",
            f"Record it {evaluation.frequency}, or promise what is recorded.",
        )


def _owed(case: Case, row: Row) -> tuple[Period, ...]:
    scale, timeline = case.plan.rating_scale, case.plan.timeline
    return tuple(term for term in case.terms_ended if owes_update(row, scale, timeline, term))


RULES = (missed_update, updates_rarer_than_promised)
