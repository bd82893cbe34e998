"""The check of a workspace: what reading, loading and the rules find in its files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from planctl.findings import Finding
from planctl.loading import Loaded, load_plan, load_programme
from planctl.model import Plan, Programme
from planctl.rules import (
    CATALOGUE,
    Case,
    Checked,
    CheckRun,
    Policy,
    by_place,
    check,
    grouped,
    ignores_in,
)
from planctl.source import Document
from planctl.workspace.earlier import earlier_of
from planctl.workspace.group import Group
from planctl.workspace.newness import newer
from planctl.workspace.seals_checked import on_seals
from planctl.workspace.waiving import on_waivers


def check_run(
    found: Iterable[Group], policy: Policy, as_of: date, older: Iterable[Finding] | None = None
) -> CheckRun:
    """What reading, loading and the rules find in the groups' plans and programmes.

    What is among the older findings, if any are given, is left out.
    """
    groups = tuple(found)
    parts = [part for group in groups for part in _checked(group, policy, as_of)]
    parts += _waivers_checked(groups, parts, policy, as_of)
    parts += _seals_checked(groups, policy)
    every = [part.checked.findings for part in parts]
    kept = every if older is None else newer(every, older)
    said = [
        finding
        for part, new in zip(parts, kept, strict=True)
        for finding in grouped(
            (one for one in new if one.waiver is None), part.checked.populations, policy.rules
        )
    ]
    plans = [part.was_run for part in parts if part.was_run is not None]
    return CheckRun(
        findings=tuple(sorted((one for new in kept for one in new), key=by_place)),
        said=tuple(sorted(said, key=by_place)),
        documents={part.document.file: part.document for part in parts},
        checked=len(plans),
        not_run=plans.count(False),
        not_checked=sum(part.checked.not_checked for part in parts),
        crashes=tuple(crash for part in parts for crash in part.checked.crashes),
        older=None if older is None else sum(map(len, every)) - sum(map(len, kept)),
    )


def findings_in(
    group: Group, path: Path, policy: Policy, as_of: date, document: Document
) -> tuple[Finding, ...]:
    """What would be found in a file of the group if it held that document."""
    loaded: Loaded[Plan] | Loaded[Programme]
    if path == group.programme_file:
        loaded = load_programme(document)
    else:
        shared = group.programme.record if group.programme else None
        loaded = load_plan(document, path.stem, shared, knows_programme=group.is_sound)
    subject = loaded.record
    if subject is None or not group.is_sound:
        return loaded.findings
    whole = group.joined(subject) if isinstance(subject, Plan) else subject
    judge = _Judge(group, policy, as_of)
    return judge.judged(path, document, whole).findings


@dataclass(frozen=True, slots=True)
class _Part:
    """One file with what was found in it; `was_run` says whether rules could look at a plan."""

    root: Path
    document: Document
    checked: Checked
    was_run: bool | None = None


def _checked(group: Group, policy: Policy, as_of: date) -> Iterator[_Part]:
    judge = _Judge(group, policy, as_of)
    programme = group.programme
    if programme is not None and group.programme_file is not None:
        found = Checked(programme.findings)
        if programme.record is not None:
            found = judge.judged(group.programme_file, programme.document, programme.record)
        yield _Part(group.root, programme.document, found)
    for path, loaded in zip(group.asked, group.plans, strict=True):
        if loaded.record is None or not group.is_sound:
            yield _Part(group.root, loaded.document, Checked(loaded.findings), was_run=False)
            continue
        plan = group.joined(loaded.record)
        found = judge.judged(path, loaded.document, plan)
        yield _Part(group.root, loaded.document, found, was_run=True)


def _waivers_checked(
    groups: tuple[Group, ...], parts: Iterable[_Part], policy: Policy, as_of: date
) -> list[_Part]:
    """The file of waivers of each workspace that has one."""
    every = tuple(parts)
    files = {group.root: group.waivers for group in groups if group.waivers is not None}
    return [
        _Part(root, file.document, on_waivers(file, _by_plan(every, root), policy, as_of))
        for root, file in files.items()
    ]


def _seals_checked(groups: tuple[Group, ...], policy: Policy) -> list[_Part]:
    """The files of seals that something is wrong with."""
    one_of = {group.root: group for group in groups if group.asked}
    return [
        _Part(root, document, checked)
        for root, group in one_of.items()
        for document, checked in on_seals(group, policy)
    ]


def _by_plan(parts: Iterable[_Part], root: Path) -> dict[str, Checked]:
    return {str(part.document.value(("id",))): part.checked for part in parts if part.root == root}


class _Judge:
    """Runs the rules on the files of a group."""

    def __init__(self, group: Group, policy: Policy, as_of: date) -> None:
        self.group, self.policy, self.as_of = group, policy, as_of
        self.earlier_of = earlier_of(group, as_of)

    def judged(self, path: Path, document: Document, subject: Plan | Programme) -> Checked:
        group, rules = self.group, self.policy.rules_for(document.file)
        earlier = None
        if isinstance(subject, Plan) and any(rule.needs_earlier for rule in rules):
            earlier = self.earlier_of(path, subject)
        case = Case(
            document,
            subject,
            group.programme.record if group.programme else None,
            group.known,
            self.as_of,
            group.unread,
            earlier=earlier,
            digest=group.digest,
            thresholds=self.policy.thresholds,
            ignores=ignores_in(document, CATALOGUE),
            waivers=group.waivers.ignores if group.waivers else (),
            seals=group.seals,
        )
        checked = check(case, rules, self.policy.profile)
        return replace(checked, findings=self.policy.weighed(checked.findings))
