"""Where the workspace draws the line of a crowded period."""

from dataclasses import replace

import pytest

from planctl.rules import CATALOGUE, check
from planctl.settings.record import Thresholds

CROWDED = next(each for each in CATALOGUE if each.name == "crowded-period")


@pytest.mark.parametrize(("most", "messages"), [
    (79, ["more than 79% of the 5 actions are worked on in Year 1 (4)"]),
    (80, []),
])  # fmt: skip
def test_the_workspace_says_how_many_actions_crowd_a_period(most, messages, cases):
    first = ", ".join("{text: A, schedule: [Year 1]}" for _ in range(4))
    (case,) = cases(
        f"themes: [{{title: Clubs, actions: [{first}, {{text: B, schedule: [Year 2]}}]}}]"
    )
    drawn = replace(case, thresholds=Thresholds.model_validate({"crowded-period": most}))
    assert [found.message for found in check(drawn, [CROWDED]).findings] == messages
