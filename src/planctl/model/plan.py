"""What a plan is: its head, its themes and the actions in them."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from planctl.model.action import Action
from planctl.model.dates import Day
from planctl.model.funding import FundingLine
from planctl.model.kpi import Kpi
from planctl.model.link import DaySpan, Document, Link
from planctl.model.party import Assignments, Party
from planctl.model.record import Record
from planctl.model.scale import Scale, ScaleField
from planctl.model.schedule import PeriodRecords
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.source import Source
from planctl.model.timeline import Timeline
from planctl.model.values import Count, Id, Money, Ref, Text, Title
from planctl.model.vocabulary import Vocabulary

Format = Literal["planctl/1"]


class PlanKind(Vocabulary):
    """What sort of plan it is."""

    PRIORITY_ACTION_PLAN = "priority_action_plan"
    STRATEGY = "strategy"
    RECOMMENDATIONS = "recommendations"
    DELIVERY_PLAN = "delivery_plan"
    IMPROVEMENT_PLAN = "improvement_plan"


class PlanStatus(Vocabulary):
    """How far the plan binds; a draft is judged more gently."""

    DRAFT = "draft"
    LIVE = "live"
    CLOSED = "closed"


class ThemeKind(Vocabulary):
    """Whether the actions belong to one theme, or to the whole plan."""

    THEME = "theme"
    GENERIC = "generic"


class Frequency(Vocabulary):
    """How often something is done."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERMLY = "termly"
    YEARLY = "yearly"


class ReportStatus(Vocabulary):
    """How far a report has come."""

    DRAFT = "draft"
    FOR_APPROVAL = "for_approval"
    FINAL = "final"


class Fact(Record):
    """A figure or statement that a paragraph rests on."""

    place: ClassVar[str] = "the fact"

    text: Text
    value: Text | None = None
    source: Text | None = None


class Paragraph(Record):
    """A paragraph, with the facts it states."""

    place: ClassVar[str] = "the paragraph"

    text: Text
    facts: tuple[Annotated[Fact, text_for("text")], ...] = ()


Paragraphs = Annotated[tuple[Annotated[Paragraph, text_for("text")], ...], ONE_OR_MANY]
Texts = Annotated[tuple[Text, ...], ONE_OR_MANY]


class Evaluation(Record):
    """How progress is to be judged, and how often it is promised and recorded."""

    place: ClassVar[str] = "the evaluation"

    frequency: Frequency | None = None
    recorded: Frequency | None = None
    narrative: Texts = ()
    triangulation: Texts = ()
    questions: Texts = ()


class Assertions(Record):
    """What must stay true of the file, so that a row deleted by accident is caught."""

    place: ClassVar[str] = "the assertions"

    actions: Count | None = None
    themes: Count | None = None
    ticks: Count | None = None
    funding_total: Money | None = None


class ReportNote(Record):
    """What the plan's keeper says to the meeting about one term."""

    place: ClassVar[str] = "the report's entry"

    meeting: Text | None = None
    date: Day | None = None
    status: ReportStatus = ReportStatus.DRAFT
    cut_off: Day | None = None
    prepared_by: Text | None = None
    summary: Text | None = None
    achievements: Texts = ()
    concerns: Texts = ()
    asks: Texts = ()


class Theme(Record):
    """A group of actions under one heading."""

    place: ClassVar[str] = "the theme"

    ref: Ref | None = None
    uid: Id | None = None
    title: Title
    kind: ThemeKind = ThemeKind.THEME
    text: Text | None = None
    outcome: Text | None = None
    responsible: Assignments = ()
    actions: tuple[Action, ...] = ()
    source: Source | None = None


class Plan(Record):
    """One plan, as its file holds it or with what it takes from its programme."""

    place: ClassVar[str] = "the plan"

    format: Format
    id: Id
    ref: Ref | None = None
    title: Title
    kind: PlanKind = PlanKind.PRIORITY_ACTION_PLAN
    status: PlanStatus = PlanStatus.DRAFT
    partnership: Text | None = None
    period: DaySpan | None = None
    group: Text | None = None
    coordinator: Text | None = None
    vision: Text | None = None
    strategic_priority: Text | None = None
    aim: Text | None = None
    diagnosis: Paragraphs = ()
    links: tuple[Link, ...] = ()
    kpi_note: Text | None = None
    kpis: tuple[Kpi, ...] = ()
    funding: tuple[FundingLine, ...] = ()
    declared_total: Money | None = None
    evaluation: Evaluation | None = None
    documents: tuple[Document, ...] = ()
    parties: tuple[Party, ...] = ()
    scale: ScaleField | None = None
    glossary: Mapping[Text, Text] = Field(default_factory=dict)
    assertions: Assertions | None = None
    reports: PeriodRecords[ReportNote] = Field(default_factory=dict)
    themes: tuple[Theme, ...] = ()
    source: Source | None = None

    @property
    def timeline(self) -> Timeline:
        """The days behind the plan's periods."""
        return Timeline(self.period.from_, self.period.to) if self.period else Timeline()

    @property
    def rating_scale(self) -> Scale:
        """The plan's scale; red, amber and green where it names none."""
        return self.scale or Scale()
