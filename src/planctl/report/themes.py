"""Part 8, the theme tables in full: every action with all that the plan and its owners say."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from planctl.model import Row, Theme
from planctl.progress import state_of
from planctl.report.action_text import (
    action_cell,
    party_with_role,
    ref_cell,
    responsible_cell,
    schedule_cell,
)
from planctl.report.by_theme import state_counts_of
from planctl.report.grid import depth, ref_width, row_anchor
from planctl.report.marks import term_tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, term_compared
from planctl.report.palette import slug
from planctl.report.phrases import listed, theme_name
from planctl.report.tables import Cell, Column, Line, RowGroup, Table, TableRow, shared_out
from planctl.report.update_text import (
    comment_cell,
    evidence_cell,
    next_steps_cell,
    rating_cell,
)
from planctl.report.widths import fitted_widths, lines_taken, tags_width

_PAGE_WIDTH = 271
"""Millimetres between the margins of a page on its side."""
_LINES_ON_A_PAGE = 30
"""Below a theme's heading and the head of its table."""


@dataclass(frozen=True, slots=True)
class ThemeSection:
    """A theme: its heading, what is said of it as a whole, and its table where it has actions."""

    anchor: str
    """The id that links lead to."""
    heading: str
    """The theme, with its reference."""
    note: str
    """That there are no actions."""
    lines: tuple[Line, ...]
    """What is said of the theme as a whole."""
    table: Table | None
    """Its actions."""


@dataclass(frozen=True, slots=True)
class ThemeTables:
    """All themes, and notes on how to read the tables."""

    notes: tuple[str, ...]
    """How to read the tables."""
    sections: tuple[ThemeSection, ...]
    """One section a theme."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A column: its key, its least width in millimetres, and its cell for each row of the plan."""

    key: str
    heading: str
    least: int
    cells: tuple[Cell, ...]
    may_be_left_out: bool = False

    @property
    def is_filled(self) -> bool:
        return any(cell.lines or cell.tag for cell in self.cells)


def theme_tables(report: Occasion, numbers: Numbers) -> ThemeTables | None:
    """The theme tables, with the same columns in each; None where no theme has anything to say."""
    if not report.rows and not any(_says_something(theme) for theme in report.plan.themes):
        return None
    every = tuple(_parts(report))
    parts = tuple(part for part in every if part.is_filled or not part.may_be_left_out)
    widths = _widths(parts)
    columns = shared_out(
        (part.key, part.heading, width) for part, width in zip(parts, widths, strict=True)
    )
    by_row = zip(*(part.cells for part in parts), strict=True)
    rows = tuple(
        _row(row, cells, widths, report) for row, cells in zip(report.rows, by_row, strict=True)
    )
    return ThemeTables(
        notes=tuple(_notes([part for part in every if part not in parts], report)),
        sections=tuple(_sections(report, columns, rows, numbers)),
    )


def _widths(parts: Sequence[_Part]) -> tuple[int, ...]:
    """Millimetres of each column; where all are stretched to the page, a tag may need no more."""
    cells, least = [part.cells for part in parts], [part.least for part in parts]
    widths = fitted_widths(cells, least, _PAGE_WIDTH)
    place = next(number for number, part in enumerate(parts) if part.key == "rating")
    needed = tags_width(cells[place], least[place])
    if widths[place] * _PAGE_WIDTH >= needed * sum(widths):
        return widths
    return fitted_widths(cells, [*least[:place], needed, *least[place + 1 :]], _PAGE_WIDTH)


def rows_shown(tables: ThemeTables) -> int:
    """How many action rows stand in the theme tables."""
    shown = (section.table for section in tables.sections if section.table)
    return sum(len(group.rows) for table in shown for group in table.groups)


def _parts(report: Occasion) -> Iterator[_Part]:
    words = report.words

    def cells(cell: Callable[[Row, Occasion], Cell]) -> tuple[Cell, ...]:
        return tuple(cell(row, report) for row in report.rows)

    def optional(key: str, least: int, cell: Callable[[Row, Occasion], Cell]) -> _Part:
        heading = words.say(f"column_{key}")
        return _Part(key, heading, least, cells(cell), may_be_left_out=True)

    yield _Part("ref", words.say("ref"), ref_width(report), cells(ref_cell))
    yield _Part("action", words.say("action"), 56, cells(action_cell))
    yield _Part("responsible", words.say("owner_and_when"), 36, cells(_who_and_when))
    yield _Part("rating", words.say("rating_column"), 22, cells(_ratings))
    yield optional("comment", 64, comment_cell)
    yield optional("next_steps", 38, _next_steps_and_evidence)


def _who_and_when(row: Row, report: Occasion) -> Cell:
    """Who answers for the row, and below that its times."""
    return Cell((*responsible_cell(row, report).lines, *schedule_cell(row, report).lines))


def _next_steps_and_evidence(row: Row, report: Occasion) -> Cell:
    """What comes next, and below that the evidence."""
    label = report.words.say("column_evidence")
    evidence = (replace(line, label=label) for line in evidence_cell(row, report).lines)
    return Cell((*next_steps_cell(row, report).lines, *evidence))


def _ratings(row: Row, report: Occasion) -> Cell:
    """The tag of the term, and below it what the row was rated in the term before."""
    now, before = rating_cell(row, report), term_compared(report)
    if before is None:
        return now
    tag = term_tag(row, before, report)
    said = " ".join(part for part in (tag.letter, tag.symbol, tag.word) if part)
    return replace(now, lines=(Line(said, report.words.say("rating_before")), *now.lines))


def _notes(left_out: Sequence[_Part], report: Occasion) -> Iterator[str]:
    """Which columns nobody has filled, when there are actions to fill them for; what a line is."""
    words = report.words
    if left_out and report.rows:
        columns = listed([part.heading for part in left_out], words)
        yield words.count("columns_left_out", len(left_out), columns=columns)
    if any("line" in (row.action.source or {}) for row in report.rows):
        yield words.say("line_note")


def _sections(
    report: Occasion, columns: tuple[Column, ...], rows: Sequence[TableRow], numbers: Numbers
) -> Iterator[ThemeSection]:
    themes = report.plan.themes
    of_theme = [
        tuple(shown for row, shown in zip(report.rows, rows, strict=True) if row.theme is theme)
        for theme in themes
    ]
    for theme, shown in zip(themes, of_theme, strict=True):
        yield _section(theme, _table(theme, numbers, columns, shown, report), report)


def _table(
    theme: Theme,
    numbers: Numbers,
    columns: tuple[Column, ...],
    rows: tuple[TableRow, ...],
    report: Occasion,
) -> Table | None:
    if not rows:
        return None
    caption = report.words.count(
        "theme_caption",
        len(rows),
        theme=theme.ref or theme.title,
        states=state_counts_of(theme, report),
    )
    return Table("theme", numbers.caption(caption), columns, (RowGroup(rows),))


def _row(row: Row, cells: tuple[Cell, ...], widths: tuple[int, ...], report: Occasion) -> TableRow:
    return TableRow(
        cells=cells,
        anchor=row_anchor(row),
        state=slug(state_of(row, report.scale, report.timeline, report.as_of)),
        depth=depth(row),
        tall=lines_taken(cells, widths) > _LINES_ON_A_PAGE,
    )


def _section(theme: Theme, table: Table | None, report: Occasion) -> ThemeSection:
    place = next(n for n, one in enumerate(report.plan.themes, start=1) if one is theme)
    return ThemeSection(
        anchor=f"theme-{place}",
        heading=theme_name(theme),
        note=report.words.say("theme_is_empty") if report.rows and not table else "",
        lines=tuple(_theme_lines(theme, report)),
        table=table,
    )


def _says_something(theme: Theme) -> bool:
    return bool(theme.text or theme.outcome or theme.responsible)


def _theme_lines(theme: Theme, report: Occasion) -> Iterator[Line]:
    words = report.words
    if theme.text:
        yield Line(theme.text)
    if theme.outcome:
        yield Line(theme.outcome, words.say("outcome"))
    if theme.responsible:
        parties = [party_with_role(one, report) for one in theme.responsible]
        yield Line("; ".join(parties), words.say("owner"))
