"""What is to be done: actions, their parts and how they ended."""

from typing import Annotated, ClassVar

from pydantic import Field

from planctl.model.dates import Day, FuzzyDate
from planctl.model.evidence import EvidenceList
from planctl.model.link import Link
from planctl.model.party import Assignments
from planctl.model.record import Record
from planctl.model.schedule import PeriodRecords, Schedule
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.source import Source
from planctl.model.update import Update
from planctl.model.values import Count, Id, Money, Number, Ref, ShortTitle, Text
from planctl.model.vocabulary import Vocabulary


class ActionKind(Vocabulary):
    """What sort of action it is."""

    ACTION = "action"
    GENERIC = "generic"
    ENABLING = "enabling"


class SuccessState(Vocabulary):
    """Whether a success criterion has been met."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    PARTIALLY_MET = "partially_met"
    MET = "met"
    NOT_MET = "not_met"


class ClosureReason(Vocabulary):
    """Why an action ended."""

    DONE = "done"
    MERGED = "merged"
    SUPERSEDED = "superseded"
    DROPPED = "dropped"
    TRANSFERRED = "transferred"
    NO_LONGER_RELEVANT = "no_longer_relevant"


class Success(Record):
    """How anyone will know that the action worked."""

    place: ClassVar[str] = "the success criterion"

    text: Text
    kpi: Ref | None = None
    state: SuccessState | None = None
    evidence: EvidenceList = ()


class Milestone(Record):
    """A step on the way, with its own owner and day; never an action row."""

    place: ClassVar[str] = "the milestone"

    ref: Ref | None = None
    text: Text
    due: FuzzyDate | None = None
    responsible: Assignments = ()
    done_on: Day | None = None


class Cost(Record):
    """What an action costs: money, nothing, or days of work."""

    place: ClassVar[str] = "the cost"

    amount: Money | None = None
    days: Number | None = None
    of: Text | None = None
    text: Text | None = None


class Closure(Record):
    """How and why an action ended."""

    place: ClassVar[str] = "the closure"

    reason: ClosureReason
    into: Ref | None = None
    decided_by: Text | None = None
    date: Day | None = None
    minute: Text | None = None


class Action(Record):
    """One row of a plan."""

    place: ClassVar[str] = "the action"

    ref: Ref | None = None
    uid: Id | None = None
    title: ShortTitle | None = None
    text: Text
    notes: Annotated[tuple[Text, ...], ONE_OR_MANY] = ()
    kind: ActionKind | None = None
    responsible: Assignments = ()
    responsible_to_follow_by: Day | None = None
    respondent: Text | None = None
    schedule: Schedule = Field(default_factory=dict)
    due: FuzzyDate | None = None
    evidence: EvidenceList = ()
    priority: Count | None = None
    success: Annotated[tuple[Annotated[Success, text_for("text")], ...], ONE_OR_MANY] = ()
    kpis: tuple[Ref, ...] = ()
    cost: Cost | None = None
    depends_on: tuple[Ref, ...] = ()
    links: tuple[Link, ...] = ()
    milestones: tuple[Annotated[Milestone, text_for("text")], ...] = ()
    sub_actions: "tuple[Action, ...]" = ()
    updates: PeriodRecords[Update] = Field(default_factory=dict)
    completed_on: Day | None = None
    closure: Closure | None = None
    source: Source | None = None
