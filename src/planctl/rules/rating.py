"""Rules on updates and ratings."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from planctl.model import Frequency, Period, Row, State, Timeline
from planctl.progress import owes_update, update_in
from planctl.rules.rule import Case, Problem, Weight, named, rule
from planctl.rules.told import Told, all_told, speaks_for_itself

_TIMES_A_YEAR: Final = MappingProxyType({
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
    Frequency.TERMLY: 3,
    Frequency.YEARLY: 1,
})  # fmt: skip

_UNDER_WAY: Final = frozenset({State.OFF_TRACK, State.AT_RISK, State.ON_TRACK})


def rows_that_owe(case: Case) -> int:
    """How many rows owe an update for at least one term that has ended."""
    return sum(bool(_owed(case, row)) for row in case.rows)


@rule(
    "PLN503",
    "rating-in-future",
    Weight.ERROR,
    question="How can {subject} be rated for a time that has not begun?",
)
def rating_in_future(case: Case) -> Iterator[Problem]:
    """Nothing is rated for a period that has not begun by the as-of day.

    Why:
        A rating says what was seen; one of a time to come is a forecast, or stands under a wrong
        term.

    Bad:
        - {ref: 1a, text: Open a homework club, updates: {2017-18 summer: {rating: green}}}

    Good:
        - {ref: 1a, text: Open a homework club, updates: {2017-18 spring: {rating: green}}}
    """
    for row in case.rows:
        for each in all_told(case, row):
            begins = case.plan.timeline.starts(each.period)
            if begins and begins > case.as_of and each.rated:
                yield Problem(
                    each.path,
                    f"{named(row)} says {each.rated} for {each.period}, which begins on {begins}",
                    "Put it under the term that it is of; what is expected goes under expected:.",
                    part="key",
                )


@rule(
    "PLN504",
    "rating-unscheduled",
    Weight.WARNING,
    question="Why was {subject} rated for a time in which nothing was to be done?",
    together="{hits} actions are rated for terms in which they are not scheduled",
)
def rating_unscheduled(case: Case) -> Iterator[Problem]:
    """An action is rated for terms in which it is scheduled, or carried over.

    All schedules that it has had count, and so does work that is complete ahead of its time.

    Why:
        Either the schedule is out of date or the rating stands in the wrong row; nobody can see
        which.

    Bad:
        - ref: 1a
          text: Open a homework club
          schedule: [Year 2]
          updates: {2017-18 autumn: {rating: green}}

    Good:
        - ref: 1a
          text: Open a homework club
          schedule: [2017-18 autumn, Year 2]
          updates: {2017-18 autumn: {rating: green}}
    """
    for row in case.rows:
        outside = [each for each in all_told(case, row) if _is_outside(case, each)]
        if outside:
            terms = ", ".join(str(each.period) for each in outside)
            yield Problem(
                outside[0].path,
                f"{named(row)} is rated for {terms}, and is not scheduled then",
                "Correct the term, or add it to schedule: (to revised: where another was agreed).",
                part="key",
            )


@rule(
    "PLN505",
    "missed-update",
    Weight.WARNING,
    question="How did {subject} go last term, for which no update was given?",
    together="{hits} actions that owe updates lack one or more",
    population=rows_that_owe,
    auditor=Weight.ERROR,
)
def missed_update(case: Case) -> Iterator[Problem]:
    """An action that was scheduled or carried over in a term has an update for it.

    Only terms that have ended by the as-of day count; where the evaluation promises progress once a
    year, one update in each year is enough. An action that had ended before the term
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
    owed = tuple(term for term in case.terms_ended if owes_update(row, scale, timeline, term))
    evaluation = case.plan.evaluation
    if evaluation is None or evaluation.frequency is not Frequency.YEARLY:
        return owed
    told = {term.year for term in owed if update_in(row, timeline, term) is not None}
    return tuple(term for term in owed if term.year not in told and _ends_year(term, timeline))


def _ends_year(term: Period, timeline: Timeline) -> bool:
    """Whether it is the last of its year, so that a year's one update is owed by its end."""
    after = timeline.term_after(term)
    return after is None or after.year != term.year


def _is_outside(case: Case, each: Told) -> bool:
    """Whether the update rates work under way before the row's last period, yet in none of them."""
    timeline = case.plan.timeline
    scheduled = [period for period in _ever_scheduled(each.row) if timeline.days(period)]
    days = timeline.days(each.period)
    if not scheduled or days is None or each.state not in _UNDER_WAY:
        return False
    last = max(timeline.ends(period) or days[0] for period in scheduled)
    return days[0] <= last and not any(timeline.touches(each.period, one) for one in scheduled)


def _ever_scheduled(row: Row) -> tuple[Period, ...]:
    own = (row.action.schedule, *(revised.schedule for revised in row.action.revised))
    every = tuple(period for schedule in own for period in schedule)
    return every if speaks_for_itself(row) or row.parent is None else _ever_scheduled(row.parent)


RULES = (rating_in_future, rating_unscheduled, missed_update, updates_rarer_than_promised)
