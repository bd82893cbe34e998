"""The check of a workspace: what reading, loading and the rules find in its files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from planctl.findings import Finding
from planctl.loading import Loaded, load_plan, load_programme
from planctl.model import Plan, Programme
from planctl.rules import Case, Checked, CheckRun, Policy, by_place, check, grouped
from planctl.source import Document
from planctl.workspace.evidence import digest_within
from planctl.workspace.group import Group


def check_run(found: Iterable[Group], policy: Policy, as_of: date) -> CheckRun:
    """What reading, loading and the rules find in the groups' plans and programmes."""
    parts = [part for group in found for part in _checked(group, policy, as_of)]
    findings = sorted((f for _, checked, _ in parts for f in checked.findings), key=by_place)
    said = [
        finding
        for _, checked, _ in parts
        for finding in grouped(checked.findings, checked.populations, policy.rules)
    ]
    plans = [was_run for _, _, was_run in parts if was_run is not None]
    return CheckRun(
        findings=tuple(findings),
        said=tuple(sorted(said, key=by_place)),
        documents={document.file: document for document, _, _ in parts},
        checked=len(plans),
        not_run=plans.count(False),
        not_checked=sum(checked.not_checked for _, checked, _ in parts),
        crashes=tuple(crash for _, checked, _ in parts for crash in checked.crashes),
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
    return _judged(document, whole, group, policy, as_of).findings


def _checked(
    group: Group, policy: Policy, as_of: date
) -> Iterator[tuple[Document, Checked, bool | None]]:
    """Each file's document and findings; for plans, whether the rules could look at it."""
    programme = group.programme
    shared = programme.record if programme else None
    if programme is not None:
        found = Checked(programme.findings)
        if shared is not None:
            found = _judged(programme.document, shared, group, policy, as_of)
        yield programme.document, found, None
    for loaded in group.plans:
        if loaded.record is None or not group.is_sound:
            yield loaded.document, Checked(loaded.findings), False
            continue
        plan = group.joined(loaded.record)
        yield loaded.document, _judged(loaded.document, plan, group, policy, as_of), True


def _judged(
    document: Document, subject: Plan | Programme, group: Group, policy: Policy, as_of: date
) -> Checked:
    shared = group.programme.record if group.programme else None
    case = Case(
        document,
        subject,
        shared,
        group.known,
        as_of,
        group.unread,
        digest=partial(digest_within, group.root),
        thresholds=policy.thresholds,
    )
    checked = check(case, policy.rules_for(document.file), policy.profile)
    return replace(checked, findings=policy.weighed(checked.findings))
