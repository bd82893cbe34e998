"""How much a missing approval weighs."""

import pytest

from planctl.findings import Severity
from planctl.rules import CATALOGUE

(NO_APPROVAL,) = (rule for rule in CATALOGUE if rule.name == "no-approval")


@pytest.mark.parametrize(
    ("plan", "severity"),
    [
        ("", Severity.INFO),
        ("status: draft", Severity.INFO),
        ("status: draft\nkind: delivery plan", Severity.INFO),
        ("status: live", Severity.ERROR),
        ("status: closed", Severity.ERROR),
        ("status: live\nkind: delivery plan", Severity.ERROR),
        ("status: live\nkind: strategy", Severity.INFO),
        ("status: live\nkind: recommendations", Severity.INFO),
        ("status: live\nkind: improvement plan", Severity.INFO),
    ],
)
def test_only_action_and_delivery_plans_that_bind_need_an_approval(plan, severity, found):
    (finding,) = found(NO_APPROVAL, plan)
    assert finding.severity is severity
