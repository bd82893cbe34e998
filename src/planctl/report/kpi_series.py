"""KPIs over time: a small line for each that has figures of three periods, and these in words."""

from dataclasses import dataclass
from typing import Final

from planctl.progress.measured import Reading
from planctl.report.amounts import in_words
from planctl.report.kpi_rating import Judged
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import period_label
from planctl.report.placed import kpi_place, together
from planctl.report.request import Audience
from planctl.report.sparkline import Moment, sparkline
from planctl.report.tables import Column, shared_out

_LEAST: Final = 3
"""Figures that make a line: two are a difference."""
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A KPI, its line, and the figures that the line is drawn from."""

    name: str
    """The name of the KPI."""
    chart: str
    """Its line over time as SVG."""
    figures: str
    """The same figures in words."""
    source: str = ""
    """The file and the lines that they stand in, where those are known."""


@dataclass(frozen=True, slots=True)
class Series:
    """The table of lines; it has at least one row."""

    caption: str
    """Its numbered caption."""
    columns: tuple[Column, ...]
    """KPI, line and figures."""
    rows: tuple[SeriesRow, ...]
    """One row a KPI."""


def kpi_series(judged: tuple[Judged, ...], report: Occasion, numbers: Numbers) -> Series | None:
    """The KPIs with three figures or more that may be shown, in the order given; None without.

    Officers alone have this table: in the papers of others the line stands in that of the KPIs.
    """
    words = report.words
    long = [one for one in judged if _is_long(one)]
    if not long or report.audience is not Audience.OFFICER:
        return None
    is_cut = any(len(one.readings) > _MOST for one in long)
    caption = (
        words.say("measure_series_cut", n=_MOST) if is_cut else words.say("measure_series_caption")
    )
    heads = (
        ("name", words.say("measure_kpi"), 46),
        ("line", words.say("measure_line"), 44),
        ("figures", words.say("measure_figures"), 84),
    )
    return Series(
        caption=numbers.caption(caption),
        columns=shared_out(heads),
        rows=tuple(_row(one, report) for one in long),
    )


def kpi_name(one: Judged) -> str:
    """The reference, where there is one, and the title."""
    return " ".join(part for part in (one.kpi.ref, one.kpi.title) if part)


def line_beside(one: Judged, report: Occasion) -> str:
    """The line for the table of KPIs; none for officers, and where figures are too few."""
    if report.audience is Audience.OFFICER or not _is_long(one):
        return ""
    return _line(one, report)


def _is_long(one: Judged) -> bool:
    return sum(reading.figure is not None for reading in one.readings) >= _LEAST


def _row(one: Judged, report: Occasion) -> SeriesRow:
    shown = one.readings[-_MOST:]
    places = (kpi_place(one.kpi, report, "actuals", str(of.period), "value") for of in shown)
    return SeriesRow(kpi_name(one), _line(one, report), _figures(one, report), together(places))


def _line(one: Judged, report: Occasion) -> str:
    moments = [
        Moment(reading.figure, reading.aim.figure if reading.aim else None)
        for reading in one.readings[-_MOST:]
    ]
    figures = _figures(one, report)
    return sparkline(
        moments, report.words.say("measure_series_title", kpi=kpi_name(one), figures=figures)
    )


def _figures(one: Judged, report: Occasion) -> str:
    return "; ".join(_said(reading, one, report) for reading in one.readings[-_MOST:])


def _said(reading: Reading, one: Judged, report: Occasion) -> str:
    words = report.words
    period = period_label(reading.period, words)
    said = _figure(reading, one, report)
    if reading.aim is None or reading.aim.figure is None:
        return words.say("measure_series_at", period=period, figure=said)
    target = in_words(one.kpi, reading.aim.figure)
    return words.say("measure_series_aim", period=period, figure=said, target=target)


def _figure(reading: Reading, one: Judged, report: Occasion) -> str:
    if reading.figure is not None:
        return in_words(one.kpi, reading.figure)
    held_back = reading.actual.suppressed
    return report.words.say("measure_held_back" if held_back else "measure_not_known")
