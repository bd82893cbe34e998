"""Part 5, the status grid: one line an action, its years and its last term ratings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planctl.model import Row, Theme
from planctl.progress import state_of
from planctl.report.marks import term_tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, terms_shown
from planctl.report.palette import slug
from planctl.report.parts import Part, parts_of
from planctl.report.phrases import period_label, period_name, row_name, shortened, theme_name
from planctl.report.strip import has_other_times, other_times, strip_cells, strip_years
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out

SHORT_TITLE: Final = 60
_FITS_UPRIGHT: Final = 5
"""Years and terms together that fit beside title and owner on an upright page."""
_LEAST_REF: Final = 12
_MOST_REF: Final = 34
_PADDING: Final = 3


@dataclass(frozen=True, slots=True)
class StatusGrid:
    """The grid, and whether it needs a page on its side; a plan without themes has only a note."""

    note: str
    wide: bool = False
    table: Table | None = None


def status_grid(report: Occasion, numbers: Numbers) -> StatusGrid:
    """Every action row on one line, by theme."""
    words = report.words
    if not report.plan.themes:
        return StatusGrid(words.say("no_themes"))
    wide = len(strip_years(report)) + len(terms_shown(report)) > _FITS_UPRIGHT
    table = Table(
        key="grid",
        caption=numbers.caption(words.say("grid_caption")),
        columns=shared_out(_columns(report, wide=wide)),
        groups=tuple(_group(theme, report) for theme in report.plan.themes),
    )
    note = " ".join([words.say("grid_note"), *_short_names(report)])
    return StatusGrid(note, wide, table)


def short_title(row: Row) -> str:
    """The action's title, else the beginning of its text."""
    return row.action.title or shortened(row.action.text, SHORT_TITLE)


def row_target(row: Row, report: Occasion) -> str:
    """Where the row stands in full; nowhere in a report without theme tables."""
    return row_anchor(row) if Part.THEMES in parts_of(report.request) else ""


def owners(row: Row, report: Occasion) -> Cell:
    """Those responsible by short name; who is taken over from the parent is set apart."""
    if not row.responsible:
        return plain(report.words.say("nobody_named"), kind="gap")
    names = "; ".join(report.short_party(one.party) for one in row.responsible)
    return plain(names, kind="plain" if row.action.responsible else "inherited")


def row_anchor(row: Row) -> str:
    """The name under which the row stands in the theme tables."""
    return "-".join(["action", *(str(step) for step in row.path if isinstance(step, int))])


def ref_width(report: Occasion) -> int:
    """Millimetres for the column of references: enough for the longest word in one of them."""
    names = [row_name(row, report.words) for row in report.rows]
    longest = max((len(word) for name in names for word in name.split()), default=0)
    return min(max(_LEAST_REF, _PADDING + 2 * longest), _MOST_REF)


def depth(row: Row) -> int:
    """0 for an action, 1 for its sub-action, and so on."""
    return 0 if row.parent is None else 1 + depth(row.parent)


def _short_names(report: Occasion) -> Iterator[str]:
    """Each short name that stands for a longer one, with that."""
    named = {one.party: None for row in report.rows for one in row.responsible}
    pairs = {report.short_party(party): report.party(party) for party in named}
    for short, name in sorted(pairs.items()):
        if short != name:
            yield report.words.say("stands_for", short=short, name=name)


def _columns(report: Occasion, *, wide: bool) -> Iterator[tuple[str, str, int]]:
    """Key, heading and weight of each column, about in millimetres."""
    words = report.words
    yield "ref", words.say("ref"), ref_width(report)
    yield "name", words.say("action"), 92 if wide else 60
    yield "owner", words.say("owner"), 46 if wide else 36
    for year in strip_years(report):
        yield "year", period_name(year, words), 16
    if has_other_times(report):
        yield "other", words.say("other_times"), 24
    for term in terms_shown(report):
        yield "rating", period_label(term, words), 26


def _group(theme: Theme, report: Occasion) -> RowGroup:
    lines = tuple(_row(row, report) for row in report.rows if row.theme is theme)
    note = "" if lines else report.words.say("theme_is_empty")
    return RowGroup(lines, heading=theme_name(theme), note=note)


def _row(row: Row, report: Occasion) -> TableRow:
    return TableRow(
        cells=tuple(_cells(row, report)),
        target=row_target(row, report),
        state=slug(state_of(row, report.scale, report.timeline, report.as_of)),
        depth=depth(row),
    )


def _cells(row: Row, report: Occasion) -> Iterator[Cell]:
    yield plain(row_name(row, report.words))
    yield plain(short_title(row))
    yield owners(row, report)
    inherited = "plain" if row.has_own_time else "inherited"
    for years_mark in strip_cells(row, report):
        yield plain(years_mark, kind=inherited)
    if has_other_times(report):
        yield plain(other_times(row, report), kind=inherited)
    for term in terms_shown(report):
        yield Cell(tag=term_tag(row, term, report))
