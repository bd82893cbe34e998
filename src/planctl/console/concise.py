"""Findings in one line each: for logs and long lists."""

from planctl.console.closing import closing_line, let_stand
from planctl.console.let_stand import standing
from planctl.console.terminal import Paint, placed, printable
from planctl.findings import Finding
from planctl.rules import CheckRun


def render_concise(run: CheckRun, paint: Paint, hint: str = "") -> str:
    """A line a finding, `file:line:column: severity code message`; then the closing line.

    The hint, if there is one, stands before the last line.
    """
    lines = [_line(finding, paint) for finding in standing(run.said)]
    return "\n".join([*lines, *let_stand(run), *filter(None, [hint]), closing_line(run)]) + "\n"


def concise_line(finding: Finding) -> str:
    """The one line for a finding, without colour."""
    return _line(finding, Paint())


def _line(finding: Finding, paint: Paint) -> str:
    place = placed(finding.file, finding.span)
    severity = paint(finding.severity, finding.severity)
    mark = " (preview)" if finding.is_preview else ""
    return f"{place}: {severity} {finding.code}{mark} {printable(finding.message)}"
