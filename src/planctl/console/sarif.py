"""Findings as SARIF 2.1.0, the exchange format of programs that check files (OASIS standard)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from planctl import __version__
from planctl.console.let_stand import sentences, waiver_sentence, weight
from planctl.console.placed_fix import PlacedFix, placed_fix
from planctl.console.rules_listed import Entry, as_markdown, catalogue
from planctl.console.terminal import Paint, escaped, printable
from planctl.findings import Finding, Severity, Span
from planctl.rules import CheckRun

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final = MappingProxyType({
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
})  # fmt: skip
_LINK: Final = re.compile(r"\[(?=[^\[\]]*\]\()")
_PLACEHOLDER: Final = re.compile(r"\{(\d+)\}")


def render_sarif(run: CheckRun, paint: Paint) -> str:
    """One log with one run: the rules that found something, and a result a place.

    What is waived stays in it, suppressed, with its reason.
    """
    del paint
    rules = _rules(run.findings)
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver = {
        "name": "planctl",
        "version": __version__,
        "rules": [_descriptor(rule) for rule in rules],
    }
    results = (
        {
            "ruleId": finding.code,
            "ruleIndex": index[finding.code],
            **_result(finding, placed_fix(finding, run.documents)),
        }
        for finding in run.findings
    )
    made = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not run.crashes}],
        "columnKind": "unicodeCodePoints",
        "results": list(results),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [made]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=2) + "\n")


def _rules(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """The entries of the catalogue that the findings are of, in the order of their codes."""
    known = {entry.code: entry for entry in catalogue()}
    met = {
        finding.code: known.get(finding.code)
        or Entry(finding.code, finding.name, finding.severity, finding.name)
        for finding in findings
    }
    return tuple(met[code] for code in sorted(met))


def _descriptor(rule: Entry) -> dict[str, Any]:
    page = rule.page or rule.summary
    why = re.split(r"\n(?:Bad|Good|Fix):\n", page)[0]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(why.split())},
        "help": {"text": page, "markdown": "\n".join(as_markdown(page)).strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, fix: PlacedFix | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "level": _LEVELS[weight(finding)],
        "message": {"text": _plain(sentences(finding))},
        "locations": [_location(finding.file, finding.span)] if finding.file else [],
        # The standard wants this said of every result of a run, or of none.
        "suppressions": list(_suppressions(finding)),
        "properties": dict(_properties(finding)),
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _plain(related.message)},
                **_location(finding.file, related.span),
            }
            for number, related in enumerate(finding.related, start=1)
        ]
    if finding.fingerprint:
        result["partialFingerprints"] = {"planctl/v1": finding.fingerprint}
    if fix is not None:
        result["fixes"] = [_fix(finding.file, fix)]
    return result


def _location(file: str, span: Span | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if span is not None:
        place["region"] = _region(span)
    return {"physicalLocation": place}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(file: str) -> str:
    escaped_path = quote(file, safe="/", errors="replace")
    return f"file://{escaped_path}" if file.startswith("/") else escaped_path


def _suppressions(finding: Finding) -> Iterator[Mapping[str, str]]:
    if finding.waiver is not None:
        file, _, _ = finding.waiver.where.partition(":")
        kind = "inSource" if file == finding.file else "external"
        reason = printable(waiver_sentence(finding))
        yield {"kind": kind, "status": "accepted", "justification": reason}


def _fix(file: str, fix: PlacedFix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": _uri(file)}, "replacements": replacements}
    return {
        "description": {"text": _plain(fix.title)},
        "artifactChanges": [change],
        "properties": {"safe": fix.is_safe},
    }


def _properties(finding: Finding) -> Iterator[tuple[str, str | bool]]:
    for name in ("plan", "ref", "uid", "question"):
        if said := getattr(finding, name):
            yield name, said
    if finding.is_preview:
        yield "preview", True


def _plain(text: str) -> str:
    """A message that no viewer takes for a link or fills in."""
    without_links = _LINK.sub(r"\\[", printable(text))
    return _PLACEHOLDER.sub(r"{{\1}}", without_links)
