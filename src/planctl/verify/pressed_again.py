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

from planctl import __version__
from planctl.audit.manifest import PlanRecord
from planctl.errors import PlanctlError
from planctl.gitio import History, history_at
from planctl.printing.abroad_carried import ABROAD, abroad_content
from planctl.printing.assembling import edition_content
from planctl.printing.carried import Carried
from planctl.printing.press import Press
from planctl.printing.told import CHANGES, FINDINGS, changes_content, findings_content
from planctl.report.request import Audience, ReportKind, ReportRequest
from planctl.verify.verdict import Check, failed, not_checked, passed, remark
from planctl.workspace import groups, workspace_of

_FINDINGS: Final = "repository-findings"
_CHANGES: Final = "repository-changes"
_ABROAD: Final = "repository-abroad"
_EDITION: Final = "repository-edition"
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
        presses = [_press(root, one, carried) for one in carried.manifest.plans]
        stories = [told for press in presses for told in _stories(press, carried)]
    except PlanctlError as error:
        yield not_checked(_FINDINGS, f"It was not looked for again: {error}")
        return
    is_as_then = _is_as_then(root, carried)
    for one in stories:
        yield _judged(one, is_as_then=is_as_then)
    is_alike = is_as_then and carried.manifest.made_with.planctl == __version__
    for press in presses if carried.manifest.edition else ():
        yield from _edition_judged(press, carried, is_as_then=is_alike)


def _is_there(path: Path, digest: str) -> bool:
    try:
        return sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _stories(press: Press, carried: Carried) -> Iterator[_Story]:
    audience, source = Audience(carried.manifest.audience), _source(press, carried)
    _, request, findings, _ = press.given()
    since = {source: request.since} if request.since else {}
    given = {
        FINDINGS: findings_content({source: findings}, audience),
        CHANGES: changes_content(since, audience),
    }
    for check, file in ((_FINDINGS, FINDINGS), (_CHANGES, CHANGES)):
        told = json.loads(carried.files[file]).get(source)
        yield _Story(check, file, told, json.loads(given[file]).get(source))
    yield from _abroad(request, source, carried)


def _abroad(request: ReportRequest, source: str, carried: Carried) -> Iterator[_Story]:
    """What is told of actions of other plans, where it is anything or should be."""
    told = json.loads(carried.files.get(ABROAD, b"{}")).get(source, {})
    given = json.loads(abroad_content({source: request.abroad}))[source]
    if told or given:
        yield _Story(_ABROAD, ABROAD, *(_named(one) for one in (told, given)))


def _named(told: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    return [
        {"message": f"{name}: {one['action']} of {one['plan']}", **one}
        for name, one in told.items()
    ]


def _source(press: Press, carried: Carried) -> str:
    return next(one.source for one in carried.manifest.plans if one.id == press.plan.id)


def _edition_judged(press: Press, carried: Carried, *, is_as_then: bool) -> Iterator[Check]:
    """Where a person is left in whom another file of the workspace declares."""
    source = _source(press, carried)
    if edition_content(press.seen().plan) == carried.files.get(source):
        return
    said = f"{source} inside the report is not the edition that this workspace gives"
    if is_as_then:
        yield failed(_EDITION, f"{said}: other persons are taken out.")
    else:
        yield remark(_EDITION, f"{said}. {_LATER}")


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
