"""Findings as JSON: for programs. The shape is part of the documented interface."""

import json
from collections.abc import Mapping
from typing import Any, Final

from planctl import __version__
from planctl.console.terminal import Paint, escaped
from planctl.findings import Finding, Related, Severity, Span
from planctl.rules import CheckRun

FORMAT_VERSION: Final = "1.0"
TOOL: Final[Mapping[str, str]] = {"name": "planctl", "version": __version__}


def render_json(run: CheckRun, paint: Paint) -> str:
    """One object for the run, with an entry a place; columns are code points from 1."""
    del paint
    return dumped({
        "format_version": FORMAT_VERSION,
        "tool": TOOL,
        "checked": run.checked,
        "not_run": run.not_run,
        "not_checked": run.not_checked,
        "findings": [finding_entry(finding) for finding in run.findings],
        "summary": {
            "errors": run.count(Severity.ERROR),
            "warnings": run.count(Severity.WARNING),
            "info": run.count(Severity.INFO),
            "waived": 0,
            "by_rule": dict(run.by_rule()),
        },
    })  # fmt: skip


def finding_entry(finding: Finding) -> dict[str, Any]:
    """One finding as JSON values."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "question": finding.question,
        "plan": finding.plan,
        "ref": finding.ref or None,
        "uid": finding.uid or None,
        "path": list(finding.path),
        "file": finding.file,
        **_place(finding.span),
        "related": [_related(finding, related) for related in finding.related],
        "fix": None,
        "fingerprint": finding.fingerprint,
        "waived": False,
    }


def dumped(value: Mapping[str, Any]) -> str:
    """The object as JSON with a line for each field, and for each entry of a list.

    Letters of every language stay as they are, controls are escaped.
    """
    fields = (f"  {json.dumps(name)}: {_written(inner)}" for name, inner in value.items())
    return escaped("{\n" + ",\n".join(fields) + "\n}\n")


def _written(value: object) -> str:
    # Not json.dumps with an indent: that leaves its C encoder, and is ten times slower.
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    entries = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in value)
    return f"[\n{entries}\n  ]"


def _related(finding: Finding, related: Related) -> dict[str, Any]:
    return {
        "message": related.message,
        "path": list(related.path),
        "file": finding.file,
        **_place(related.span),
    }


def _place(span: Span | None) -> dict[str, int | None]:
    return {
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
    }
