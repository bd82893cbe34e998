"""The rule on figures that cannot be."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from planctl.findings import Path
from planctl.loading import as_written
from planctl.model import Figure, Kpi
from planctl.progress.goals import figure_of
from planctl.progress.units import is_percentage
from planctl.rules.indicators import called, settled_kpis, shown
from planctl.rules.rule import Case, Problem, Weight, rule

_WHOLE: Final = 100

_SIGNED: Final = re.compile(
    r"\b(?:change|growth|gap|differences?|progress|variance|net|balance|compared|against|relative"
    r"|increase|decrease|reduction|rise|fall|deviation|points?|shift|distance|ahead|behind|surplus"
    r"|deficit|more|fewer|less)\b",
    re.IGNORECASE,
)
"""Words of a figure that may lie below zero."""

_BEYOND: Final = re.compile(
    r"\b(?:targets?|capacity|budgets?|plan(?:ned)?|forecast|baseline|expected|occupancy|ratio|index"
    r"|spend(?:ing)?|spent|funding|returns?|cover(?:age)?|inflation)\b",
    re.IGNORECASE,
)
"""Words of a percentage that may lie above a hundred: it is one of a plan, not of a whole."""

_COUNTED: Final = re.compile(
    r"(?:.+ )?(?:absences|adults|applications|apprentices|awards|carers|cases|children|clubs"
    r"|complaints|courses|events|exclusions|families|fathers|governors|groups|homes|households"
    r"|incidents|learners|letters|lessons|meetings|members|mothers|number|parents|people"
    r"|placements|places|pupils|referrals|registrations|responses|schools|services|sessions"
    r"|settings|staff|students|suspensions|teachers|trainees|visits|volunteers)(?: .+)?",
    re.IGNORECASE,
)
"""Units of what is counted one by one."""


@rule(
    "PLN718",
    "kpi-out-of-range",
    Weight.ERROR,
    question="What is the true figure of {subject}?",
)
def kpi_out_of_range(case: Case) -> Iterator[Problem]:
    """A percentage lies between 0 and 100, and a count or tolerance not below 0.

    Changes, gaps and other differences may lie below zero, and a percentage of a budget, a capacity
    or a target above a hundred: where title, unit or definition say so, the figure is left alone.

    Why:
        A figure that cannot be was mistyped or worked out wrongly, and so may be its neighbours.

    Bad:
        kpis: [{ref: K1, title: Attendance, unit: "%", actuals: {2017-18 autumn: 914}}]

    Good:
        kpis: [{ref: K1, title: Attendance, unit: "%", actuals: {2017-18 autumn: 91.4}}]
    """
    for number, kpi in settled_kpis(case):
        for field, figure in _figures(kpi):
            path: Path = ("kpis", number, *field)
            limit = _limit_broken(kpi, figure, is_per_cent=_is_per_cent(case, kpi, path))
            if limit:
                yield Problem(
                    path,
                    f"{called(kpi)} has {shown(kpi, figure)} as {_named(field)}, and {limit}",
                    "Correct the figure. If it can be so, say in unit: or definition: what it is a "
                    "change or a share of.",
                )
        if kpi.tolerance is not None and kpi.tolerance < 0:
            yield Problem(
                ("kpis", number, "tolerance"),
                f"{called(kpi)} has {shown(kpi, kpi.tolerance)} as its tolerance, which cannot be "
                "below 0",
                "Write how far a figure may be off, in either direction, without a sign.",
            )


def _limit_broken(kpi: Kpi, figure: Decimal, *, is_per_cent: bool) -> str | None:
    words = " ".join(filter(None, (kpi.title, kpi.unit, kpi.definition)))
    if figure < 0 and not _SIGNED.search(words):
        if is_per_cent:
            return "a percentage cannot be below 0"
        if _is_count(kpi):
            return "nobody can count fewer than 0"
    is_share = is_per_cent and not _SIGNED.search(words) and not _BEYOND.search(words)
    return "a percentage cannot be above 100" if is_share and figure > _WHOLE else None


def _is_count(kpi: Kpi) -> bool:
    return kpi.unit is not None and _COUNTED.fullmatch(kpi.unit) is not None


def _is_per_cent(case: Case, kpi: Kpi, path: Path) -> bool:
    """Whether the unit is per cent, or the figure itself is written so where no unit is said."""
    if kpi.unit is not None:
        return is_percentage(kpi)
    place = as_written(case.document, path)
    written = case.document.value(place) or case.document.value(place[:-1])
    return isinstance(written, str) and written.rstrip().endswith("%")


def _figures(kpi: Kpi) -> Iterator[tuple[tuple[str, ...], Decimal]]:
    """Each figure of the KPI that is neither a change nor a total, with the fields it stands in."""
    single: tuple[tuple[str, Figure | None], ...] = (
        ("baseline", kpi.baseline),
        ("benchmark", kpi.benchmark),
    )
    for name, figure in single:
        if figure is not None and figure.value is not None:
            yield (name, "value"), figure.value
    for period, target in kpi.targets.items():
        value = figure_of(target)
        if value is not None:
            yield ("targets", str(period), "value"), value
    for period, actual in kpi.actuals.items():
        given = (("value", actual.published), ("last", actual.last), ("forecast", actual.forecast))
        yield from (
            (("actuals", str(period), field), value) for field, value in given if value is not None
        )


def _named(field: tuple[str, ...]) -> str:
    match field:
        case ("targets", period, _):
            return f"its target for {period}"
        case ("actuals", period, "value"):
            return f"its figure for {period}"
        case ("actuals", period, "last"):
            return f"the figure before {period}"
        case ("actuals", period, _):
            return f"its forecast for {period}"
        case _:
            return f"its {field[0]}"


RULES = (kpi_out_of_range,)
