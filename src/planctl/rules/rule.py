"""What a rule is: a question put to one plan, with its code, its weight and its words."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TypedDict, Unpack

from planctl.audit.chain import Chain
from planctl.findings import Fix, Part, Path, Related, Severity, Span
from planctl.model import Period, Plan, PlanStatus, Programme, Row, rows
from planctl.model.entity import Entity
from planctl.model.party import Party, parties_by_name
from planctl.model.walk import entities
from planctl.rules.ignoring import Ignore
from planctl.settings.choices import Profile
from planctl.settings.record import Thresholds
from planctl.source import Document


class Weight(Enum):
    """How severe a rule's findings are, by the plan's status: while it is a draft, and after."""

    ERROR = (Severity.ERROR, Severity.ERROR)
    WARNING = (Severity.WARNING, Severity.WARNING)
    INFO = (Severity.INFO, Severity.INFO)
    ERROR_ONCE_LIVE = (Severity.WARNING, Severity.ERROR)

    def severity(self, status: PlanStatus) -> Severity:
        """The severity of a finding on a plan of this status."""
        draft, live = self.value
        return draft if status is PlanStatus.DRAFT else live


@dataclass(frozen=True, slots=True)
class Problem:
    """One case of what a rule looks for: where, what, and what to do.

    `weight` is its own, where this case weighs more or less than the rule's others; `span` is given
    where a place has no path, as a comment has none.
    """

    path: Path
    message: str
    help: str
    part: Part = "value"
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    weight: Weight | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The plan as it was at the end of the last term.

    `where` names the version that it is of, `on` is the day of that version.
    """

    plan: Plan
    where: str
    on: date


Digest = Callable[[str], str | None]
"""The SHA-256 of a file of the workspace in hexadecimal digits; None when it is not there."""


def _nowhere(locator: str) -> None:
    del locator


@dataclass(frozen=True)
class Case:
    """What a rule may look at: one file's plan or programme, and what surrounds it.

    `plans` are all plans of the workspace, this one among them, each with what it takes from the
    programme; `as_of` is the day on which ended, due and overdue are judged. `unread` are the ids
    of plans whose files do not load: they are there, though nothing can be said of them. `earlier`
    is None where there is no earlier version, and `digest` looks at files that the plan names.
    `ignores` are the file's own comments that let findings stand, `waivers` what else does.
    `seals` are the workspace's closed terms.
    """

    document: Document
    subject: Plan | Programme
    programme: Programme | None
    plans: tuple[Plan, ...]
    as_of: date
    unread: frozenset[str] = frozenset()
    earlier: Earlier | None = None
    digest: Digest = _nowhere
    thresholds: Thresholds = field(default_factory=Thresholds)
    ignores: tuple[Ignore, ...] = ()
    waivers: tuple[Ignore, ...] = ()
    seals: Chain = field(default_factory=Chain)

    @property
    def plan(self) -> Plan:
        """The plan under check; rules on plans are never given a programme."""
        if not isinstance(self.subject, Plan):
            message = "a rule on plans was given a programme"
            raise TypeError(message)
        return self.subject

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The plan's action rows."""
        return tuple(rows(self.plan))

    @cached_property
    def entities(self) -> tuple[tuple[Path, Entity], ...]:
        """Every entity of the plan with its path."""
        return tuple(entities(self.plan))

    def party(self, name: str) -> Party | None:
        """The party of the plan or programme that goes by this id, name or alias."""
        return self._parties.get(name.casefold())

    @cached_property
    def _parties(self) -> Mapping[str, Party]:
        return parties_by_name(self.subject.parties)

    @cached_property
    def terms_ended(self) -> tuple[Period, ...]:
        """The plan's terms that have ended by the as-of day."""
        return self.plan.timeline.terms_ended(self.as_of)

    @property
    def status(self) -> PlanStatus:
        """The plan's status; a programme is as binding as the first of its plans that binds."""
        if isinstance(self.subject, Plan):
            return self.subject.status
        drafts = all(plan.status is PlanStatus.DRAFT for plan in self.plans)
        return PlanStatus.DRAFT if drafts else PlanStatus.LIVE

    def written(self, path: Path, *fields: str) -> Path:
        """The path of the first of the fields that is written there, else the path itself."""
        for name in fields:
            if self.document.holds((*path, name)):
                return (*path, name)
        return path


Check = Callable[[Case], Iterator[Problem]]
Population = Callable[[Case], int]


def action_rows(case: Case) -> int:
    """How many action rows the plan has."""
    return len(case.rows)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code and words; `together` is said when nearly all of `population` fail.

    `auditor` is the weight under the profile of that name, where it is another; rules that are
    `is_for_auditors` run under that one alone, those that are `is_opt_in` when they are selected.
    What a rule in preview finds is shown, and does not count. One that `needs_earlier` runs where
    the case has an earlier version; one that `quotes_earlier` may quote a text of one; one that
    `runs_last` is asked what the others have left unused.
    """

    code: str
    name: str
    weight: Weight
    question: str
    check: Check
    together: str
    population: Population
    on_programme: bool = False
    auditor: Weight | None = None
    is_for_auditors: bool = False
    is_opt_in: bool = False
    is_preview: bool = False
    needs_earlier: bool = False
    quotes_earlier: bool = False
    runs_last: bool = False

    @property
    def summary(self) -> str:
        """What the rule asks of a plan, in one sentence."""
        return self.page.partition("\n")[0]

    @property
    def page(self) -> str:
        """The rule's page: what, why, bad, good."""
        return inspect.getdoc(self.check) or ""

    @property
    def severity(self) -> Severity:
        """How severe a finding is once the plan is live."""
        return self.weight.severity(PlanStatus.LIVE)

    def weight_for(self, profile: Profile) -> Weight:
        """How severe its findings are for whoever checks."""
        return (self.auditor or self.weight) if profile is Profile.AUDITOR else self.weight


class Kinds(TypedDict, total=False):
    """What sets a rule apart from the others, as `Rule` has it."""

    on_programme: bool
    auditor: Weight
    is_for_auditors: bool
    is_opt_in: bool
    is_preview: bool
    needs_earlier: bool
    quotes_earlier: bool
    runs_last: bool


def rule(  # noqa: PLR0913 - one keyword for each word of a rule
    code: str,
    name: str,
    weight: Weight,
    *,
    question: str,
    together: str = "",
    population: Population = action_rows,
    **kinds: Unpack[Kinds],
) -> Callable[[Check], Rule]:
    """Makes a function a rule; `question` may name {subject}, `together` {hits}."""

    def made(check: Check) -> Rule:
        return Rule(code, name, weight, question, check, together, population, **kinds)

    return made


def named(row: Row) -> str:
    """The row at the beginning of a sentence."""
    return row.label[:1].upper() + row.label[1:] if row.action.ref is None else row.label
