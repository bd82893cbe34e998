"""Findings as a code quality report, which GitLab shows in a merge request."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any, Final

from planctl.console.as_json import on_one_line
from planctl.console.let_stand import sentences, standing, weight
from planctl.console.terminal import Paint, printable
from planctl.findings import Finding, Severity
from planctl.rules import CheckRun

_SEVERITIES: Final = MappingProxyType({
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
})  # fmt: skip
_FINGERPRINT: Final = 32


def render_gitlab(run: CheckRun, paint: Paint) -> str:
    """A list with an entry a place; what is waived is left out."""
    del paint
    entries = ",\n".join(f"  {on_one_line(entry)}" for entry in _entries(standing(run.findings)))
    return f"[\n{entries}\n]\n" if entries else "[]\n"


def _entries(findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    """GitLab shows only the first of several entries with one fingerprint: none occurs twice."""
    met: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        known_by = finding.fingerprint or "/".join(map(str, finding.path))
        parts = (finding.file, finding.code, known_by)
        met[parts] += 1
        yield _entry(finding, _digest((*parts, str(met[parts]))))


def _entry(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": printable(sentences(finding)),
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[weight(finding)],
        "location": {
            "path": finding.file,
            "lines": {
                "begin": finding.span.line if finding.span else 1,
                "end": finding.span.end_line if finding.span else 1,
            },
        },
    }


def _digest(parts: Iterable[str]) -> str:
    written = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(written).hexdigest()[:_FINGERPRINT]
