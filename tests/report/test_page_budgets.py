"""How many pages a report on a full plan of 45 actions may have, and how its ink lies on them."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise

import pytest

from planctl.report import Audience, render_html, render_pdf
from planctl.report.marks import STATE_ORDER, level_tag, state_tag
from planctl.report.words import ENGLISH
from tests.report.full_plan import ACTIONS, full_plan, full_report
from tests.report.pdf_parts import faults, reader

pytestmark = pytest.mark.thorough

BUDGETS = {
    Audience.BOARD: 8,
    Audience.SCRUTINY: 10,
    Audience.PUBLIC: 6,
    Audience.OFFICER: 24,
}
DOTS = 36
"""To the inch: half a point is too fine to see, and a line of text is five dots tall."""
EDGE = 6
"""In millimetres: nothing stands nearer to an edge of the paper."""
FOOT = 16
"""In millimetres: the foot stands in this strip, below all that belongs to the page itself."""
INK = 200
"""Of 255: what is darker is ink; the lightest tint of a tag is not."""


@dataclass(frozen=True)
class Sheet:
    """A page in grey, row by row from the top."""

    width: int
    height: int
    grey: bytes

    def row(self, number):
        return self.grey[number * self.width : (number + 1) * self.width]

    def inked(self, above=0.0):
        """The numbers of the rows with ink, without the strip of that many millimetres below."""
        last = self.height - dots(above)
        return [number for number in range(last) if min(self.row(number)) < INK]

    def margins(self):
        """How much paper is left free at top, right, bottom and left, in dots."""
        rows = self.inked()
        columns = [x for x in range(self.width) if min(self.grey[x :: self.width]) < INK]
        return rows[0], self.width - 1 - columns[-1], self.height - 1 - rows[-1], columns[0]

    def filled(self):
        """How far down the page the ink reaches, of 1, its foot apart."""
        rows = self.inked(above=FOOT)
        return rows[-1] / self.height if rows else 0


def dots(millimetres):
    return round(millimetres * DOTS / 25.4)


def sheets(pdf):
    """Each page as poppler draws it."""
    program = shutil.which("pdftoppm")
    if program is None:
        pytest.skip("pdftoppm is missing: install poppler-utils")
    drawn = subprocess.run(
        [program, "-r", str(DOTS), "-gray"], input=pdf, capture_output=True, check=True
    )
    return list(sheets_of(drawn.stdout))


def sheets_of(drawn):
    """The images of a stream of them: P5, width, height, the whitest, and a byte for each dot."""
    while drawn:
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", drawn)
        assert head, drawn[:20]
        width, height = int(head[1]), int(head[2])
        body = drawn[head.end() :]
        yield Sheet(width, height, body[: width * height])
        drawn = body[width * height :]


@pytest.fixture(scope="module")
def printed():
    """The PDF for each audience."""
    return {one: render_pdf(render_html(full_report(one))) for one in BUDGETS}


@pytest.fixture(scope="module")
def drawn(printed):
    return {one: sheets(pdf) for one, pdf in printed.items()}


def last_pages(document):
    """The numbers, from 0, of the pages before one on which a part begins, and of the last."""
    (_, parts) = document.outline
    tops = [one for one in parts if not isinstance(one, list)]
    begins = {document.get_destination_page_number(one) for one in tops}
    return {number - 1 for number in begins} | {len(document.pages) - 1}


def test_the_full_plan_has_as_many_actions_as_the_budgets_speak_of():
    assert sum(len(theme.actions) for theme in full_plan().themes) == ACTIONS == 45


@pytest.mark.parametrize("audience", BUDGETS)
def test_a_report_keeps_to_its_pages(printed, audience):
    assert len(reader(printed[audience]).pages) <= BUDGETS[audience]


@pytest.mark.parametrize("audience", BUDGETS)
def test_the_front_page_is_one_page(printed, audience):
    first, second = (one.extract_text() for one in reader(printed[audience]).pages[:2])
    assert "Other states" in first
    assert second.startswith("Decisions and exceptions")


@pytest.mark.parametrize("audience", BUDGETS)
def test_nothing_is_cut_off_at_an_edge_of_the_paper(drawn, audience):
    narrow = [
        (number, sheet.margins())
        for number, sheet in enumerate(drawn[audience], start=1)
        if min(sheet.margins()) < dots(EDGE) - 1
    ]
    assert narrow == []


@pytest.mark.parametrize("audience", BUDGETS)
def test_no_page_is_under_half_full_but_the_last_of_a_part(printed, drawn, audience):
    last = last_pages(reader(printed[audience]))
    empty = [
        number + 1
        for number, sheet in enumerate(drawn[audience])
        if sheet.filled() < 0.5 and number not in last
    ]
    assert empty == []


def test_sides_alternate_no_more_than_needed(drawn):
    """Upright, the wide theme tables, upright again: each change of side ends a page early."""
    sides = [sheet.width > sheet.height for sheet in drawn[Audience.OFFICER]]
    assert sum(one != after for one, after in pairwise(sides)) == 2
    assert not any(sheet.width > sheet.height for sheet in drawn[Audience.BOARD])


@pytest.mark.parametrize("audience", BUDGETS)
def test_a_report_of_many_pages_passes_every_check(printed, audience):
    assert faults(printed[audience]) == []


def test_ratings_are_told_apart_without_colour():
    """By their letter and symbol, which the grid shows alone, and by their word elsewhere."""
    scale = full_plan().rating_scale
    tags = [level_tag(level, scale, ENGLISH) for level in scale.all_levels]
    levelled = {tag.state for tag in tags}
    tags += [
        tag
        for state in STATE_ORDER
        if (tag := state_tag(state, scale, ENGLISH)).state not in levelled
    ]
    assert len({(tag.letter, tag.symbol) for tag in tags}) == len(tags)
    assert len({tag.symbol for tag in tags}) == len(tags)
    assert len({tag.word for tag in tags}) == len(tags)


@pytest.mark.parametrize("audience", BUDGETS)
def test_the_letter_and_symbol_of_each_rating_are_text(printed, audience):
    part = full_report(audience).grid
    assert part is not None
    grid = part.table
    tags = [
        cell.tag for group in grid.groups for row in group.rows for cell in row.cells if cell.tag
    ]
    said = re.sub(
        r"\s+", " ", "".join(one.extract_text() for one in reader(printed[audience]).pages)
    )
    for letter, symbol in {(tag.letter, tag.symbol) for tag in tags}:
        number = sum((tag.letter, tag.symbol) == (letter, symbol) for tag in tags)
        assert said.count(f"{letter} {symbol}".strip()) >= number
