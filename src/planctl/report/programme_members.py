"""What a programme report is made of: its plans, and what is known of the programmes themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from planctl.findings import Finding
from planctl.model import Period, Plan, State
from planctl.progress import Summary, summarise
from planctl.progress.coverage import Coverage, coverage_of
from planctl.report.occasion import Occasion
from planctl.report.request import Audience, SourceFile
from planctl.report.theme import Theme


@dataclass(frozen=True, slots=True)
class Workspace:
    """What one programme says of its plans, or a folder of plans without a programme.

    `priorities` are the ids that it names, `absent` those of them without a plan, `not_asked` the
    ids of its plans that are left aside, `unread` those of files that cannot be read. `promised`
    are documents by title, with how many are expected and how many plans here are one; `findings`
    those in the file of the programme itself.
    """

    title: str
    partnership: str = ""
    priorities: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    promised: tuple[tuple[str, int, int], ...] = ()
    money: Decimal | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeHead:
    """What the report is called, when it is made for, and from which workspaces.

    `title` is that of the one programme; without it, `folder` is the name of what holds all plans.
    `not_running` are the ids of plans that do not run in the term.
    """

    term: Period
    as_of: date
    audience: Audience
    workspaces: tuple[Workspace, ...]
    title: str = ""
    folder: str = ""
    not_running: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    theme: Theme = field(default_factory=Theme)


@dataclass(frozen=True, slots=True)
class PlanGiven:
    """One plan as it stands, with the files that it was read from.

    `workspace` is the folder that it belongs to, as seen from the one that holds all plans.
    """

    report: Occasion
    sources: tuple[SourceFile, ...] = ()
    workspace: str = ""


@dataclass(frozen=True)
class Member:
    """One plan of the programme, among the others.

    `place` is its workspace where there are several; `beside` are the plans of its workspace.
    `is_shown_as_all` says whether all plans are shown for the same term and day.
    """

    given: PlanGiven
    place: str
    beside: tuple[Plan, ...]
    is_shown_as_all: bool

    @property
    def report(self) -> Occasion:
        """The plan as it stands."""
        return self.given.report

    @property
    def name(self) -> str:
        """What people call the plan."""
        plan = self.report.plan
        name = f"{plan.ref} {plan.title}" if plan.ref else plan.title
        return f"{name} ({self.place})" if self.place else name

    @property
    def short(self) -> str:
        """What it is called where there is little room."""
        return self.place or self.report.plan.ref or self.report.plan.id

    @cached_property
    def summary(self) -> Summary:
        """Its counts."""
        return summarise(self.report.plan, self.report.as_of, self.report.term)

    @cached_property
    def coverage(self) -> Coverage:
        """How it hangs together."""
        return coverage_of(self.report.plan, self.report.as_of, self.beside)


@dataclass(frozen=True)
class Members:
    """The plans of the report, in the order in which they are printed."""

    head: ProgrammeHead
    every: tuple[Member, ...]

    def __iter__(self) -> Iterator[Member]:
        """Each plan."""
        return iter(self.every)

    def __len__(self) -> int:
        """How many plans there are."""
        return len(self.every)

    @property
    def rows(self) -> int:
        """How many action rows there are."""
        return sum(one.summary.rows for one in self.every)

    def count(self, *states: State) -> int:
        """How many rows are in any of the states."""
        return sum(one.summary.count(*states) for one in self.every)


def members_of(head: ProgrammeHead, given: Iterable[PlanGiven]) -> Members:
    """The plans, each knowing the others of its workspace."""
    every = tuple(given)
    spaces = {one.workspace for one in every}
    times = {(one.report.term, one.report.as_of) for one in every}
    return Members(
        head,
        tuple(
            Member(
                given=one,
                place=one.workspace if len(spaces) > 1 else "",
                beside=tuple(
                    other.report.plan for other in every if other.workspace == one.workspace
                ),
                is_shown_as_all=len(times) == 1,
            )
            for one in every
        ),
    )
