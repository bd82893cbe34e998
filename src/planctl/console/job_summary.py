"""Findings as Markdown, for the summary page of a job."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.console.closing import closing_line, tally
from planctl.console.let_stand import sentences, standing
from planctl.console.terminal import Paint, placed, printable
from planctl.findings import Finding
from planctl.rules import CheckRun

MAX_ROWS: Final = 200
"""A summary page holds one mebibyte, and nobody reads as much."""

_MARKS: Final = re.compile(r"([\\`*_\[\]<>&|~$#@!:]|(?<=www)\.)")


def render_job_summary(run: CheckRun) -> str:
    """A heading, the tally, a table of the findings, the closing line."""
    found = standing(run.said)
    parts = ["## planctl validate", f"{tally(run, Paint())}."]
    if found:
        parts.append("\n".join(_table(found[:MAX_ROWS])))
    if len(found) > MAX_ROWS:
        parts.append(f"And {len(found) - MAX_ROWS:,} more, which the log of the step has.")
    parts.append(f"{closing_line(run)}.")
    return "\n\n".join(parts) + "\n"


def in_markdown(text: str) -> str:
    """The text so that Markdown shows it letter by letter, on one line, with nothing to follow."""
    return _MARKS.sub(r"\\\1", printable(text))


def _table(found: tuple[Finding, ...]) -> Iterator[str]:
    yield "| place | severity | rule | what is wrong, and what to do |"
    yield "|---|---|---|---|"
    for finding in found:
        mark = ", preview" if finding.is_preview else ""
        cells = (
            placed(finding.file, finding.span),
            f"{finding.severity}{mark}",
            f"{finding.code} {finding.name}",
            sentences(finding),
        )
        yield f"| {' | '.join(map(in_markdown, cells))} |"
