"""Runs rules on one file and gives their findings with place and severity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from planctl.findings import Finding, Related
from planctl.loading import as_written, subject_named
from planctl.model import Plan
from planctl.rules.rule import Case, Problem, Rule
from planctl.source import Document, span_of


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in one file, and how many rows each rule looked at to find it."""

    findings: tuple[Finding, ...] = ()
    populations: Mapping[str, int] = field(default_factory=dict)


def check(case: Case, rules: Iterable[Rule]) -> Checked:
    """The findings of the rules on the case, in the order of the file."""
    findings: list[Finding] = []
    populations: dict[str, int] = {}
    for rule in rules:
        if not isinstance(case.subject, Plan) and not rule.on_programme:
            continue
        found = [_finding(case, rule, problem) for problem in rule.check(case)]
        findings += found
        if found and rule.together:
            populations[rule.code] = rule.population(case)
    return Checked(tuple(sorted(findings, key=by_place)), populations)


def by_place(finding: Finding) -> tuple[str, int, int, str]:
    """Sorts findings by file, then from the top."""
    span = finding.span
    return (finding.file, span.line if span else 0, span.column if span else 0, finding.code)


def _finding(case: Case, rule: Rule, problem: Problem) -> Finding:
    document = case.document
    path = as_written(document, problem.path)
    finding = subject_named(
        document,
        Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.weight.severity(case.status),
            message=problem.message,
            help=problem.help,
            file=document.file,
            path=path,
            part=problem.part,
            span=span_of(document, path, problem.part),
            related=tuple(_placed(document, related) for related in problem.related),
        ),
    )
    return replace(finding, question=rule.question.format(subject=finding.subject))


def _placed(document: Document, related: Related) -> Related:
    return replace(related, span=span_of(document, related.path, related.part))
