"""Findings as JSON: for programs. The shape is part of the documented interface."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from planctl import __version__
from planctl.console.let_stand import counts, standing
from planctl.console.placed_fix import placed_fix
from planctl.console.terminal import Paint, escaped
from planctl.findings import Finding, Related, Span, Waiver
from planctl.rules import CheckRun
from planctl.source import Document

FORMAT_VERSION: Final = "1.0"
TOOL: Final[Mapping[str, str]] = {"name": "planctl", "version": __version__}


def render_json(run: CheckRun, paint: Paint) -> str:
    """One object for the run, with an entry a place; columns are code points from 1.

    In the summary each finding counts once: `by_rule` has those that are not waived.
    """
    del paint
    by_rule = Counter(finding.code for finding in standing(run.findings))
    return dumped({
        "format_version": FORMAT_VERSION,
        "tool": TOOL,
        "checked": run.checked,
        "not_run": run.not_run,
        "not_checked": run.not_checked,
        "findings": [finding_entry(finding, run.documents) for finding in run.findings],
        "summary": {**counts(run.findings), "by_rule": dict(sorted(by_rule.items()))},
    })  # fmt: skip


def finding_entry(finding: Finding, documents: Mapping[str, Document]) -> dict[str, Any]:
    """One finding as JSON values; the documents are those of the run."""
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
        "fix": _fix(finding, documents),
        "fingerprint": finding.fingerprint,
        "waived": finding.waiver is not None,
        "waiver": _waiver(finding.waiver),
        "preview": finding.is_preview,
    }


def dumped(value: Mapping[str, Any]) -> str:
    """The object as JSON with a line for each field, and for each entry of a list.

    Letters of every language stay as they are, controls are escaped.
    """
    fields = (f"  {json.dumps(name)}: {_written(inner)}" for name, inner in value.items())
    return escaped("{\n" + ",\n".join(fields) + "\n}\n")


def on_one_line(value: Mapping[str, Any]) -> str:
    """The object as JSON without a line end, with the same letters and escapes."""
    return escaped(json.dumps(value, ensure_ascii=False))


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


def _fix(finding: Finding, documents: Mapping[str, Document]) -> dict[str, Any] | None:
    fix = placed_fix(finding, documents)
    if fix is None:
        return None
    edits = [{**_place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.is_safe, "edits": edits}


def _waiver(waiver: Waiver | None) -> dict[str, str | None] | None:
    if waiver is None:
        return None
    until = waiver.until.isoformat() if waiver.until else None
    return {"reason": waiver.reason, "by": waiver.by, "until": until, "where": waiver.where}


def _place(span: Span | None) -> dict[str, int | None]:
    return {
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
    }
