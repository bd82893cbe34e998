"""Days and deadlines in the spellings that people use."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Day, FuzzyDate, read_day, read_deadline


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-01-25", date(2018, 1, 25)),
        ("2018-1-5", date(2018, 1, 5)),
        ("25/01/2018", date(2018, 1, 25)),
        ("25/01/18", date(2018, 1, 25)),
        ("5/1/18", date(2018, 1, 5)),
        ("25.01.2018", date(2018, 1, 25)),
        ("01/02/2018", date(2018, 2, 1)),
        ("25 January 2018", date(2018, 1, 25)),
        ("25 Jan 2018", date(2018, 1, 25)),
        ("25 Jan. 2018", date(2018, 1, 25)),
        ("25th january, 2018", date(2018, 1, 25)),
        ("1st Sept 2018", date(2018, 9, 1)),
        ("  25  March  2018 ", date(2018, 3, 25)),
        ("29/02/2020", date(2020, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
    ],
)
def test_a_day_is_read_with_the_day_before_the_month(written, day):
    assert read_day(written) == day


NO_DAY = [
    "", "soon", "0", "0000-00-00", "31/02/18", "2018-02-30", "2018-13-01", "01/25/2018",
    "29/02/2019", "25/01/0018", "25/01/118", "1899-12-31", "2200-01-01", "9999-12-31",
    "99999-01-01", "18-01-25", "2018-01-25T00:00", "2018-01-25 10:00", "25 Month 2018",
    "25 Ja 2018", "0 January 2018", "\u0662\u0665/\u0660\u0661/\u0662\u0660\u0661\u0668",
    "²5/01/2018", "2018-01-²5", "\uff12\uff10\uff11\uff18-01-25", "-25/01/2018",
    "25//01/2018", "25",
]  # fmt: skip


@pytest.mark.parametrize("written", [*NO_DAY, "January 2018", "2018", "spring 2018"])
def test_what_names_no_day_is_none(written):
    assert read_day(written) is None


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("25/01/18", date(2018, 1, 25), date(2018, 1, 25)),
        ("January 2018", date(2018, 1, 1), date(2018, 1, 31)),
        ("feb 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-03", date(2018, 3, 1), date(2018, 3, 31)),
        ("spring 2018", date(2018, 1, 1), date(2018, 4, 30)),
        ("summer term 2018", date(2018, 5, 1), date(2018, 8, 31)),
        ("Autumn 2018", date(2018, 9, 1), date(2018, 12, 31)),
        ("2017-18 spring", date(2018, 1, 1), date(2018, 4, 30)),
        ("early 2018", date(2018, 1, 1), date(2018, 4, 30)),
        ("early-2018", date(2018, 1, 1), date(2018, 4, 30)),
        ("Mid  2018", date(2018, 5, 1), date(2018, 8, 31)),
        ("late 2018", date(2018, 9, 1), date(2018, 12, 31)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2017-18", date(2017, 9, 1), date(2018, 8, 31)),
        ("2018-19 Q4", date(2019, 1, 1), date(2019, 3, 31)),
    ],
)
def test_a_deadline_has_an_earliest_and_a_latest_day(written, earliest, latest):
    text = " ".join(written.split())
    assert read_deadline(written) == FuzzyDate(text, earliest, latest)


@pytest.mark.parametrize(
    "written",
    [
        *NO_DAY,
        "Year 1",
        "early",
        "early 18",
        "early 0000",
        "late 9999",
        "0000",
        "9999",
        "1899",
        "²018",
    ],
)
def test_what_names_no_deadline_is_none(written):
    assert read_deadline(written) is None


@pytest.mark.parametrize(
    ("written", "is_exact", "printed"),
    [("25/01/18", True, "2018-01-25"), ("early  2018", False, "early 2018")],
)
def test_an_exact_deadline_is_printed_as_its_day_and_another_in_its_words(
    written, is_exact, printed
):
    deadline = TypeAdapter(FuzzyDate).validate_python(written)
    assert (deadline.is_exact, str(deadline)) == (is_exact, printed)


@pytest.mark.parametrize("kind", [Day, FuzzyDate])
def test_a_date_that_is_one_already_is_kept(kind):
    date_of = TypeAdapter(kind)
    once = date_of.validate_python("2018-01-25")
    assert date_of.validate_python(once) == once


@pytest.mark.parametrize("kind", [Day, FuzzyDate])
@pytest.mark.parametrize("written", ["0", "soon", "1516838400", ["2018-01-25"], {"a": "b"}, None])
def test_what_is_no_date_is_refused(kind, written):
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(written)


def test_dates_are_written_as_text():
    deadline = TypeAdapter(FuzzyDate)
    assert deadline.dump_json(deadline.validate_python("25/01/18")) == b'"2018-01-25"'
    assert TypeAdapter(FuzzyDate).json_schema()["type"] == "string"
    assert TypeAdapter(Day).json_schema()["type"] == "string"
