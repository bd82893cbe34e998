"""Rules on what a KPI says of itself, and on what it hangs together with."""

from collections.abc import Iterator

from planctl.model import Kpi, KpiStatus, TargetKind
from planctl.rules.indicators import called, is_watched_only, settled_kpis
from planctl.rules.rule import Case, Problem, Weight, rule


def kpis_to_move(case: Case) -> int:
    """How many KPIs the plan's actions could be meant to move."""
    return sum(1 for _ in _to_move(case))


@rule(
    "PLN702",
    "kpi-incomplete",
    Weight.WARNING,
    question="Against what will {subject} be judged?",
)
def kpi_incomplete(case: Case) -> Iterator[Problem]:
    """A KPI says where it is to go, from where, in what unit, and where its figures come from.

    That a target or better: is missing is a warning, the rest a remark. Better is asked for where
    there is a tolerance. A KPI that is to follow or withdrawn is left alone, one that is only
    watched (contextual) needs no target, and no baseline is missed while it is being established.

    Why:
        Without a target no figure is good or bad, and without a source nobody can check one.

    Bad:
        kpis: [{ref: K1, title: Parents at open evenings}]

    Good:
        kpis:
          - ref: K1
            title: Parents at open evenings
            unit: "%"
            baseline: 61%
            targets: {2017-18: 65%}
            source: Sign-in sheets of the schools
    """
    for number, kpi in settled_kpis(case):
        path = ("kpis", number)
        if not kpi.targets and not is_watched_only(kpi):
            yield Problem(
                case.written(path, "targets"),
                f"{called(kpi)} has no target",
                "Add targets: {Year 1: ...}, or `to be set` for a period whose target is not "
                "agreed yet.",
            )
        if kpi.tolerance is not None and kpi.better is None:
            yield Problem(
                (*path, "tolerance"),
                f"{called(kpi)} has a tolerance, and does not say which way is better",
                "Add better: higher, lower or band.",
            )
        if missing := _missing(kpi):
            yield Problem(
                path,
                f"{called(kpi)} has no {_either(missing)}",
                f"Add {', '.join(f'{field}:' for field in missing)}.",
                weight=Weight.INFO,
            )


@rule(
    "PLN709",
    "benchmark-without-value",
    Weight.WARNING,
    question="What is the figure that {subject} is held against?",
)
def benchmark_without_value(case: Case) -> Iterator[Problem]:
    """A benchmark has a figure, and not a name alone.

    It may stand in the target itself or in the KPI's benchmark.

    Why:
        'As good as the average' moves with the average: years later nobody knows which was meant.

    Bad:
        kpis:
          - title: Good passes at sixteen
            targets: {2017-18: {kind: benchmark, text: The national average}}

    Good:
        kpis:
          - title: Good passes at sixteen
            benchmark: {value: 64.8%, text: The national average, period: 2016-17}
            targets: {2017-18: {kind: benchmark, text: The national average}}
    """
    for number, kpi in settled_kpis(case):
        without = _first_without_value(kpi)
        if without:
            place, words = without
            quoted = f" ('{words}')" if words else ""
            yield Problem(
                ("kpis", number, *place),
                f"{called(kpi)} is held against a benchmark{quoted} that has no figure",
                "Add benchmark: {value: ..., period: ..., source: ...} with the latest figure, "
                "and say when it is looked up again.",
            )


@rule(
    "PLN712",
    "kpi-without-action",
    Weight.INFO,
    question="Which action is meant to move {subject}?",
    together="{hits} KPIs have no action that is meant to move them",
    population=kpis_to_move,
)
def kpi_without_action(case: Case) -> Iterator[Problem]:
    """Some action, success criterion or theme of the plan is meant to move each KPI.

    One that is only watched (contextual) or withdrawn is left alone, and so is a plan without
    actions.

    Why:
        A figure that no action is meant to move will rise or fall, and neither will be the plan's
        doing.

    Bad:
        kpis: [{ref: K1, title: Parents at open evenings}]
        themes: [{title: Families, actions: [{ref: 1a, text: Hold an open evening a term}]}]

    Good:
        kpis: [{ref: K1, title: Parents at open evenings}]
        themes:
          - title: Families
            actions: [{ref: 1a, text: Hold an open evening a term, kpis: [K1]}]
    """
    named = _named_kpis(case)
    for number, kpi in _to_move(case):
        if not {kpi.ref, kpi.uid} & named:
            first = "" if kpi.ref or kpi.uid else "Give it a ref, such as K1. "
            yield Problem(
                ("kpis", number),
                f"no action is meant to move {called(kpi)}",
                f"{first}Add kpis: [{kpi.ref or kpi.uid or 'K1'}] to the actions that do, or say "
                "type: contextual if the plan only watches it.",
            )


def _missing(kpi: Kpi) -> tuple[str, ...]:
    has_baseline = kpi.baseline is not None or kpi.status is KpiStatus.ESTABLISH_BASELINE
    said = {"baseline": has_baseline, "unit": kpi.unit, "source": kpi.origin}
    return tuple(field for field, value in said.items() if not value)


def _either(fields: tuple[str, ...]) -> str:
    *others, last = fields
    return f"{', '.join(others)} or {last}" if others else last


def _first_without_value(kpi: Kpi) -> tuple[tuple[str, ...], str | None] | None:
    """Where a benchmark stands without its figure, from the KPI down, and its words."""
    if kpi.benchmark is not None:
        words = kpi.benchmark.text
        return (("benchmark",), words) if kpi.benchmark.value is None else None
    for period, target in kpi.targets.items():
        if target.kind is TargetKind.BENCHMARK and target.value is None:
            return ("targets", str(period)), target.text
    return None


def _to_move(case: Case) -> Iterator[tuple[int, Kpi]]:
    if not case.rows:
        return
    for number, kpi in enumerate(case.plan.kpis):
        if kpi.status is not KpiStatus.WITHDRAWN and not is_watched_only(kpi):
            yield number, kpi


def _named_kpis(case: Case) -> set[str]:
    """The refs and uids that an action, a criterion or a theme names."""
    by_actions = {name for row in case.rows for name in row.action.kpis}
    by_criteria = {s.kpi for row in case.rows for s in row.action.success if s.kpi}
    by_themes = {name for theme in case.plan.themes for name in theme.kpis}
    return by_actions | by_criteria | by_themes


RULES = (kpi_incomplete, benchmark_without_value, kpi_without_action)
