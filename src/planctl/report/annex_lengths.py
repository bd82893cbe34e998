"""How much of the annex is put on paper: the page of HTML and the files inside hold all of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from planctl.report.sections import Section
from planctl.report.tables import Line, RowGroup, Table, TableRow
from planctl.report.widths import lines_taken, millimetres
from planctl.report.words import Words

_PAGE: Final = 182
"""In millimetres: how wide the text of an upright page is."""
_LARGER: Final = 1.14
"""Paragraphs are set in larger letters than tables."""
_NAMED: Final = 300
"""How many of those that are not on paper are named there."""


def on_paper(section: Section, most: int, words: Words) -> Section:
    """The section, and what of it goes beyond that many lines of paper marked so.

    A paragraph says how much that is and where it stands, and names it where it has names. What
    comes first is always on paper.
    """
    lines = tuple(_lines(section.lines, most))
    kept = sum(map(_height, (line for line in lines if not line.beyond)))
    table = _table(section.table, most - kept) if section.table else None
    notes = [*_told(lines, "texts", words), *_told(_rows(table), "rows", words)]
    return replace(section, lines=(*lines, *notes), table=table)


def _lines(lines: Sequence[Line], most: int) -> Iterator[Line]:
    taken = 0
    for place, line in enumerate(lines):
        taken += _height(line)
        yield replace(line, beyond=bool(place) and taken > most)


def _height(line: Line) -> int:
    return 1 + int(_LARGER * millimetres(f"{line.label} {line.text}") // _PAGE)


def _table(table: Table, most: float) -> Table:
    widths = [round(_PAGE * float(one.percent.rstrip("%")) / 100) for one in table.columns]
    taken, groups = 0.0, []
    for group in table.groups:
        rows = []
        for row in group.rows:
            is_first = not taken
            taken += lines_taken(row.cells, widths)
            rows.append(replace(row, beyond=not is_first and taken > most))
        groups.append(RowGroup(tuple(rows), group.heading, group.note))
    return replace(table, groups=tuple(groups))


def _rows(table: Table | None) -> tuple[TableRow, ...]:
    return tuple(row for group in table.groups for row in group.rows) if table else ()


def _told(every: Sequence[Line] | Sequence[TableRow], sort: str, words: Words) -> Iterator[Line]:
    """What is said on paper of what is not there; nothing where all is."""
    beyond = [one for one in every if one.beyond]
    if not beyond:
        return
    said = words.count(f"annex_paper_{sort}", len(every), n=len(every) - len(beyond), of=len(every))
    names = tuple(dict.fromkeys(filter(None, map(_name, beyond))))
    text = [said, words.say("annex_paper_where")]
    text += [words.say("annex_paper_names", names=_named(names, words))] if names else []
    yield Line(" ".join(text), kind="on-paper")


def _name(one: Line | TableRow) -> str:
    if isinstance(one, Line):
        return one.label
    return one.name or next((line.text for line in one.cells[0].lines), "")


def _named(names: Sequence[str], words: Words) -> str:
    shown: Iterable[str] = names[:_NAMED]
    more = len(names) - _NAMED
    said = "; ".join(shown)
    return words.count("and_more", more, names=said) if more > 0 else said
