"""Rules on the figures that are reported for a KPI: their ratings, trends and gaps."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from planctl.model import Actual, Basis, Kpi, Period, State, TargetKind, Timeline, Trend
from planctl.progress import target_for
from planctl.rules.goals import (
    Goal,
    called,
    goal_of,
    in_order,
    is_percentage,
    is_worse,
    lies_within,
    settled_kpis,
    shown,
)
from planctl.rules.rule import Case, Problem, Weight, rule

_GOOD: Final = frozenset({State.ON_TRACK, State.COMPLETE})
_JUDGED: Final = frozenset({*_GOOD, State.OFF_TRACK})


@rule(
    "PLN703",
    "kpi-rating-disagrees",
    Weight.WARNING,
    question="By what was {subject} rated, if not by its target?",
)
def kpi_rating_disagrees(case: Case) -> Iterator[Problem]:
    """The rating of a figure agrees with its target, within the tolerance.

    Looked at are periods that have ended, ratings for on track, complete and off track, and targets
    that end with the period. At risk is left to whoever judges.

    Why:
        A green beside a missed target teaches readers to trust neither the one nor the other.

    Bad:
        kpis:
          - title: Attendance
            better: higher
            targets: {2017-18 autumn: 95%}
            actuals: {2017-18 autumn: {value: 91%, rating: green}}

    Good:
        kpis:
          - title: Attendance
            better: higher
            targets: {2017-18 autumn: 95%}
            actuals: {2017-18 autumn: {value: 91%, rating: red}}
    """
    scale, timeline = case.plan.rating_scale, case.plan.timeline
    for number, kpi in settled_kpis(case):
        for period, actual in kpi.actuals.items():
            level = scale.level(actual.rating) if actual.rating else None
            goal = _goal_at_end(kpi, period, timeline) if _has_ended(case, period) else None
            if level is None or goal is None or actual.value is None:
                continue
            state, is_met = State(level.state.value), goal.is_met_by(actual.value)
            if state in _JUDGED and is_met != (state in _GOOD):
                verb = "meets" if is_met else "misses"
                yield Problem(
                    ("kpis", number, "actuals", str(period), "rating"),
                    f"{called(kpi)} is rated {level.label} for {period}, though "
                    f"{shown(kpi, actual.value)} {verb} its target of {shown(kpi, goal.value)}",
                    "Correct the rating or the figure, or give tolerance: how far a figure may be "
                    "off and still count as met.",
                )


@rule(
    "PLN705",
    "trend-contradicts",
    Weight.ERROR,
    question="Is {subject} getting better or worse?",
)
def trend_contradicts(case: Case) -> Iterator[Problem]:
    """The trend that is claimed goes the way that the figures go.

    A figure is held against `last` where that is said, else against the one of the period before;
    and a claim that is true of the same time a year before stands as well. Steady is judged where
    there is a tolerance. Counts of the year so far only ever grow, and are left alone.

    Why:
        A trend is an opinion, its figures are not: where they part, a reader is misled.

    Bad:
        kpis:
          - title: Attendance
            better: higher
            actuals: {2017-18 autumn: {value: 91%, last: 93%, trend: improving}}

    Good:
        kpis:
          - title: Attendance
            better: higher
            actuals: {2017-18 autumn: {value: 91%, last: 93%, trend: worsening}}
    """
    for number, kpi in settled_kpis(case):
        if kpi.basis is Basis.TO_DATE and not is_percentage(kpi):
            continue
        for period, actual in kpi.actuals.items():
            before = _figures_before(kpi, period, case.plan.timeline)
            if before and all(_contradicts(kpi, actual, figure) for figure in before):
                figures = (
                    f"{shown(kpi, before[0])} before and {shown(kpi, actual.value or before[0])}"
                )
                yield Problem(
                    ("kpis", number, "actuals", str(period), "trend"),
                    f"{called(kpi)} is said to be {actual.trend} in {period}, with {figures} now",
                    "Correct the trend, the figures, or better:.",
                )


@rule(
    "PLN717",
    "kpi-missed-period",
    Weight.WARNING,
    question="Where did {subject} stand in the periods for which it has a target and no figure?",
)
def kpi_missed_period(case: Case) -> Iterator[Problem]:
    """A KPI has a figure for each period that has a target and has ended.

    One of a part of the period is enough, and so is one that is held back (suppressed) or stands in
    words. A period whose baseline was to be established has it there or as the baseline.

    Why:
        A target that nobody measured against was met by nobody.

    Bad:
        kpis: [{ref: K1, title: Attendance, targets: {2017-18 autumn: 95%}}]

    Good:
        kpis:
          - ref: K1
            title: Attendance
            targets: {2017-18 autumn: 95%}
            actuals: {2017-18 autumn: 91%}
    """
    for number, kpi in settled_kpis(case):
        missed = [
            str(period)
            for period in kpi.targets
            if _has_ended(case, period) and not _is_measured(kpi, period, case.plan.timeline)
        ]
        if missed:
            yield Problem(
                case.written(("kpis", number), "actuals"),
                f"{called(kpi)} has a target and no figure for {', '.join(missed)}",
                f"Add under actuals: an entry for {missed[-1]}, or say in its comment: why there "
                "is no figure.",
            )


def _has_ended(case: Case, period: Period) -> bool:
    end = case.plan.timeline.ends(period)
    return end is not None and end < case.as_of


def _goal_at_end(kpi: Kpi, period: Period, timeline: Timeline) -> Goal | None:
    """The goal of the period, or of a longer one that ends with it.

    A term's count is not that of the year: of a longer one only where the basis is said.
    """
    target = target_for(kpi, period, timeline)
    if target is None:
        return None
    of_it = [other for other, given in kpi.targets.items() if given is target]
    is_same = period in kpi.targets
    ends_with = any(timeline.ends(other) == timeline.ends(period) for other in of_it)
    return goal_of(kpi, target) if is_same or (ends_with and kpi.basis) else None


def _figures_before(kpi: Kpi, period: Period, timeline: Timeline) -> tuple[Decimal, ...]:
    """What the period's figure can be held against: the one before, and that of a year before."""
    actual = kpi.actuals[period]
    known = {other: given.value for other, given in kpi.actuals.items() if given.value is not None}
    if actual.value is None:
        return ()
    earlier = [
        other
        for other in known
        if other.kind is period.kind and in_order(timeline, other) < in_order(timeline, period)
    ]
    last = max(earlier, key=lambda other: in_order(timeline, other), default=None)
    before = actual.last if actual.last is not None or last is None else known[last]
    found = (before, known.get(replace(period, year=period.year - 1)))
    return tuple(figure for figure in found if figure is not None)


def _contradicts(kpi: Kpi, actual: Actual, before: Decimal) -> bool:
    now = actual.value
    if now is None:
        return False
    match actual.trend:
        case Trend.IMPROVING:
            return is_worse(now, before, kpi.better)
        case Trend.WORSENING:
            return is_worse(before, now, kpi.better)
        case Trend.STEADY:
            return kpi.tolerance is not None and abs(now - before) > kpi.tolerance
        case _:
            return False


def _is_measured(kpi: Kpi, period: Period, timeline: Timeline) -> bool:
    if kpi.targets[period].kind is TargetKind.ESTABLISH and kpi.baseline:
        return True
    return any(
        other == period
        or lies_within(timeline, other, period)
        or lies_within(timeline, period, other)
        for other in kpi.actuals
    )


RULES = (kpi_rating_disagrees, trend_contradicts, kpi_missed_period)
