"""Findings as GitHub shows them beside the lines of a change, and in the log of the job."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planctl.console.let_stand import standing, weight
from planctl.console.terminal import printable
from planctl.findings import Finding, Severity, Span
from planctl.rules import CheckRun

_COMMANDS: Final = MappingProxyType({
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
})  # fmt: skip
_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_github(run: CheckRun, report: str) -> str:
    """A workflow command for each finding, errors first, then the report on the same run.

    GitHub shows ten errors, ten warnings and ten notices of a step; the report has them all. No
    line of it is taken for a command.
    """
    ordered = sorted(standing(run.said), key=lambda finding: weight(finding).rank)
    return with_report((_command(finding) for finding in ordered), report)


def with_report(commands: Iterable[str], report: str) -> str:
    """The commands, a line each, then the report, of which no line is taken for a command."""
    lines = "".join(f"{command}\n" for command in commands)
    # The word that ends the pause can stand nowhere in the report, for it is made of all of it.
    word = hashlib.sha256(report.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{lines}::stop-commands::{word}\n{report}::{word}::\n"


def workflow_command(name: str, properties: Mapping[str, str], lines: Iterable[str]) -> str:
    """One command: `error`, `warning` or `notice`, with the properties that are not empty."""
    given = ",".join(
        f"{key}={printable(value).translate(_IN_PROPERTY)}"
        for key, value in properties.items()
        if value
    )
    message = "\n".join(map(printable, lines)).translate(_IN_MESSAGE)
    return f"::{name} {given}::{message}"


def _command(finding: Finding) -> str:
    mark = " (preview)" if finding.is_preview else ""
    properties = {
        "file": finding.file,
        **_place(finding.span),
        "title": f"{finding.code} {finding.name}{mark}",
    }
    return workflow_command(_COMMANDS[weight(finding)], properties, _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    yield finding.message
    if finding.help:
        yield finding.help


def _place(span: Span | None) -> Mapping[str, str]:
    """GitHub takes columns only of a stretch that stays within one line."""
    if span is None:
        return {}
    if span.line != span.end_line:
        return {"line": str(span.line), "endLine": str(span.end_line)}
    columns = {"col": str(span.column), "endColumn": str(span.end_column)}
    return {"line": str(span.line), "endLine": str(span.end_line), **columns}
