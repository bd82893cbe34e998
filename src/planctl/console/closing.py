"""The lines that end every run."""

from planctl.console.terminal import Paint
from planctl.findings import Severity
from planctl.rules import CheckRun


def closing_line(run: CheckRun) -> str:
    """How much was checked, found, and left unchecked."""
    return (
        f"{counted(run.checked, 'plan')} checked, "
        f"{counted(len(run.findings), 'finding')} (0 waived), "
        f"rules not run on {run.not_run}, "
        f"{counted(run.not_checked, 'check')} not made for want of an earlier version"
    )


def tally(run: CheckRun, paint: Paint) -> str:
    """How many findings there are of each severity."""
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
    parts = []
    for severity, word in words.items():
        number = run.count(severity)
        text = f"{number} info" if severity is Severity.INFO else counted(number, word)
        parts.append(paint(text, severity) if number else text)
    return ", ".join(parts)


def counted(number: int, word: str) -> str:
    """The number with its noun."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
