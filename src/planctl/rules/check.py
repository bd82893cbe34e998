"""Runs rules on one file and gives their findings with place and severity."""

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from planctl.findings import Finding, Related, Severity
from planctl.loading import as_written, subject_named
from planctl.model import Plan
from planctl.rules.rule import Case, Problem, Rule
from planctl.settings.choices import Profile
from planctl.source import Document, span_of


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in one file, and how many rows each rule looked at to find it.

    `not_checked` counts the rules that lacked an earlier version, `crashes` are the tracebacks of
    those that broke down.
    """

    findings: tuple[Finding, ...] = ()
    populations: Mapping[str, int] = field(default_factory=dict)
    not_checked: int = 0
    crashes: tuple[str, ...] = ()


def check(case: Case, rules: Iterable[Rule], profile: Profile = Profile.ANALYST) -> Checked:
    """The findings of the rules on the case, in the order of the file."""
    findings: list[Finding] = []
    populations: dict[str, int] = {}
    crashes: list[str] = []
    asked = [rule for rule in rules if isinstance(case.subject, Plan) or rule.on_programme]
    able = [rule for rule in asked if case.earlier is not None or not rule.needs_earlier]
    for rule in able:
        try:
            found = [_finding(case, rule, problem, profile) for problem in rule.check(case)]
        except Exception:  # noqa: BLE001 - one broken rule does not keep the others from being heard
            findings.append(_broken(case, rule))
            crashes.append(traceback.format_exc())
            continue
        findings += found
        if found and rule.together:
            populations[rule.code] = rule.population(case)
    ordered = tuple(sorted(findings, key=by_place))
    return Checked(ordered, populations, len(asked) - len(able), tuple(crashes))


def by_place(finding: Finding) -> tuple[str, int, int, str]:
    """Sorts findings by file, then from the top."""
    span = finding.span
    return (finding.file, span.line if span else 0, span.column if span else 0, finding.code)


def _broken(case: Case, rule: Rule) -> Finding:
    """What is said of a rule that broke down, which is no fault of the plan."""
    document = case.document
    message = f"the rule {rule.name} broke down on this file, and says nothing about it"
    remedy = "Nothing in the plan is at fault. Report the lines that planctl prints at the end."
    span = span_of(document, ())
    return subject_named(
        document,
        Finding("PLN905", "rule-crashed", Severity.ERROR, message, remedy,
                file=document.file, span=span),
    )  # fmt: skip


def _finding(case: Case, rule: Rule, problem: Problem, profile: Profile) -> Finding:
    document = case.document
    path = as_written(document, problem.path)
    finding = subject_named(
        document,
        Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.weight_for(profile).severity(case.status),
            message=problem.message,
            help=problem.help,
            file=document.file,
            path=path,
            part=problem.part,
            span=span_of(document, path, problem.part),
            related=tuple(_placed(document, related) for related in problem.related),
            fix=problem.fix,
            is_preview=rule.is_preview,
        ),
    )
    return replace(finding, question=rule.question.format(subject=finding.subject))


def _placed(document: Document, related: Related) -> Related:
    return replace(related, span=span_of(document, related.path, related.part))
