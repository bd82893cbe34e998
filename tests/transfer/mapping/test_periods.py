"""Periods in headings and cells."""

import pytest

from planctl.transfer.mapping.periods import parted, period_called, period_of, periods_in


@pytest.mark.parametrize(("written", "period"), [
    ("Yr 1", "Year 1"), ("Y2", "Year 2"), ("Year3", "Year 3"), ("Aut 2017", "2017-18 autumn"),
    ("Spring Term 2018", "2017-18 spring"), ("2018-19 Q2", "2018-19 Q2"), ("Comments", "None"),
])  # fmt: skip
def test_short_forms_are_read(written, period):
    assert str(period_called(written)) == period


def test_a_heading_and_its_period_part():
    assert [(rest, str(period)) for rest, period in map(parted, (
        "RAG Autumn 2017", "2017-18: progress", "Comments"))] == [
        ("RAG", "2017-18 autumn"), ("progress", "2017-18"), ("Comments", "None"),
    ]  # fmt: skip


def test_a_quarter_takes_the_year_above_it():
    found = map(period_of, (("2018-19", "Q1"), ("Timeline", "Q1"), ("RAG", "Yr 1")))
    assert list(map(str, found)) == ["2018-19 Q1", "None", "Year 1"]


@pytest.mark.parametrize(("written", "periods"), [
    ("Years 1-3", ["Year 1", "Year 2", "Year 3"]), ("Year 1 and Year 2", ["Year 1", "Year 2"]),
    ("Year 1, soon", []), ("", []),
])  # fmt: skip
def test_a_cell_may_name_several(written, periods):
    assert list(map(str, periods_in(written))) == periods
