"""What the rules on KPIs share: which KPIs they look at, and how they speak of them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from planctl.model import Kpi, KpiStatus, KpiType, Period, Timeline
from planctl.progress.units import in_unit
from planctl.rules.rule import Case


def settled_kpis(case: Case) -> Iterator[tuple[int, Kpi]]:
    """The KPIs that are in use and no longer to follow, with their positions."""
    idle = {KpiStatus.TO_FOLLOW, KpiStatus.WITHDRAWN}
    for number, kpi in enumerate(case.plan.kpis):
        if kpi.status not in idle:
            yield number, kpi


def is_watched_only(kpi: Kpi) -> bool:
    """Whether the plan does not answer for the figure."""
    return kpi.type is KpiType.CONTEXTUAL


def called(kpi: Kpi) -> str:
    """What a message calls the KPI."""
    return kpi.ref or f"the KPI '{kpi.title}'"


def shown(kpi: Kpi, figure: Decimal) -> str:
    """The figure with the KPI's unit, where it has one."""
    return in_unit(f"{figure:,}", kpi.unit)


def in_order(timeline: Timeline, period: Period) -> tuple[date, int]:
    """What periods of one kind are sorted by; plan years without days by their numbers."""
    return timeline.starts(period) or date.min, period.year


def lies_within(timeline: Timeline, period: Period, other: Period) -> bool:
    """Whether all days of the period are days of the other one."""
    inner, outer = timeline.days(period), timeline.days(other)
    return bool(inner and outer and outer[0] <= inner[0] and inner[1] <= outer[1])
