"""Whether the figures and ratings that a source gives stand in the words of a report."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.printing.proof import AnyContext
from planctl.report import ReportContext
from planctl.report.marks import Tag
from planctl.report.programme_front import ProgrammeFront
from planctl.report.tables import TableRow

_BETWEEN: Final = 400
_APART: Final = 800
"""Letters between a row's name and its ratings, and between two rows: a page may end there."""
_SYMBOLS: Final = "●▲■◆○"


def unsaid(context: AnyContext, letters: str) -> Iterator[str]:
    """What should stand there and does not; `letters` are the report's words without spaces."""
    front = context.front
    for count in front.counts if isinstance(front, ProgrammeFront) else front.standing.counts:
        phrase = f"{count.shown or count.number} {count.out_of} {count.label}"
        if "".join(phrase.split()) not in letters:
            yield phrase
    table = context.grid.table if isinstance(context, ReportContext) and context.grid else None
    rows = [row for group in table.groups for row in group.rows] if table else []
    if table and rows:
        yield from _unsaid_ratings(rows, table.caption, letters)


def _unsaid_ratings(rows: list[TableRow], caption: str, letters: str) -> Iterator[str]:
    """The first row that is missing below the caption of the list of all actions."""
    patterns = [_pattern(row) for row in rows]
    furthest = 0
    for begun in re.finditer(re.escape("".join(caption.split())), letters):
        place, told = begun.end(), 0
        for pattern in patterns:
            found = pattern.match(letters, place)
            if found is None:
                break
            place, told = found.end(), told + 1
        if told == len(rows):
            return
        furthest = max(furthest, told)
    tags = [cell.tag for cell in rows[furthest].cells if cell.tag]
    yield " ".join([_name(rows[furthest]), *(f"{tag.letter} {tag.symbol}".strip() for tag in tags)])


def _pattern(row: TableRow) -> re.Pattern[str]:
    """The row's name not too far off, then its ratings: the next symbols are theirs."""
    name = re.escape("".join(_name(row).split()))
    tags = "".join(_tag(cell.tag) for cell in row.cells if cell.tag)
    return re.compile(f"[^{_SYMBOLS}]{{0,{_APART}}}?{name}[^{_SYMBOLS}]{{0,{_BETWEEN}}}?{tags}")


def _tag(tag: Tag) -> str:
    """Letter and symbol; a page of HTML has the word as well."""
    word = re.escape("".join(tag.word.split()))
    return f"{re.escape(tag.letter)}{re.escape(tag.symbol)}(?:{word})?"


def _name(row: TableRow) -> str:
    return " ".join(line.text for line in row.cells[0].lines)
