"""Reports as a list knows them."""

import pytest

from planctl.printing.listed import Count, Listed, listed_in
from planctl.report.request import Audience, ReportKind

PAGE = """<h1>Reading &amp; <b>writing</b></h1>
<ul class="counts">
<li class="complete" data-count="complete" data-number="1" data-of="4">
<span class="number">1</span> <span class="of">of 4</span>
<span class="what">complete</span>
</li>
</ul>"""
COUNTS = (Count("1", "of 4", "complete"),)
STEM = "reading-2017-18-autumn-delivery-board"


def test_files_named_like_reports_are_found_with_what_their_pages_say(tmp_path):
    (tmp_path / f"{STEM}.html").write_text(PAGE, "utf-8")
    (tmp_path / f"{STEM}.pdf").write_bytes(b"%PDF")
    assert listed_in(tmp_path, {}) == (
        Listed(
            STEM,
            "Reading & writing",
            "2017-18 autumn",
            ReportKind.DELIVERY,
            Audience.BOARD,
            COUNTS,
            (("html", f"{STEM}.html", len(PAGE)), ("pdf", f"{STEM}.pdf", 4)),
        ),
    )


def test_what_was_just_made_is_known_better_than_by_its_file(tmp_path):
    (tmp_path / f"{STEM}.pdf").write_bytes(b"%PDF")
    made = Listed(STEM, "Reading", "Autumn", ReportKind.DELIVERY, Audience.BOARD, COUNTS)
    (found,) = listed_in(tmp_path, {STEM: made})
    assert (found.title, found.term, found.counts) == ("Reading", "Autumn", COUNTS)
    assert found.files == (("pdf", f"{STEM}.pdf", 4),)


@pytest.mark.parametrize(
    ("stem", "term"),
    [
        ("plan-2016-17-2017-18-spring-annual-public", "2017-18 spring"),
        ("plan-2018-19-scrutiny-scrutiny", "2018-19"),
        ("plan-year-1-annual-officer", "year-1"),
        ("plan-2018-q1-programme-board", "2018-q1"),
    ],
)
def test_the_term_is_read_from_the_name(tmp_path, stem, term):
    (tmp_path / f"{stem}.pdf").touch()
    assert [one.term for one in listed_in(tmp_path, {})] == [term]


def test_other_files_and_folders_are_left_out(tmp_path):
    for name in ("index.html", "minutes.pdf", f"{STEM}.txt", f"{STEM}-draft.html"):
        (tmp_path / name).touch()
    (tmp_path / f"{STEM}.pdf").mkdir()
    assert listed_in(tmp_path, {}) == ()
