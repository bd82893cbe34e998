"""Which target of a KPI holds for a period."""

from planctl.model import Kpi, Period, Target, Timeline


def target_for(kpi: Kpi, period: Period, timeline: Timeline) -> Target | None:
    """The target of exactly that period, else of the shortest one that encloses it."""
    if period in kpi.targets:
        return kpi.targets[period]
    days = timeline.days(period)
    enclosing = [
        (own[1] - own[0], target)
        for other, target in kpi.targets.items()
        if days and (own := timeline.days(other)) and own[0] <= days[0] and days[1] <= own[1]
    ]
    return min(enclosing, key=lambda entry: entry[0])[1] if enclosing else None
