"""How an action stands on a day."""

import pytest

from planctl.model import Scale, Stage, State, Update, rows
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


def test_without_an_update_an_action_is_not_due_before_its_first_period_and_unknown_from_then(state):
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
        ("2017-11-01", "2017-11"),
        ("2017-12-01", "2017-18 autumn"),
        ("2018-06-01", "2017-18"),
    ],
)
def test_of_two_updates_that_end_on_one_day_the_longer_period_sums_up(plan, row, day, on, period):
    """
    - text: Open a club
      updates:
        2017-10: {comment: One}
        2017-11: {comment: Two}
        2017-12: {comment: Three}
    """
    said = {"autumn 2017": "Four", "summer 2018": "Five", "2017-18": "Six"}
    more = {name: Update(comment=comment) for name, comment in said.items()}
    updates = row.action.model_validate({"text": "Open a club", "updates": more}).updates
    action = row.action.model_copy(update={"updates": {**row.action.updates, **updates}})
    found = latest_update(replaced(row, action), plan.timeline, day(on))
    # A year has begun with its first term, and ends last: it would sum up every term in it.
    expected = None if period is None else "2017-18"
    assert (found and str(found[0])) == expected


def replaced(row, action):
    return type(row)(row.path, action, row.theme, row.label, row.parent)
