"""What is printed: one module a format, each a pure function from values to text."""

from planctl.console.as_json import render_json
from planctl.console.as_jsonl import render_jsonl
from planctl.console.catalogue import (
    catalogue,
    render_catalogue_json,
    render_catalogue_markdown,
    render_catalogue_text,
)
from planctl.console.closing import closing_line
from planctl.console.concise import concise_line, render_concise
from planctl.console.full import render_full
from planctl.console.github import render_github
from planctl.console.gitlab import render_gitlab
from planctl.console.job_summary import render_job_summary
from planctl.console.junit import render_junit
from planctl.console.sarif import render_sarif
from planctl.console.standing import standing
from planctl.console.statistics import render_statistics
from planctl.console.status import PlanStatus, render_status_json
from planctl.console.status_text import render_status_text
from planctl.console.terminal import Paint, printable, wants_colour

__all__ = [
    "Paint",
    "PlanStatus",
    "catalogue",
    "closing_line",
    "concise_line",
    "printable",
    "render_catalogue_json",
    "render_catalogue_markdown",
    "render_catalogue_text",
    "render_concise",
    "render_full",
    "render_github",
    "render_gitlab",
    "render_job_summary",
    "render_json",
    "render_jsonl",
    "render_junit",
    "render_sarif",
    "render_statistics",
    "render_status_json",
    "render_status_text",
    "standing",
    "wants_colour",
]
