"""The lines that end every run."""

from types import MappingProxyType
from typing import Final

from planctl.console.let_stand import counts
from planctl.console.terminal import Paint, placed, printable
from planctl.findings import Severity, Waiver
from planctl.rules import CheckRun

_PLURALS: Final = MappingProxyType({
    Severity.ERROR: "errors",
    Severity.WARNING: "warnings",
    Severity.INFO: "info",
})  # fmt: skip


def closing_line(run: CheckRun) -> str:
    """How much was checked, found, and left unchecked."""
    waived = counts(run.findings)["waived"]
    return (
        f"{counted(run.checked, 'plan')} checked, "
        f"{counted(len(run.findings), 'finding')} ({waived:,} waived), "
        f"rules not run on {run.not_run}, "
        f"{counted(run.not_checked, 'check')} not made for want of an earlier version"
        f"{_older(run)}"
    )


def let_stand(run: CheckRun) -> tuple[str, ...]:
    """What was found and is let stand, each with its place and reason."""
    return tuple(
        f"{placed(finding.file, finding.span)}: waived {finding.code} "
        f"{printable(finding.message)}: {_why(finding.waiver)}"
        for finding in run.findings
        if finding.waiver is not None
    )


def _why(waiver: Waiver) -> str:
    """The reason, who says so, and until when."""
    by = f"by {waiver.by}" if waiver.by else ""
    until = f"until {waiver.until.isoformat()}" if waiver.until else ""
    rest = ", ".join(part for part in (by, until) if part)
    reason = waiver.reason or "no reason given"
    return printable(f"{reason} ({rest})" if rest else reason)


def _older(run: CheckRun) -> str:
    """How many findings are left out that were there before."""
    return "" if run.older is None else f", {counted(run.older, 'older finding')} not shown"


def tally(run: CheckRun, paint: Paint) -> str:
    """How many findings stand of each severity, and how many in preview if there are any."""
    numbers = counts(run.findings)
    parts = []
    for severity, plural in _PLURALS.items():
        number = numbers[plural]
        text = f"{number:,} info" if plural == "info" else counted(number, severity.value)
        parts.append(paint(text, severity) if number else text)
    if numbers["preview"]:
        parts.append(f"{numbers['preview']:,} in preview, which does not fail a check")
    return ", ".join(parts)


def counted(number: int, word: str) -> str:
    """The number with its noun."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
