"""What has changed since the last report."""

from dataclasses import replace
from datetime import date

import pytest

from planctl.diff import Change, Decision, Direction, Level
from planctl.model import Period, PeriodKind
from planctl.report import Audience, ReportRequest, build_context, render_html
from planctl.report.request import Since
from planctl.report.since import ToldList
from planctl.report.tables import Cell, Line, TableRow

UNKNOWN = (
    "Not known: there is no earlier version of this plan. What got worse or better, was moved, "
    "added or dropped since the last report cannot be said."
)
WORSE = Change(
    "rating-worsened", Level.WARNING, Direction.WORSE, "1a was green and is amber",
    kind="action", ref="1a", label="1a",
)  # fmt: skip
DROPPED = Change(
    "action-dropped", Level.AUDIT, Direction.WORSE, "1z is no longer in the plan: ‘Sing.’",
    "Who decided?", kind="action", ref="1z", label="1z",
)  # fmt: skip
MOVED = Change(
    "date-moved", Level.INFO, Direction.WORSE, "1a was due in March, and is due in May",
    kind="action", ref="1a", label="1a", decision=Decision("C1", "Item 3 of 14 March 2018"),
)  # fmt: skip
SLIPPED = replace(
    WORSE, rule="action-slipped", message="1a ends later", old="2018-03-29", new="2018-05-01"
)
OWNER = Change(
    "owner-removed", Level.WARNING, Direction.WORSE, "1a was with Ann Example, and is with nobody",
    kind="action", ref="1a", label="1a",
)  # fmt: skip


@pytest.fixture
def request_of():
    def made(*changes, audience=Audience.OFFICER, actions=2):
        since = Since("abc1234", date(2017, 12, 31), tuple(changes), actions)
        return ReportRequest(
            Period(PeriodKind.TERM, 2017, "spring"), date(2018, 4, 30), audience, since=since
        )

    return made


@pytest.fixture
def context_of(plan, request_of):
    def made(*changes, **how):
        return build_context(
            plan({"ref": "1a", "text": "Do."}), request_of(*changes, **how), (), ()
        )

    return made


@pytest.fixture
def since(context_of):
    return lambda *changes, **how: context_of(*changes, **how).since


def cells(*texts):
    return TableRow(tuple(Cell((Line(text),)) for text in texts))


def test_without_an_earlier_version_nothing_is_claimed(context, plan):
    made = context(plan({"text": "Do."})).since
    told = (made.note, made.kinds, made.kinds_note, made.deciding, made.decided, made.weighing)
    assert told == (UNKNOWN, None, "", None, None, None)
    assert (
        made.promises.note == "This is the first term of the plan: there are no earlier promises."
    )


def test_the_kinds_with_their_counts_out_of_the_actions_that_there_are(since):
    made = since(WORSE, DROPPED, MOVED, SLIPPED)
    assert made.note == (
        "What is different from version abc1234 of the plan, as it stood on 31 December 2017."
    )
    assert made.kinds.caption == "Table 1: actions that changed since 31 December 2017"
    assert made.kinds.groups[0].rows == (
        cells("Got worse", "1 of 1", "1a"),
        cells("Dates moved, with a recorded decision", "1 of 1", "1a (33 days later)"),
        cells("Dropped or merged", "1 of 2", "1z"),
    )
    assert made.kinds_note == (
        "Each count is out of all actions in the plan (1); of those dropped or merged, out of all "
        "in the earlier version (2). No action: got better; complete; newly overdue; dates moved, "
        "no decision recorded; expected later than before; added or split off; closed without "
        "being done; owners changed."
    )


def test_where_nobody_counted_the_earlier_actions_no_denominator_is_made_up(since):
    made = since(DROPPED, actions=None)
    assert made.kinds.groups[0].rows == (cells("Dropped or merged", "1", "1z"),)


def test_an_end_that_is_earlier_is_said_so(since):
    early = replace(SLIPPED, rule="brought-forward", new="2018-03-28")
    (row,) = since(replace(MOVED, decision=None), early).kinds.groups[0].rows
    assert row == cells("Dates moved, no decision recorded", "1 of 1", "1a (1 day earlier)")


def test_a_plan_in_which_no_action_changed(since):
    made = since()
    assert (made.kinds, made.kinds_note) == (
        None,
        "No action got worse or better, was moved, added or dropped, or changed hands.",
    )
    assert made.deciding == ToldList("No change needs a decision that is not recorded.", (), "")
    assert (made.decided, made.weighing) == (None, None)


def test_what_needs_a_decision_what_was_decided_and_what_else_weighs(since):
    made = since(DROPPED, WORSE, SLIPPED, MOVED)
    assert made.deciding == ToldList(
        "1 change needs a decision, and none is recorded.",
        ("1z is no longer in the plan: ‘Sing.’",),
        "",
    )
    assert made.decided == ToldList(
        "1 change has a decision behind it.",
        ("1a was due in March, and is due in May (C1, Item 3 of 14 March 2018).",),
        "",
    )
    assert made.weighing == ToldList("", ("1a was green and is amber.",), "")


def test_an_end_that_is_later_is_told_where_no_agreed_time_was_moved(since):
    assert since(SLIPPED).weighing == ToldList("", ("1a ends later.",), "")


def test_a_waiver_lets_a_change_stand_and_is_counted(since):
    made = since(replace(DROPPED, waived="agreed by telephone"), replace(WORSE, waived="known"))
    assert made.deciding == ToldList(
        "No change needs a decision that is not recorded. 1 more was let stand by a waiver.", (), ""
    )
    assert made.weighing is None


@pytest.mark.parametrize(("audience", "most"), [(Audience.BOARD, 5), (Audience.OFFICER, 12)])
def test_of_many_the_first_are_told_and_the_others_named(since, audience, most):
    changes = [
        replace(DROPPED, label=f"1.{number}", message=f"1.{number} is gone") for number in range(22)
    ]
    made = since(*changes, audience=audience).deciding
    assert made.note == "22 changes need a decision, and none is recorded for any of them."
    assert made.entries == tuple(f"1.{number} is gone." for number in range(most))
    names = ", ".join(f"1.{number}" for number in range(most, 22))
    assert made.rest == f"Those are the weightiest; {22 - most} more are about {names}."


def test_many_of_which_the_same_is_said_are_told_together(since):
    changes = [
        replace(WORSE, ref=f"1.{number}", label=f"1.{number}", message=f"1.{number} was green")
        for number in range(3)
    ]
    assert since(*changes).weighing.entries == ("3 actions were green: 1.0, 1.1, 1.2.",)


def test_the_public_reads_no_owner_and_no_text_of_an_earlier_version(context_of):
    made = context_of(DROPPED, OWNER, WORSE, MOVED, audience=Audience.PUBLIC).since
    assert made.deciding is None
    assert made.weighing == ToldList("", ("1a was green and is amber.",), "")
    assert made.decided.entries == (
        "1a was due in March, and is due in May (C1, Item 3 of 14 March 2018).",
    )
    assert [row.cells[0].lines[0].text for row in made.kinds.groups[0].rows] == [
        "Got worse", "Dates moved, with a recorded decision", "Dropped or merged", "Owners changed",
    ]  # fmt: skip


@pytest.fixture
def sealed(plan, request_of):
    def made(*changes):
        asked = request_of(*changes, actions=1)
        found = replace(asked.since, name="2017-18 autumn", seal="SN4Z-DCZX-SZ7V")
        return build_context(
            plan({"ref": "1a", "text": "Do."}, {"ref": "1b", "text": "Read."}),
            replace(asked, since=found), (), (),
        ).since  # fmt: skip

    return made


def test_of_a_seal_only_the_movement_of_ratings_is_told(sealed):
    told = sealed(WORSE)
    assert told.note == (
        "How ratings have moved since the Autumn term 2017-18, by its seal of 31 December 2017 "
        "(check code SN4Z-DCZX-SZ7V). No earlier version of the plan is at hand: whether dates "
        "were moved, or actions added, dropped, closed or given to others since then is not known "
        "from a seal."
    )
    assert told.kinds_note == (
        "Ratings of 1 of 2 actions are sealed; no others are compared. No action: got better."
    )
    assert [row for group in told.kinds.groups for row in group.rows] == [
        cells("Got worse", "1 of 1", "1a")
    ]
    assert (told.deciding, told.decided) == (None, None)
    assert told.weighing == ToldList("", ("1a was green and is amber.",), "")


def test_where_no_rating_has_moved_since_a_seal_nothing_more_is_claimed(sealed):
    told = sealed()
    assert (told.kinds, told.deciding, told.weighing) == (None, None, None)
    assert told.kinds_note == (
        "Ratings of 1 of 2 actions are sealed; no others are compared. "
        "No action: got worse; got better."
    )


def test_the_page_says_it(context_of):
    page = render_html(context_of(DROPPED, WORSE, MOVED))
    told = page[page.index('<h2 id="since">') :]
    assert told.index("Changes that need a decision") < told.index("What got worse")
    assert told.index("What got worse") < told.index("Changes that were decided")
    assert told.index("Changes that were decided") < told.index("Promises kept")
