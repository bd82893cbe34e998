"""The check of a workspace: what reading, loading and the rules find in its files."""

from collections.abc import Iterable, Iterator
from datetime import date

from planctl.rules import Case, Checked, CheckRun, Rule, by_place, check, grouped
from planctl.source import Document
from planctl.workspace.group import Group


def check_run(found: Iterable[Group], rules: tuple[Rule, ...], as_of: date) -> CheckRun:
    """What reading, loading and the rules find in the groups' plans and programmes."""
    parts = [part for group in found for part in _checked(group, rules, as_of)]
    findings = sorted((f for _, checked, _ in parts for f in checked.findings), key=by_place)
    said = [
        finding
        for _, checked, _ in parts
        for finding in grouped(checked.findings, checked.populations, rules)
    ]
    plans = [was_run for _, _, was_run in parts if was_run is not None]
    return CheckRun(
        findings=tuple(findings),
        said=tuple(sorted(said, key=by_place)),
        documents={document.file: document for document, _, _ in parts},
        checked=len(plans),
        not_run=plans.count(False),
    )


def _checked(
    group: Group, rules: tuple[Rule, ...], as_of: date
) -> Iterator[tuple[Document, Checked, bool | None]]:
    """Each file's document and findings; for plans, whether the rules could look at it."""
    programme = group.programme
    shared = programme.record if programme else None
    if programme is not None:
        found = Checked(programme.findings)
        if shared is not None:
            case = Case(programme.document, shared, shared, group.known, as_of, group.unread)
            found = check(case, rules)
        yield programme.document, found, None
    for loaded in group.plans:
        if loaded.record is None or not group.is_sound:
            yield loaded.document, Checked(loaded.findings), False
            continue
        plan = group.joined(loaded.record)
        case = Case(loaded.document, plan, shared, group.known, as_of, group.unread)
        yield loaded.document, check(case, rules), True
