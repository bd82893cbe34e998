"""KPIs over time: a small line for each that has figures of three periods, beside them in words."""

from dataclasses import dataclass
from typing import Final

from planctl.progress.measured import Reading
from planctl.report.amounts import figure
from planctl.report.kpi_rating import Judged
from planctl.report.kpi_table import kpi_name
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import period_label
from planctl.report.sparkline import Moment, sparkline
from planctl.report.tables import Column, shared_out

_LEAST: Final = 3
"""Figures that make a line: two are a difference."""
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A KPI, its line, and the figures that the line is drawn from."""

    name: str
    chart: str
    figures: str


@dataclass(frozen=True, slots=True)
class Series:
    """The table of lines; it has at least one row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[SeriesRow, ...]


def kpi_series(judged: tuple[Judged, ...], report: Occasion, numbers: Numbers) -> Series | None:
    """The KPIs with three figures or more that may be shown, in the order given; None without."""
    words = report.words
    long = [one for one in judged if sum(r.figure is not None for r in one.readings) >= _LEAST]
    if not long:
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


def _row(one: Judged, report: Occasion) -> SeriesRow:
    shown = one.readings[-_MOST:]
    name = kpi_name(one)
    figures = "; ".join(_said(reading, one, report) for reading in shown)
    moments = [
        Moment(reading.figure, reading.aim.figure if reading.aim else None) for reading in shown
    ]
    title = report.words.say("measure_series_title", kpi=name, figures=figures)
    return SeriesRow(name, sparkline(moments, title), figures)


def _said(reading: Reading, one: Judged, report: Occasion) -> str:
    words = report.words
    period = period_label(reading.period, words)
    said = _figure(reading, one, report)
    if reading.aim is None or reading.aim.figure is None:
        return words.say("measure_series_at", period=period, figure=said)
    target = figure(one.kpi, reading.aim.figure)
    return words.say("measure_series_aim", period=period, figure=said, target=target)


def _figure(reading: Reading, one: Judged, report: Occasion) -> str:
    if reading.figure is not None:
        return figure(one.kpi, reading.figure)
    held_back = reading.actual.suppressed
    return report.words.say("measure_held_back" if held_back else "measure_not_known")
