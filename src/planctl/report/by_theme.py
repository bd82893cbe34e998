"""Progress by theme: stacked bars, and the table that holds the same figures."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from planctl.model import State, Theme
from planctl.progress import state_of
from planctl.report.charts import Bar, Segment, stacked_bars
from planctl.report.marks import STATE_ORDER, state_tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.palette import state_tint
from planctl.report.phrases import shortened, states_in_words, theme_name
from planctl.report.placed import state_places
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.term_burn_up import term_burn_up
from planctl.report.term_flow import Charted, term_flow

_ALWAYS: Final = frozenset({State.ON_TRACK, State.AT_RISK, State.OFF_TRACK, State.UNKNOWN})
_LONGEST_LABEL: Final = 34

Counts = Counter[State]


@dataclass(frozen=True, slots=True)
class ThemeProgress:
    """The chart with its caption, and its table.

    `over_time` are the moves since the term before and the burn-up, where there is something to
    show.
    """

    caption: str
    """The caption of the bars."""
    chart: str
    """The bars as SVG."""
    table: Table
    """The same figures."""
    over_time: tuple[Charted, ...]
    """Charts over time, each with its table."""
    source: str = ""
    """The file and the lines that the charts are drawn from, where those are known."""


def theme_progress(report: Occasion, numbers: Numbers) -> ThemeProgress | None:
    """How many actions of each theme are in each state; None for a plan without actions."""
    words = report.words
    if not report.rows:
        return None
    counted = [(theme, _counts(theme, report)) for theme in report.plan.themes]
    said = [_in_words(theme, counts, report) for theme, counts in counted]
    bars = [_bar(theme, counts, report) for theme, counts in counted]
    table = _table(counted, report, numbers.caption(words.say("by_theme_caption")))
    caption = words.say("chart_caption", number=numbers.given)
    over_time = (term_flow(report, numbers), term_burn_up(report, numbers))
    return ThemeProgress(
        caption=caption,
        chart=stacked_bars(bars, words.say("chart_title", figures="; ".join(said))),
        table=table,
        over_time=tuple(one for one in over_time if one),
        source=state_places(report.rows, report),
    )


def state_counts_of(theme: Theme, report: Occasion) -> str:
    """2 complete, 5 on track and 2 not known; nothing for a theme without actions."""
    counts = _counts(theme, report)
    return states_in_words([(state, counts[state]) for state in STATE_ORDER if counts[state]],
                           report.words)  # fmt: skip


def _counts(theme: Theme, report: Occasion) -> Counts:
    return Counter(
        state_of(row, report.scale, report.timeline, report.as_of)
        for row in report.rows
        if row.theme is theme
    )


def _in_words(theme: Theme, counts: Counts, report: Occasion) -> str:
    total = report.words.count("actions", counts.total())
    if not counts:
        return report.words.say("theme_without", theme=theme_name(theme))
    return report.words.say(
        "theme_with", theme=theme_name(theme), total=total, states=state_counts_of(theme, report)
    )


def _bar(theme: Theme, counts: Counts, report: Occasion) -> Bar:
    segments = []
    for state in STATE_ORDER:
        tag = state_tag(state, report.scale, report.words)
        tint = state_tint(state, report.scale)
        segments.append(Segment(state, tag.letter or tag.symbol, counts[state], tint))
    return Bar(shortened(theme_name(theme), _LONGEST_LABEL), tuple(segments))


def _table(counted: list[tuple[Theme, Counts]], report: Occasion, caption: str) -> Table:
    words = report.words
    overall: Counts = sum((counts for _, counts in counted), Counter())
    states = [state for state in STATE_ORDER if overall[state] or state in _ALWAYS]
    heads = [(state.value, words.say(f"state_{state.value}"), 17) for state in states]
    columns = shared_out(
        [("theme", words.say("theme"), 52), *heads, ("total", words.say("total"), 16)]
    )
    return Table(
        key="by-theme",
        caption=caption,
        columns=columns,
        groups=(
            RowGroup(
                tuple(
                    TableRow((plain(theme_name(theme)), *_figures(counts, states)))
                    for theme, counts in counted
                )
            ),
        ),
        total=(plain(words.say("all_actions")), *_figures(overall, states)),
    )


def _figures(counts: Counts, states: list[State]) -> tuple[Cell, ...]:
    figures = [counts[state] for state in states]
    return tuple(
        plain(f"{figure:,}", kind="nought" if figure == 0 else "plain")
        for figure in (*figures, counts.total())
    )
