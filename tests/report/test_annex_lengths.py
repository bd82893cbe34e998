"""The annex takes so much paper and no more; its page of HTML has all of it."""

from dataclasses import replace

import pytest

from planctl.report import Audience, render_html, render_pdf
from planctl.report.annex_lengths import on_paper
from planctl.report.lengths import lengths_for
from planctl.report.sections import Section
from planctl.report.tables import Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import ENGLISH
from tests.report.full_plan import full_report
from tests.report.pdf_parts import reader

ACTIONS = 120
LONG = "A sentence that says little at length, and then says it again. " * 6 + "End."


def table(*rows):
    columns = shared_out([("name", "Name", 20), ("says", "Says", 162)])
    return Table("t", "Table 1", columns, (RowGroup(rows),))


def row(first, text="Short.", **more):
    return TableRow((plain(first), plain(text)), **more)


def rows_of(section):
    return [one.beyond for group in section.table.groups for one in group.rows]


def test_what_fits_is_left_as_it_is():
    section = Section("s", "S", (Line("One."),), table=table(row("a"), row("b")))
    assert on_paper(section, 3, ENGLISH) == section


def test_rows_beyond_are_marked_and_named_once():
    rows = (row("a"), row("b", name="1a"), row("c", name="1a"), row("d"))
    found = on_paper(Section("s", "S", table=table(*rows)), 1, ENGLISH)
    assert rows_of(found) == [False, True, True, True]
    assert found.lines == (
        Line(
            "On paper stand the first 1 of 4 rows. The report as HTML has them all, and so has the "
            "plan’s file, which is inside this one. Not on paper: 1a; d.",
            kind="on-paper",
        ),
    )


def test_long_rows_count_for_the_lines_that_they_take():
    rows = tuple(row(name, LONG) for name in "abc")
    assert rows_of(on_paper(Section("s", "S", table=table(*rows)), 10, ENGLISH)) == [
        False, False, True,
    ]  # fmt: skip


def test_what_comes_first_is_on_paper_whatever_it_takes():
    section = Section("s", "S", table=table(row("a", LONG * 9)))
    assert rows_of(on_paper(section, 1, ENGLISH)) == [False]


def test_paragraphs_are_counted_and_named_by_their_labels():
    lines = tuple(Line(LONG, label) for label in ("ABC", "DEF", ""))
    found = on_paper(Section("s", "S", lines), 5, ENGLISH)
    assert [line.beyond for line in found.lines] == [False, True, True, False]
    assert found.lines[-1].text.startswith("On paper stand the first 1 of 3 paragraphs. ")
    assert found.lines[-1].text.endswith("Not on paper: DEF.")


def test_very_many_are_counted_and_not_named():
    rows = tuple(row(str(number)) for number in range(400))
    found = on_paper(Section("s", "S", table=table(*rows)), 50, ENGLISH)
    assert found.lines[0].text.endswith("348; 349 and 50 more.")


def test_a_full_plan_has_its_whole_annex_on_paper():
    annex = full_report(Audience.OFFICER).annex
    assert annex is not None
    assert "on-paper" not in {line.kind for one in annex.sections for line in one.lines}


@pytest.fixture
def large(context, plan):
    """The report on many actions of which much is said that only the annex has."""
    actions = [
        {
            "ref": f"1.{number}",
            "text": "Read.",
            "own": {"ward": LONG},
            "updates": {"2017-18 autumn": {"rating": "amber", "comment": LONG, "spend": "green"}},
        }
        for number in range(1, ACTIONS + 1)
    ]
    changes = [
        {"id": f"C{number}", "target": f"1.{number}", "reason": LONG}
        for number in range(1, ACTIONS + 1)
    ]
    made = context(plan(*actions, changes=changes, fields=[{"name": "ward"}]))
    return replace(made, parts=tuple(one for one in made.parts if one.name == "annex"))


def test_the_page_of_a_large_plan_has_all_of_it(large):
    wards_and_reasons = 2 * ACTIONS
    assert render_html(large).count(LONG) == wards_and_reasons


@pytest.mark.thorough
def test_the_annex_of_a_large_plan_ends(large):
    most = lengths_for(Audience.OFFICER).annex
    printed = reader(render_pdf(render_html(large)))
    text = " ".join(page.extract_text() for page in printed.pages)
    assert len(printed.pages) <= 10
    assert text.count("says it again") < 3 * most
    assert "Not on paper: C" in " ".join(text.split())
    assert f"1.{ACTIONS}." in text
