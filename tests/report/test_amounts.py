"""Figures as printed: half up, separators, a true minus."""

from decimal import Decimal

import pytest

from planctl.model import Kpi
from planctl.report.amounts import (
    difference,
    figure,
    half_up,
    number,
    share,
    signed,
    unit_beside,
)
from planctl.report.words import ENGLISH


@pytest.mark.parametrize(
    ("value", "most", "printed"),
    [
        ("1234.50", None, "1,234.50"),
        ("-1234", None, "\N{MINUS SIGN}1,234"),
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "\N{MINUS SIGN}0.13"),
        ("2.5", 0, "3"),
        ("96.0", 2, "96.0"),
        ("123456789012345678", 0, "123,456,789,012,345,678"),
    ],
)
def test_a_number_is_rounded_half_up_and_gets_separators(value, most, printed):
    assert number(Decimal(value), most) == printed


def test_many_digits_are_rounded_without_a_complaint():
    assert half_up(Decimal("12345678901234567890.5"), 12) == Decimal("12345678901234567890.5")


@pytest.mark.parametrize(
    ("unit", "value", "printed", "apart"),
    [
        ("%", "64", "64%", "+64 points"),
        ("per cent", "-1", "\N{MINUS SIGN}1%", "\N{MINUS SIGN}1 point"),
        ("£", "-1200", "\N{MINUS SIGN}£1,200", "\N{MINUS SIGN}£1,200"),
        ("books", "1590", "1,590", "+1,590 books"),
        (None, "0", "0", "0"),
    ],
)
def test_a_figure_and_a_distance_have_their_unit(unit, value, printed, apart):
    kpi = Kpi.model_validate({"title": "T", "unit": unit})
    assert figure(kpi, Decimal(value)) == printed
    assert difference(kpi, Decimal(value), ENGLISH) == apart


def test_a_figure_that_was_worked_out_has_no_more_decimals_than_those_written():
    kpi = Kpi.model_validate({"title": "T", "baseline": "61.5", "actuals": {"2017-18": "64"}})
    assert figure(kpi, Decimal("70.725")) == "70.7"


def test_a_unit_that_is_no_sign_stands_beside():
    units = ("%", "£", "books", None)
    kpis = [Kpi.model_validate({"title": "T", "unit": unit}) for unit in units]
    assert [unit_beside(kpi) for kpi in kpis] == ["", "", "books", ""]


def test_a_share_is_in_whole_hundredths():
    assert share(Decimal("6150.50"), Decimal(24000)) == "26%"
    assert share(Decimal(5), Decimal(0)) == ""


def test_a_sign_is_written_but_for_nought():
    signs = [signed(Decimal(value)) for value in (5, 0, -5)]
    assert signs == ["+5", "0", "\N{MINUS SIGN}5"]
