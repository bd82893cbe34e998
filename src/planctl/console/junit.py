"""Findings as the results of tests, which nearly every build server shows."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planctl.console.let_stand import standing, waiver_sentence
from planctl.console.terminal import Paint, placed, printable
from planctl.findings import Finding
from planctl.rules import CheckRun

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NOT_IN_XML: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")


def render_junit(run: CheckRun, paint: Paint) -> str:
    """A suite a file, a failed test a finding; a file without any has one test, which passes.

    What is waived or in preview is a test that was skipped.
    """
    from xml.etree.ElementTree import Element, indent, tostring  # noqa: PLC0415 - slow to load, and seldom needed

    del paint
    by_file: dict[str, list[Finding]] = {file: [] for file in sorted(run.documents)}
    for finding in run.findings:
        by_file.setdefault(finding.file, []).append(finding)
    passed = sum(not found for found in by_file.values())
    root = Element("testsuites", {"name": "planctl", **_numbers(run.findings, passed)})
    for file, found in by_file.items():
        _add_suite(root, file, found)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'


def _add_suite(root: "Element", file: str, found: list[Finding]) -> None:
    name = _allowed(file) or "planctl"
    numbers = _numbers(found, passed=not found)
    skipped = str(len(found) - int(numbers["failures"]))
    suite = _child(root, "testsuite", {"name": name, **numbers, "skipped": skipped})
    if not found:
        _child(suite, "testcase", {"classname": name, "name": "nothing was found"})
    for finding in found:
        said = {"classname": name, "name": _allowed(_title(finding))}
        _add_outcome(_child(suite, "testcase", said), finding)


def _add_outcome(case: "Element", finding: Finding) -> None:
    if finding.waiver is not None:
        _child(case, "skipped", {"message": _allowed(f"waived: {waiver_sentence(finding)}")})
    elif finding.is_preview:
        _child(case, "skipped", {"message": "in preview: it does not fail a check"})
    else:
        said = {"type": finding.severity.value, "message": _allowed(finding.message)}
        lines = (placed(finding.file, finding.span), finding.message, finding.help)
        _child(case, "failure", said).text = "\n".join(map(_allowed, filter(None, lines)))


def _child(parent: "Element", tag: str, attributes: dict[str, str]) -> "Element":
    child = parent.makeelement(tag, attributes)
    parent.append(child)
    return child


def _numbers(found: Sequence[Finding], passed: int) -> dict[str, str]:
    failed = sum(not finding.is_preview for finding in standing(found))
    return {"tests": str(len(found) + passed), "failures": str(failed), "errors": "0"}


def _title(finding: Finding) -> str:
    # Without the line: a build server follows a test by its name from one run to the next.
    return f"{finding.code} {finding.name}: {finding.message}"


def _allowed(text: str) -> str:
    """The text on one line, without what no XML file may hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", printable(text))
