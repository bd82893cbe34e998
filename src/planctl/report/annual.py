"""The annual delivery plan: what is worked on in a year, term by term, and what is carried over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from planctl.model import FundingLine, Period, Row
from planctl.progress import state_of
from planctl.progress.years import terms_of
from planctl.report.annual_cells import (
    carried_dates_cell,
    dates_cell,
    success_cell,
    term_cell,
    text_cell,
    when_cell,
)
from planctl.report.annual_rows import YearRows, rows_of_year
from planctl.report.grid import depth, owners, ref_width
from planctl.report.money import money_part
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.palette import slug
from planctl.report.phrases import (
    listed,
    long_date,
    period_label,
    period_name,
    pounds,
    row_name,
    theme_name,
)
from planctl.report.references import closure_words
from planctl.report.sections import Section, some_named
from planctl.report.tables import Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.widths import lines_taken, tags_width

_LINES_ON_A_PAGE: Final = 30
_WIDTHS: Final = (84, 31, 40, 40)
"""Millimetres of the columns that hold most text: action, owner, success, dates."""
_TERM: Final = 23
"""The least in millimetres for a term."""
_TERMS_AT_MOST: Final = 4
"""How many terms a year may have to be shown one beside the other."""


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The year: what to know of it, the table of its actions, what is carried over, its money.

    `rows` is the number of actions that are shown.
    """

    sections: tuple[Section, ...]
    """What to know of the year, its actions, what is carried over, its money."""
    rows: int
    """How many actions are shown."""


def year_part(report: Occasion, numbers: Numbers) -> YearPlan | None:
    """The part; None in a report that is of no year."""
    year = report.request.year
    if year is None:
        return None
    found = rows_of_year(report, year)
    sections = (
        _actions(found, year, report, numbers),
        _carried(found, year, report, numbers),
        _money_table(year, report, numbers),
    )
    rows = len(found.worked_on) + len(found.carried)
    return YearPlan(tuple(section for section in sections if section), rows)


def _actions(found: YearRows, year: Period, report: Occasion, numbers: Numbers) -> Section:
    words = report.words
    lines = (Line(" ".join(_lead(found, year, report))), _money_line(year, report))
    if not found.worked_on:
        return Section("year", "", lines)
    shape = _shape(found.worked_on, year, report)
    note = Line(" ".join(_notes(shape, report)), kind="small")
    caption = words.say("annual_caption", year=period_name(year, words))
    table = Table(
        key="year",
        caption=numbers.caption(caption),
        columns=shared_out(_columns(shape, report)),
        groups=tuple(_groups(found.worked_on, shape, report)),
    )
    return Section("year", "", (*lines, note), table=table)


def _lead(found: YearRows, year: Period, report: Occasion) -> Iterator[str]:
    words, every = report.words, len(report.rows)
    name = period_name(year, words)
    number = len(found.worked_on)
    if number:
        yield words.count("annual_lead", number, of=every, year=name, new=len(found.new))
    else:
        yield words.say("annual_none" if every else "no_actions", of=every, year=name)
    if found.carried:
        yield words.count("annual_carried_said", len(found.carried))
    else:
        yield words.say("annual_none_carried")
    if found.ended:
        names = [_ended(row, report) for row in found.ended]
        yield words.count("annual_ended", len(names), refs=listed(names, words))
    if found.others:
        yield words.count("annual_later", len(found.others))
    if found.untimed:
        names = [row_name(row, words) for row in found.untimed]
        yield words.count("annual_untimed", len(names), refs=some_named(names, words))


def _ended(row: Row, report: Occasion) -> str:
    """The row, and how and when it ended."""
    words, name, closure = report.words, row_name(row, report.words), row.action.closure
    if closure is None:
        return name
    how = closure_words(closure, report)
    if closure.date is None:
        return words.say("annual_ended_how", ref=name, how=how)
    day = long_date(closure.date, words)
    return words.say("annual_ended_on", ref=name, how=how, day=day)


def _notes(shape: "_Shape", report: Occasion) -> Iterator[str]:
    words = report.words
    yield words.say("annual_note")
    if not shape.has_success:
        yield words.say("annual_no_measures")
    if not shape.has_dates:
        yield words.say("annual_no_dates")


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which columns a table has: its terms, and those that hold anything at all."""

    year: Period
    terms: tuple[Period, ...]
    term_width: int
    has_success: bool
    has_dates: bool
    is_carried: bool = False


def _shape(
    rows: Sequence[Row], year: Period, report: Occasion, *, is_carried: bool = False
) -> _Shape:
    every = terms_of(year, report.timeline)
    terms = every if len(every) <= _TERMS_AT_MOST else ()
    cells = (term_cell(row, term, report) for row in rows for term in terms)
    return _Shape(
        year=year,
        terms=terms,
        term_width=tags_width(cells, _TERM),
        has_success=any(row.action.success or row.action.kpis for row in rows),
        has_dates=is_carried or any(dates_cell(row, year, report).lines for row in rows),
        is_carried=is_carried,
    )


def _columns(shape: _Shape, report: Occasion) -> Iterator[tuple[str, str, int]]:
    """Key, heading and weight of each column, about in millimetres."""
    words = report.words
    action, owner, success, dates = _WIDTHS
    spare = success * (not shape.has_success) + dates * (not shape.has_dates)
    yield "ref", words.say("ref"), min(ref_width(report), 18)
    taken = len(shape.terms) * (shape.term_width - _TERM)
    yield "action", words.say("action"), action + spare - taken
    yield "owner", words.say("owner"), owner
    for term in shape.terms:
        yield "rating", period_label(term, words), shape.term_width
    if not shape.terms:
        yield "when", words.say("annual_when"), 40
    if shape.has_success:
        yield "success", words.say("annual_success"), success
    if shape.has_dates:
        yield "dates", words.say("annual_dates"), dates


def _groups(rows: Sequence[Row], shape: _Shape, report: Occasion) -> Iterator[RowGroup]:
    for theme in report.plan.themes:
        of_theme = tuple(_row(row, shape, report) for row in rows if row.theme is theme)
        if of_theme:
            yield RowGroup(of_theme, heading=theme_name(theme))


def _row(row: Row, shape: _Shape, report: Occasion) -> TableRow:
    text, owner, success = text_cell(row), owners(row, report), success_cell(row, report)
    of_dates = carried_dates_cell if shape.is_carried else dates_cell
    dates = of_dates(row, shape.year, report)
    times = [term_cell(row, term, report) for term in shape.terms]
    last = [success] * shape.has_success + [dates] * shape.has_dates
    taken = lines_taken([text, owner, success, dates], _WIDTHS)
    return TableRow(
        (
            plain(row_name(row, report.words)),
            text,
            owner,
            *(times or [when_cell(row, shape.year, report)]),
            *last,
        ),
        state=slug(state_of(row, report.scale, report.timeline, report.as_of)),
        depth=depth(row),
        tall=taken > _LINES_ON_A_PAGE,
    )


def _carried(found: YearRows, year: Period, report: Occasion, numbers: Numbers) -> Section | None:
    words = report.words
    if not found.carried:
        return None
    shape = _shape(found.carried, year, report, is_carried=True)
    table = Table(
        key="year",
        caption=numbers.caption(words.say("annual_carried_caption")),
        columns=shared_out(_columns(shape, report)),
        groups=(RowGroup(tuple(_row(row, shape, report) for row in found.carried)),),
    )
    return Section("carried", words.say("annual_carried_heading"), table=table)


def _money_of(year: Period, report: Occasion) -> tuple[FundingLine, ...]:
    """The funding of the periods within the year; that of longer ones is not divided."""
    days = report.timeline.days(year)
    return tuple(
        line
        for line in report.plan.funding
        if line.period == year or _is_within(report.timeline.days(line.period), days)
    )


def _money_line(year: Period, report: Occasion) -> Line:
    """The money of the year in a line; its sum where a table says the rest."""
    words, lines = report.words, _money_of(year, report)
    label = words.say("annual_money")
    if not lines:
        return Line(words.say("annual_no_money"), label)
    if len(lines) > 1:
        return Line(pounds(sum((line.amount for line in lines), Decimal(0))), label)
    (only,) = lines
    said = pounds(only.amount)
    if only.origin:
        said = words.say("annual_money_of", amount=said, origin=only.origin)
    paid = [
        words.say(f"annual_money_{key}", amount=pounds(amount))
        for key, amount in (("spent", only.spent), ("forecast", only.forecast))
        if amount is not None
    ]
    return Line(", ".join([said, *paid]), label)


def _money_table(year: Period, report: Occasion, numbers: Numbers) -> Section | None:
    """The table of the year's money, where it is more than a line."""
    lines = _money_of(year, report)
    plan = report.plan.model_copy(update={"funding": lines, "declared_total": None})
    money = money_part(replace(report, plan=plan), numbers) if len(lines) > 1 else None
    return Section("money", report.words.say("annual_money"), table=money.table) if money else None


def _is_within(inner: tuple[date, date] | None, outer: tuple[date, date] | None) -> bool:
    return bool(inner and outer and outer[0] <= inner[0] and inner[1] <= outer[1])
