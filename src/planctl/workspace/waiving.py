"""What lets findings stand: it is held against what was found, and written for what is."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from planctl.findings import Finding
from planctl.model import Programme
from planctl.rules import (
    Case,
    Checked,
    CheckRun,
    Policy,
    Reason,
    can_be_waived,
    check,
    with_use,
)
from planctl.rules.waivers import RULES
from planctl.source import Document, save, write_atomic
from planctl.workspace.group import Group, shown
from planctl.workspace.places import WAIVERS, waivers_for
from planctl.workspace.waivers_file import WaiversFile, with_waivers

_NO_PLAN: Final = Programme(format="planctl/1", id="waivers", title="Waivers")
"""What stands for a plan in the case of the workspace's file: rules on waivers look at none."""


def on_waivers(
    file: WaiversFile, found: Mapping[str, Checked], policy: Policy, as_of: date
) -> Checked:
    """What is wrong with the workspace's file of waivers; `found` is by the ids of its plans."""
    findings = tuple(finding for checked in found.values() for finding in checked.findings)
    nothing = Checked()
    ignores = tuple(
        used
        for ignore in file.ignores
        for used in with_use([ignore], findings, found.get(ignore.waiver.plan, nothing).ran)
    )
    case = Case(file.document, _NO_PLAN, None, (), as_of, ignores=ignores)
    rules = [rule for rule in policy.rules_for(file.document.file) if rule in RULES]
    checked = check(case, rules, policy.profile)
    named = {ignore.path: ignore.waiver.fingerprint for ignore in file.ignores}
    every = (_named_after(one, named) for one in policy.weighed(checked.findings))
    return replace(checked, findings=(*file.findings, *every))


def written_waivers(
    found: Iterable[Group], run: CheckRun, reason: Reason
) -> Iterator[tuple[Path, Document | None, Document, int]]:
    """Each workspace's file of waivers, as it is and with all that the run found; and how much.

    Nothing is written here. Raises SettingsError for a file that has mistakes.
    """
    groups = tuple(found)
    for root in dict.fromkeys(group.root for group in groups):
        files = {
            name: path for group in groups if group.root == root for name, path in _names(group)
        }
        findings = [
            replace(finding, file=_seen_from(root, files[finding.file]))
            for finding in run.findings
            if finding.file in files and finding.waiver is None and can_be_waived(finding)
        ]
        if findings:
            group = next(group for group in groups if group.root == root)
            path = group.waivers_file or _new_file(group)
            old, new = with_waivers(group.waivers, path, findings, reason)
            yield path, old, new, len(findings)


def save_waivers(path: Path, old: Document | None, new: Document) -> None:
    """Writes the file, whole. Raises UnwritableError, ChangedMeanwhileError, UnsafeEditError."""
    if old is None:
        write_atomic(path, new.text.encode())
    else:
        save(path, old, new)


def _new_file(group: Group) -> Path:
    """Where the workspace's file is to be, named as its plans are."""
    beside = next(path for _, path in _names(group))
    return waivers_for(beside, group.root, lambda _: True) or group.root / WAIVERS


def _names(group: Group) -> Iterator[tuple[str, Path]]:
    for path in (*group.asked, *([group.programme_file] if group.programme_file else [])):
        yield shown(path), path


def _seen_from(root: Path, path: Path) -> str:
    real = path.resolve()
    return shown(real.relative_to(root)) if real.is_relative_to(root) else path.name


def _named_after(finding: Finding, fingerprints: Mapping[tuple[str | int, ...], str]) -> Finding:
    """The finding with the fingerprint of what it speaks of: entries change their places."""
    waived = fingerprints.get(finding.path[:2], "")
    digest = hashlib.sha256(f"{finding.code}/{waived}".encode()).hexdigest()
    return replace(finding, fingerprint=digest[: len(finding.fingerprint)])
