"""The page that leads to reports."""

from types import MappingProxyType

import pytest

from planctl.printing.index import is_ours, render_index
from planctl.printing.index_words import ENGLISH
from planctl.printing.listed import Count, Listed
from planctl.report.request import Audience, ReportKind
from planctl.report.words import Words

BRACKETED = Words(
    "en-GB", MappingProxyType({key: f"[{text}]" for key, text in ENGLISH.texts.items()})
)


def listed(title, term, audience=Audience.BOARD, **more):
    name = f"{title.lower()}-{term.replace(' ', '-')}-delivery-{audience}"
    files = (("html", f"{name}.html", 143_001), ("pdf", f"{name}.pdf", 999))
    return Listed(name, title, term, ReportKind.DELIVERY, audience, files=files, **more)


REPORTS = (
    listed("Reading", "2017-18 autumn", counts=(Count("7", "of 16", "complete"),)),
    listed("Writing", "2017-18 spring"),
    listed("reading", "2017-18 spring", Audience.PUBLIC),
)


def test_its_page_is_as_it_was_last_read(golden):
    # The style sheets are those of the reports.
    golden("index.html", render_index(REPORTS).partition("<body>")[2])


def test_the_order_of_the_reports_does_not_matter():
    assert render_index(REPORTS[::-1]) == render_index(REPORTS)


def test_each_file_has_a_link_that_says_by_itself_where_it_leads():
    page = render_index(REPORTS[:1])
    assert (
        '<a href="reading-2017-18-autumn-delivery-board.html" aria-label="HTML, 144 KB: Reading, '
        'Delivery report, for the board, 2017-18 autumn">HTML, 144 KB</a>'
    ) in page


def test_all_its_words_stand_in_the_catalogue():
    page = render_index((listed("T", "t"),), words=BRACKETED)
    body = page.partition("<body>")[2]
    shown = [one.partition(">")[2].strip() for one in body.split("<")]
    assert [
        text for text in shown if text and not text.startswith("[") and text not in {"T", "t"}
    ] == []


def test_what_a_plan_is_called_is_only_text():
    page = render_index((listed("<script>", "t"),))
    assert ("<script>" in page, "&lt;script&gt;" in page) == (False, True)


@pytest.mark.parametrize(
    ("content", "expected"),
    [(None, True), (render_index(REPORTS), True), ("<title>Ours</title>", False)],
)
def test_another_page_of_that_name_is_known(tmp_path, content, expected):
    path = tmp_path / "index.html"
    if content is not None:
        path.write_text(content, "utf-8")
    assert is_ours(path) is expected


def test_an_own_template_comes_first(tmp_path):
    (tmp_path / "index.html").write_text("{{ page.terms | length }} terms", "utf-8")
    assert render_index(REPORTS, (tmp_path,)) == "2 terms"
