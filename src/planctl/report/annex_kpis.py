"""What each KPI counts, where its figures come from, and what was said with them."""

from collections.abc import Iterator

from planctl.model import Actual, Figure, Kpi
from planctl.model.entity import origin_of
from planctl.report.amounts import in_words, stretch
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import long_date, period_label, period_name
from planctl.report.sections import Section
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out


def kpis_section(report: Occasion, numbers: Numbers) -> Section | None:
    """A row for each KPI of which more is said than figures; None where there is none."""
    words = report.words
    rows = tuple(
        TableRow((plain(f"{kpi.ref} {kpi.title}" if kpi.ref else kpi.title), Cell(lines)))
        for kpi in report.plan.kpis
        if (lines := tuple(_lines(kpi, report)))
    )
    if not rows:
        return None
    table = Table(
        key="kpi-sheets",
        caption=numbers.caption(words.say("annex_kpis_caption")),
        columns=shared_out([
            ("name", words.say("annex_kpi"), 54),
            ("says", words.say("annex_says"), 120),
        ]),
        groups=(RowGroup(rows),),
    )  # fmt: skip
    return Section("kpis", words.say("annex_kpis"), table=table)


def _lines(kpi: Kpi, report: Occasion) -> Iterator[Line]:
    if kpi.definition:
        yield Line(kpi.definition)
    if sort := _sort(kpi, report):
        yield Line(sort, kind="note")
    known = [
        report.words.say("annex_word", word=report.words.say(key), meaning=text)
        for key, text in _facts(kpi, report)
        if text
    ]
    if known:
        yield Line("; ".join(known))
    yield from _said_by_period(kpi, report)


def _facts(kpi: Kpi, report: Occasion) -> tuple[tuple[str, str | None], ...]:
    """What is known of the KPI, each behind the key of its label."""
    follows = kpi.to_follow_by
    return (
        ("annex_kpi_source", origin_of(kpi.source)),
        ("annex_kpi_owner", report.party(kpi.owner) if kpi.owner else None),
        ("annex_kpi_follows", long_date(follows, report.words) if follows else None),
        ("annex_kpi_tolerance", _tolerance(kpi, report)),
        ("annex_kpi_total", _total(kpi)),
        ("annex_kpi_baseline", _figure_words(kpi.baseline, report)),
        ("annex_kpi_benchmark", _benchmark(kpi, report)),
    )


def _benchmark(kpi: Kpi, report: Occasion) -> str:
    """The figure of others, which stands nowhere else, with what is said of it."""
    one = kpi.benchmark
    value = in_words(kpi, one.value) if one and one.value is not None else ""
    return ", ".join(part for part in (value, _figure_words(one, report)) if part)


def _tolerance(kpi: Kpi, report: Occasion) -> str | None:
    return None if kpi.tolerance is None else stretch(kpi, kpi.tolerance, report.words)


def _total(kpi: Kpi) -> str | None:
    return None if kpi.declared_total is None else in_words(kpi, kpi.declared_total)


def _said_by_period(kpi: Kpi, report: Occasion) -> Iterator[Line]:
    words = report.words
    for period, target in kpi.targets.items():
        if target.text:
            yield Line(
                target.text, words.say("annex_kpi_target", period=period_name(period, words))
            )
    begun = [
        (period_label(period, words), actual)
        for period, actual in kpi.actuals.items()
        if (report.timeline.starts(period) or report.as_of) <= report.as_of
    ]
    given = []
    for label, actual in begun:
        who = _given(actual, report)
        if actual.comment:
            said = words.say("annex_sourced", text=actual.comment, source=who)
            yield Line(said if who else actual.comment, label)
        elif who:
            given.append(words.say("annex_word", word=label, meaning=who))
    if given:
        yield Line("; ".join(given), words.say("annex_kpi_given"))


def _sort(kpi: Kpi, report: Occasion) -> str:
    """Families, performance, %, higher is better, on one day."""
    words = report.words
    said = [
        kpi.group or "",
        words.say(f"annex_kpi_{kpi.type.value}") if kpi.type else "",
        kpi.unit or "",
        words.say(f"annex_kpi_{kpi.better.value}") if kpi.better else "",
        words.say(f"annex_kpi_{kpi.basis.value}") if kpi.basis else "",
    ]
    return ", ".join(part for part in said if part)


def _figure_words(figure: Figure | None, report: Occasion) -> str:
    """What is said with a figure; the figure itself stands among the measures."""
    if figure is None:
        return ""
    period = period_name(figure.period, report.words) if figure.period else ""
    said = (figure.text or "", period, figure.source or "")
    return ", ".join(part.rstrip(".") for part in said if part)


def _given(actual: Actual, report: Occasion) -> str:
    """Who gave the figure, and when."""
    day = long_date(actual.date, report.words) if actual.date else ""
    by = report.party(actual.by) if actual.by else ""
    return ", ".join(part for part in (by, day) if part)
