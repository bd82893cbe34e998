"""What a change says of itself."""

from dataclasses import replace

import pytest

from planctl.diff import Change, Decision, Direction, Edit, Level, Match

DROPPED = Change(
    rule="action-dropped", level=Level.AUDIT, direction=Direction.WORSE, message="2.1a is gone",
    plan="reading", kind="action", ref="2.1a", label="2.1a", old={"text": "Open a club"},
)  # fmt: skip


def test_weights_and_directions_go_by_these_names():
    assert [str(one) for one in (*Level, *Direction)] == [
        "audit", "warning", "info", "better", "worse", "neutral",
    ]  # fmt: skip


def test_audit_weighs_most():
    assert [level.rank for level in (Level.AUDIT, Level.WARNING, Level.INFO)] == [0, 1, 2]


def test_seen_from_the_other_side_better_is_worse():
    assert [direction.reverse for direction in Direction] == [
        Direction.WORSE, Direction.BETTER, Direction.NEUTRAL,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(("themes", 0), ("themes", 1)), True),
        (Edit(("themes", 0), None), False),
        (Edit(None, ("themes", 0)), False),
        (Edit(("aim",), ("aim",), "one", "two"), False),
        (Edit(("aim",), ("aim",), None, "two"), False),
        (Edit(("aim",), ("aim",), "one", None), False),
    ],
)
def test_an_edit_without_values_puts_an_entry_elsewhere(edit, expected):
    assert edit.is_move is expected


def test_a_decision_takes_the_weight_of_a_change_away():
    decision = Decision("C1", "Item 4")
    approved = DROPPED.approved_by(decision)
    assert not DROPPED.is_approved
    assert approved.is_approved
    assert approved == replace(DROPPED, decision=decision, level=Level.INFO)


def test_a_fingerprint_is_the_same_in_every_run():
    assert DROPPED.fingerprint == "88a4b6b7e33c22da"


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "action-added"}, {"plan": "attendance"}, {"kind": "kpi"}, {"uid": "club"},
        {"ref": "2.1b"}, {"field": "due"}, {"old": None}, {"new": "x"},
    ],
)  # fmt: skip
def test_what_makes_a_change_another_one_shows_in_its_fingerprint(other):
    assert replace(DROPPED, **other).fingerprint != DROPPED.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        {"message": "2.1a went"},
        {"level": Level.INFO},
        {"label": "row 1"},
        {"old_path": ("themes",)},
    ],
)
def test_words_and_places_do_not_count_in_a_fingerprint(other):
    assert replace(DROPPED, **other).fingerprint == DROPPED.fingerprint


def test_the_order_of_fields_does_not_count_in_a_fingerprint():
    one, other = ({"a": "1", "b": "2"}, {"b": "2", "a": "1"})
    assert replace(DROPPED, old=one).fingerprint == replace(DROPPED, old=other).fingerprint


def test_a_match_is_exact_where_nothing_else_is_said():
    assert Match("uid").score == 100


def test_a_label_stands_in_for_the_reference_that_is_not_there():
    nameless = replace(DROPPED, ref="")
    assert replace(nameless, label="row 1").fingerprint != nameless.fingerprint
