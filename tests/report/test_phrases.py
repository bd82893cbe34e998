"""Dates, periods, amounts and lists in words; and how wide columns are."""

from datetime import date
from decimal import Decimal

import pytest

from planctl.model import read_deadline, read_period
from planctl.report.phrases import (
    date_range,
    deadline,
    listed,
    period_label,
    period_name,
    pounds,
)
from planctl.report.words import ENGLISH


@pytest.mark.parametrize(
    ("written", "name", "label"),
    [
        ("2017-18 autumn", "Autumn term 2017-18", "Autumn 2017-18"),
        ("Year 2", "Year 2", "Year 2"),
        ("2017-18", "2017-18", "2017-18"),
        ("2017-18 financial", "Financial year 2017-18", "Financial year 2017-18"),
        ("2018", "2018", "2018"),
        ("2018 Q2", "Q2 of 2018", "Q2 2018"),
        ("2018-19 Q2", "Q2 of 2018-19", "Q2 2018-19"),
        ("2018-03", "March 2018", "March 2018"),
    ],
)
def test_a_period_has_a_name_and_a_short_label(written, name, label):
    period = read_period(written)
    assert period
    assert (period_name(period, ENGLISH), period_label(period, ENGLISH)) == (name, label)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2017, 9, 1), date(2017, 12, 31), "1 September to 31 December 2017"),
        (date(2017, 9, 1), date(2018, 8, 31), "1 September 2017 to 31 August 2018"),
    ],
)
def test_a_range_says_the_year_once_where_it_can(first, last, said):
    assert date_range(first, last, ENGLISH) == said


@pytest.mark.parametrize(
    ("written", "said"), [("25/01/18", "25 January 2018"), ("early 2018", "early 2018")]
)
def test_a_deadline_is_said_as_exactly_as_it_was_written(written, said):
    due = read_deadline(written)
    assert due
    assert deadline(due, ENGLISH) == said


@pytest.mark.parametrize(("amount", "said"), [("40000", "£40,000"), ("1000.5", "£1,000.50")])
def test_pence_are_said_where_there_are_some(amount, said):
    assert pounds(Decimal(amount)) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_with_and(parts, said):
    assert listed(parts, ENGLISH) == said
