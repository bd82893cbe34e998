"""When an action is due, what is carried over, and which updates are owed."""

import pytest

from planctl.model import Timeline, rows
from planctl.progress import (
    effective_due,
    is_carried_over,
    is_open,
    is_overdue,
    owes_update,
    update_in,
)


@pytest.fixture
def ask(plan, row, day):
    """What a question about the first row is answered with on a day."""
    return lambda question, on: question(row, plan.rating_scale, plan.timeline, day(on))


@pytest.fixture
def owing(plan, term):
    """The labels of the rows that owe an update in a term."""

    def of(name: str) -> list[str]:
        scale, timeline = plan.rating_scale, plan.timeline
        return [row.label for row in rows(plan) if owes_update(row, scale, timeline, term(name))]

    return of


def test_what_is_due_is_the_deadline_else_the_end_of_the_last_period(plan, day):
    """
    - {text: A, due: 2018-01-25, schedule: [Year 1]}
    - {text: B, due: early 2018}
    - {text: C, schedule: [Year 2, Year 1]}
    - {text: D, schedule: [spring 2018, 2018-02]}
    - text: E
      due: 2018-03-01
      sub_actions:
        - {text: E1}
        - {text: E2, schedule: [Year 2]}
    """
    dues = [effective_due(row, plan.timeline) for row in rows(plan)]
    assert dues == [
        day("2018-01-25"),
        day("2018-04-30"),
        day("2019-08-31"),
        day("2018-04-30"),
        day("2018-03-01"),
        day("2018-03-01"),
        day("2019-08-31"),
    ]


def test_without_a_time_nothing_is_due(plan, row):
    """
    - {text: Open a club}
    """
    assert effective_due(row, plan.timeline) is None


def test_without_the_plans_period_a_plan_year_has_no_end(row):
    """
    - {text: Open a club, schedule: [Year 1]}
    """
    assert effective_due(row, Timeline()) is None


def test_an_action_is_overdue_from_the_close_of_its_day_while_it_is_open(ask):
    """
    - text: Open a club
      due: 2018-01-25
      updates:
        autumn 2017: {rating: green}
        summer 2018: {stage: complete}
    """
    assert [ask(is_overdue, on) for on in ("2018-01-24", "2018-01-25", "2018-04-30")] == [
        False,
        True,
        True,
    ]
    assert ask(is_overdue, "2018-05-01") is False


def test_a_fuzzy_deadline_has_passed_with_its_last_day(ask):
    """
    - {text: Open a club, due: spring 2018}
    """
    assert (ask(is_overdue, "2018-04-29"), ask(is_overdue, "2018-04-30")) == (False, True)


def test_an_action_is_carried_over_from_the_close_of_its_last_period_while_it_is_open(ask):
    """
    - text: Open a club
      schedule: [Year 1]
      due: 2020-01-01
      closure: {reason: dropped, date: 2019-03-01}
    """
    assert ask(is_carried_over, "2018-08-30") is False
    assert ask(is_carried_over, "2018-08-31") is True
    assert ask(is_carried_over, "2019-03-01") is False


def test_without_a_schedule_nothing_is_carried_over(ask):
    """
    - {text: Open a club, due: 2018-01-25}
    """
    assert ask(is_carried_over, "2019-01-01") is False


@pytest.mark.parametrize(
    ("on", "expected"), [("2017-09-01", True), ("2018-01-01", True), ("2018-05-01", False)]
)
def test_an_action_is_open_until_it_is_complete(ask, on, expected):
    """
    - text: Open a club
      updates:
        spring 2018: {stage: paused}
        summer 2018: {rating: green, stage: complete}
    """
    assert ask(is_open, on) is expected


def test_an_update_is_owed_in_each_term_that_the_schedule_touches(owing):
    """
    - {ref: a, text: A, schedule: [Year 1]}
    - {ref: b, text: B, schedule: [spring 2018]}
    - {ref: c, text: C, schedule: [2018-19 Q4]}
    - {ref: d, text: D, schedule: [Year 2]}
    - {ref: e, text: E}
    """
    assert owing("autumn 2017") == ["a"]
    assert owing("spring 2018") == ["a", "b"]


def test_an_action_that_is_carried_over_goes_on_owing(owing):
    """
    - {ref: a, text: A, schedule: [autumn 2017]}
    - {ref: b, text: B, schedule: [autumn 2017], due: 2020-08-31}
    - {ref: c, text: C, due: 2018-01-25}
    - {ref: d, text: D, due: early 2018}
    """
    assert owing("autumn 2017") == ["a", "b"]
    assert owing("spring 2018") == ["a", "b"]
    assert owing("summer 2018") == ["a", "b", "c", "d"]


def test_what_had_ended_before_the_term_or_was_closed_in_it_owes_nothing(owing):
    """
    - {ref: a, text: A, schedule: [Year 1], updates: {autumn 2017: {stage: complete}}}
    - {ref: b, text: B, schedule: [Year 1], updates: {spring 2018: {stage: complete}}}
    - {ref: c, text: C, schedule: [Year 1], closure: {reason: merged, date: 2018-04-30}}
    - {ref: d, text: D, schedule: [Year 1], closure: {reason: merged, date: 2018-05-01}}
    - {ref: e, text: E, schedule: [Year 1], closure: {reason: dropped}}
    - {ref: f, text: F, schedule: [Year 1], updates: {autumn 2017: {stage: paused}}}
    """
    assert owing("spring 2018") == ["b", "d", "f"]
    assert owing("summer 2018") == ["f"]


def test_a_part_owes_only_for_a_time_of_its_own(owing):
    """
    - ref: a
      text: A
      schedule: [Year 1]
      sub_actions:
        - {ref: a1, text: A1}
        - {ref: a2, text: A2, schedule: [Year 1]}
        - {ref: a3, text: A3, due: 2017-10-01}
    """
    assert owing("spring 2018") == ["a", "a2", "a3"]


def test_without_the_plans_period_a_plan_year_owes_nothing(plan, row, term):
    """
    - {text: Open a club, schedule: [Year 1]}
    """
    assert owes_update(row, plan.rating_scale, Timeline(), term("autumn 2017")) is False
    assert owes_update(row, plan.rating_scale, Timeline(), term("Year 1")) is False


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("autumn 2017", "The term"),
        ("spring 2018", "February"),
        ("summer 2018", "May"),
        ("autumn 2018", None),
        ("Year 1", None),
    ],
)
def test_a_term_has_its_own_update_else_that_of_its_latest_month(plan, row, term, name, comment):
    """
    - text: Open a club
      updates:
        2017-10: {comment: October}
        2017-18 autumn: {comment: The term}
        2018-02: {comment: February}
        2018-01: {comment: January}
        2018-05: {comment: May}
        2017-18: {comment: The year}
        2018-19 Q2: {comment: A quarter that is in two terms}
    """
    timeline = plan.timeline if name != "Year 1" else Timeline()
    found = update_in(row, timeline, term(name))
    assert (found and found.comment) == comment
