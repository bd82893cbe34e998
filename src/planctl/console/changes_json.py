"""A comparison as JSON: for programs. The shape is part of the documented interface."""

from typing import Any

from planctl.console.as_json import FORMAT_VERSION, dumped, finding_entry
from planctl.diff import Change, Compared, Direction, Edit, Level, SideShown, Spot
from planctl.findings import Path


def render_changes_json(compared: Compared) -> str:
    """One object with an entry a change, waived ones too; old and new values are in full.

    The edits of all changes together make the new version of the old one. Positions count from 1,
    columns in code points. In the summary only what is not waived counts by level, direction and
    rule.
    """
    return dumped({
        "format_version": FORMAT_VERSION,
        "status": "complete" if compared.is_complete else "incomplete",
        "old": _side(compared.old),
        "new": _side(compared.new),
        "unread": [finding_entry(finding, {}) for finding in compared.unread],
        "changes": [change_entry(change) for change in compared.changes],
        "summary": _summary(compared),
    })  # fmt: skip


def _side(side: SideShown) -> dict[str, str | None]:
    return {"name": side.name, "on": side.on.isoformat(), "commit": side.commit or None}


def _summary(compared: Compared) -> dict[str, Any]:
    return {
        "plans": compared.plans,
        "changes": len(compared.changes),
        **{level.value: compared.count(level) for level in Level},
        **{direction.value: compared.leaning(direction) for direction in Direction},
        "approved": sum(change.is_approved for change in compared.told),
        "waived": len(compared.changes) - len(compared.told),
        "new_waivers": compared.new_waivers,
        "left_out": compared.left_out,
        "by_rule": compared.by_rule(),
    }


def change_entry(change: Change) -> dict[str, Any]:
    """One change as JSON values."""
    decision, match = change.decision, change.match
    return {
        "rule": change.rule,
        "severity": change.level.value,
        "direction": change.direction.value,
        "approved": change.is_approved,
        "plan": change.plan,
        "kind": change.kind,
        "uid": change.uid or None,
        "ref": change.ref or None,
        "label": change.label,
        "theme": change.theme or None,
        "owners": list(change.owners),
        "field": change.field or None,
        "old": change.old,
        "new": change.new,
        "match": {"how": match.how, "score": match.score} if match else None,
        "where": {
            "old": _place(change.old_spot, change.old_path),
            "new": _place(change.new_spot, change.new_path),
        },
        "fingerprint": change.fingerprint,
        "message": change.message,
        "question": change.question or None,
        "waived": bool(change.waived),
        "waiver": {"reason": change.waived} if change.waived else None,
        "decision": {"id": decision.id, "minute": decision.minute} if decision else None,
        "edits": [_edit(edit) for edit in change.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    """An edit whose path is null has nothing on that side."""
    return {
        "old": _path(edit.old),
        "new": _path(edit.new),
        "was": edit.was,
        "now": edit.now,
    }


def _place(spot: Spot | None, path: Path | None) -> dict[str, Any] | None:
    if spot is None and path is None:
        return None
    return {
        "file": spot.file if spot else None,
        "line": spot.line if spot else None,
        "column": spot.column if spot else None,
        "path": _path(path),
    }


def _path(path: Path | None) -> list[str | int] | None:
    return None if path is None else list(path)
