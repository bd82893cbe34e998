"""Which findings stand, how much each weighs, and what is said of it."""

from collections.abc import Iterable
from typing import Final

from planctl.findings import Finding, Severity

_ENDS: Final = (".", "?", ":")


def standing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that nobody has waived."""
    return tuple(finding for finding in findings if finding.waiver is None)


def weight(finding: Finding) -> Severity:
    """How much the finding weighs for programs that fail on errors: in preview, never more."""
    return Severity.INFO if finding.is_preview else finding.severity


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, in preview, and waived: each counts once."""
    words = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "info"}
    numbers = dict.fromkeys([*words.values(), "preview", "waived"], 0)
    for finding in findings:
        if finding.waiver is not None:
            numbers["waived"] += 1
        else:
            numbers["preview" if finding.is_preview else words[finding.severity]] += 1
    return numbers


def sentences(finding: Finding) -> str:
    """The message and the remedy, one after the other."""
    if not finding.help:
        return finding.message
    stop = "" if finding.message.endswith(_ENDS) else "."
    return f"{finding.message}{stop} {finding.help}"


def waiver_sentence(finding: Finding) -> str:
    """Why the finding is waived, who says so, and until when; empty where it is not."""
    waiver = finding.waiver
    if waiver is None:
        return ""
    who = f"by {waiver.by}" if waiver.by else ""
    day = f"until {waiver.until.isoformat()}" if waiver.until else ""
    details = ", ".join(filter(None, (who, day)))
    reason = waiver.reason or "no reason is given"
    return f"{reason} ({details})" if details else reason
