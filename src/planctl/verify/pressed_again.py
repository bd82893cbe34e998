"""What a report tells was found and had changed, held against the repository that holds its source.

Both hang on more than the source: on other plans, evidence, seals and history.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from planctl.audit.manifest import PlanRecord
from planctl.errors import PlanctlError
from planctl.gitio import History, history_at
from planctl.printing.carried import Carried
from planctl.printing.press import Press
from planctl.printing.told import CHANGES, FINDINGS, changes_content, findings_content
from planctl.report.request import Audience, ReportKind
from planctl.verify.verdict import Check, failed, not_checked, passed, remark
from planctl.workspace import groups, workspace_of

_FINDINGS: Final = "repository-findings"
_CHANGES: Final = "repository-changes"
_LATER: Final = "Other files of the workspace have changed since, which may be why."


@dataclass(frozen=True, slots=True)
class _Story:
    """One of the two files: what it tells of a plan, and what the repository gives."""

    check: str
    file: str
    told: Any
    given: Any


def pressed_again(folder: Path, carried: Carried) -> Iterator[Check]:
    """Whether the repository that the folder is in gives the same findings and changes.

    Where it has gone on since in other files, what differs is a remark.
    """
    root = workspace_of(folder)
    if carried.is_programme:
        yield not_checked(_FINDINGS, "Of a report over several plans they are as it tells them.")
        return
    if not all(_is_there(root / one.name, one.sha256) for one in carried.manifest.sources):
        yield not_checked(
            _FINDINGS,
            f"What was found and had changed is told as it was then: in {root} the source is "
            "another now, or not there.",
        )
        return
    try:
        stories = list(_stories(root, carried))
    except PlanctlError as error:
        yield not_checked(_FINDINGS, f"It was not looked for again: {error}")
        return
    is_as_then = _is_as_then(root, carried)
    for one in stories:
        yield _judged(one, is_as_then=is_as_then)


def _is_there(path: Path, digest: str) -> bool:
    try:
        return sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _stories(root: Path, carried: Carried) -> Iterator[_Story]:
    audience = Audience(carried.manifest.audience)
    for one in carried.manifest.plans:
        press = _press(root, one, carried)
        _, request, findings, _ = press.given()
        since = {one.source: request.since} if request.since else {}
        given = {
            FINDINGS: findings_content({one.source: findings}, audience),
            CHANGES: changes_content(since, audience),
        }
        for check, file in ((_FINDINGS, FINDINGS), (_CHANGES, CHANGES)):
            told = json.loads(carried.files[file]).get(one.source)
            yield _Story(check, file, told, json.loads(given[file]).get(one.source))


def _press(root: Path, one: PlanRecord, carried: Carried) -> Press:
    (group,) = groups([root / one.source])
    (press,) = Press.presses(
        group, one.term, date.fromisoformat(one.as_of), "", Audience(carried.manifest.audience),
        ReportKind(carried.manifest.kind), one.year or "",
    )  # fmt: skip
    return press


def _judged(one: _Story, *, is_as_then: bool) -> Check:
    if one.told == one.given:
        return passed(one.check, f"{one.file} tells what the repository gives.")
    if one.check == _CHANGES and _version(one.told) != _version(one.given):
        return remark(
            one.check,
            f"{one.file} tells what had changed since another version than the one that the "
            "repository gives by itself now.",
        )
    more, less = _beside(one.told, one.given), _beside(one.given, one.told)
    said = f"{one.file} is not what the repository gives: {_counted(more, less)}."
    return failed(one.check, said) if is_as_then else remark(one.check, f"{said} {_LATER}")


def _version(told: Any) -> tuple[Any, ...]:
    return () if told is None else (told["name"], told["on"], told["commit"], told["actions"])


def _beside(one: Any, other: Any) -> list[str]:
    """The messages of the one that the other does not have."""
    first, second = (_entries(found) for found in (one, other))
    return [entry["message"] or entry.get("name", "") for entry in first if entry not in second]


def _entries(found: Any) -> list[Any]:
    entries: list[Any] = found["changes"] if isinstance(found, dict) else found or []
    return entries


def _counted(more: list[str], less: list[str]) -> str:
    parts = [
        f"{len(found)} {word} (‘{found[0]}’)"
        for found, word in ((more, "too many"), (less, "left out"))
        if found
    ]
    return " and ".join(parts) or "in another order"


def _is_as_then(root: Path, carried: Carried) -> bool:
    """Whether nothing else of the workspace has changed since its source was committed."""
    history = history_at(root, ("HEAD",))
    head = history.commits[0] if history.commits else ""
    last = _said(history, "rev-list", "--max-count=1", head, "--", str(root))
    commits = {source.commit for source in carried.manifest.sources}
    is_clean = not _said(history, "diff-index", "--name-only", head, "--", str(root))
    others = _said(history, "ls-files", "--others", "--exclude-standard", "--", str(root))
    plans = [name for name in (others or "").splitlines() if name.endswith((".yaml", ".json"))]
    return last in commits and is_clean and not plans


def _said(history: History, *asked: str) -> str | None:
    answer = history.run(asked, history.top, b"")
    if answer is None or answer.code != 0:
        return None
    return answer.out.decode("utf-8", "replace").strip()
