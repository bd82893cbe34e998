"""The days behind periods, and the terms that a plan runs through."""

from datetime import date

import pytest

from planctl.model import Period, Timeline, read_period, term_before, term_of

PLAN = Timeline(date(2017, 9, 1), date(2020, 8, 31))


def period(name: str) -> Period:
    found = read_period(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Year 1", date(2017, 9, 1), date(2018, 8, 31)),
        ("Year 3", date(2019, 9, 1), date(2020, 8, 31)),
        ("2017-18", date(2017, 9, 1), date(2018, 8, 31)),
        ("2017-18 autumn", date(2017, 9, 1), date(2017, 12, 31)),
        ("2017-18 spring", date(2018, 1, 1), date(2018, 4, 30)),
        ("2017-18 summer", date(2018, 5, 1), date(2018, 8, 31)),
        ("2018-19 Q1", date(2018, 4, 1), date(2018, 6, 30)),
        ("2018-19 Q2", date(2018, 7, 1), date(2018, 9, 30)),
        ("2018-19 Q3", date(2018, 10, 1), date(2018, 12, 31)),
        ("2018-19 Q4", date(2019, 1, 1), date(2019, 3, 31)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2199-00", date(2199, 9, 1), date(2200, 8, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(name, first, last):
    found = period(name)
    assert PLAN.days(found) == (first, last)
    assert (PLAN.starts(found), PLAN.ends(found)) == (first, last)


@pytest.mark.parametrize(
    ("first", "year_one"),
    [
        (date(2017, 9, 1), date(2017, 9, 1)),
        (date(2018, 8, 31), date(2017, 9, 1)),
        (date(2018, 4, 1), date(2017, 9, 1)),
        (date(2017, 12, 31), date(2017, 9, 1)),
    ],
)
def test_year_1_is_the_academic_year_of_the_plans_first_day(first, year_one):
    assert Timeline(first).starts(period("Year 1")) == year_one


def test_without_a_first_day_a_plan_year_has_no_days():
    year = period("Year 1")
    assert (Timeline().days(year), Timeline().starts(year), Timeline().ends(year)) == (None,) * 3
    assert Timeline().touches(year, year) is False
    assert Timeline().ends(period("2017-18")) == date(2018, 8, 31)


@pytest.mark.parametrize(
    ("name", "other", "touches"),
    [
        ("Year 1", "2017-18 summer", True),
        ("Year 1", "2018-19 autumn", False),
        ("2017-18 autumn", "2017-12", True),
        ("2017-18 autumn", "2018-01", False),
        ("2018-19 Q4", "2018-19 spring", True),
        ("2017-18 Q4", "2017-18 autumn", False),
    ],
)
def test_periods_touch_when_they_share_a_day(name, other, touches):
    assert PLAN.touches(period(name), period(other)) is touches
    assert PLAN.touches(period(other), period(name)) is touches


@pytest.mark.parametrize(
    ("first", "last", "terms"),
    [
        (
            date(2017, 9, 1),
            date(2018, 8, 31),
            ["2017-18 autumn", "2017-18 spring", "2017-18 summer"],
        ),
        (date(2018, 4, 30), date(2018, 5, 1), ["2017-18 spring", "2017-18 summer"]),
        (date(2018, 12, 31), date(2019, 1, 1), ["2018-19 autumn", "2018-19 spring"]),
        (date(2018, 2, 1), date(2018, 2, 1), ["2017-18 spring"]),
        (date(2018, 3, 2), date(2018, 3, 1), []),
        (None, date(2018, 3, 1), []),
        (date(2018, 3, 1), None, []),
    ],
)
def test_a_plan_runs_through_the_terms_that_its_days_touch(first, last, terms):
    assert [str(term) for term in Timeline(first, last).terms()] == terms


@pytest.mark.parametrize(
    ("on", "count"),
    [
        (date(2017, 12, 31), 0),
        (date(2018, 1, 1), 1),
        (date(2018, 5, 1), 2),
        (date(2020, 8, 31), 8),
        (date(2030, 1, 1), 9),
    ],
)
def test_a_term_has_ended_on_the_day_after_its_last(on, count):
    assert PLAN.terms_ended(on) == tuple(PLAN.terms())[:count]


@pytest.mark.parametrize(
    ("day", "name", "before"),
    [
        (date(2017, 9, 1), "2017-18 autumn", "2016-17 summer"),
        (date(2017, 12, 31), "2017-18 autumn", "2016-17 summer"),
        (date(2018, 1, 1), "2017-18 spring", "2017-18 autumn"),
        (date(2018, 4, 30), "2017-18 spring", "2017-18 autumn"),
        (date(2018, 5, 1), "2017-18 summer", "2017-18 spring"),
        (date(2018, 8, 31), "2017-18 summer", "2017-18 spring"),
    ],
)
def test_each_day_is_in_a_term_and_each_term_has_one_before(day, name, before):
    term = term_of(day)
    assert (str(term), str(term_before(term))) == (name, before)
