"""Of a list in another order, as few entries as possible are said to have moved."""

from itertools import permutations

import pytest

from planctl.diff.delta import delta
from planctl.diff.order import moved
from tests.diff.plans_strategy import plan_of


def a_plan(texts):
    actions = [{"text": f"Row {text}"} for text in texts]
    themes = [{"title": "Theme", "actions": actions}]
    return plan_of({"format": "planctl/1", "id": "plan", "title": "Plan", "themes": themes})


def nodes_of(old, new):
    """The actions of the old plan, and what each of them is in the new one."""
    found = delta(a_plan(old), a_plan(new))
    nodes = found.old.nodes["action"]
    return nodes, [found.pairs.new_of[node] for node in nodes]


def texts_moved(old, new):
    ours, theirs = nodes_of(old, new)
    return sorted(old[number] for number in moved(ours, theirs))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a", "a", ""),
        ("abcdef", "abcdef", ""),
        ("abcdef", "bcdefa", "a"),
        ("abcdef", "acdbef", "b"),
        ("abcdef", "fabcde", "f"),
        ("abcdefg", "gbcdefa", "ag"),
    ],
)
def test_one_that_was_put_elsewhere_is_all_that_moved(old, new, expected):
    assert texts_moved(old, new) == list(expected)


@pytest.mark.parametrize("new", ["".join(one) for one in permutations("abcde")])
def test_as_many_as_possible_stay_and_from_the_other_side_they_are_the_same(new):
    old = "abcde"
    went = texts_moved(old, new)
    stayed = [text for text in new if text not in went]
    most = max(
        sum(bool(mask >> at & 1) for at in range(5))
        for mask in range(32)
        if (kept := [text for at, text in enumerate(new) if mask >> at & 1]) == sorted(kept)
    )
    assert stayed == sorted(stayed)
    assert len(stayed) == most
    assert texts_moved(new, old) == went


def test_the_order_in_which_the_pairs_are_given_does_not_count():
    ours, theirs = nodes_of("abcdef", "bdacfe")
    backwards = moved(ours[::-1], theirs[::-1])
    assert {ours[::-1][number].text for number in backwards} == {
        ours[number].text for number in moved(ours, theirs)
    }


def test_room_made_by_what_came_or_went_is_no_move():
    found = delta(a_plan("abcd"), a_plan("xbyd"))
    assert found.shifted == []
