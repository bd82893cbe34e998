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
        ("current", PLAN, date(2025, 9, 1), "2025-26 autumn"),
        ("last", PLAN, date(2018, 1, 1), "2017-18 autumn"),
        ("LAST", PLAN, date(2018, 4, 30), "2017-18 autumn"),
        ("last", PLAN, date(2025, 9, 1), "2019-20 summer"),
        ("last", NO_DAYS, date(2018, 1, 1), "2017-18 autumn"),
        ("last", NO_DAYS, date(2017, 9, 1), "2016-17 summer"),
    ],
)
def test_a_term_is_named_in_any_spelling_or_by_the_day(name, timeline, today, term):
    assert str(term_asked(name, timeline, today)) == term


@pytest.mark.parametrize(
    ("name", "timeline", "message"),
    [
        (
            "2017-18",
            PLAN,
            "--term '2017-18' is not known. Write a term as '2017-18 autumn'; its terms are"
            " 2017-18 autumn to 2019-20 summer.",
        ),
        ("soon", NO_DAYS, "--term 'soon' is not known. Write a term as '2017-18 autumn'."),
        (
            "autumn 2020",
            PLAN,
            "--term 'autumn 2020' is not known. The plan does not run then; its terms are"
            " 2017-18 autumn to 2019-20 summer.",
        ),
        (
            "last",
            PLAN,
            "--term 'last' is not known. No term of it has ended yet; its terms are"
            " 2017-18 autumn to 2019-20 summer.",
        ),
    ],
)
def test_a_name_that_is_no_term_of_the_plan_is_refused(name, timeline, message):
    with pytest.raises(WrongValueError) as refused:
        term_asked(name, timeline, date(2017, 10, 1))
    assert str(refused.value) == message
