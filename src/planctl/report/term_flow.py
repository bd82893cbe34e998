"""How actions moved from state to state since the term before, as a chart and a table."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planctl.model import Period, Row, State
from planctl.progress import latest_update, state_of
from planctl.report.flow import Flow, Stop, flow_chart
from planctl.report.marks import state_tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, term_compared
from planctl.report.palette import state_tint
from planctl.report.phrases import period_name
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out

_RATED: Final = (State.COMPLETE, State.ON_TRACK, State.AT_RISK, State.OFF_TRACK)
_STOPS: Final = (*_RATED, State.UNKNOWN)
"""Best to worst; the last one stands for everything without a rating."""


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart with its caption, the note on it, and the table of the same figures."""

    key: str
    """A class name, `flow` or `burn-up`."""
    caption: str
    """The caption of the chart."""
    chart: str
    """The chart as SVG."""
    note: str
    """How to read it."""
    table: Table
    """The same figures."""


def term_flow(report: Occasion, numbers: Numbers) -> Charted | None:
    """The moves since the term before; None in the first term, and where nothing is rated."""
    before = term_compared(report)
    if before is None or not _has_rating(report):
        return None
    words = report.words
    moved = _moved(before, report)
    names = {"before": period_name(before, words), "now": period_name(report.term, words)}
    flow = Flow(_stops(report), moved, (names["before"], names["now"]))
    caption = numbers.caption(words.say("flow_caption", before=names["before"]))
    title = words.say(
        "flow_chart_title", n=len(report.rows), figures="; ".join(_moves(flow, report)), **names
    )
    return Charted(
        key="flow",
        caption=words.say("flow_chart_caption", number=numbers.given, **names),
        chart=flow_chart(flow, title),
        note=words.say("flow_note", before=names["before"]),
        table=_table(flow, report, caption),
    )


def _has_rating(report: Occasion) -> bool:
    return any(latest_update(row, report.timeline, report.as_of) for row in report.rows)


def _moved(before: Period, report: Occasion) -> tuple[tuple[int, ...], ...]:
    counts = Counter((_stop_in(row, before, report), _stop_in(row, report.term, report))
                     for row in report.rows)  # fmt: skip
    return tuple(tuple(counts[start, end] for end in _STOPS) for start in _STOPS)


def _stop_in(row: Row, term: Period, report: Occasion) -> State:
    state = state_of(row, report.scale, report.timeline, report.judged_on(term))
    return state if state in _RATED else State.UNKNOWN


def _stops(report: Occasion) -> tuple[Stop, ...]:
    return tuple(_stop(state, report) for state in _STOPS)


def _stop(state: State, report: Occasion) -> Stop:
    tag = state_tag(state, report.scale, report.words)
    name = tag.word if state in _RATED else report.words.say("flow_unrated")
    return Stop(state, tag.letter or tag.symbol, name, state_tint(state, report.scale))


def _moves(flow: Flow, report: Occasion) -> Iterator[str]:
    for start, row in zip(flow.stops, flow.moved, strict=True):
        for end, number in zip(flow.stops, row, strict=True):
            if number:
                yield report.words.say("flow_move", before=start.name, now=end.name, n=number)


def _table(flow: Flow, report: Occasion, caption: str) -> Table:
    words = report.words
    heads = [(stop.state.value, stop.name, 20) for stop in flow.stops]
    first = ("before", words.say("flow_row_head", before=flow.heads[0]), 52)
    return Table(
        key="flow",
        caption=caption,
        columns=shared_out([first, *heads, ("total", words.say("flow_total"), 16)]),
        groups=(
            RowGroup(
                tuple(
                    TableRow((plain(stop.name), *_figures(row)))
                    for stop, row in zip(flow.stops, flow.moved, strict=True)
                )
            ),
        ),
        total=(plain(words.say("flow_all")), *_figures(flow.after)),
    )


def _figures(counts: tuple[int, ...]) -> tuple[Cell, ...]:
    return tuple(
        plain(f"{number:,}", kind="plain" if number else "nought")
        for number in (*counts, sum(counts))
    )
