"""What is printed: one module a format, each a pure function from values to text."""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from planctl.console.as_json import render_json
    from planctl.console.as_jsonl import render_jsonl
    from planctl.console.changes_github import render_changes_github
    from planctl.console.changes_grouped import ChangesBy
    from planctl.console.changes_json import render_changes_json
    from planctl.console.changes_markdown import render_changes_markdown
    from planctl.console.changes_text import render_changes_text
    from planctl.console.closing import closing_line
    from planctl.console.concise import concise_line, render_concise
    from planctl.console.full import render_full
    from planctl.console.github import render_github
    from planctl.console.gitlab import render_gitlab
    from planctl.console.job_summary import render_job_summary
    from planctl.console.junit import render_junit
    from planctl.console.let_stand import standing
    from planctl.console.life import render_life_json, render_life_text
    from planctl.console.rules_listed import (
        catalogue,
        render_catalogue_json,
        render_catalogue_markdown,
        render_catalogue_text,
    )
    from planctl.console.sarif import render_sarif
    from planctl.console.statistics import render_statistics
    from planctl.console.status import PlanStatus, render_status_json
    from planctl.console.status_text import render_status_text
    from planctl.console.terminal import Paint, printable, wants_colour

_HOMES: Final = MappingProxyType(
    {
        "ChangesBy": "changes_grouped",
        "Paint": "terminal",
        "PlanStatus": "status",
        "catalogue": "rules_listed",
        "closing_line": "closing",
        "concise_line": "concise",
        "printable": "terminal",
        "render_catalogue_json": "rules_listed",
        "render_catalogue_markdown": "rules_listed",
        "render_catalogue_text": "rules_listed",
        "render_changes_github": "changes_github",
        "render_changes_json": "changes_json",
        "render_changes_markdown": "changes_markdown",
        "render_changes_text": "changes_text",
        "render_concise": "concise",
        "render_full": "full",
        "render_github": "github",
        "render_gitlab": "gitlab",
        "render_job_summary": "job_summary",
        "render_json": "as_json",
        "render_jsonl": "as_jsonl",
        "render_junit": "junit",
        "render_life_json": "life",
        "render_life_text": "life",
        "render_sarif": "sarif",
        "render_statistics": "statistics",
        "render_status_json": "status",
        "render_status_text": "status_text",
        "standing": "let_stand",
        "wants_colour": "terminal",
    }
)
"""Where each is, imported on first use: no command prints in more than two ways."""

__all__ = [
    "ChangesBy",
    "Paint",
    "PlanStatus",
    "catalogue",
    "closing_line",
    "concise_line",
    "printable",
    "render_catalogue_json",
    "render_catalogue_markdown",
    "render_catalogue_text",
    "render_changes_github",
    "render_changes_json",
    "render_changes_markdown",
    "render_changes_text",
    "render_concise",
    "render_full",
    "render_github",
    "render_gitlab",
    "render_job_summary",
    "render_json",
    "render_jsonl",
    "render_junit",
    "render_life_json",
    "render_life_text",
    "render_sarif",
    "render_statistics",
    "render_status_json",
    "render_status_text",
    "standing",
    "wants_colour",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
