"""The closed choices that settings and options share."""

from planctl.findings import Severity
from planctl.settings.choices import FailOn


def test_a_check_fails_from_a_severity_on_or_never():
    assert {choice: choice.severity for choice in FailOn} == {
        FailOn.ERROR: Severity.ERROR,
        FailOn.WARNING: Severity.WARNING,
        FailOn.INFO: Severity.INFO,
        FailOn.NEVER: None,
    }
