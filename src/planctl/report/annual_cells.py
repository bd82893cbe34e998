"""What one row of the annual delivery plan holds: its text, its terms, its measures, its dates."""

from collections.abc import Iterator
from datetime import date

from planctl.model import Milestone, Period, Row
from planctl.progress import owes_update, update_in
from planctl.progress.due import last_scheduled_day
from planctl.report.marks import Tag, said_tag, term_tag
from planctl.report.occasion import Occasion
from planctl.report.phrases import deadline, long_date, period_label, shortened
from planctl.report.strip import mark
from planctl.report.tables import Cell, Line, plain

_LONGEST_TEXT = 220


def text_cell(row: Row) -> Cell:
    """The action: its title and its text."""
    action = row.action
    title = [Line(action.title, kind="title")] if action.title else []
    return Cell((*title, Line(shortened(action.text, _LONGEST_TEXT))))


def term_cell(row: Row, term: Period, report: Occasion) -> Cell:
    """The kind of work in the term, and its rating as soon as it has one."""
    marks = tuple(Line(text) for text in _marks(row, term, report))
    return Cell(marks, tag=_rating(row, term, report))


def when_cell(row: Row, year: Period, report: Occasion) -> Cell:
    """The kinds of work in the year, where its terms are not known or are too many."""
    return Cell(tuple(Line(text) for text in dict.fromkeys(_marks(row, year, report))))


def success_cell(row: Row, report: Occasion) -> Cell:
    """How anyone will know that it worked, and the KPIs that show it."""
    words, action = report.words, row.action
    lines = [Line(one.text) for one in action.success]
    kpis = [*action.kpis, *(one.kpi for one in action.success if one.kpi)]
    if kpis:
        lines.append(Line(", ".join(dict.fromkeys(kpis)), words.say("annual_kpi"), "note"))
    return Cell(tuple(lines)) if lines else plain(words.say("annual_no_success"), kind="gap")


def dates_cell(row: Row, year: Period, report: Occasion) -> Cell:
    """The deadline that lies in the year, its milestones, and those without a day."""
    words, lines = report.words, []
    due = row.due
    if due and (due.latest is None or _is_in(due.latest, year, report)):
        lines.append(Line(deadline(due, words), words.say("due")))
    lines += [Line(_step(one, report)) for one in _steps(row, year, report)]
    return Cell(tuple(lines))


def carried_dates_cell(row: Row, year: Period, report: Occasion) -> Cell:
    """When it was to end, before what is still to come in the year."""
    words = report.words
    last = last_scheduled_day(row, report.timeline)
    said = deadline(row.due, words) if row.due else long_date(last, words) if last else ""
    first = [Line(said, words.say("annual_was_to_end"))] if said else []
    steps = [Line(_step(one, report)) for one in _steps(row, year, report)]
    return Cell((*first, *steps))


def _marks(row: Row, span: Period, report: Occasion) -> Iterator[str]:
    """A mark for each period that touches the span, with its name where it is a part of it."""
    timeline, words = report.timeline, report.words
    days = timeline.days(span)
    for period, entry in row.schedule.items():
        if period != span and not timeline.touches(period, span):
            continue
        inner = timeline.days(period)
        is_part = bool(
            days and inner and inner != days and days[0] <= inner[0] <= inner[1] <= days[1]
        )
        plain_mark = mark(entry, words)
        if is_part:
            yield words.say("annual_term_mark", period=period_label(period, words), mark=plain_mark)
        else:
            yield plain_mark


def _rating(row: Row, term: Period, report: Occasion) -> Tag | None:
    """What was said for the term by the day; that nothing was, where an update is owed.

    In a plan without any update each row would say so; the front page says it once.
    """
    starts, ends = report.timeline.starts(term), report.timeline.ends(term)
    if starts is None or ends is None or starts > report.as_of:
        return None
    update = update_in(row, report.timeline, term)
    if update is not None:
        return said_tag(update, report.scale, report.words)
    is_rated = any(one.action.updates for one in report.rows)
    is_owed = is_rated and owes_update(row, report.scale, report.timeline, term)
    return term_tag(row, term, report) if is_owed and ends <= report.as_of else None


def _steps(row: Row, year: Period, report: Occasion) -> Iterator[Milestone]:
    for one in row.action.milestones:
        day = one.due.latest if one.due else None
        if day is None or _is_in(day, year, report):
            yield one


def _step(one: Milestone, report: Occasion) -> str:
    words = report.words
    said = f"{one.ref} {one.text}" if one.ref else one.text
    if one.done_on and one.done_on <= report.as_of:
        done = words.say("step_done", day=long_date(one.done_on, words))
        return f"{said} ({done})"
    if one.due:
        return f"{said} ({words.say('step_due', day=deadline(one.due, words))})"
    return said


def _is_in(day: date, year: Period, report: Occasion) -> bool:
    days = report.timeline.days(year)
    return days is not None and days[0] <= day <= days[1]
