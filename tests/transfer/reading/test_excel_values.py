"""The values of cells, read from a workbook's XML: what openpyxl sees too."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.transfer.reading.excel_days import shows_day
from planctl.transfer.reading.excel_values import Book, Value

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=9)
VALUES = st.one_of(
    TEXTS, st.booleans(), st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 4)),
    st.dates(date(1901, 1, 1), date(2099, 12, 31)),
    st.datetimes(datetime(1901, 1, 1), datetime(2099, 12, 31)),  # noqa: DTZ001 - as cells are
    st.sampled_from(["=A1", "=SUM(A1:B2)", "#N/A", "a\nb", " x "]),
    st.sampled_from([time(9, 30), timedelta(hours=30)]),
)  # fmt: skip
PLACES = st.tuples(st.integers(0, 12), st.integers(0, 30))


def made(cells, *, shared=True, old_days=False):
    """A workbook with the cells, written by xlsxwriter."""
    out = io.BytesIO()
    options = {"in_memory": True, "constant_memory": not shared, "date_1904": old_days}
    book = xlsxwriter.Workbook(out, options)
    page, plain = book.add_worksheet("One"), book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    for (row, column), value in sorted(cells.items()):
        if isinstance(value, date | time | timedelta):
            page.write_datetime(row, column, value, plain)
        else:
            page.write(row, column, value)
    book.close()
    return out.getvalue()


def seen_by_openpyxl(content):
    """The same cells by the library: text, kind and day."""
    page = openpyxl.load_workbook(io.BytesIO(content))["One"]
    return {
        (cell.row - 1, cell.column - 1): as_value(cell)
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }


def as_value(cell):
    value = cell.value
    if cell.data_type in {"f", "e"}:
        return (str(value), {"f": "formula", "e": "error"}[cell.data_type], None)
    if isinstance(value, datetime):
        return (value.date().isoformat(), "date", value.date())
    if isinstance(value, time | timedelta):
        return ("", "date", None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (f"{value:.15g}", "number", None)
    return (str(value), "", None)


def seen(content, most=1_048_576):
    rows = Book.of(content).rows("One", most)
    return {(at, column): value for at, row in enumerate(rows) for column, value in row.items()}


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(PLACES, VALUES, max_size=8), st.booleans(), st.booleans())
def test_cells_hold_what_openpyxl_sees(cells, shared, old_days):
    content = made(cells, shared=shared, old_days=old_days)
    ours = {
        place: ("" if one.kind == "date" and not one.day else one.text, one.kind, one.day)
        for place, one in seen(content).items()
    }
    assert ours == seen_by_openpyxl(content)


@pytest.mark.parametrize(
    ("written", "is_day"),
    [
        ("General", False), ("0.00", False), ("@", False), ('"day" 0', False), ("d mmm yyyy", True),
        ("[$-809]dd/mm/yyyy", True), ("[Red]0.0", False), ("[h]:mm", True), (r"0\d", False),
        ("0;[Red]d", False), ("#,##0_d", False),
    ],
)  # fmt: skip
def test_the_shape_of_a_number_tells_whether_it_is_a_day(written, is_day):
    assert shows_day(written) is is_day


@pytest.mark.parametrize(
    ("shape", "text"),
    [("0%", "82%"), ("0.0%", "82%"), ('0.00" of 100%"', "0.82"), ("General", "0.82")],
)
def test_a_share_is_read_as_it_is_shown(shape, text):
    book = openpyxl.Workbook()
    book.active.title = "One"
    book.active["A1"] = 0.82
    book.active["A1"].number_format = shape
    out = io.BytesIO()
    book.save(out)
    assert seen(out.getvalue()) == {(0, 0): Value(text, "number")}


def test_the_day_that_never_was_is_passed_over():
    cells = {(0, 0): date(1900, 1, 1), (1, 0): date(1900, 3, 1)}
    assert [one.day for one in seen(made(cells)).values()] == [*cells.values()]


def test_rows_end_where_the_most_are_reached_and_empty_ones_do_not_count():
    content = made({(0, 0): "a", (7, 1): "b"})
    assert len(Book.of(content).rows("One", 5)) == 5
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["One"].cell(900_000, 3).number_format = "0.00"
    out = io.BytesIO()
    book.save(out)
    assert len(Book.of(out.getvalue()).rows("One")) == 8


def with_part(content, name, change):
    """The workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            raw = old.read(entry)
            new.writestr(entry, change(raw) if entry == name else raw)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (b'<c r="A1" t="e"><v>#REF!</v></c>', Value("#REF!", "error")),
        (b'<c t="str"><v>so</v></c>', Value("so")),
        (b'<c r="A1" t="d"><v>2018-01-31T00:00:00</v></c>',
         Value("2018-01-31", "date", date(2018, 1, 31))),
        (b'<c r="A1"><f t="shared" si="0"/><v>3</v></c>', Value("=", "formula")),
        (b'<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>',
         Value("ab")),
        (b'<c r="A1" t="inlineStr"><v>so</v></c>', Value("so")),
        (b'<c r="A1"><is><t>so</t></is></c>', Value("so")),
        (b'<c t="inlineStr"><is>' + b"<r>" * 9000 + b"</r>" * 9000 + b"</is></c>", Value("")),
    ],
)  # fmt: skip
def test_cells_as_other_programs_write_them(cell, value):
    rows = b"<sheetData><row>" + cell + b"</row></sheetData>"
    content = with_part(made({}), SHEET, lambda raw: raw.replace(b"<sheetData/>", rows))
    assert seen(content) == {(0, 0): value}


@pytest.mark.parametrize(
    "cell",
    [b'<c r="1A"><v>1</v></c>', b'<c r="A1" t="s"><v>99</v></c>', b'<c r="A1" t="q"><v>1</v></c>',
     b'<c r="A1"><v>x</v></c>', b"<c", b'<c r="A1"><v>NaN</v></c>', b'<c r="A2"><v>1</v></c>',
     b'<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
     b'<c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c>'],
)  # fmt: skip
def test_what_no_workbook_holds_is_refused(cell):
    rows = b"<sheetData><row>" + cell + b"</row></sheetData>"
    content = with_part(made({}), SHEET, lambda raw: raw.replace(b"<sheetData/>", rows))
    with pytest.raises((ValueError, KeyError, IndexError)):
        seen(content)


def test_a_part_that_was_not_looked_through_is_not_read():
    content = made({(0, 0): "a"})
    rels = "xl/_rels/workbook.xml.rels"
    content = with_part(content, rels, lambda raw: raw.replace(b"sheet1.xml", b"sheet1.bin"))
    with pytest.raises(ValueError, match="is not called as XML is"):
        seen(content)
