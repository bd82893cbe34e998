"""What is to be done: actions and sub-actions."""

from typing import ClassVar

from pydantic import Field

from planctl.model.change import Revised
from planctl.model.closure import Closure
from planctl.model.cost import CostField
from planctl.model.dates import FuzzyDate
from planctl.model.days import Day
from planctl.model.entity import Entity
from planctl.model.evidence import EvidenceList
from planctl.model.link import Link
from planctl.model.milestone import Milestones
from planctl.model.party import Assignments
from planctl.model.prose import Texts
from planctl.model.schedule import PeriodRecords, Schedule
from planctl.model.success import SuccessList
from planctl.model.update import Update
from planctl.model.values import Count, Id, Ref, ShortTitle, Text
from planctl.model.vocabulary import Vocabulary


class ActionKind(Vocabulary):
    """What sort of action it is."""

    ACTION = "action"
    GENERIC = "generic"
    ENABLING = "enabling"


class Action(Entity):
    """One row of a plan: what is to be done, by whom, when, and how it goes.

    Only its `text` is needed.

    Example (in a theme):
        actions:
          - ref: 2.1a
            uid: homework-club
            title: Homework club
            text: Open a homework club in each of the three libraries.
            notes: [The first library has a room already.]
            kind: action
            responsible: [library, {party: schools, role: supporter}]
            respondent: library
            schedule: {Year 1: pilot, Year 2: roll-out}
            due: 2018-07-31
            evidence: [Attendance registers]
            priority: 1
            success: [Forty families come each week.]
            kpis: [K1]
            cost: £2,000
            depends_on: [2.1b]
            links: [{plan: attendance, relation: works_with}]
            milestones: [{text: The first club opens, due: early 2018}]
            sub_actions:
              - {text: Train the volunteers.}
            updates:
              2017-18 autumn: {rating: green, comment: The first club has opened., by: library}
            revised:
              - {date: 2019-07-31, from: 2018-07-31, change: C1}
            completed_on: 2019-07-05
            closure: {reason: done}

    Example (in a theme):
        actions:
          - text: Ask parents when they could come.
            responsible_to_follow_by: 2017-11-30
            source: {line: 12, responsible: t.b.c.}
    """

    place: ClassVar[str] = "the action"

    ref: Ref | None = None
    """What people print in front of the row, such as 2.1a. It may be missing, and it may change."""
    uid: Id | None = None
    """A name that never changes, by which versions of the plan are compared. `planctl fmt
    --add-ids` writes it."""
    title: ShortTitle | None = None
    """A title of at most 60 characters, for grids and forms."""
    text: Text
    """What is to be done, in full."""
    notes: Texts = ()
    """Remarks that belong to the row but are no part of what was agreed."""
    kind: ActionKind | None = None
    """Whether it is an ordinary action, one for the whole plan, or one that only makes others
    possible."""
    responsible: Assignments = ()
    """Who is responsible: a party, several, or parties with their roles. Where it is left out,
    those of the row above or of the theme are responsible."""
    responsible_to_follow_by: Day | None = None
    """The day by which someone will be named, where nobody is responsible yet."""
    respondent: Text | None = None
    """Who answers when an update is asked for and nobody leads: a party's id, name or alias."""
    schedule: Schedule = Field(default_factory=dict)
    """The periods in which it was agreed to be worked on: `[Year 1]`, or each with a phase, as in
    `{Year 1: pilot}`. They stay as they are when the time is revised."""
    due: FuzzyDate | None = None
    """The deadline that was agreed: a day, or words such as `early 2018`. Without it, the end of
    the last scheduled period counts. It stays as it is when the time is revised."""
    evidence: EvidenceList = ()
    """What shows that it was done, and what came of it."""
    priority: Count | None = None
    """How urgent it is among the others; 1 comes first."""
    success: SuccessList = ()
    """How anyone will know that it worked."""
    kpis: Texts = ()
    """The refs or uids of the KPIs that it is meant to move."""
    cost: CostField | None = None
    """What it costs: `nil`, `£2,000`, `3 days`, other words, or the full form."""
    depends_on: Texts = ()
    """The refs or uids of actions that have to come first."""
    links: tuple[Link, ...] = ()
    """Other plans, groups or commitments that it has to do with."""
    milestones: Milestones = ()
    """Steps on the way, each with an owner and a day of its own where it has one."""
    sub_actions: "tuple[Action, ...]" = ()
    """Rows below this one. They share its owners and its time unless they name their own."""
    updates: PeriodRecords[Update] = Field(default_factory=dict)
    """What was said of it, by term: rating, comment, what comes next."""
    revised: tuple[Revised, ...] = ()
    """Each new date or schedule since the first, oldest first, with what stood there before."""
    completed_on: Day | None = None
    """The day on which it was finished."""
    closure: Closure | None = None
    """How and why it ended, where it ended otherwise than by an update that calls it complete."""
