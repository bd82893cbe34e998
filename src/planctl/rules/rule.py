"""What a rule is: a question put to one plan, with its code, its weight and its words."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from planctl.findings import Part, Path, Related, Severity
from planctl.model import Period, Plan, PlanStatus, Programme, Row, rows
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
    """One case of what a rule looks for: where, what, and what to do."""

    path: Path
    message: str
    help: str
    part: Part = "value"
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class Case:
    """What a rule may look at: one file's plan or programme, and what surrounds it.

    `plans` are all plans of the workspace, this one among them, each with what it takes from the
    programme; `as_of` is the day on which ended, due and overdue are judged. `unread` are the ids
    of plans whose files do not load: they are there, though nothing can be said of them.
    """

    document: Document
    subject: Plan | Programme
    programme: Programme | None
    plans: tuple[Plan, ...]
    as_of: date
    unread: frozenset[str] = frozenset()

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
        for field in fields:
            if self.document.holds((*path, field)):
                return (*path, field)
        return path


Check = Callable[[Case], Iterator[Problem]]
Population = Callable[[Case], int]


def action_rows(case: Case) -> int:
    """How many action rows the plan has."""
    return len(case.rows)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code and words; `together` is said when nearly all of `population` fail."""

    code: str
    name: str
    weight: Weight
    question: str
    check: Check
    together: str
    population: Population
    on_programme: bool

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


def rule(  # noqa: PLR0913 - one keyword for each word of a rule
    code: str,
    name: str,
    weight: Weight,
    *,
    question: str,
    together: str = "",
    population: Population = action_rows,
    on_programme: bool = False,
) -> Callable[[Check], Rule]:
    """Makes a function a rule; `question` may name {subject}, `together` {hits}."""

    def made(check: Check) -> Rule:
        return Rule(code, name, weight, question, check, together, population, on_programme)

    return made


def named(row: Row) -> str:
    """The row at the beginning of a sentence."""
    return row.label[:1].upper() + row.label[1:] if row.action.ref is None else row.label
