"""The table of KPIs: where each stands against its target, those that need attention first."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from planctl.model import Better, KpiStatus, Trend
from planctl.progress.measured import Reading, trend_of
from planctl.report.amounts import difference, figure, stretch, unit_beside
from planctl.report.kpi_rating import Judged, rating_cell
from planctl.report.kpi_series import kpi_name, line_beside
from planctl.report.kpi_target import target_words
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import long_date, period_label, shortened
from planctl.report.placed import kpi_place
from planctl.report.request import Audience
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.widths import tags_width

_ARROWS: Final = MappingProxyType({-1: "↓", 0: "→", 1: "↑"})
_WAYS: Final = MappingProxyType({-1: "lower", 0: "steady", 1: "higher"})
_LONGEST_COMMENT: Final = 160
_NAME: Final = 41
_RATED: Final = 29
"""In millimetres: the columns of the names and of the ratings, which share what they have."""
_NARROW: Final = 28
"""Longer words stand beside the title, where there is room."""
_ATTENTION: Final = 1
"""The last rank that needs attention, and has its comment printed."""


def kpi_table(judged: tuple[Judged, ...], report: Occasion, numbers: Numbers) -> Table:
    """One row a KPI in use; there is at least one."""
    words, rows = report.words, tuple(_row(one, report) for one in judged)
    day = long_date(report.as_of, words)
    rated = tags_width((row.cells[-1] for row in rows), _RATED)
    heads = (
        ("name", "kpi", _NAME + _RATED - rated), ("baseline", "baseline", 17),
        ("target", "target", 19), ("actual", "actual", 24), ("last", "last", 12),
        ("distance", "distance", 21), ("trend", "trend", 20), ("rated", "rating", rated),
    )  # fmt: skip
    return Table(
        key="kpis",
        caption=numbers.caption(words.count("measure_caption", len(judged), day=day)),
        columns=shared_out(
            (key, words.say(f"measure_{head}"), share) for key, head, share in heads
        ),
        groups=(RowGroup(rows),),
    )


def _row(one: Judged, report: Occasion) -> TableRow:
    rating = rating_cell(one, report)
    told = _told_at(one, report)
    return TableRow(
        cells=(
            Cell(tuple(_name(one, report))),
            Cell(tuple(_baseline(one, report)), source=kpi_place(one.kpi, report, "baseline")),
            Cell(tuple(_target(one, report)), source=_aimed_at(one, report)),
            Cell(tuple(_actual(one, report)), source=told("value")),
            _last(one, report),
            Cell(tuple(_distance(one, report))),
            replace(_trend_cell(one, report), chart=line_beside(one, report)),
            replace(rating, source=told("rating")),
        ),
        state=rating.tag.state if rating.tag else "",
    )


def _told_at(one: Judged, report: Occasion) -> Callable[[str], str]:
    """Where a field of the last reading stands; without a reading, where the KPI does."""
    below = ("actuals", str(one.latest.period)) if one.latest else ()
    return lambda field: kpi_place(one.kpi, report, *below, field)


def _aimed_at(one: Judged, report: Occasion) -> str:
    below = ("targets", str(one.aim.period)) if one.aim else ()
    return kpi_place(one.kpi, report, *below)


def _name(one: Judged, report: Occasion) -> Iterator[Line]:
    yield Line(kpi_name(one))
    if unit := unit_beside(one.kpi):
        yield _note("measure_unit", report, unit=unit)
    for key, said in (("baseline", _baseline_words(one)), ("target", _target_words(one, report))):
        if len(said) > _NARROW:
            yield Line(said, report.words.say(f"measure_{key}"), "note")
    comment = one.latest.actual.comment if one.latest else None
    if comment and one.rank <= _ATTENTION:
        is_whole = report.audience is Audience.OFFICER
        yield Line(comment if is_whole else shortened(comment, _LONGEST_COMMENT), kind="note")


def _baseline(one: Judged, report: Occasion) -> Iterator[Line]:
    baseline, words = one.kpi.baseline, report.words
    if baseline is None or (baseline.value is None and baseline.text is None):
        to_come = one.kpi.status is KpiStatus.ESTABLISH_BASELINE
        key = "measure_baseline_to_come" if to_come else "measure_not_known"
        yield Line(words.say(key), kind="gap")
        return
    if baseline.value is not None:
        yield Line(figure(one.kpi, baseline.value))
    else:
        yield _narrow(_baseline_words(one), report.words.say("measure_in_words"))
    if baseline.period:
        yield Line(period_label(baseline.period, words), kind="note")


def _target(one: Judged, report: Occasion) -> Iterator[Line]:
    if one.aim is None:
        yield Line(report.words.say("measure_to_be_set"), kind="gap")
        return
    asked = one.aim.figure
    brief = report.words.say("measure_in_words") if asked is None else figure(one.kpi, asked)
    yield _narrow(_target_words(one, report), brief)
    yield _note("measure_for", report, period=period_label(one.aim.period, report.words))


def _baseline_words(one: Judged) -> str:
    baseline = one.kpi.baseline
    return (baseline.text or "") if baseline and baseline.value is None else ""


def _target_words(one: Judged, report: Occasion) -> str:
    return target_words(one.kpi, one.aim, report.words) if one.aim else ""


def _narrow(said: str, brief: str) -> Line:
    """What is said, or in brief where the whole stands beside the title."""
    return Line(said if len(said) <= _NARROW else brief)


def _actual(one: Judged, report: Occasion) -> Iterator[Line]:
    words, latest = report.words, one.latest
    if latest is None:
        yield Line(words.say("measure_no_figure"), kind="gap")
        return
    yield _figure_line(latest, one, report)
    yield _note("measure_in", report, period=period_label(latest.period, words))
    if latest.actual.suppressed:
        yield _note("measure_held_back_why", report)
        return
    if latest.actual.provisional:
        yield _note("measure_provisional", report)
    if latest.actual.forecast is not None:
        yield _note("measure_forecast", report, figure=figure(one.kpi, latest.actual.forecast))


def _figure_line(reading: Reading, one: Judged, report: Occasion) -> Line:
    if reading.actual.suppressed:
        return Line(report.words.say("measure_held_back"), kind="gap")
    if reading.figure is None:
        return Line(report.words.say("measure_not_known"), kind="gap")
    return Line(figure(one.kpi, reading.figure))


def _last(one: Judged, report: Occasion) -> Cell:
    if one.latest is None:
        return Cell()
    if one.latest.before is not None:
        return plain(figure(one.kpi, one.latest.before))
    key = "measure_not_known"
    if len(one.kpi.actuals) == 1:
        key = "measure_first"
    elif len(one.readings) > 1 and one.readings[-2].actual.suppressed:
        key = "measure_held_back"
    return plain(report.words.say(key), kind="gap")


def _distance(one: Judged, report: Occasion) -> Iterator[Line]:
    words, latest = report.words, one.latest
    if latest is None or latest.distance is None or latest.aim is None:
        yield Line(words.say("measure_not_known"), kind="gap")
        return
    yield Line(difference(one.kpi, latest.distance, words))
    if one.is_within and one.kpi.tolerance is not None:
        by = stretch(one.kpi, one.kpi.tolerance, words)
        yield _note("measure_within_by", report, by=by)
    if latest.aim != one.aim and latest.aim.figure is not None:
        period = period_label(latest.aim.period, words)
        asked = figure(one.kpi, latest.aim.figure)
        yield _note("measure_from", report, figure=asked, period=period)


def _trend_cell(one: Judged, report: Occasion) -> Cell:
    said = _trend(one, report)
    if one.latest is None or said:
        return plain(said)
    return plain(report.words.say("measure_not_known"), kind="gap")


def _trend(one: Judged, report: Occasion) -> str:
    """The way the figure went as an arrow, and whether that is good, where it is known."""
    latest = one.latest
    if latest is None:
        return ""
    trend, way = trend_of(one.kpi, latest), None
    if latest.figure is not None and latest.before is not None:
        way = (latest.figure > latest.before) - (latest.figure < latest.before)
    if trend is None and way is not None and one.kpi.better not in {Better.HIGHER, Better.LOWER}:
        return _went(way, _WAYS[way], report)
    if trend is None:
        return ""
    return _went(0 if trend is Trend.STEADY else way, trend.value, report)


def _went(way: int | None, key: str, report: Occasion) -> str:
    arrow = "" if way is None else _ARROWS[way]
    return f"{arrow}\N{NO-BREAK SPACE}{report.words.say(f'measure_{key}')}".strip()


def _note(key: str, report: Occasion, **values: str) -> Line:
    return Line(report.words.say(key, **values), kind="note")
