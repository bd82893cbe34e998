"""How much the gaps of a KPI weigh."""

from planctl.findings import Severity
from planctl.rules import CATALOGUE

INCOMPLETE = next(rule for rule in CATALOGUE if rule.name == "kpi-incomplete")


def test_a_missing_target_or_direction_is_a_warning_and_the_rest_a_remark(found):
    findings = found(INCOMPLETE, "kpis: [{ref: K1, title: Members, tolerance: 2}]")
    assert [(finding.severity, finding.message) for finding in findings] == [
        (Severity.WARNING, "K1 has no target"),
        (Severity.INFO, "K1 has no baseline, unit or source"),
        (Severity.WARNING, "K1 has a tolerance, and does not say which way is better"),
    ]
