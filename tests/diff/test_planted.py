"""What was planted in an invented plan is found, all of it, and nothing else is told."""

from collections import Counter
from itertools import combinations

import pytest
from rapidfuzz import fuzz

from planctl.diff import BY_NAME, Version, compare
from planctl.model import rows
from tests.diff.planted import Planted, cascade, planted
from tests.diff.planted_plan import ON
from tests.diff.planted_truth import Truth
from tests.diff.planted_words import APART, sorted_words

UNPLANTED = {
    "approval-added", "approval-removed", "approval-stale", "falling-target-withdrawn",
    "figure-settled", "figure-unsettled",
    "plan-added", "plan-removed",
}  # fmt: skip
"""The kinds of change that belong to no single entry, or that only the mirror shows."""


def found(pair: Planted) -> Counter[Truth]:
    changes = compare(Version(pair.old, pair.old, ON), Version(pair.new, pair.new, ON))
    return Counter(
        Truth(one.rule, one.uid or one.ref or one.label, one.field, one.is_approved)
        for one in changes
    )


def mistakes(pair: Planted) -> dict[str, list[Truth]]:
    told, truth = found(pair), Counter(pair.truth)
    return {
        "missed": sorted((truth - told).elements()),
        "untrue": sorted((told - truth).elements()),
    }


@pytest.mark.parametrize("seed", range(32))
def test_all_that_was_planted_among_45_actions_is_told_and_nothing_else(seed):
    assert mistakes(planted(seed, 45, 26)) == {"missed": [], "untrue": []}


@pytest.mark.thorough
@pytest.mark.parametrize("seed", [0, 3])
def test_all_that_was_planted_among_1000_actions_is_told_and_nothing_else(seed):
    assert mistakes(planted(seed, 1000, 400)) == {"missed": [], "untrue": []}


@pytest.mark.parametrize("seed", range(100, 112))
def test_from_the_other_side_each_change_is_its_mirror(seed):
    pair = planted(seed, 45, 26)
    told = found(Planted(pair.new, pair.old, ()))
    mirrors = Counter(BY_NAME[truth.rule].mirror for truth in pair.truth)
    assert Counter(one.rule for one in told.elements()) == mirrors


@pytest.mark.parametrize("seed", range(5))
def test_letters_that_move_up_hide_nothing(seed):
    pair = cascade(seed)
    kinds = Counter(truth.rule for truth in pair.truth)
    assert kinds == {"action-dropped": 6, "renumbered": 31, "rating-worsened": 1}
    assert mistakes(pair) == {"missed": [], "untrue": []}


@pytest.mark.parametrize("seed", [0, 1])
def test_nothing_is_told_of_a_plan_and_itself(seed):
    plan = planted(seed, 45, 26).new
    assert compare(Version(plan, plan, ON), Version(plan, plan, ON)) == ()


def test_every_kind_of_change_is_planted():
    truth = {one.rule for seed in range(40) for one in planted(seed, 45, 26).truth}
    assert BY_NAME.keys() - truth == UNPLANTED


def test_the_same_seed_plants_the_same():
    assert planted(7, 45, 26) == planted(7, 45, 26)


def test_no_two_actions_of_an_invented_plan_are_alike():
    texts = [sorted_words(row.action.text) for row in rows(cascade(1).old)]
    assert max(fuzz.ratio(one, other) for one, other in combinations(texts, 2)) < APART
