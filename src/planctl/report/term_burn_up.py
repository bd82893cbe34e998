"""How complete actions rise towards those that are due over the plan's terms: chart and table."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from planctl.model import Period, Row, State
from planctl.progress import effective_due, is_due, state_of
from planctl.report.burn_up import BurnUp, Stage, burn_up_chart
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import long_date, part_of_year, period_label, period_name
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.term_flow import Charted

_MOST: Final = 12
_AFTER: Final = 4
"""Of a plan with more terms, so many are shown after the one reported on."""
_LEAST: Final = 2
_RATED: Final = {State.COMPLETE, State.ON_TRACK, State.AT_RISK, State.OFF_TRACK}


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
        note=" ".join(_notes(undated, report)),
        table=_table(terms, stages, report, caption),
    )


def _notes(undated: int, report: Occasion) -> Iterator[str]:
    """What is never counted as due, and the day of the term reported on where that is another."""
    words = report.words
    if undated:
        yield words.count("burn_note", undated)
    if report.as_of != report.timeline.ends(report.term):
        term, day = period_name(report.term, words), long_date(report.as_of, words)
        yield words.say("burn_as_at", term=term, day=day)


def _terms(report: Occasion) -> tuple[Period, ...]:
    every = tuple(report.timeline.terms())
    if report.term not in every:
        return ()
    last = max(every.index(report.term) + _AFTER + 1, _MOST)
    return every[:last][-_MOST:]


def _stage(term: Period, kept: tuple[Row, ...], report: Occasion) -> Stage:
    timeline, words = report.timeline, report.words
    day = report.judged_on(term)
    part = part_of_year(term, words)
    label = period_label(term, words)
    years = label.removeprefix(part).strip() if part else ""
    return Stage(
        label=(part or label, years),
        due=sum(is_due(row, timeline, day) for row in kept),
        complete=None if _is_to_come(term, report) else _complete(term, kept, report),
    )


def _is_to_come(term: Period, report: Occasion) -> bool:
    ends, now = report.timeline.ends(term), report.timeline.ends(report.term)
    return (ends or report.as_of) > (now or report.as_of)


def _complete(term: Period, kept: tuple[Row, ...], report: Occasion) -> int | None:
    """How many were complete; None where some are not known, and nothing is said of any other."""
    day = report.judged_on(term)
    states = [_state(row, day, report) for row in kept]
    if State.UNKNOWN in states and not _RATED & set(states):
        return None
    return states.count(State.COMPLETE)


def _state(row: Row, day: date, report: Occasion) -> State:
    return state_of(row, report.scale, report.timeline, day)


def _said(term: Period, stage: Stage, report: Occasion) -> str:
    words, name = report.words, period_name(term, report.words)
    if stage.complete is None and not _is_to_come(term, report):
        return words.say("burn_stage_unsaid", term=name, due=stage.due)
    if stage.complete is None:
        return words.say("burn_stage_to_come", term=name, due=stage.due)
    return words.say("burn_stage", term=name, due=stage.due, complete=stage.complete)


def _complete_cell(term: Period, stage: Stage, report: Occasion) -> Cell:
    if stage.complete is not None:
        return plain(f"{stage.complete:,}")
    key = "burn_to_come" if _is_to_come(term, report) else "burn_unsaid"
    return plain(report.words.say(key), kind="nought")


def _table(
    terms: tuple[Period, ...], stages: tuple[Stage, ...], report: Occasion, caption: str
) -> Table:
    words = report.words
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
                        _complete_cell(term, stage, report),
                    ))
                    for term, stage in zip(terms, stages, strict=True)
                )
            ),
        ),
    )  # fmt: skip
