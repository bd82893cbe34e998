"""What a target asks of a KPI's figures: how high or low, which way, and whether it is met."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Final, assert_never

from planctl.model import (
    Better,
    ChangeOf,
    Kpi,
    Period,
    PeriodKind,
    Target,
    TargetKind,
    Timeline,
)

_WHOLE: Final = 100

_FIGURES: Final = frozenset({
    TargetKind.ABSOLUTE, TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BENCHMARK,
})  # fmt: skip
"""The kinds of target whose value is a figure of the KPI itself."""

_CHANGES: Final = frozenset({TargetKind.CHANGE, TargetKind.CHANGE_PCT})

_BOUNDS: Final = MappingProxyType({
    TargetKind.AT_LEAST: Better.HIGHER,
    TargetKind.AT_MOST: Better.LOWER,
})  # fmt: skip
"""The kinds of target that say which way is good, whatever the KPI says."""

_YEARS: Final = frozenset({PeriodKind.PLAN_YEAR, PeriodKind.YEAR})


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure to reach, which way is good, and how far from it still counts as met."""

    value: Decimal
    better: Better
    tolerance: Decimal

    def is_met_by(self, figure: Decimal) -> bool:
        """Whether the figure is as good as the goal, or within the tolerance of it."""
        match self.better:
            case Better.HIGHER:
                return figure >= self.value - self.tolerance
            case Better.LOWER:
                return figure <= self.value + self.tolerance
            case Better.BAND:
                return abs(figure - self.value) <= self.tolerance
            case _:
                assert_never(self.better)


def goal_in(kpi: Kpi, period: Period, timeline: Timeline) -> Goal | None:
    """What the target of exactly that period asks.

    None without one, where it has no figure, or nobody claims a direction.
    """
    target = kpi.targets.get(period)
    value = figure_asked(kpi, period, timeline)
    better = _BOUNDS.get(target.kind, kpi.better) if target else None
    if value is None or better is None:
        return None
    return Goal(value, better, kpi.tolerance or Decimal(0))


def figure_asked(kpi: Kpi, period: Period, timeline: Timeline) -> Decimal | None:
    """The figure to reach by the target of exactly that period; None for words.

    It is the target's own, the benchmark's, or what a change makes of the baseline or of the figure
    of the period before.
    """
    target = kpi.targets.get(period)
    if target is None:
        return None
    if target.kind is TargetKind.BENCHMARK and target.value is None:
        return kpi.benchmark.value if kpi.benchmark else None
    if target.kind in _CHANGES and target.value is not None:
        base = _changed_from(kpi, period, timeline)
        return None if base is None else _changed(base, target.value, target.kind)
    return figure_of(target)


def figure_of(target: Target) -> Decimal | None:
    """The target's value where it is a figure of the KPI, and not a change or words."""
    return target.value if target.kind in _FIGURES else None


def figure_before(kpi: Kpi, period: Period, timeline: Timeline) -> Decimal | None:
    """The figure of the period that ended the day before; None where it is held back.

    Where nothing was reported before, the baseline stands for it if it is of that period, or of no
    period in particular and the target is the first one.
    """
    reported = [
        actual for other, actual in kpi.actuals.items() if _leads_to(other, period, timeline)
    ]
    if reported:
        return None if reported[0].suppressed else reported[0].value
    start = kpi.baseline
    if start is None or any(_leads_to(other, period, timeline) for other in kpi.targets):
        return None
    is_of_then = start.period is None or _leads_to(start.period, period, timeline)
    return start.value if is_of_then else None


def is_worse(figure: Decimal, than: Decimal, better: Better | None) -> bool:
    """Whether the one figure is worse than the other; never where no one way is better."""
    match better:
        case Better.HIGHER:
            return figure < than
        case Better.LOWER:
            return figure > than
        case _:
            return False


def _changed(base: Decimal, by: Decimal, kind: TargetKind) -> Decimal:
    is_share = kind is TargetKind.CHANGE_PCT
    return base * (_WHOLE + by) / _WHOLE if is_share else base + by


def _changed_from(kpi: Kpi, period: Period, timeline: Timeline) -> Decimal | None:
    match kpi.targets[period].of:
        case ChangeOf.BASELINE:
            return kpi.baseline.value if kpi.baseline else None
        case ChangeOf.PREVIOUS:
            return figure_before(kpi, period, timeline)
        case _:
            return None


def _leads_to(before: Period, period: Period, timeline: Timeline) -> bool:
    """Whether the one period is the one before the other: of its kind, and over the day before."""
    if before.kind is not period.kind and not {before.kind, period.kind} <= _YEARS:
        return False
    end, start = timeline.ends(before), timeline.starts(period)
    if end is None or start is None:
        return before.kind is period.kind and before.year + 1 == period.year
    return end + timedelta(days=1) == start
