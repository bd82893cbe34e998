"""How much the rules on money weigh."""

import pytest

from planctl.findings import Severity
from planctl.rules import CATALOGUE

OVERSPEND = next(rule for rule in CATALOGUE if rule.name == "overspend")


@pytest.mark.parametrize("field", ["spent", "forecast"])
@pytest.mark.parametrize(
    ("note", "severity"),
    [("", Severity.ERROR), (", note: The board agreed in May.", Severity.WARNING)],
)
def test_an_overspend_is_an_error_and_one_with_a_note_a_warning(field, note, severity, found):
    (finding,) = found(OVERSPEND, f"funding: [{{period: Year 1, amount: 100, {field}: 120{note}}}]")
    assert finding.severity is severity
