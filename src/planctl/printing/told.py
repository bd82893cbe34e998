"""What was found in a plan, and what had changed in it, as a report carries both: JSON."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from planctl.diff import Change, Decision, Direction, Level
from planctl.findings import Finding, Severity, Span, Waiver
from planctl.fingerprint import canonical
from planctl.model import read_day
from planctl.report.request import Audience, Since
from planctl.report.since import may_be_told

FINDINGS: Final = "findings.json"
CHANGES: Final = "changes.json"

_FINDING: Final = (
    "code", "name", "message", "help", "question", "file", "part", "plan", "ref", "uid", "subject",
    "places",
)  # fmt: skip
_WAIVER: Final = ("reason", "by", "where")
_SPAN: Final = ("line", "column", "end_line", "end_column")
_CHANGE: Final = (
    "rule", "message", "question", "plan", "kind", "uid", "ref", "label", "theme", "field", "old",
    "new", "waived",
)  # fmt: skip
_DECISION: Final = ("id", "minute")

Told = Mapping[str, tuple[Finding, ...]]
"""What was found, by the plan's file."""
Changed = Mapping[str, Since]
"""What had changed, by the plan's file; one that is not there has no earlier version."""


def findings_content(told: Told, audience: Audience) -> bytes:
    """The findings as a file of the report; of the public's, only their rules and number."""
    return canonical({
        plan: [finding_plain(told_to(one, audience)) for one in findings]
        for plan, findings in told.items()
    })  # fmt: skip


def findings_in(content: bytes) -> Told:
    """What such a file holds. Raises ValueError, KeyError, TypeError for any other."""
    return {
        plan: tuple(finding_in(one) for one in listed)
        for plan, listed in json.loads(content).items()
    }


def changes_content(changed: Changed, audience: Audience) -> bytes:
    """The changes as a file of the report; to the public, without the words it is not told."""
    return canonical({plan: _since(one, audience) for plan, one in changed.items()})


def changes_in(content: bytes) -> Changed:
    """What such a file holds. Raises ValueError, KeyError, TypeError for any other."""
    return {plan: _read_since(one) for plan, one in json.loads(content).items()}


def told_to(finding: Finding, audience: Audience) -> Finding:
    """What the audience's report says of the finding: the public's counts findings alone."""
    if audience is not Audience.PUBLIC:
        return finding
    waiver = Waiver() if finding.waiver else None
    return Finding(finding.code, finding.name, finding.severity, "", waiver=waiver)


def finding_plain(finding: Finding) -> dict[str, Any]:
    """The finding as JSON has it."""
    span, waiver = finding.span, finding.waiver
    until = waiver.until.isoformat() if waiver and waiver.until else None
    return {
        **_of(finding, _FINDING),
        "path": list(finding.path),
        "is_preview": finding.is_preview,
        "severity": finding.severity.value,
        "span": _of(span, _SPAN) if span else None,
        "waiver": {**_of(waiver, _WAIVER), "until": until} if waiver else None,
    }


def finding_in(found: dict[str, Any]) -> Finding:
    """The finding that was written so. Raises as above."""
    span, waiver = found["span"], found["waiver"]
    given = {name: found[name] for name in _FINDING}
    return Finding(
        **given,
        # Reports of before these two were kept are still read.
        path=tuple(found.get("path", ())),
        is_preview=found.get("is_preview", False),
        severity=Severity(found["severity"]),
        span=Span(*(span[name] for name in _SPAN)) if span else None,
        waiver=_read_waiver(waiver) if waiver else None,
    )


def _read_waiver(found: dict[str, Any]) -> Waiver:
    until = date.fromisoformat(found["until"]) if found["until"] else None
    return Waiver(**{name: found[name] for name in _WAIVER}, until=until)


def _since(since: Since, audience: Audience) -> dict[str, Any]:
    sealed = {"seal": since.seal} if since.seal else {}
    return {
        **sealed,
        "name": since.name,
        "on": since.on.isoformat(),
        "actions": since.actions,
        "commit": since.commit,
        "changes": [_change(_change_told(one, audience)) for one in since.changes],
    }


def _read_since(found: dict[str, Any]) -> Since:
    changes = tuple(_read_change(one) for one in found["changes"])
    return Since(
        found["name"], date.fromisoformat(found["on"]), changes, found["actions"], found["commit"],
        found.get("seal", ""),
    )  # fmt: skip


def _change_told(change: Change, audience: Audience) -> Change:
    """What the audience's report says of the change; to count it, its days are enough."""
    if audience is not Audience.PUBLIC:
        return change
    message = change.message if may_be_told(change, audience) else ""
    was, now = (one if read_day(str(one)) else None for one in (change.old, change.new))
    return replace(change, message=message, question="", owners=(), theme="", old=was, new=now)


def _change(change: Change) -> dict[str, Any]:
    decision = change.decision
    return {
        **_of(change, _CHANGE),
        "level": change.level.value,
        "direction": change.direction.value,
        "owners": list(change.owners),
        "decision": _of(decision, _DECISION) if decision else None,
    }


def _read_change(found: dict[str, Any]) -> Change:
    decision = found["decision"]
    given = {name: found[name] for name in _CHANGE}
    return Change(
        **given,
        level=Level(found["level"]),
        direction=Direction(found["direction"]),
        owners=tuple(found["owners"]),
        decision=Decision(*(decision[name] for name in _DECISION)) if decision else None,
    )


def _of(record: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}
