"""What is printed: one module a format, each a pure function from values to text."""

from planctl.console.as_json import render_json
from planctl.console.catalogue import (
    catalogue,
    render_catalogue_json,
    render_catalogue_markdown,
    render_catalogue_text,
)
from planctl.console.closing import closing_line
from planctl.console.concise import concise_line, render_concise
from planctl.console.full import render_full
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
    "render_json",
    "render_status_json",
    "render_status_text",
    "wants_colour",
]
