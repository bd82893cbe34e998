"""What auditors take more seriously than others do, and what they alone ask."""

import pytest

from planctl.findings import Severity
from planctl.rules import CATALOGUE, check
from planctl.rules.policy import usual
from planctl.settings.choices import Profile

RULES = {each.name: each for each in CATALOGUE}
SCHEDULED = "{text: A, schedule: [Year 1]}"
COMPLETE = "{text: A, updates: {2017-18 autumn: {stage: complete}}}"


@pytest.mark.parametrize(
    ("name", "action"),
    [("missed-update", SCHEDULED), ("complete-without-evidence", COMPLETE)],
)
def test_what_an_analyst_is_warned_of_is_an_error_for_an_auditor(name, action, cases):
    (case,) = cases(f"themes: [{{title: Clubs, actions: [{action}]}}]")
    found = {
        profile: [one.severity for one in check(case, [RULES[name]], profile).findings]
        for profile in Profile
    }
    assert found == {Profile.ANALYST: [Severity.WARNING], Profile.AUDITOR: [Severity.ERROR]}


def test_only_auditors_are_told_that_nobody_else_has_looked():
    rule = RULES["self-assessed-only"]
    assert usual([rule], Profile.ANALYST) == ()
    assert usual([rule], Profile.AUDITOR) == (rule,)
