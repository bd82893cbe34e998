"""How a run judges: which rules, for whom, how severely, and where not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from planctl.findings import Finding, Severity
from planctl.rules.rule import Rule
from planctl.settings.choices import Profile
from planctl.settings.record import Thresholds


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of a run and what the workspace says about them.

    `severities` are by code; `left_out` are the codes that are left out for files whose names match
    a pattern.
    """

    rules: tuple[Rule, ...]
    profile: Profile = Profile.ANALYST
    severities: Mapping[str, Severity] = field(default_factory=dict)
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    thresholds: Thresholds = field(default_factory=Thresholds)

    def rules_for(self, file: str) -> tuple[Rule, ...]:
        """The rules that run on the file."""
        without = frozenset[str]().union(
            *(codes for pattern, codes in self.left_out.items() if fnmatchcase(file, pattern))
        )
        return tuple(rule for rule in self.rules if rule.code not in without)

    def weighed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, as severe as the workspace says."""
        return tuple(
            replace(finding, severity=self.severities.get(finding.code, finding.severity))
            for finding in findings
        )


def usual(rules: Iterable[Rule], profile: Profile) -> tuple[Rule, ...]:
    """The rules that run where none is selected."""
    is_audit = profile is Profile.AUDITOR
    return tuple(
        rule for rule in rules if not rule.is_opt_in and (is_audit or not rule.is_for_auditors)
    )
