"""Excel workbooks: values as they are shown, colours, hidden rows and sheets, notes."""

import re
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from planctl.model import rows
from planctl.transfer import period_called
from planctl.transfer.ledger import Fate
from planctl.transfer.reading.excel_areas import cells_in
from planctl.transfer.reading.refused import RefusedFileError


def workbook(*lines, headings=("Ref", "Action", "Who", "By when", "RAG")):
    book = Workbook()
    for line in (headings, *lines):
        book.active.append(line)
    return book, book.active


def taken(saved, book):
    return saved(book, "plan.xlsx", term=period_called("autumn 2018"))


def actions(found):
    return [row.action for row in rows(found.loaded.record)]


def test_numbers_and_days_come_in_as_they_are_shown(saved):
    midnight = datetime.fromisoformat("2018-12-01")
    book, sheet = workbook((1.1, "Open a club", "Library", date(2018, 10, 31), "G"),
                           (1.1, "Close it", "Library", midnight, "A"))  # fmt: skip
    sheet["A3"].number_format = "0.00"
    found = [(one.ref, str(one.due)) for one in actions(taken(saved, book))]
    assert found == [("1.1", "2018-10-31"), ("1.10", "2018-12-01")]


def test_a_share_keeps_its_percent_sign(saved):
    book, sheet = workbook(
        (1, "Open a club", 0.25), headings=("Ref", "Action", "Autumn 2018 % complete")
    )
    sheet["C2"].number_format = "0%"
    (update,) = actions(taken(saved, book))[0].updates.values()
    assert update.percent == 25


@pytest.mark.parametrize(("colour", "rating", "is_doubtful"), [
    (Color(rgb="FF00B050"), "green", False), (Color(rgb="FFFF0000"), "red", False),
    (Color(rgb="FFFFC000"), "amber", False), (Color(rgb="FF92D050"), "green", False),
    (Color(theme=6), "green", False), (Color(indexed=10), "red", False),
    (Color(rgb="FFBFFF00"), "green", True),
])  # fmt: skip
def test_a_rating_given_as_a_colour_is_the_nearest_level_with_a_warning(
    saved, colour, rating, is_doubtful
):
    book, sheet = workbook((1, "Open a club", "Library", None, None))
    sheet["E2"].fill = PatternFill("solid", fgColor=colour)
    found = taken(saved, book)
    (update,) = actions(found)[0].updates.values()
    assert update.rating == rating
    assert "a rating was read from the colour of its cell" in found.warnings
    assert any("between two levels" in one for one in found.warnings) == is_doubtful


def test_white_and_grey_cells_rate_nothing(saved):
    book, sheet = workbook((1, "Open a club", "Library", None, None))
    sheet["E2"].fill = PatternFill("solid", fgColor="FFD9D9D9")
    assert actions(taken(saved, book))[0].updates == {}


def test_hidden_rows_are_read_and_hidden_sheets_left_out_both_with_a_word(saved):
    book, sheet = workbook((1, "Open a club", "Library", "May 2019", "G"))
    sheet.row_dimensions[2].hidden = True
    lists = book.create_sheet("Lists")
    lists.append(["Red"])
    lists.sheet_state = "hidden"
    found = taken(saved, book)
    assert len(actions(found)) == 1
    assert found.warnings == (
        "sheet 'Sheet' has 1 hidden rows: they were read like the others",
        "sheet 'Lists' is hidden: it was left out",
    )
    assert found.account.by_name(Fate.IGNORED)["hidden sheets"] == 3


def test_a_note_on_a_cell_is_not_lost(saved):
    book, sheet = workbook((1, "Open a club", "Library", "May 2019", "G"))
    sheet["B2"].comment = Comment("Ask the school first", "A")
    assert [(one.address, one.text) for one in taken(saved, book).account.unmapped] == [
        ("note on sheet Sheet, row 2, cell 2", "Ask the school first")
    ]


def test_a_struck_cell_is_noticed(saved):
    book, sheet = workbook((1, "Open a club", "Library", "May 2019", "G"))
    sheet["B2"].font = Font(strike=True)
    assert actions(taken(saved, book))[0].source["struck through"] == "text"


def test_each_sheet_is_a_theme_where_there_are_several(saved):
    book, sheet = workbook((1, "Open a club", "Library", "May 2019", "G"))
    sheet.title = "Reading"
    other = book.create_sheet("Writing")
    for line in (("Ref", "Action", "Who"), (2, "Print a magazine", "Schools")):
        other.append(line)
    plan = taken(saved, book).loaded.record
    assert [(theme.title, len(theme.actions)) for theme in plan.themes] == [
        ("Reading", 1), ("Writing", 1),
    ]  # fmt: skip


def test_a_word_in_the_last_row_is_read_with_the_plan_and_said(saved):
    book, sheet = workbook((1, "Open a club", "Library", "May 2019", "G"))
    sheet["A1048576"] = "stray"
    found = taken(saved, book)
    assert [one.text for one in actions(found)] == ["Open a club"]
    assert found.warnings == (
        (
            "sheet 'Sheet': rows 3 to 1,048,575 are empty, and row 1,048,576 holds something: look "
            "whether it belongs to the plan"
        ),
    )
    assert found.account.total == len("RefActionWhoBy whenRAG1Open a clubLibraryMay 2019Gstray")


def test_a_word_in_the_last_column_is_asked_about_and_said(saved):
    book, sheet = workbook((1, "Open a club", "Library", "May 2019", "G"))
    sheet["XFD2"] = "far"
    found = taken(saved, book)
    assert [one.text for one in actions(found)] == ["Open a club"]
    assert found.warnings == (
        (
            "sheet 'Sheet': columns F to XFC are empty, and column XFD holds something: look "
            "whether it belongs to the plan"
        ),
    )
    assert [(one.address, one.text) for one in found.account.unmapped] == [
        ("sheet Sheet, row 2, cell 16384", "far")
    ]


def test_a_note_far_from_the_plan_is_not_lost(saved):
    book, sheet = workbook((1, "Open a club", "Library", "May 2019", "G"))
    sheet["AAA900000"].comment = Comment("Ask the school first", "A")
    assert [(one.address, one.text) for one in taken(saved, book).account.unmapped] == [
        ("note on sheet Sheet, row 900000, cell 703", "Ask the school first")
    ]


def test_words_strewn_over_a_sheet_are_refused_before_their_rows_and_columns_are_read(saved):
    book, sheet = workbook((1, "Open a club", "Library", "May 2019", "G"))
    for place in range(1, 1001):
        sheet.cell(row=place, column=place, value="word")
    with pytest.raises(RefusedFileError) as told:
        taken(saved, book)
    assert str(told.value) == (
        "plan.xlsx was not opened: sheet 'Sheet' has something in 1,000 rows and 1,000 columns. "
        "Take out what is not the plan: a plan has far fewer cells."
    )


def test_a_formula_gives_the_value_that_excel_saw_last(saved):
    book, sheet = workbook(
        (1, "=1+1", "Library", "May 2019", "G"), (2, "Close it", None, None, None)
    )
    del sheet
    found = taken(saved, book)
    assert [one.text for one in actions(found)] == ["Close it"]


def with_areas(tmp_path, areas):
    """A workbook with such areas in its XML, which no library here would write."""
    path = tmp_path / "plan.xlsx"
    book, _ = workbook(("1", "Open a club", "Bob", "", ""))
    book.save(path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", b"</sheetData>" + areas.encode())
    with zipfile.ZipFile(path, "w") as new:
        for name, raw in parts.items():
            new.writestr(name, raw)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("areas", "reason"),
    [
        ('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
         "sheet 'Sheet' merges 17,179,869,184 cells, as in A1:XFD1048576"),
        ('<mergeCells><mergeCell ref="E5:E6"/><mergeCell ref="F9:F300000"/></mergeCells>',
         "sheet 'Sheet' merges 299,994 cells, as in F9:F300000"),
        ('<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
         "sheet 'Sheet' has links on 17,179,869,184 cells, as in A1:XFD1048576"),
        ("<mergeCells>" + '<mergeCell ref="E5:E6"/>' * 5001 + "</mergeCells>",
         "sheet 'Sheet' merges 10,002 cells, as in E5:E6"),
    ],
    ids=["all", "together", "linked", "many"],
)  # fmt: skip
def test_areas_of_more_cells_than_a_plan_has_are_refused_before_they_are_made(
    tmp_path, taken, areas, reason
):
    with pytest.raises(RefusedFileError, match=re.escape(reason)):
        taken(with_areas(tmp_path, areas), "plan.xlsx")


def test_a_title_merged_over_all_columns_is_read(tmp_path, taken):
    areas = '<mergeCells><mergeCell ref="A9:XFD9"/></mergeCells>'
    found = taken(with_areas(tmp_path, areas), "plan.xlsx")
    assert [row.action.text for row in rows(found.loaded.record)] == ["Open a club"]


@pytest.mark.parametrize(
    ("area", "cells"), [("A1", 1), ("A1:B2", 4), ("B2:A1", 4), ("$A$1:$A$9", 9), ("x", 1)]
)
def test_an_area_has_so_many_cells(area, cells):
    assert cells_in(area) == cells
