"""Periods in every spelling of the format."""

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Period, PeriodKind, read_period
from planctl.model.period import month_number


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Year 1", "Year 1"), ("year 2", "Year 2"), ("YEAR3", "Year 3"), ("Yr 1", "Year 1"),
        ("yr-12", "Year 12"), ("Year  1", "Year 1"),
        ("2017-18", "2017-18"), ("2017/18", "2017-18"), ("2017-2018", "2017-18"),
        ("2017/2018", "2017-18"), ("1999-00", "1999-00"), ("2099-00", "2099-00"),
        (" 2017-18 ", "2017-18"),
        ("2017-18 autumn", "2017-18 autumn"), ("2017-18/autumn", "2017-18 autumn"),
        ("2017/18 Spring term", "2017-18 spring"), ("2017-18-summer", "2017-18 summer"),
        ("autumn 2017", "2017-18 autumn"), ("Spring 2018", "2017-18 spring"),
        ("summer term 2018", "2017-18 summer"), ("autumn-2017", "2017-18 autumn"),
        ("autumn 2017-18", "2017-18 autumn"), ("spring 2017/18", "2017-18 spring"),
        ("2018-19 Q2", "2018-19 Q2"), ("2018/19 q4", "2018-19 Q4"), ("2018-19_Q1", "2018-19 Q1"),
        ("2018-03", "2018-03"), ("2018-12", "2018-12"), ("2018/03", "2018-03"),
        ("March 2018", "2018-03"), ("mar 2018", "2018-03"), ("Sept 2018", "2018-09"),
        ("2017–18", "2017-18"), ("2017\u201118 autumn", "2017-18 autumn"), ("Year One", "Year 1"),
        ("2018", "2018"), ("calendar year 2018", "2018"), ("2018 Q2", "2018 Q2"),
        ("Q2 2018", "2018 Q2"), ("Q2 2018-19", "2018-19 Q2"), ("Quarter 2 2018/19", "2018-19 Q2"),
        ("2018-19 quarter 2", "2018-19 Q2"), ("2017-18 financial", "2017-18 financial"),
        ("FY 2017/18", "2017-18 financial"), ("financial year 2017-18", "2017-18 financial"),
        ("2017-18 (financial year)", "2017-18 financial"), ("school year 2017-18",
        "2017-18 academic"), ("municipal year 2017-18", "2017-18 municipal"),
        ("FY2018-19 Q2", "2018-19 Q2 financial"),
        # A year, not December: plans speak of years far more often.
        ("2011-12", "2011-12"), ("2001-02", "2001-02"),
    ],
)  # fmt: skip
def test_a_period_is_read_in_any_spelling(written, canonical):
    period = read_period(written)
    assert str(period) == canonical
    assert read_period(canonical) == period


@pytest.mark.parametrize(
    "written",
    [
        "", "Year", "Year 0", "Year 100", "Year 99999", "Year ²", "Year \u0663", "\uff39ear 1",
        "Year 1.5", "y1", "2017-19", "2017-17", "2018-00", "2018-13", "9999-00",
        "9999-00 autumn", "1899-00", "2200-01", "1800-03", "0000-01", "2017-18 winter",
        "2017-18 Q5", "2017-18 Q0", "2017-18 autumn 2", "autumn", "winter 2017", "autumn 17",
        "autumn 2017-19", "autumn 9999", "Ma 2018", "Foo 2018", "March", "March 18",
        "\uff12\uff10\uff11\uff17-18", "[key]", "1899", "9999", "2018 Q5", "Year eleven",
        "financial", "financial autumn 2017", "financial 2018", "calendar 2017-18",
        "academic 2018-19 Q2", "2018-03 financial", "year", "Q2",
    ],
)  # fmt: skip
def test_what_names_no_period_is_none(written):
    assert read_period(written) is None


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("Year 2", Period(PeriodKind.PLAN_YEAR, 2)),
        ("2017-18", Period(PeriodKind.YEAR, 2017)),
        ("spring 2018", Period(PeriodKind.TERM, 2017, "spring")),
        ("2018-19 Q2", Period(PeriodKind.QUARTER, 2018, "Q2")),
        ("March 2018", Period(PeriodKind.MONTH, 2018, "03")),
        ("2018", Period(PeriodKind.YEAR, 2018, calendar="calendar")),
        ("Q3 2018", Period(PeriodKind.QUARTER, 2018, "Q3", "calendar")),
        ("FY 2017-18", Period(PeriodKind.YEAR, 2017, calendar="financial")),
    ],
)
def test_a_period_keeps_its_kind_year_and_part(written, period):
    assert TypeAdapter(Period).validate_python(written) == period
    assert TypeAdapter(Period).validate_python(period) == period


@pytest.mark.parametrize(
    ("written", "slug"),
    [("Year 1", "year-1"), ("autumn 2017", "2017-18-autumn"), ("2018-19 Q2", "2018-19-q2")],
)
def test_a_period_has_a_spelling_for_the_names_of_files(written, slug):
    period = read_period(written)
    assert period is not None
    assert period.slug == slug


@pytest.mark.parametrize("written", ["soon", "", ["Year 1"], {"Year": 1}, 1, None])
def test_what_is_no_period_is_refused(written):
    with pytest.raises(ValidationError):
        TypeAdapter(Period).validate_python(written)


def test_a_period_is_written_in_its_canonical_spelling():
    periods = TypeAdapter(dict[Period, int])
    assert periods.dump_json(periods.validate_python({"autumn 2017": 1})) == b'{"2017-18 autumn":1}'
    assert TypeAdapter(Period).json_schema()["type"] == "string"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("January", 1),
        ("JUN", 6),
        ("july", 7),
        ("sept", 9),
        ("Dece", 12),
        ("ma", None),
        ("mayo", None),
    ],
)
def test_a_month_is_known_by_its_first_three_letters_or_more(name, number):
    assert month_number(name) == number
