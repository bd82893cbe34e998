"""How complete actions rise towards those that are due over the plan's terms: chart and table."""

from datetime import date
from typing import Final

from planctl.model import Period, Row, State
from planctl.progress import effective_due, state_of
from planctl.report.burn_up import BurnUp, Stage, burn_up_chart
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import part_of_year, period_label, period_name
from planctl.report.tables import RowGroup, Table, TableRow, plain, shared_out
from planctl.report.term_flow import Charted

_MOST: Final = 12
_AFTER: Final = 4
"""Of a plan with more terms, so many are shown after the one reported on."""
_LEAST: Final = 2


def term_burn_up(report: Occasion, numbers: Numbers) -> Charted | None:
    """The terms around the one reported on; None where the plan has no terms or nothing is due."""
    terms = _terms(report)
    kept = tuple(
        row for row in report.rows if _state(row, report.as_of, report) is not State.DROPPED
    )
    undated = sum(effective_due(row, report.timeline) is None for row in kept)
    if len(terms) < _LEAST or undated == len(kept):
        return None
    words = report.words
    stages = tuple(_stage(term, kept, report) for term in terms)
    caption = numbers.caption(words.count("burn_caption", len(kept)))
    said = "; ".join(_said(term, stage, report) for term, stage in zip(terms, stages, strict=True))
    shown = BurnUp(stages, len(kept), words.say("burn_line_due"), words.say("burn_line_complete"))
    return Charted(
        key="burn-up",
        caption=words.say("burn_chart_caption", number=numbers.given),
        chart=burn_up_chart(shown, words.say("burn_chart_title", n=len(kept), figures=said)),
        note=words.count("burn_note", undated) if undated else "",
        table=_table(terms, stages, report, caption),
    )


def _terms(report: Occasion) -> tuple[Period, ...]:
    every = tuple(report.timeline.terms())
    if report.term not in every:
        return ()
    last = max(every.index(report.term) + _AFTER + 1, _MOST)
    return every[:last][-_MOST:]


def _stage(term: Period, kept: tuple[Row, ...], report: Occasion) -> Stage:
    timeline, words = report.timeline, report.words
    end = timeline.ends(term) or report.as_of
    dues = [effective_due(row, timeline) for row in kept]
    is_to_come = end > (timeline.ends(report.term) or report.as_of)
    part = part_of_year(term, words)
    label = period_label(term, words)
    years = label.removeprefix(part).strip() if part else ""
    return Stage(
        label=(part or label, years),
        due=sum(due is not None and due <= end for due in dues),
        complete=None if is_to_come else _complete(term, kept, report),
    )


def _complete(term: Period, kept: tuple[Row, ...], report: Occasion) -> int:
    day = report.judged_on(term)
    return sum(_state(row, day, report) is State.COMPLETE for row in kept)


def _state(row: Row, day: date, report: Occasion) -> State:
    return state_of(row, report.scale, report.timeline, day)


def _said(term: Period, stage: Stage, report: Occasion) -> str:
    words, name = report.words, period_name(term, report.words)
    if stage.complete is None:
        return words.say("burn_stage_to_come", term=name, due=stage.due)
    return words.say("burn_stage", term=name, due=stage.due, complete=stage.complete)


def _table(
    terms: tuple[Period, ...], stages: tuple[Stage, ...], report: Occasion, caption: str
) -> Table:
    words = report.words
    to_come = plain(words.say("burn_to_come"), kind="nought")
    heads = (
        ("name", words.say("burn_term"), 60),
        ("due", words.say("burn_due"), 40),
        ("complete", words.say("burn_complete"), 40),
    )
    return Table(
        key="burn-up",
        caption=caption,
        columns=shared_out(heads),
        groups=(
            RowGroup(
                tuple(
                    TableRow((
                        plain(period_name(term, words)),
                        plain(f"{stage.due:,}"),
                        to_come if stage.complete is None else plain(f"{stage.complete:,}"),
                    ))
                    for term, stage in zip(terms, stages, strict=True)
                )
            ),
        ),
    )  # fmt: skip
