"""The term that somebody asks for."""

from datetime import date

import pytest

from planctl.errors import WrongValueError
from planctl.model import Timeline
from planctl.progress import term_asked

PLAN = Timeline(date(2017, 9, 1), date(2020, 8, 31))
NO_DAYS = Timeline()


@pytest.mark.parametrize(
    ("name", "timeline", "today", "term"),
    [
        ("2017-18 autumn", PLAN, date(2019, 1, 1), "2017-18 autumn"),
        ("Spring 2018", PLAN, date(2019, 1, 1), "2017-18 spring"),
        ("2017-18/summer", NO_DAYS, date(2019, 1, 1), "2017-18 summer"),
        ("autumn 1999", NO_DAYS, date(2019, 1, 1), "1999-00 autumn"),
        ("current", PLAN, date(2018, 1, 1), "2017-18 spring"),
        ("Current", NO_DAYS, date(2018, 5, 1), "2017-18 summer"),
        ("last", PLAN, date(2018, 1, 1), "2017-18 autumn"),
        ("LAST", PLAN, date(2018, 4, 30), "2017-18 autumn"),
        ("last", PLAN, date(2025, 9, 1), "2019-20 summer"),
        ("last", NO_DAYS, date(2018, 1, 1), "2017-18 autumn"),
        ("last", NO_DAYS, date(2017, 9, 1), "2016-17 summer"),
    ],
)
def test_a_term_is_named_in_any_spelling_or_by_the_day(name, timeline, today, term):
    assert str(term_asked(name, timeline, today)) == term


ITS_TERMS = "its terms are 2017-18 autumn to 2019-20 summer"


@pytest.mark.parametrize(
    ("name", "timeline", "remedy"),
    [
        ("2017-18", PLAN, f"Write a term as '2017-18 autumn'; {ITS_TERMS}."),
        ("soon", NO_DAYS, "Write a term as '2017-18 autumn'."),
        ("autumn 2020", PLAN, f"The plan does not run then; {ITS_TERMS}."),
        ("last", PLAN, f"No term of it has ended yet; {ITS_TERMS}."),
    ],
)
def test_a_name_that_is_no_term_of_the_plan_is_refused(name, timeline, remedy):
    with pytest.raises(WrongValueError) as refused:
        term_asked(name, timeline, date(2017, 10, 1))
    assert str(refused.value) == f"--term {name!r} cannot be used. {remedy}"


def test_the_current_term_is_refused_once_the_plan_is_over():
    with pytest.raises(WrongValueError, match="The plan does not run then"):
        term_asked("current", PLAN, date(2025, 9, 1))
