"""The exceptions that do not stand in full: a table with one line for each."""

from collections.abc import Iterator, Sequence
from typing import Final

from planctl.model import Row
from planctl.report.behind import Case
from planctl.report.grid import owners, ref_width, row_target, short_title
from planctl.report.lengths import lengths_for
from planctl.report.marks import said_tag, term_tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, term_compared
from planctl.report.phrases import row_name
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.unnamed import nobody_named
from planctl.report.widths import cut_to, millimetres

_TITLE: Final = 51
_OWNER: Final = 38
_EDGE: Final = 3
"""Millimetres of the columns of title and owner in the table, and of the space beside them."""


def one_line_each(shown: Sequence[Case], report: Occasion, numbers: Numbers) -> Table | None:
    """Those after the ones in full, as far as the audience reads them; None without any."""
    rest, _ = _beyond(shown, report)
    if not rest:
        return None
    caption = report.words.count("exceptions_rest", len(rest), of=len(shown))
    return Table(
        key="exceptions",
        caption=numbers.caption(caption),
        columns=shared_out(_columns(report)),
        groups=(RowGroup(tuple(_line(case, report) for case in rest)),),
    )


def beyond_the_lines(shown: Sequence[Case], report: Occasion) -> Sequence[Case]:
    """Those that are named by ref alone."""
    _, named = _beyond(shown, report)
    return named


def _beyond(shown: Sequence[Case], report: Occasion) -> tuple[Sequence[Case], Sequence[Case]]:
    """Of those that do not stand in full, the ones on one line each, and the ones named alone."""
    most = lengths_for(report.audience)
    rest = shown[most.in_full :]
    last = len(rest) if most.on_one_line is None else most.on_one_line
    return rest[:last], rest[last:]


def _columns(report: Occasion) -> Iterator[tuple[str, str, int]]:
    """Key, heading and weight of each column, about in millimetres."""
    words = report.words
    yield "ref", words.say("ref"), ref_width(report)
    yield "name", words.say("action"), _TITLE
    yield "owner", words.say("owner"), _OWNER
    yield "rating", words.say("exceptions_now_column"), 12
    if term_compared(report):
        yield "last", words.say("exceptions_last_column"), 12
    yield "day", words.say("exceptions_dates_column"), 28
    yield "day", words.say("exceptions_new_column"), 27


def _line(case: Case, report: Occasion) -> TableRow:
    return TableRow(tuple(_cells(case, report)), target=row_target(case.row, report))


def _cells(case: Case, report: Occasion) -> Iterator[Cell]:
    words, delay, before = report.words, case.delay, term_compared(report)
    new = delay.expected.words or (delay.now.words if delay.is_revised else "")
    yield plain(row_name(case.row, words))
    yield plain(cut_to(short_title(case.row), _TITLE - _EDGE))
    yield _first_owner(case.row, report)
    yield Cell(tag=said_tag(case.update, report.scale, words))
    if before:
        yield Cell(tag=term_tag(case.row, before, report))
    yield plain(delay.first.words or words.say("exceptions_no_date"))
    yield plain(new or words.say("exceptions_no_new_date"), kind="plain" if new else "gap")


def _first_owner(row: Row, report: Occasion) -> Cell:
    """Who is named first, and how many more there are."""
    names = [report.short_party(one.party) for one in row.responsible]
    if nobody_named(row, report) or len(names) < len(("first", "second")):
        return owners(row, report)
    more = len(names) - 1
    beside = millimetres(report.words.say("grid_owners", name="", n=more))
    first = cut_to(names[0], _OWNER - _EDGE - beside)
    return plain(report.words.say("grid_owners", name=first, n=more))
