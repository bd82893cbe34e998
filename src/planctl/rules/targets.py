"""Rules on targets: the way they take through the years, and what they add up to."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple

from planctl.model import Basis, Better, Kpi, Period, PeriodKind, Timeline
from planctl.progress.goals import Goal, figure_of, goal_in, is_worse
from planctl.rules.indicators import called, in_order, lies_within, settled_kpis, shown
from planctl.rules.rule import Case, Problem, Weight, rule

_YEARS: Final = frozenset({PeriodKind.PLAN_YEAR, PeriodKind.YEAR})


class Step(NamedTuple):
    """A stage on the way, by its name, and what is asked there; `has_reason` says why it is so."""

    name: str
    goal: Goal
    has_reason: bool = False


@rule(
    "PLN708",
    "target-path-not-monotone",
    Weight.WARNING,
    question="Why does the target of {subject} go back on the way?",
)
def target_path_not_monotone(case: Case) -> Iterator[Problem]:
    """From the baseline on, each target is at least as good as the one before it.

    Years are held against years, terms against terms; a figure that grows in the course of a year
    against that of the same time a year before. Targets that add up to a total are left alone, and
    so are those within a band or with a text of their own that can say why.

    Why:
        A target below the last one plans for decline, or is a slip; either way it needs a word.

    Bad:
        kpis: [{ref: K1, title: Attendance, better: higher, targets: {Year 1: 95%, Year 2: 94%}}]

    Good:
        kpis: [{ref: K1, title: Attendance, better: higher, targets: {Year 1: 95%, Year 2: 96%}}]
    """
    for number, kpi in settled_kpis(case):
        for path in _paths(kpi, case.plan.timeline):
            for before, step in pairwise(path):
                if _goes_back(before, step):
                    yield Problem(
                        ("kpis", number, "targets", step.name),
                        f"{called(kpi)} goes from {shown(kpi, before.goal.value)} ({before.name}) "
                        f"to a target of {shown(kpi, step.goal.value)} ({step.name}), though "
                        f"{step.goal.better} is better",
                        "Correct the target, or better:. If it is meant, say why: "
                        "{value: ..., text: the reason}.",
                    )


@rule(
    "PLN719",
    "total-of-targets",
    Weight.ERROR,
    question="Which is right for {subject}, the targets by period or their declared total?",
)
def total_of_targets(case: Case) -> Iterator[Problem]:
    """The targets of all periods add up to the total that the KPI declares.

    A period that lies within another one of the targets is part of that one. Where a figure is of
    the year so far (to_date), the last target may also be the total itself. Nothing is added up
    while a target has no figure yet.

    Why:
        A total that its parts do not reach is a promise that nobody has planned to keep.

    Bad:
        kpis: [{ref: K1, title: Visits, targets: {Year 1: 40, Year 2: 50}, declared_total: 100}]

    Good:
        kpis: [{ref: K1, title: Visits, targets: {Year 1: 40, Year 2: 60}, declared_total: 100}]
    """
    for number, kpi in settled_kpis(case):
        figures = _outermost(kpi, case.plan.timeline)
        if kpi.declared_total is None or not figures:
            continue
        total = sum(figures, Decimal(0))
        is_last = kpi.basis is Basis.TO_DATE and figures[-1] == kpi.declared_total
        if total != kpi.declared_total and not is_last:
            yield Problem(
                ("kpis", number, "declared_total"),
                f"the targets of {called(kpi)} add up to {shown(kpi, total)}, and it declares a "
                f"total of {shown(kpi, kpi.declared_total)}",
                "Correct the target that is wrong or missing, or the total.",
            )


def _goes_back(before: Step, step: Step) -> bool:
    one, other = before.goal, step.goal
    is_like = one.better is other.better and not step.has_reason
    return is_like and is_worse(other.value, one.value, one.better)


def _paths(kpi: Kpi, timeline: Timeline) -> Iterator[tuple[Step, ...]]:
    """The sequences of targets that can be held against each other, each in the order of days."""
    if kpi.declared_total is not None or kpi.better is Better.BAND:
        return
    groups: dict[tuple[PeriodKind, str], dict[Period, Step]] = {}
    for period, target in kpi.targets.items():
        if goal := goal_in(kpi, period, timeline):
            part = "" if _is_level(kpi, period) else period.part
            step = Step(str(period), goal, has_reason=target.text is not None)
            groups.setdefault((period.kind, part), {})[period] = step
    for (kind, _), group in groups.items():
        ordered = sorted(group, key=partial(in_order, timeline))
        path = tuple(group[period] for period in ordered)
        yield (*_baseline(kpi, path[0].goal), *path) if kind in _YEARS else path


def _is_level(kpi: Kpi, period: Period) -> bool:
    """Whether the figure can be compared at any time of the year."""
    return kpi.basis in {Basis.POINT, Basis.ROLLING} or period.kind is PeriodKind.NAMED


def _baseline(kpi: Kpi, first: Goal) -> Iterator[Step]:
    if kpi.baseline is not None and kpi.baseline.value is not None:
        yield Step("baseline", Goal(kpi.baseline.value, first.better, first.tolerance))


def _outermost(kpi: Kpi, timeline: Timeline) -> tuple[Decimal, ...]:
    """The figures of the targets, in the order of days, without those of periods within another.

    Nothing when one of them has no figure.
    """
    outer = [
        period
        for period in kpi.targets
        if not any(
            lies_within(timeline, period, other) and not lies_within(timeline, other, period)
            for other in kpi.targets
        )
    ]
    ordered = sorted(outer, key=partial(in_order, timeline))
    figures = [figure_of(kpi.targets[period]) for period in ordered]
    known = tuple(figure for figure in figures if figure is not None)
    return known if len(known) == len(figures) else ()


RULES = (target_path_not_monotone, total_of_targets)
