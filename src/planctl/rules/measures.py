"""Rules on KPIs and success."""

from collections.abc import Iterator

from planctl.model import KpiStatus
from planctl.rules.rule import Case, Problem, Weight, named, rule


@rule(
    "PLN701",
    "kpi-to-follow",
    Weight.ERROR_ONCE_LIVE,
    question="When will the indicators that are to follow be there?",
)
def kpi_to_follow(case: Case) -> Iterator[Problem]:
    """An indicator that is to follow has followed by its day.

    The day is to_follow_by, else the plan's first day.

    Why:
        A plan that runs without its indicators cannot show that it worked.

    Bad:
        period: {from: 2017-09-01, to: 2018-08-31}
        kpis: [{title: Parents at school events, status: to_follow}]

    Good:
        period: {from: 2017-09-01, to: 2018-08-31}
        kpis: [{title: Parents at school events, status: to_follow, to_follow_by: 2099-12-31}]
    """
    first = case.plan.timeline.first
    for number, kpi in enumerate(case.plan.kpis):
        if kpi.status is not KpiStatus.TO_FOLLOW:
            continue
        promised = kpi.to_follow_by or first
        if promised is not None and promised < case.as_of:
            since = (
                "was to follow by" if kpi.to_follow_by else "is still to follow; the plan began on"
            )
            yield Problem(
                ("kpis", number, "status"),
                f"the KPI '{kpi.title}' {since} {promised}",
                "Define it with unit and definition, or give the day: to_follow_by.",
            )


@rule(
    "PLN711",
    "no-success-measure",
    Weight.WARNING,
    question="How will anyone know that {subject} has worked?",
    together="{hits} actions have no success measure",
)
def no_success_measure(case: Case) -> Iterator[Problem]:
    """Every action says what success looks like, in words or by a KPI.

    A sub-action does not take its parent's: a part can be done and the whole not.

    Why:
        An action without a measure can be finished, but not shown to have made a difference.

    Bad:
        - {ref: 1a, text: Open a homework club}

    Good:
        - {ref: 1a, text: Open a homework club, success: [Forty pupils come each week.]}
    """
    for row in case.rows:
        if not row.action.success and not row.action.kpis:
            yield Problem(
                case.written(row.path, "success", "kpis"),
                f"{named(row)} has no success measure",
                "Add success: [what will be different], or kpis: [the KPI that shows it].",
            )


RULES = (kpi_to_follow, no_success_measure)
