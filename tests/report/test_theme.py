"""A look of one's own: whose report it is, in which colours, on the page and on paper."""

import re
from dataclasses import replace
from datetime import date

import pytest

from planctl.model import read_period
from planctl.report import ReportRequest, build_context, render_html, render_pdf
from planctl.report.pictures import Picture
from planctl.report.theme import Theme
from tests.report.pdf_parts import elements, faults, reader, text_of
from tests.report.pictures_made import SVG, png

LOGOS = {
    "png": Picture("image/png", png()),
    "svg": Picture("image/svg+xml", SVG.encode()),
}
THEME = Theme(
    name="Anywhere Council",
    logo=LOGOS["png"],
    accent="#6b1f5c",
    heading="#4a1540",
    link="#5c1a4f",
    footer="Town Hall, Market Square",
)


@pytest.fixture
def page(plan):
    """`page(theme, **fields)`: the HTML of a small plan in that look."""

    def made(theme, **fields):
        term = read_period("2017-18 autumn")
        assert term is not None
        request = ReportRequest(term, date(2017, 12, 31), theme=theme)
        small = plan({"ref": "1a", "text": "Read aloud."}, **fields)
        return render_html(build_context(small, request, (), ()))

    return made


def band(html):
    found = re.search(r'<header class="band">(.*?)</header>', html, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", found[1]).strip()


def test_the_band_has_name_partnership_and_logo(page):
    address = LOGOS["png"].address
    assert band(page(THEME, partnership="Reading together")) == (
        '<span class="whose"><span><span class="organisation">Anywhere Council</span> '
        'Reading together</span> <span class="logo">'
        f'<img src="{address}" alt="Anywhere Council"></span> </span>'
    )


@pytest.mark.parametrize(
    ("theme", "partnership", "shown"),
    [
        (Theme(), "Reading together", "Reading together"),
        (Theme(), "", ""),
        (Theme(name="Council"), "Council", "Council"),
        (
            Theme(name="Council"),
            "Reading together",
            (
                '<span class="whose"><span><span class="organisation">Council</span> '
                "Reading together</span> </span>"
            ),
        ),
    ],
)
def test_what_is_not_given_is_not_shown(page, theme, partnership, shown):
    fields = {"partnership": partnership} if partnership else {}
    assert band(page(theme, **fields)) == shown


def test_the_colours_are_those_chosen(page):
    found = dict(re.findall(r"  --(accent|heading|link|ink): (#[0-9a-f]+);", page(THEME)))
    assert found == {
        "accent": "#6b1f5c",
        "heading": "#4a1540",
        "link": "#5c1a4f",
        "ink": "#0b0c0c",
    }


def test_a_name_is_only_text(page):
    html = page(replace(THEME, name='"><script>', footer="</style><b>"))
    assert "<script>" not in html
    assert "</style><b>" not in html


@pytest.mark.thorough
@pytest.mark.parametrize("kind", list(LOGOS))
def test_the_pdf_has_the_look_and_stays_in_order(page, kind):
    html = page(replace(THEME, logo=LOGOS[kind]))
    pdf = render_pdf(html)
    assert faults(pdf) == []
    assert [one["/Alt"] for one in elements(pdf, "/Figure") if "Council" in one["/Alt"]] == [
        "Anywhere Council"
    ]
    assert "Town Hall, Market Square" in text_of(pdf)
    assert render_pdf(html) == pdf
    assert len(reader(pdf).pages) > 1
