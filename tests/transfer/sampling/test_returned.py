"""Workbooks that came back, and others that were taken for them."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from planctl.transfer.reading.refused import RefusedFileError
from planctl.transfer.sampling.returned import Cell, rows_returned
from planctl.transfer.sampling.workbook import COLUMNS, SHEET

HEADINGS = [column.heading for column in COLUMNS]
FIELDS = [column.field for column in COLUMNS]


def workbook(*rows, title=SHEET):
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def returned(content):
    return rows_returned(Path("sample.xlsx"), content)


def test_rows_are_read_by_their_headings_wherever_those_stand():
    values: dict[str, object] = dict(zip(FIELDS, range(len(FIELDS)), strict=True))
    values |= {"key": "reading/club", "date": datetime(2018, 1, 12), "note": None}  # noqa: DTZ001
    order = FIELDS[::-1]
    heads = [HEADINGS[FIELDS.index(field)] for field in order]
    (row,) = returned(workbook(["Title"], heads, [values[field] for field in order], [None]))
    assert row["key"] == Cell("Sample!L3", "reading/club")
    assert (row["date"].text, row["note"].text) == ("2018-01-12", "")
    assert row["ref"].text == str(values["ref"])


@pytest.mark.parametrize(
    ("written", "text", "is_formula"),
    [
        (date(2018, 1, 12), "2018-01-12", False),
        (" green ", "green", False),
        (3, "3", False),
        ("=1+1", "=1+1", True),
        ("#REF!", "#REF!", True),
        (datetime(2018, 1, 12).time(), "00:00:00", True),  # noqa: DTZ001
    ],
)
def test_what_stands_in_a_cell_is_text_or_told(written, text, is_formula):
    values = ["reading/club", *[""] * (len(FIELDS) - 2), written]
    (row,) = returned(workbook(HEADINGS, values))
    assert row["date"] == Cell("Sample!L2", text, is_formula)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b" ", "it is empty"),
        (b"words", "it is damaged, or no Word or Excel file"),
        (workbook(["Words"]), "it is no sample of planctl's"),
        (workbook(HEADINGS, title="Other"), "it is no sample of planctl's"),
        (workbook(HEADINGS[:-1]), "a column of the sample was taken out"),
        (workbook(HEADINGS, *[["x"]] * 2_000), "its sheet has more than 2,000 rows"),
    ],
)
def test_another_file_is_refused(content, said):
    with pytest.raises(RefusedFileError) as caught:
        returned(content)
    assert said in str(caught.value)


def test_a_book_without_its_parts_is_damaged(monkeypatch):
    def broken(*_args, **_options):
        raise KeyError("xl/workbook.xml")

    monkeypatch.setattr(openpyxl, "load_workbook", broken)
    with pytest.raises(RefusedFileError):
        returned(workbook(HEADINGS))
