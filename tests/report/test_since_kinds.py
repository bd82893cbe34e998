"""Which actions changed in which way."""

import pytest

from planctl.diff import Change, Decision, Direction, Level
from planctl.report.since_kinds import KINDS, Named, OfKind, kinds_of


def change(rule, label="1a", **fields):
    given = {"kind": "action", "level": Level.INFO, "direction": Direction.NEUTRAL, **fields}
    return Change(rule=rule, message=f"{label} changed", label=label, **given)


def told(*changes):
    return {one.kind: one.actions for one in kinds_of(changes) if one.actions}


def test_every_kind_is_there_also_without_an_action():
    assert kinds_of([]) == tuple(OfKind(kind, ()) for kind in KINDS)


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("rating-worsened", "worse"),
        ("reopened", "worse"),
        ("rating-improved", "better"),
        ("completed", "complete"),
        ("newly-overdue", "overdue"),
        ("action-added", "added"),
        ("action-split", "added"),
        ("action-dropped", "dropped"),
        ("actions-merged", "dropped"),
        ("closed-undone", "closed"),
        ("owner-changed", "owners"),
        ("owner-removed", "owners"),
        ("owner-named", "owners"),
    ],
)
def test_each_kind_of_change_has_its_place(rule, kind):
    assert told(change(rule)) == {kind: (Named("1a"),)}


def test_an_action_stands_once_in_a_kind_and_may_stand_in_several():
    assert told(
        change("owner-removed"),
        change("owner-named"),
        change("completed"),
        change("completed", "1b"),
    ) == {"complete": (Named("1a"), Named("1b")), "owners": (Named("1a"),)}


def test_a_date_that_was_moved_has_its_days_and_whether_a_decision_is_recorded():
    slip = {"old": "2018-03-29", "new": "2018-07-20"}
    assert told(
        change("date-moved", "1a", decision=Decision("C1", "Item 3")),
        change("action-slipped", "1a", **slip),
        change("date-moved", "1b"),
        change("brought-forward", "1b", old="2018-03-29", new="2018-03-28"),
        change("date-moved", "1c"),
    ) == {
        "moved_approved": (Named("1a", 113),),
        "moved": (Named("1b", -1), Named("1c")),
    }


def test_an_end_that_its_owner_expects_later_is_a_kind_of_its_own():
    assert told(change("action-slipped", old="2018-03-29", new="2018-03-30")) == {
        "later": (Named("1a", 1),)
    }


def test_only_actions_count():
    assert told(change("owner-changed", "KPI K1", kind="kpi"), change("reworded")) == {}
