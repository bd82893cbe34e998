"""How an action stands on a day."""

import pytest

from planctl.model import Scale, Stage, State, Timeline, Update, rows
from planctl.model.scale import Preset
from planctl.progress import latest_update, state_of, state_said


@pytest.fixture
def state(plan, row, day):
    return lambda on: state_of(row, plan.rating_scale, plan.timeline, day(on))


@pytest.fixture
def states(plan, day):
    def on(written: str) -> list[State]:
        scale, timeline = plan.rating_scale, plan.timeline
        return [state_of(row, scale, timeline, day(written)) for row in rows(plan)]

    return on


def test_without_an_update_an_action_is_not_due_before_its_first_period_and_unknown_from_then(
    state,
):
    """
    - {text: Open a club, schedule: [Year 3, Year 2]}
    """
    assert state("2018-08-31") is State.NOT_DUE
    assert state("2018-09-01") is State.UNKNOWN
    assert state("2030-01-01") is State.UNKNOWN


def test_without_a_schedule_an_action_is_unknown_even_before_it_is_due(state):
    """
    - {text: Open a club, due: 2020-01-25}
    """
    assert state("2017-09-01") is State.UNKNOWN


def test_a_part_is_not_due_before_the_first_period_of_the_whole(states):
    """
    - text: Open a club
      schedule: [Year 2]
      sub_actions:
        - {text: Find a room}
        - {text: Buy books, schedule: [Year 1]}
    """
    assert states("2018-01-01") == [State.NOT_DUE, State.NOT_DUE, State.UNKNOWN]


def test_the_latest_update_decides_from_the_first_day_of_its_period(state):
    """
    - text: Open a club
      schedule: [Year 1]
      updates:
        spring 2018: {rating: red}
        autumn 2017: {rating: green}
    """
    assert state("2017-08-31") is State.NOT_DUE
    assert state("2017-09-01") is State.ON_TRACK
    assert state("2017-12-31") is State.ON_TRACK
    assert state("2018-01-01") is State.OFF_TRACK


def test_an_update_that_says_nothing_leaves_the_state_unknown(state):
    """
    - text: Open a club
      schedule: [Year 1]
      updates:
        autumn 2017: {rating: green}
        spring 2018: {comment: The room is let}
    """
    assert state("2018-01-01") is State.UNKNOWN


@pytest.mark.parametrize(
    ("update", "state"),
    [
        (Update(rating="green"), State.ON_TRACK),
        (Update(rating="amber"), State.AT_RISK),
        (Update(rating="red"), State.OFF_TRACK),
        (Update(rating="red", stage=Stage.COMPLETE), State.COMPLETE),
        (Update(rating="green", stage=Stage.PAUSED), State.PAUSED),
        (Update(rating="green", stage=Stage.NOT_STARTED), State.NOT_STARTED),
        (Update(rating="green", stage=Stage.IN_PROGRESS), State.ON_TRACK),
        (Update(stage=Stage.IN_PROGRESS), State.UNKNOWN),
        (Update(rating="purple"), State.UNKNOWN),
        (Update(), State.UNKNOWN),
    ],
)
def test_a_stage_goes_before_a_rating(update, state):
    assert state_said(update, Scale()) is state


def test_a_rating_means_what_its_scale_says():
    assert state_said(Update(rating="blue"), Scale(preset=Preset.BRAG)) is State.COMPLETE
    assert state_said(Update(rating="slipped"), Scale(preset=Preset.SCRUTINY)) is State.AT_RISK


def test_a_closure_goes_before_every_update(states):
    """
    - {text: A, closure: {reason: done}, updates: {autumn 2017: {rating: red}}}
    - {text: B, closure: {reason: merged, into: 2.1b}}
    - {text: C, closure: {reason: superseded}}
    - {text: D, closure: {reason: dropped}, updates: {autumn 2017: {stage: complete}}}
    - {text: E, closure: {reason: transferred}}
    - {text: F, closure: {reason: no longer relevant}}
    """
    assert states("2018-01-01") == [State.COMPLETE, State.COMPLETE, *[State.DROPPED] * 4]


def test_a_closure_holds_from_its_day_on(state):
    """
    - text: Open a club
      updates: {autumn 2017: {rating: green}}
      closure: {reason: dropped, date: 2018-03-01}
    """
    assert state("2018-02-28") is State.ON_TRACK
    assert state("2018-03-01") is State.DROPPED


@pytest.mark.parametrize(
    ("on", "period"),
    [
        ("2017-08-31", None),
        ("2017-10-05", "2017-10"),
        ("2017-11-30", "2017-11"),
        ("2017-12-05", "2017-12"),
        ("2017-12-31", "2017-18 autumn"),
        ("2018-03-01", "2017-18 spring"),
        ("2018-06-01", "2017-18"),
        ("2018-08-31", "2017-18"),
        ("2019-03-01", "2018-19 Q4"),
    ],
)
def test_the_nearest_update_counts_while_periods_run_and_the_longest_once_they_end(
    plan, row, day, on, period
):
    """
    - text: Open a club
      updates:
        Year 9: {comment: Far away}
        2017-18: {comment: The year}
        autumn 2017: {comment: The term}
        2017-10: {comment: October}
        2017-11: {comment: November}
        2017-12: {comment: December}
        spring 2018: {comment: The next term}
        2018-19 Q4: {comment: A quarter}
    """
    found = latest_update(row, plan.timeline, day(on))
    assert (found and str(found[0])) == period


def test_an_update_of_a_plan_year_counts_once_the_plan_has_days(plan, row, day):
    """
    - text: Open a club
      updates:
        Year 1: {comment: The first year}
    """
    found = latest_update(row, plan.timeline, day("2017-09-01"))
    assert found is not None
    assert (str(found[0]), found[1].comment) == ("Year 1", "The first year")
    assert latest_update(row, Timeline(), day("2017-09-01")) is None
