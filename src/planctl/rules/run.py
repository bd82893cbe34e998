"""The outcome of a check over several files."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from planctl.findings import Finding, Severity
from planctl.source import Document


@dataclass(frozen=True, slots=True)
class CheckRun:
    """All findings of a run.

    `findings` has one entry a place, `said` those of one rule on nearly all rows as one; `not_run`
    counts the plans that no rule could look at, `not_checked` the checks that lacked an earlier
    version; `crashes` are the tracebacks of rules that broke down. `older` counts what is left out
    because an earlier version had it already; None where nothing is compared.
    """

    findings: tuple[Finding, ...]
    said: tuple[Finding, ...]
    documents: Mapping[str, Document]
    checked: int
    not_run: int
    not_checked: int = 0
    crashes: tuple[str, ...] = ()
    older: int | None = None

    def count(self, severity: Severity) -> int:
        """How many places have a finding of this severity that nobody has waived."""
        return sum(
            finding.severity is severity for finding in self.findings if finding.waiver is None
        )

    def by_rule(self) -> tuple[tuple[str, int], ...]:
        """How many places each code has, in the order of codes."""
        return tuple(sorted(Counter(finding.code for finding in self.findings).items()))

    def has_at_least(self, threshold: Severity | None) -> bool:
        """Whether any finding is as severe as the threshold; never when there is none."""
        return threshold is not None and any(
            finding.severity.rank <= threshold.rank
            for finding in self.findings
            if finding.waiver is None and not finding.is_preview
        )

    def strict(self) -> "CheckRun":
        """The same run with every warning counted as an error."""
        return replace(
            self,
            findings=tuple(map(_lifted, self.findings)),
            said=tuple(map(_lifted, self.said)),
        )


def _lifted(finding: Finding) -> Finding:
    if finding.severity is Severity.WARNING:
        return replace(finding, severity=Severity.ERROR)
    return finding
