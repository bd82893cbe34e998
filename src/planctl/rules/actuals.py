"""Rules on the figures that are reported for a KPI: their ratings, trends and gaps."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final, assert_never

from planctl.model import Basis, Kpi, Period, State, TargetKind, Timeline, Trend
from planctl.progress.goals import Goal, goal_in, is_worse
from planctl.progress.measured import aim_for
from planctl.progress.units import is_percentage
from planctl.rules.indicators import called, in_order, lies_within, settled_kpis, shown
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
    that end with the period. At risk is left to whoever judges, and so is a figure that is
    provisional or held back (suppressed).

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
            figure = None if actual.provisional else actual.published
            if level is None or goal is None or figure is None:
                continue
            state, is_met = State(level.state.value), goal.is_met_by(figure)
            if state in _JUDGED and is_met != (state in _GOOD):
                verb = "meets" if is_met else "misses"
                yield Problem(
                    ("kpis", number, "actuals", str(period), "rating"),
                    f"{called(kpi)} is rated {level.label} for {period}, though "
                    f"{shown(kpi, figure)} {verb} its target of {shown(kpi, goal.value)}",
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
    there is a tolerance. Counts of the year so far only ever grow, and are left alone; nothing is
    held against a figure that is held back (suppressed).

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
            now, before = actual.published, _figures_before(kpi, period, case.plan.timeline)
            if now is None or actual.trend is None or not before:
                continue
            if all(_contradicts(kpi, actual.trend, now, figure) for figure in before):
                yield Problem(
                    ("kpis", number, "actuals", str(period), "trend"),
                    f"{called(kpi)} is said to be {actual.trend} in {period}, with "
                    f"{shown(kpi, before[0])} before and {shown(kpi, now)} now",
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
    aim = aim_for(kpi, period, timeline)
    if aim is None:
        return None
    ends_with = timeline.ends(aim.period) == timeline.ends(period)
    is_of_it = aim.period == period or (ends_with and kpi.basis is not None)
    return goal_in(kpi, aim.period, timeline) if is_of_it else None


def _figures_before(kpi: Kpi, period: Period, timeline: Timeline) -> tuple[Decimal, ...]:
    """What the period's figure can be held against: the one before, and that of a year before."""
    known = {other: given for other, given in kpi.actuals.items() if given.value is not None}
    earlier = [
        other
        for other in known
        if other.kind is period.kind and in_order(timeline, other) < in_order(timeline, period)
    ]
    last = max(earlier, key=lambda other: in_order(timeline, other), default=None)
    said = kpi.actuals[period].last
    before = known[last] if last else None
    is_held_back = before is not None and before.suppressed
    year_before = known.get(replace(period, year=period.year - 1))
    found = (
        None if is_held_back else said if said is not None or before is None else before.published,
        year_before.published if year_before else None,
    )
    return tuple(figure for figure in found if figure is not None)


def _contradicts(kpi: Kpi, trend: Trend, now: Decimal, before: Decimal) -> bool:
    match trend:
        case Trend.IMPROVING:
            return is_worse(now, before, kpi.better)
        case Trend.WORSENING:
            return is_worse(before, now, kpi.better)
        case Trend.STEADY:
            return kpi.tolerance is not None and abs(now - before) > kpi.tolerance
        case _:
            assert_never(trend)


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
