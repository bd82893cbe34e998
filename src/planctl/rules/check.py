"""Runs rules on one file and gives their findings with place and severity."""

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from planctl.findings import Finding, Related, Severity
from planctl.loading import as_written, subject_named
from planctl.model import Plan
from planctl.rules.ignoring import waived, with_use
from planctl.rules.rule import Case, Problem, Rule
from planctl.settings.choices import Profile
from planctl.source import Document, span_of


@dataclass(frozen=True, slots=True)
class Crash:
    """The code of a rule that broke down; no rule has it, for none could look for it."""

    code: str
    name: str
    summary: str
    page: str


CRASH: Final = Crash(
    "PLN905",
    "rule-crashed",
    "Every rule comes to an end.",
    """Every rule comes to an end.

A rule that breaks down says nothing about the file; the others do. It is planctl's mistake, and the
exit code is 4.

Fix:
    Nothing in the plan is at fault. Report the lines that planctl prints at the end.""",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in one file, and how many rows each rule looked at to find it.

    `not_checked` counts the rules that lacked an earlier version, `crashes` are the tracebacks of
    those that broke down, `ran` the codes of the others.
    """

    findings: tuple[Finding, ...] = ()
    populations: Mapping[str, int] = field(default_factory=dict)
    not_checked: int = 0
    crashes: tuple[str, ...] = ()
    ran: frozenset[str] = frozenset()


def check(case: Case, rules: Iterable[Rule], profile: Profile = Profile.ANALYST) -> Checked:
    """The findings of the rules on the case, in the order of the file.

    Those that somebody lets stand are among them, each with its waiver.
    """
    asked = [rule for rule in rules if isinstance(case.subject, Plan) or rule.on_programme]
    able = [rule for rule in asked if case.earlier is not None or not rule.needs_earlier]
    run = _Run(profile)
    for rule in able:
        if not rule.runs_last:
            run.ask(rule, case)
    findings = waived(run.findings, (*case.ignores, *case.waivers), case.as_of)
    met = replace(case, ignores=with_use(case.ignores, findings, frozenset(run.ran)))
    last = _Run(profile)
    for rule in able:
        if rule.runs_last:
            last.ask(rule, met)
    return Checked(
        tuple(sorted((*findings, *last.findings), key=by_place)),
        {**run.populations, **last.populations},
        len(asked) - len(able),
        (*run.crashes, *last.crashes),
        frozenset(run.ran),
    )


@dataclass(slots=True)
class _Run:
    """What the rules asked so far have found; `ran` are the codes of those that did not break."""

    profile: Profile
    findings: list[Finding] = field(default_factory=list)
    populations: dict[str, int] = field(default_factory=dict)
    crashes: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)

    def ask(self, rule: Rule, case: Case) -> None:
        try:
            found = [_finding(case, rule, problem, self.profile) for problem in rule.check(case)]
        except Exception:  # noqa: BLE001 - one broken rule does not keep the others from being heard
            self.findings.append(_broken(case, rule))
            self.crashes.append(traceback.format_exc())
            return
        self.ran.append(rule.code)
        self.findings += found
        if found and rule.together:
            self.populations[rule.code] = rule.population(case)


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
        Finding(CRASH.code, CRASH.name, Severity.ERROR, message, remedy,
                file=document.file, span=span),
    )  # fmt: skip


def _finding(case: Case, rule: Rule, problem: Problem, profile: Profile) -> Finding:
    document = case.document
    path = as_written(document, problem.path)
    weight = problem.weight or rule.weight_for(profile)
    finding = subject_named(
        document,
        Finding(
            code=rule.code,
            name=rule.name,
            severity=weight.severity(case.status),
            message=problem.message,
            help=problem.help,
            file=document.file,
            path=path,
            part=problem.part,
            span=problem.span or span_of(document, path, problem.part),
            related=tuple(_placed(document, related) for related in problem.related),
            fix=problem.fix,
            is_preview=rule.is_preview,
        ),
    )
    return replace(finding, question=rule.question.format(subject=finding.subject))


def _placed(document: Document, related: Related) -> Related:
    return replace(related, span=span_of(document, related.path, related.part))
