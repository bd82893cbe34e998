"""What a target asks of a KPI's figures: how high or low, which way, and whether it is met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, assert_never

from planctl.model import (
    Better,
    ChangeOf,
    Kpi,
    KpiStatus,
    KpiType,
    Period,
    Target,
    TargetKind,
    Timeline,
)
from planctl.rules.rule import Case

_PER_CENT: Final = re.compile(r"%|per ?cent(?:age)?", re.IGNORECASE)
_WHOLE: Final = 100

_FIGURES: Final = frozenset({
    TargetKind.ABSOLUTE, TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BENCHMARK,
})  # fmt: skip
"""The kinds of target whose value is a figure of the KPI itself."""


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


def goal_of(kpi: Kpi, target: Target) -> Goal | None:
    """What the target asks, or None where it has no figure or nobody claims a direction."""
    value = _to_reach(kpi, target)
    bounds = {TargetKind.AT_LEAST: Better.HIGHER, TargetKind.AT_MOST: Better.LOWER}
    better = bounds.get(target.kind, kpi.better)
    if value is None or better is None:
        return None
    return Goal(value, better, kpi.tolerance or Decimal(0))


def figure_of(target: Target) -> Decimal | None:
    """The target's value where it is a figure of the KPI, and not a change or words."""
    return target.value if target.kind in _FIGURES else None


def is_worse(figure: Decimal, than: Decimal, better: Better | None) -> bool:
    """Whether the one figure is worse than the other; never where no one way is better."""
    match better:
        case Better.HIGHER:
            return figure < than
        case Better.LOWER:
            return figure > than
        case _:
            return False


def settled_kpis(case: Case) -> Iterator[tuple[int, Kpi]]:
    """The KPIs that are in use and no longer to follow, with their positions."""
    idle = {KpiStatus.TO_FOLLOW, KpiStatus.WITHDRAWN}
    for number, kpi in enumerate(case.plan.kpis):
        if kpi.status not in idle:
            yield number, kpi


def is_watched_only(kpi: Kpi) -> bool:
    """Whether the plan does not answer for the figure."""
    return kpi.type is KpiType.CONTEXTUAL


def is_percentage(kpi: Kpi) -> bool:
    """Whether the KPI's unit is per cent and nothing more."""
    return kpi.unit is not None and _PER_CENT.fullmatch(kpi.unit) is not None


def called(kpi: Kpi) -> str:
    """What a message calls the KPI."""
    return kpi.ref or f"the KPI '{kpi.title}'"


def shown(kpi: Kpi, figure: Decimal) -> str:
    """The figure with the sign of the KPI's unit, where it has one."""
    sign = "-" if figure < 0 else ""
    number = f"{abs(figure):,}"
    if is_percentage(kpi):
        return f"{sign}{number}%"
    return f"{sign}£{number}" if kpi.unit == "£" else f"{sign}{number}"


def in_order(timeline: Timeline, period: Period) -> tuple[date, int]:
    """What periods of one kind are sorted by; plan years without days by their numbers."""
    return timeline.starts(period) or date.min, period.year


def lies_within(timeline: Timeline, period: Period, other: Period) -> bool:
    """Whether all days of the period are days of the other one."""
    inner, outer = timeline.days(period), timeline.days(other)
    return bool(inner and outer and outer[0] <= inner[0] and inner[1] <= outer[1])


def _to_reach(kpi: Kpi, target: Target) -> Decimal | None:
    if target.kind in _FIGURES or target.value is None:
        return figure_of(target)
    base = kpi.baseline.value if kpi.baseline and target.of is ChangeOf.BASELINE else None
    if base is None:
        return None
    if target.kind is TargetKind.CHANGE:
        return base + target.value
    if target.kind is TargetKind.CHANGE_PCT:
        return base * (_WHOLE + target.value) / _WHOLE
    return None
