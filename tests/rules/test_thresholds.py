"""Rules draw their lines where the workspace has set them."""

from dataclasses import replace

import pytest

from planctl.rules import CATALOGUE, check
from planctl.settings.record import Thresholds

RULES = {rule.name: rule for rule in CATALOGUE}
OWNERS = ["a", "a", "a", "a", "b", "c"]
TEXTS = ["Open a homework club in the libraries", "Open a homework club in the schools"]


def actions(lines):
    return "themes:\n- title: T\n  actions:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def messages(case, name, **thresholds):
    judged = replace(case, thresholds=Thresholds.model_validate(thresholds))
    return [finding.message for finding in check(judged, [RULES[name]]).findings]


@pytest.mark.parametrize(("share", "count"), [(33, 1), (66, 1), (67, 0)])
def test_a_party_is_overloaded_above_the_share(share, count, cases):
    (case,) = cases(actions(f"text: A, responsible: {owner}" for owner in OWNERS))
    assert len(messages(case, "overloaded-party", **{"overloaded-party": share})) == count


@pytest.mark.parametrize(("least", "count"), [(90, 0), (70, 1)])
def test_texts_are_near_duplicates_from_the_likeness_on(least, count, cases):
    (case,) = cases(actions(f"text: {text}" for text in TEXTS))
    assert len(messages(case, "near-duplicate", **{"near-duplicate": least})) == count
