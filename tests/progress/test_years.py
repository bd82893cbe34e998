"""Years that are asked for, and the terms by whose end they are judged."""

from datetime import date

import pytest

from planctl.errors import WrongValueError
from planctl.progress.years import terms_of, year_and_term, year_of, years_of

TODAY = date(2018, 6, 1)


def asked(year, term, plan, today=TODAY):
    return tuple(str(one) for one in year_and_term(year, term, plan, today))


def test_without_a_name_it_is_the_year_of_the_term(plan):
    "- {text: Read.}"
    assert asked("", "last", plan) == ("Year 1", "2017-18 spring")
    assert asked("", "2018-19 autumn", plan) == ("Year 2", "2018-19 autumn")


@pytest.mark.parametrize("name", ["Year 1", "2017-18", "year one"])
def test_a_year_in_either_spelling_is_the_plans(plan, name):
    "- {text: Read.}"
    assert asked(name, "last", plan, date(2020, 1, 1)) == ("Year 1", "2017-18 summer")


def test_the_last_term_of_a_year_to_come_is_the_last_one_that_has_ended(plan):
    "- {text: Read.}"
    assert asked("Year 3", "last", plan) == ("Year 3", "2017-18 spring")


def test_a_plan_of_which_no_term_has_ended_is_judged_by_its_first(plan):
    "- {text: Read.}"
    assert asked("", "last", plan, date(2017, 1, 1)) == ("Year 1", "2017-18 autumn")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "Year 4",
            (
                "--year 'Year 4' cannot be used. The plan does not run then; its years are "
                "Year 1 to Year 3."
            ),
        ),
        (
            "autumn",
            (
                "--year 'autumn' cannot be used. Write a year as '2017-18' or 'Year 1'; its years "
                "are Year 1 to Year 3."
            ),
        ),
    ],
)
def test_what_is_no_year_of_the_plan_is_refused(plan, name, message):
    "- {text: Read.}"
    with pytest.raises(WrongValueError) as refused:
        year_and_term(name, "last", plan, TODAY)
    assert str(refused.value) == message


def test_a_plan_without_days_has_year_1_where_its_schedule_names_years(plan, term):
    "- {text: Read., schedule: [Year 2]}"
    undated = plan.model_copy(update={"period": None})
    assert str(year_of(term("2017-18 spring"), undated)) == "Year 1"
    assert years_of(undated.timeline) == ()
    assert terms_of(term("Year 1"), undated.timeline) == ()


def test_a_plan_without_days_or_years_has_that_of_the_calendar(plan, term):
    "- {text: Read.}"
    undated = plan.model_copy(update={"period": None})
    assert str(year_of(term("2017-18 spring"), undated)) == "2017-18"


def test_the_terms_of_a_year_are_those_that_share_a_day_with_it(plan, term):
    "- {text: Read.}"
    found = terms_of(term("Year 1"), plan.timeline)
    assert [str(one) for one in found] == ["2017-18 autumn", "2017-18 spring", "2017-18 summer"]
