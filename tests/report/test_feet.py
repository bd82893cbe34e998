"""The line at the foot of a page stays one line, and is cut at a word."""

from dataclasses import replace

import pytest

from planctl.printing.proof import coded
from planctl.report import ReportContext, render_html, render_pdf
from planctl.report.feet import fitted, foot_line, width
from planctl.report.shipped import SHIPPED
from planctl.report.theme import Theme, theme_shown
from planctl.report.words import ENGLISH
from tests.report.pdf_parts import reader

OTHERS = ("Autumn term 2017-18", "as at 30 September 2017", "For approval")
LONG = "Every child in every school of the county reads, writes and counts with joy"
LOUD = "WIDE MEANINGFUL WORDS MAKE MORE MARKS THAN NARROW ONES WOULD ON MANY OF MY MAPS"


def test_a_short_title_stands_whole():
    assert foot_line("1 Reading", ("Autumn", "Draft"), ENGLISH) == "1 Reading · Autumn · Draft"


def test_a_long_title_gives_way_at_a_word():
    title, *others = foot_line(LONG, OTHERS, ENGLISH).split(" · ")
    assert (title, tuple(others)) == ("Every child in every school of…", OTHERS)
    assert len(foot_line(LOUD, OTHERS, ENGLISH)) < len(foot_line(LONG, OTHERS, ENGLISH))


def test_a_term_of_a_long_name_gives_way_too():
    title, term, day = foot_line(LONG, (LONG, "Draft"), ENGLISH).split(" · ")
    assert (title[-1], term[-1], day) == ("…", "…", "Draft")
    assert len(title) > len("Every child")


def test_what_fits_is_left_as_it_is():
    assert fitted("Town Hall, Market Square") == "Town Hall, Market Square"
    footer = f"{LONG}, {LOUD}"
    assert theme_shown(Theme(footer=footer)).footer == fitted(footer) != footer


def test_a_title_of_very_many_words_is_cut_at_once():
    assert fitted("word " * 100_000, 5_000) == "word…"


@pytest.mark.parametrize("room", [1, 900, 3000])
def test_where_no_word_fits_letters_do(room):
    short = fitted("Parentalpartnerships", room)
    assert short[-1] == "…"
    assert width(short) <= max(room, width("…"))


def test_no_character_is_wider_than_is_thought():
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import

    with TTFont(SHIPPED / "fonts" / "SourceSans3-Regular.ttf") as face:
        unit, advances = face["head"].unitsPerEm, face["hmtx"]
        wider = [
            chr(code)
            for code, name in face.getBestCmap().items()
            if 1000 * advances[name][0] / unit > width(chr(code))
        ]
    assert wider == []


@pytest.mark.thorough
@pytest.mark.parametrize("title", [LONG, LOUD, "illicit " * 20, "Ŵ" * 90])
def test_a_printed_foot_is_one_line(context, plan, title):
    made = coded(context(plan(themes=[], title=title, ref="1")), "7WEH-QMH6-AWG4")
    assert isinstance(made, ReportContext)
    front = replace(made.front, title="Short")
    page = reader(render_pdf(render_html(replace(made, front=front)))).pages[0]
    (line,) = (line for line in page.extract_text().splitlines() if "Autumn term 2017-18 ·" in line)
    assert line.startswith("1")
    assert "Draft · check 7WEH-QMH6-AWG4 Page 1 of" in line
