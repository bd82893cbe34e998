"""Where a plan stands on a day, in figures."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planctl.loading import load_plan, load_programme
from planctl.model import Plan, State, within
from planctl.progress import Promises, Summary, summarise
from planctl.progress.summary import promises
from planctl.source import read_file

PLANS = Path(__file__).parents[2] / "plans"
NEW_YEAR = date(2018, 1, 1)
OWING = (
    "2.1a", "2.1b", "2.1d", "2.1e", "2.1f", "2.1h", "2.1i", "2.2a", "2.2b", "2.2c", "2.2d", "2.2e",
    "2.2f", "2.5a", "2.6a", "2.6b", "2.6c", "2.6d", "2.6e", "v", "vi", "vii",
)  # fmt: skip
UNOWNED = (
    "2.1f", "2.1g", "2.1h", "2.1i", "2.3a", "2.4b", "2.6e", "ii", "iv", "v", "vi", "vii",
)  # fmt: skip


@pytest.fixture
def shipped() -> Plan:
    """The shipped plan with what it takes from its programme."""
    programme = load_programme(read_file(PLANS / "programme.yaml", "programme.yaml")).record
    path = PLANS / "parental-partnership.yaml"
    plan = load_plan(read_file(path, path.name), path.stem, programme).record
    assert plan is not None
    return within(plan, programme)


def test_the_shipped_plan_has_the_figures_of_its_printed_original(shipped, term):
    found = summarise(shipped, NEW_YEAR, term("autumn 2017"))
    year_1, year_2, year_3 = (term(f"Year {number}") for number in (1, 2, 3))
    assert found == Summary(
        as_of=NEW_YEAR,
        term=term("autumn 2017"),
        themes=6,
        rows=33,
        main=25,
        generic=7,
        sub_actions=1,
        ticks=53,
        active=((year_1, 22), (year_2, 16), (year_3, 15)),
        funding=((year_1, Decimal(40000)), (year_2, Decimal(30000)), (year_3, Decimal(25000))),
        states=((State.NOT_DUE, 5), (State.UNKNOWN, 28)),
        due=0,
        done=0,
        overdue=(),
        carried_over=(),
        missing_updates=OWING,
        owed_updates=22,
        promises=Promises(0, 0, 0, 0),
        no_responsible=UNOWNED,
        no_timeline=("2.1g", "i", "ii", "iii", "iv"),
    )
    assert found.funding_total == 95000
    assert found.neither == ("2.1g", "ii", "iv")


def test_a_row_is_counted_once_and_what_is_due_is_done_or_overdue(plan, term):
    """
    - {ref: a, text: A, due: 2017-10-01}
    - {ref: b, text: B, due: 2017-11-01, updates: {autumn 2017: {stage: complete}}}
    - {ref: c, text: C, due: 2017-12-01, closure: {reason: dropped}}
    - {ref: d, text: D, due: 2018-01-01}
    - {ref: e, text: E, schedule: [autumn 2017], updates: {autumn 2017: {rating: amber}}}
    - {ref: f, text: F, schedule: [Year 2]}
    - {ref: g, text: G, due: 2019-01-01, updates: {autumn 2017: {stage: complete}}}
    """
    found = summarise(plan, NEW_YEAR, term("autumn 2017"))
    assert found.states == (
        (State.NOT_DUE, 1),
        (State.AT_RISK, 1),
        (State.COMPLETE, 2),
        (State.DROPPED, 1),
        (State.UNKNOWN, 2),
    )
    assert (found.due, found.done, found.overdue) == (4, 1, ("a", "d", "e"))
    assert found.carried_over == ("e",)
    assert found.count(State.COMPLETE, State.DROPPED) == 3
    assert found.count() == 0


def test_updates_are_missing_where_they_are_owed_and_not_there(plan, term):
    """
    - {ref: a, text: A, schedule: [Year 1], updates: {autumn 2017: {rating: green}}}
    - {ref: b, text: B, schedule: [Year 1], updates: {2017-10: {rating: green}}}
    - {ref: c, text: C, schedule: [Year 1], updates: {spring 2018: {rating: green}}}
    - {text: D, schedule: [Year 1]}
    """
    found = summarise(plan, NEW_YEAR, term("autumn 2017"))
    assert (found.owed_updates, found.missing_updates) == (4, ("c", "action 4 of 1"))
    found = summarise(plan, NEW_YEAR, None)
    assert (found.term, found.owed_updates, found.missing_updates) == (None, 0, ())


def test_a_part_that_lacks_what_its_whole_lacks_is_not_named(plan):
    """
    - ref: a
      text: A
      sub_actions:
        - {ref: a1, text: A1}
    - {ref: b, text: B, responsible: map, schedule: [Year 1]}
    """
    found = summarise(plan, NEW_YEAR, None)
    assert (found.no_responsible, found.no_timeline, found.neither) == (("a",), ("a",), ("a",))
    assert (found.rows, found.main, found.sub_actions) == (3, 2, 1)


def test_whoever_only_has_a_part_in_it_does_not_answer_for_it(plan):
    """
    - {ref: a, text: A, responsible: [{party: map, role: partner}]}
    - {ref: b, text: B, responsible: [{party: map, role: coordinates}]}
    """
    assert summarise(plan, NEW_YEAR, None).no_responsible == ("a",)


def test_a_name_that_is_to_follow_is_none_yet_though_the_one_above_stands_in(plan):
    """
    - ref: a
      text: A
      responsible: map
      sub_actions:
        - {ref: a1, text: A1, responsible_to_follow_by: 2017-10-31}
        - {ref: a2, text: A2, responsible_to_follow_by: 2017-10-31, responsible: map}
        - {ref: a3, text: A3}
    """
    assert summarise(plan, NEW_YEAR, None).no_responsible == ("a1",)


def test_promises_are_last_terms_next_steps_by_what_became_of_them(plan, term):
    """
    - text: A
      updates:
        autumn 2017:
          next_steps:
            - {text: One, kept: done}
            - {text: Two, kept: part}
            - {text: Three, kept: not done}
            - Four
        spring 2018: {next_steps: [Five]}
    - text: B
      updates:
        2017-12: {next_steps: [{text: Six, kept: done}]}
    """
    assert promises(plan, term("spring 2018")) == Promises(made=5, kept=2, late=2, not_mentioned=1)
    assert promises(plan, term("summer 2018")) == Promises(made=1, kept=0, late=0, not_mentioned=1)
    assert promises(plan, term("autumn 2017")) == Promises(0, 0, 0, 0)
    assert promises(plan, term("2017-18")) == Promises(0, 0, 0, 0)
    assert promises(plan, None) == Promises(0, 0, 0, 0)


def test_active_periods_come_in_order_of_time(plan):
    """
    - {text: A, schedule: [summer 2018, spring 2018, autumn 2018]}
    - {text: B, schedule: [spring 2018, autumn 2017]}
    """
    found = summarise(plan, NEW_YEAR, None)
    assert [(str(period), count) for period, count in found.active] == [
        ("2017-18 autumn", 1),
        ("2017-18 spring", 2),
        ("2017-18 summer", 1),
        ("2018-19 autumn", 1),
    ]
