"""Findings as JSON, one a line: for programs that read a stream."""

from planctl.console.as_json import finding_entry, on_one_line
from planctl.console.terminal import Paint
from planctl.rules import CheckRun


def render_jsonl(run: CheckRun, paint: Paint) -> str:
    """A line for each finding, of the shape that it has in the one object of JSON."""
    del paint
    entries = (finding_entry(finding, run.documents) for finding in run.findings)
    return "".join(f"{on_one_line(entry)}\n" for entry in entries)
