"""The days behind periods, and the terms that a plan runs through."""

from datetime import date

import pytest

from planctl.model import Period, PeriodKind, Timeline, read_period
from planctl.model.timeline import NamedPeriod

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
    term = PLAN.term_of(day)
    assert term is not None
    found = PLAN.term_before(term)
    assert (str(term), str(found)) == (name, before)
    assert found is not None
    assert PLAN.term_after(found) == term


@pytest.mark.parametrize(
    ("calendars", "name", "first", "last"),
    [
        (("financial",), "Year 1", date(2017, 4, 1), date(2018, 3, 31)),
        (("financial",), "2017-18", date(2017, 4, 1), date(2018, 3, 31)),
        (("municipal",), "2017-18", date(2017, 5, 1), date(2018, 4, 30)),
        (("municipal",), "2017-18 Q4", date(2018, 2, 1), date(2018, 4, 30)),
        (("calendar",), "Year 2", date(2018, 1, 1), date(2018, 12, 31)),
        (("calendar",), "2018-19", date(2018, 9, 1), date(2019, 8, 31)),
        ((), "2018", date(2018, 1, 1), date(2018, 12, 31)),
        ((), "2018 Q2", date(2018, 4, 1), date(2018, 6, 30)),
        ((), "2017-18 financial", date(2017, 4, 1), date(2018, 3, 31)),
        (("academic", "financial"), "2017-18", date(2017, 9, 1), date(2018, 8, 31)),
        (("financial", "academic"), "2017-18 autumn", date(2017, 9, 1), date(2017, 12, 31)),
        (("financial",), "2017-18 academic", date(2017, 9, 1), date(2018, 8, 31)),
    ],
)
def test_years_and_quarters_are_those_of_the_first_calendar(calendars, name, first, last):
    timeline = Timeline(PLAN.first, PLAN.last, calendars)
    found = timeline.period(name)
    assert found is not None
    assert timeline.days(found) == (first, last)


@pytest.mark.parametrize(
    ("calendars", "written", "canonical"),
    [
        (("financial",), "FY 2017-18", "2017-18"),
        (("academic", "financial"), "FY 2017-18", "2017-18 financial"),
        ((), "academic year 2017-18", "2017-18"),
        ((), "FY 2018-19 Q2", "2018-19 Q2"),
        (("municipal",), "FY 2018-19 Q2", "2018-19 Q2 financial"),
        (("calendar",), "2018", "2018"),
        (("calendar",), "Q2 2018", "2018 Q2"),
    ],
)
def test_a_period_names_its_calendar_only_where_it_is_not_the_plans(calendars, written, canonical):
    assert str(Timeline(calendars=calendars).period(written)) == canonical


@pytest.mark.parametrize(
    ("calendars", "terms"),
    [
        (("academic",), ("2017-18 autumn", "2019-20 summer", 9)),
        (("financial",), ("2017-18 Q2", "2020-21 Q2", 13)),
        (("calendar", "academic"), ("2017 Q3", "2020 Q3", 13)),
    ],
)
def test_progress_is_kept_by_terms_or_by_the_quarters_of_the_first_calendar(calendars, terms):
    timeline = Timeline(PLAN.first, PLAN.last, calendars)
    found = tuple(timeline.terms())
    assert (str(found[0]), str(found[-1]), len(found)) == terms
    assert all(timeline.is_term(term) for term in found)
    assert not timeline.is_term(period("Year 1"))


def test_quarters_are_no_terms_of_an_academic_plan_nor_terms_of_a_financial_one():
    assert not PLAN.is_term(period("2017-18 Q1"))
    assert not Timeline(calendars=("financial",)).is_term(period("autumn 2017"))
    assert not Timeline(calendars=("financial",)).is_term(period("2018 Q1"))


BLOCK = NamedPeriod(
    Period(PeriodKind.NAMED, 0, "Block B"), (date(2018, 1, 8), date(2018, 5, 25)), "blocks"
)
FIRST_BLOCK = NamedPeriod(
    Period(PeriodKind.NAMED, 0, "Block A"), (date(2017, 9, 4), date(2017, 12, 20)), "blocks"
)
BLOCKS = Timeline(PLAN.first, PLAN.last, ("blocks", "academic"), (BLOCK, FIRST_BLOCK))


def test_a_calendar_of_the_plans_own_names_the_terms_where_it_comes_first():
    assert tuple(BLOCKS.terms()) == (FIRST_BLOCK.period, BLOCK.period)
    assert BLOCKS.period("block  b") == BLOCK.period
    assert BLOCKS.days(BLOCK.period) == BLOCK.days
    assert BLOCKS.is_term(BLOCK.period)
    assert BLOCKS.term_of(date(2017, 12, 25)) == BLOCK.period
    assert BLOCKS.term_of(date(2018, 6, 1)) is None
    assert BLOCKS.term_before(BLOCK.period) == FIRST_BLOCK.period
    assert BLOCKS.term_before(FIRST_BLOCK.period) is None
    assert BLOCKS.term_after(BLOCK.period) is None
    assert BLOCKS.period("Block C") is None
    assert BLOCKS.starts(period("Year 1")) == date(2017, 9, 1)


def test_a_period_that_everybody_knows_can_be_given_its_true_days():
    autumn = NamedPeriod(period("autumn 2017"), (date(2017, 9, 4), date(2017, 12, 20)), "academic")
    timeline = Timeline(PLAN.first, PLAN.last, ("academic",), (autumn,))
    assert timeline.days(period("2017-18 autumn")) == autumn.days
    assert timeline.days(period("2018-19 autumn")) == (date(2018, 9, 1), date(2018, 12, 31))
    assert tuple(timeline.terms()) == tuple(PLAN.terms())
    assert timeline.terms_ended(date(2017, 12, 21)) == (autumn.period,)


def test_a_quarter_of_one_year_is_refused_where_it_may_be_another_years():
    assert Timeline(calendars=("financial",)).period("Q1 2018") is None
    assert Timeline(calendars=("financial", "calendar")).period("Q1 2018") == period("2018 Q1")
    assert Timeline().period("Q1 2018") == period("2018 Q1")
