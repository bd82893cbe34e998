"""Part 5, the status grid: one line an action, its years and its last term ratings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from planctl.model import Row, State, Theme
from planctl.progress import state_of
from planctl.report.marks import STATE_ORDER, Tag, level_word, state_tag, term_tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, terms_shown
from planctl.report.palette import slug
from planctl.report.parts import Part, parts_of
from planctl.report.phrases import period_label, period_name, row_name, shortened, theme_name
from planctl.report.placed import rating_place
from planctl.report.strip import has_other_times, other_times, strip_cells, strip_years
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.unnamed import nobody_named
from planctl.report.widths import cut_to, millimetres

SHORT_TITLE: Final = 60
_PAGE: Final = 182
_RATING: Final = 14
_YEAR: Final = 9
_OTHER: Final = 24
_STEP_IN: Final = 5
_EDGE: Final = 2
"""In millimetres: the width between the margins, what a letter and a symbol take below the year
of a term, the least for a year's mark, for other times, by how much a sub-action stands in, and
the space between two columns."""
_OWNER_SHARE: Final = 0.41
_LEAST_REF: Final = 10
_MOST_REF: Final = 34
_PADDING: Final = 3
_MAY_WRAP: Final = 30
"""With so many actions or fewer, paper is no reason to cut a title or a name."""


@dataclass(frozen=True, slots=True)
class StatusGrid:
    """The grid, how to read it, and a key for paper."""

    note: str
    """How to read the grid."""
    key: str
    """What letters and symbols stand for, for paper."""
    table: Table
    """The grid itself, one group a theme."""


def status_grid(report: Occasion, numbers: Numbers) -> StatusGrid | None:
    """Every action row on one line, by theme; None for a plan without actions."""
    words = report.words
    if not report.rows:
        return None
    widths = _widths(report)
    table = Table(
        key="grid",
        caption=numbers.caption(words.say("grid_caption")),
        columns=shared_out(_columns(widths, report)),
        groups=tuple(_group(theme, widths, report) for theme in report.plan.themes),
    )
    note = " ".join([words.say("grid_note"), *_short_names(report)])
    return StatusGrid(note, _key(table, report), table)


def short_title(row: Row) -> str:
    """The action's title, else the beginning of its text."""
    return row.action.title or shortened(row.action.text, SHORT_TITLE)


def row_target(row: Row, report: Occasion) -> str:
    """Where the row stands in full; nowhere in a report without theme tables."""
    return row_anchor(row) if Part.THEMES in parts_of(report.request) else ""


def owners(row: Row, report: Occasion) -> Cell:
    """Those responsible by short name; who is taken over from the parent is set apart."""
    if nobody := nobody_named(row, report):
        return plain(nobody, kind="gap")
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
    """Each short name in the grid that stands for a longer one, with that; what +1 is."""
    told = [row for row in report.rows if not nobody_named(row, report)]
    first = [row.responsible[0].party for row in told]
    pairs = {report.short_party(party): report.party(party) for party in first}
    for short, name in sorted(pairs.items()):
        if short != name:
            yield report.words.say("stands_for", short=short, name=name)
    if any(row.responsible[1:] for row in told):
        yield report.words.say("grid_owners_note")


def _key(table: Table, report: Occasion) -> str:
    """What each letter and symbol of the grid stands for, best first; levels before states."""
    kind = _of_its_kind(report)
    tags = {
        kind(tag) for group in table.groups for row in group.rows for cell in row.cells
        if (tag := cell.tag)
    }  # fmt: skip
    order = [slug(state) for state in STATE_ORDER]
    states = {report.words.say(f"state_{state.value}") for state in STATE_ORDER}
    said: dict[str, list[str]] = {}
    for tag in sorted(tags, key=lambda one: (order.index(one.state), one.word in states, one.word)):
        said.setdefault(f"{tag.letter} {tag.symbol}".strip(), []).append(tag.word)
    entries = [_held(f"{mark} {' / '.join(names)}") for mark, names in said.items()]
    return report.words.say("grid_key", entries=", ".join(entries)) if entries else ""


def _of_its_kind(report: Occasion) -> Callable[[Tag], Tag]:
    """Makes of a tag that names an action, 'Merged into 2.1a', that of all that are complete."""
    scale, words = report.scale, report.words
    named = {level_word(one, scale, words) for one in scale.all_levels}
    complete = state_tag(State.COMPLETE, scale, words)

    def kind(tag: Tag) -> Tag:
        is_other = tag.state == complete.state and tag.word not in named
        return complete if is_other else tag

    return kind


def _held(text: str) -> str:
    """The text, which no line end may part."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


@dataclass(frozen=True, slots=True)
class _Widths:
    """In millimetres, of the columns of words."""

    ref: int
    name: int
    owner: int
    years: tuple[int, ...]


def _widths(report: Occasion) -> _Widths:
    """The narrow columns take what they need, and title and owner share the rest."""
    ref = ref_width(report)
    marks = [strip_cells(row, report) for row in report.rows]
    years = tuple(
        max([_YEAR, *(_needed(word) for mark in marks for word in mark[place].split(" "))])
        for place, _ in enumerate(strip_years(report))
    )
    others = _OTHER if has_other_times(report) else 0
    rest = _PAGE - ref - sum(years) - others - _RATING * len(terms_shown(report))
    longest = max((_needed(_owner_words(row, report)) for row in report.rows), default=0)
    owner = min(longest, round(rest * _OWNER_SHARE))
    return _Widths(ref, rest - owner, owner, years)


def _needed(text: str) -> int:
    return ceil(millimetres(text) + _EDGE)


def _columns(widths: _Widths, report: Occasion) -> Iterator[tuple[str, str, int]]:
    """Key, heading and millimetres of each column."""
    words = report.words
    yield "ref", words.say("ref"), widths.ref
    yield "name", words.say("action"), widths.name
    yield "owner", words.say("owner"), widths.owner
    for year, width in zip(strip_years(report), widths.years, strict=True):
        yield "year", period_name(year, words), width
    if has_other_times(report):
        yield "other", words.say("other_times"), _OTHER
    for term in terms_shown(report):
        yield "rating", period_label(term, words), _RATING


def _group(theme: Theme, widths: _Widths, report: Occasion) -> RowGroup:
    lines = tuple(_row(row, widths, report) for row in report.rows if row.theme is theme)
    note = "" if lines else report.words.say("theme_is_empty")
    return RowGroup(lines, heading=theme_name(theme), note=note)


def _row(row: Row, widths: _Widths, report: Occasion) -> TableRow:
    return TableRow(
        cells=tuple(_cells(row, widths, report)),
        target=row_target(row, report),
        state=slug(state_of(row, report.scale, report.timeline, report.as_of)),
        depth=depth(row),
    )


def _cells(row: Row, widths: _Widths, report: Occasion) -> Iterator[Cell]:
    yield plain(row_name(row, report.words))
    yield plain(_fitting(short_title(row), widths.name - _EDGE - _STEP_IN * depth(row), report))
    yield _owner(row, widths.owner, report)
    inherited = "plain" if row.has_own_time else "inherited"
    for years_mark in strip_cells(row, report):
        yield plain(years_mark, kind=inherited)
    if has_other_times(report):
        yield plain(other_times(row, report), kind=inherited)
    for term in terms_shown(report):
        yield Cell(tag=term_tag(row, term, report), source=rating_place(row, term, report))


def _owner(row: Row, width: int, report: Occasion) -> Cell:
    """Who is named first, and how many more there are, on one line."""
    if nobody_named(row, report):
        return plain(report.words.say("nobody_named"), kind="gap")
    (name, *more) = [report.short_party(one.party) for one in row.responsible]
    beside = millimetres(_first_of("", len(more), report))
    said = _first_of(_fitting(name, width - _EDGE - beside, report), len(more), report)
    return plain(said, kind="plain" if row.action.responsible else "inherited")


def _fitting(text: str, width: float, report: Occasion) -> str:
    """The text, cut where it would take a second line of a long grid."""
    return text if len(report.rows) <= _MAY_WRAP else cut_to(text, width)


def _owner_words(row: Row, report: Occasion) -> str:
    if nobody_named(row, report):
        return report.words.say("nobody_named")
    (name, *more) = [report.short_party(one.party) for one in row.responsible]
    return _first_of(name, len(more), report)


def _first_of(name: str, more: int, report: Occasion) -> str:
    return report.words.say("grid_owners", name=name, n=more) if more else name
