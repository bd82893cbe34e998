"""Part 4: KPIs and money."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planctl.model import Kpi, KpiStatus
from planctl.progress.measured import Verdict
from planctl.report.kpi_rating import Judged, judged_kpis
from planctl.report.kpi_series import Series, kpi_series
from planctl.report.kpi_table import kpi_table
from planctl.report.money import Money, money_part
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import listed, long_date
from planctl.report.tables import Table

_OPEN: Final = frozenset({Verdict.NOT_YET, Verdict.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Measures:
    """The KPIs, in one sentence, a table and lines, and the money.

    `note` says how to read the table; `others` name what is still to follow or withdrawn.
    """

    lead: str
    """How many KPIs there are."""
    note: str
    """How to read the table."""
    table: Table | None
    """The KPIs, exceptions first."""
    series: Series | None
    """KPIs with enough figures for a line."""
    others: tuple[str, ...]
    """Those that are still to follow, or withdrawn."""
    money: Money | None
    """Money by period."""


def measures_part(report: Occasion, numbers: Numbers) -> Measures | None:
    """The part; None where the plan has neither."""
    plan = report.plan
    if not plan.kpis and not plan.funding:
        return None
    judged = judged_kpis(report)
    table = kpi_table(judged, report, numbers) if judged else None
    series = kpi_series(judged, report, numbers)
    return Measures(
        lead=_lead(judged, report),
        note=report.words.say("measure_note") if table else "",
        table=table,
        series=series,
        others=tuple(_others(report)),
        money=money_part(report, numbers),
    )


def _lead(judged: tuple[Judged, ...], report: Occasion) -> str:
    words, kpis = report.words, report.plan.kpis
    if not kpis:
        return words.say("no_kpis")
    verdicts = [one.verdict for one in judged]
    within = sum(one.is_within for one in judged)
    counts = (
        ("missed", verdicts.count(Verdict.MISSED)),
        ("met", verdicts.count(Verdict.MET) - within),
        ("within", within),
        ("provisional_in", verdicts.count(Verdict.PROVISIONAL)),
        ("open", sum(verdict in _OPEN for verdict in verdicts)),
        ("to_follow", _count(kpis, KpiStatus.TO_FOLLOW)),
        ("withdrawn", _count(kpis, KpiStatus.WITHDRAWN)),
    )
    parts = [words.count(f"measure_{key}", number) for key, number in counts if number]
    return words.count("measure_lead", len(kpis), parts=listed(parts, words))


def _others(report: Occasion) -> Iterator[str]:
    words, kpis = report.words, report.plan.kpis
    coming = [_coming(kpi, report) for kpi in kpis if kpi.status is KpiStatus.TO_FOLLOW]
    gone = [_name(kpi) for kpi in kpis if kpi.status is KpiStatus.WITHDRAWN]
    if coming:
        yield words.say("measure_following", kpis="; ".join(coming))
    if gone:
        yield words.say("measure_gone", kpis="; ".join(gone))


def _coming(kpi: Kpi, report: Occasion) -> str:
    """The KPI with the day by which it was or is to follow."""
    if kpi.to_follow_by is None:
        return report.words.say("measure_follows", kpi=_name(kpi))
    key = "measure_followed_not" if kpi.to_follow_by <= report.as_of else "measure_follows_by"
    day = long_date(kpi.to_follow_by, report.words)
    return report.words.say(key, kpi=_name(kpi), day=day)


def _name(kpi: Kpi) -> str:
    return " ".join(part for part in (kpi.ref, kpi.title) if part)


def _count(kpis: tuple[Kpi, ...], status: KpiStatus) -> int:
    return sum(kpi.status is status for kpi in kpis)
