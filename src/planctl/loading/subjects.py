"""Which plan, and which entry of it, a finding is about, in the words that people print."""

import hashlib
import json
from dataclasses import replace
from typing import Any, Final

from planctl.findings import Finding
from planctl.source import Document

_NAMES: Final = ("ref", "title", "name", "text", "period", "uid", "id")
_MAX_NAME: Final = 40
_FINGERPRINT: Final = 16


def subject_named(document: Document, finding: Finding) -> Finding:
    """The finding with its plan, the entry it is about, and its fingerprint.

    `ref` and `uid` are those of the nearest entry that has one; `subject` is what to call it. The
    fingerprint rests on code, plan, entry, field and value, never on the line: it stays the same
    while the plan around it changes.
    """
    along = document.along(finding.path)
    holders = [holder for holder in reversed(along) if isinstance(holder, dict)]
    plan = _text(document.value(("id",)))
    ref, uid = _nearest(holders)
    value = along[-1] if along and len(along) == len(finding.path) else None
    return replace(
        finding,
        plan=plan,
        ref=ref,
        uid=uid,
        subject=_subject(holders),
        fingerprint=_fingerprint(finding, (plan, uid or ref), value),
    )


def _nearest(holders: list[dict[str, Any]]) -> tuple[str, str]:
    for holder in holders:
        ref, uid = _text(holder.get("ref")), _text(holder.get("uid"))
        if ref or uid:
            return ref, uid
    return "", ""


def _subject(holders: list[dict[str, Any]]) -> str:
    for holder in holders:
        for field in _NAMES:
            if name := _text(holder.get(field)):
                return _shortened(name, quoted=field in {"title", "text"})
    return "the plan"


def _shortened(name: str, *, quoted: bool) -> str:
    words = " ".join(name.split())
    if len(words) > _MAX_NAME:
        words = f"{words[:_MAX_NAME].rsplit(' ', 1)[0]} …"
    return f"'{words}'" if quoted else words


def _fingerprint(finding: Finding, names: tuple[str, str], value: Any) -> str:
    plan, name = names
    entry = name or "/".join(map(str, finding.path))
    field = next((step for step in reversed(finding.path) if isinstance(step, str)), "")
    quoted = value if isinstance(value, str) else ""
    parts = [finding.code, plan, entry, field, quoted]
    digest = hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
    return digest[:_FINGERPRINT]


def _text(written: Any) -> str:
    return written if isinstance(written, str) else ""
