"""Dated papers of one plan, a version each, and what changed from each to the next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from planctl.diff import Change, SideShown, Version
from planctl.errors import PlanctlError, WrongValueError
from planctl.loading import Loaded, load_plan
from planctl.model import Period, Plan, Programme, Timeline, within
from planctl.transfer.history_carrying import carried, stamped
from planctl.transfer.importing import Imported, Wanted, imported

_PLACED: Final = frozenset({"plan", "theme", "action"})
"""The entries whose source is their place in a paper, and nothing that the plan says."""


class NoPlanError(PlanctlError):
    """A paper out of which no plan came that can be compared."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} gives no plan that loads, so that the papers cannot be compared. "
            "Import it alone to see why: planctl import FILE."
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """A dated paper: its file, the term that it reports on, and its day where somebody said it."""

    path: Path
    term: Period
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A version of the plan: a paper imported, with what the papers before it had told.

    `alone` is the plan as the paper has it, `loaded` with the terms of earlier papers; `carried`
    counts what those gave.
    """

    number: int
    paper: Paper
    on: date
    found: Imported
    alone: Plan
    loaded: Loaded[Plan]
    carried: int

    @property
    def name(self) -> str:
        """Its folder: the number, and the term."""
        return f"{self.number:02}-{self.paper.term.slug}"

    @property
    def plan(self) -> Plan:
        """The plan with all that has been told of it so far."""
        if self.loaded.record is None:
            raise NoPlanError(self.paper.path)
        return self.loaded.record

    @property
    def side(self) -> SideShown:
        """The version as a side of a comparison."""
        return SideShown(f"{self.paper.term}, {self.paper.path.name}", self.on)

    def version(self, programme: Programme | None) -> Version:
        """The version as it is compared."""
        return Version(self.plan, within(self.plan, programme), self.on)


@dataclass(frozen=True, slots=True)
class Step:
    """Two papers that follow each other, and what changed. Places in papers are left out."""

    old: Dated
    new: Dated
    changes: tuple[Change, ...]


def history(papers: Iterable[Paper], wanted: Wanted) -> tuple[Dated, ...]:
    """The versions in the order of the papers, which is that of their days.

    The rows of a later paper are known again by their words, and take along what earlier papers
    told of other terms. Raises what `imported` does, WrongValueError, NoPlanError.
    """
    found: list[Dated] = []
    for number, paper in enumerate(papers, start=1):
        last = found[-1] if found else None
        plan_id = last.plan.id if last else wanted.plan_id
        given = replace(wanted, term=paper.term, plan_id=plan_id)
        found.append(_dated(number, paper, tuple(found), given))
    return tuple(found)


def steps(versions: Iterable[Dated], programme: Programme | None) -> tuple[Step, ...]:
    """What changed from each version to the next."""
    from planctl.diff import compare  # noqa: PLC0415 - slow, and an import without it is quick

    every = tuple(versions)
    return tuple(
        Step(old, new, tuple(
            change for change in compare(old.version(programme), new.version(programme))
            if not _is_of_place(change)
        ))
        for old, new in pairwise(every)
    )  # fmt: skip


def _dated(number: int, paper: Paper, before: tuple[Dated, ...], wanted: Wanted) -> Dated:
    found = imported(paper.path, wanted)
    alone = found.loaded.record
    if alone is None:
        raise NoPlanError(paper.path)
    on = _day_of(paper, alone, before[-1] if before else None)
    document = stamped(found.document, paper.path.name, alone.id)
    count = 0
    # The latest first: what an action that is back had been told of before stands further back.
    for earlier in reversed(before):
        more = carried((earlier.loaded.document, earlier.plan), document, alone, alone.id)
        document, count = more.document, count + more.count
    loaded = load_plan(document, alone.id, wanted.programme)
    if loaded.record is None:
        raise NoPlanError(paper.path)
    return Dated(number, paper, on, found, alone, loaded, count)


def _day_of(paper: Paper, plan: Plan, last: Dated | None) -> date:
    """The paper's day: the one that was said, else the day after its term, which is over then."""
    end = plan.timeline.ends(paper.term) or Timeline().ends(paper.term)
    on = paper.on or (end + timedelta(days=1) if end else None)
    if on is None:
        remedy = "Say the papers' days: --dated 2017-12-20, once for each."
        raise WrongValueError("--term", str(paper.term), remedy, "has no last day")
    if last and on <= last.on:
        before = f"{last.paper.path.name} is of {last.on}, and {paper.path.name} of {on}"
        remedy = f"Name the papers from the oldest to the newest: {before}."
        raise WrongValueError("--term", str(paper.term), remedy, "is not later than the one before")
    return on


def _is_of_place(change: Change) -> bool:
    """Whether it only says in which paper something stands, or where in it."""
    return change.kind in _PLACED and "source" in change.field.split("/")
