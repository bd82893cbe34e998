"""How many pages a report on a full plan of 45 actions may have, and how full each page is."""

from itertools import pairwise

import pytest

from planctl.report import Audience, render_html, render_pdf
from tests.report.full_plan import ACTIONS, full_plan, full_report
from tests.report.pdf_parts import reader

BUDGETS = {
    Audience.BOARD: 8,
    Audience.SCRUTINY: 10,
    Audience.PUBLIC: 6,
    Audience.OFFICER: 24,
}
FOOT = 54
"""In points: where the foot stands, below all that belongs to the page itself."""


@pytest.fixture(scope="module")
def printed():
    """The PDF for each audience."""
    return {one: reader(render_pdf(render_html(full_report(one)))) for one in BUDGETS}


def text_places(one):
    """Where each run of text on the page begins, without the foot."""
    places = []

    def seen(text, _matrix, text_matrix, *_font):
        if text.strip() and text_matrix[5] > FOOT:
            places.append((text_matrix[4], text_matrix[5]))

    one.extract_text(visitor_text=seen)
    return places


def first_pages(document):
    """The numbers of the pages on which a part begins."""
    (_, parts) = document.outline
    tops = [one for one in parts if not isinstance(one, list)]
    return {document.get_destination_page_number(one) for one in tops}


def half_empty(document):
    """The pages, from 1, on which nothing stands below the middle and no part ends."""
    begins = first_pages(document) | {len(document.pages)}
    for number, one in enumerate(document.pages):
        lowest = min(y for _, y in text_places(one))
        if lowest > one.mediabox.height / 2 and number + 1 not in begins:
            yield number + 1


def test_the_full_plan_has_as_many_actions_as_the_budgets_speak_of():
    assert sum(len(theme.actions) for theme in full_plan().themes) == ACTIONS == 45


@pytest.mark.parametrize("audience", BUDGETS)
def test_a_report_keeps_to_its_pages(printed, audience):
    assert len(printed[audience].pages) <= BUDGETS[audience]


@pytest.mark.parametrize("audience", BUDGETS)
def test_no_page_is_half_empty_but_the_last_of_a_part(printed, audience):
    assert list(half_empty(printed[audience])) == []


@pytest.mark.parametrize("audience", BUDGETS)
def test_all_text_begins_inside_the_page(printed, audience):
    for one in printed[audience].pages:
        box = one.mediabox
        outside = [
            (x, y) for x, y in text_places(one) if not (0 < x < box.width and y < box.height)
        ]
        assert outside == []


def test_sides_alternate_no_more_than_needed(printed):
    """Upright, the wide theme tables, upright again: each change of side ends a page early."""
    sides = [one.mediabox.width > one.mediabox.height for one in printed[Audience.OFFICER].pages]
    assert sum(one != after for one, after in pairwise(sides)) <= 2
