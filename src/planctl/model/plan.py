"""What a plan is: its head, its themes and what is kept about it."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from planctl.model.approval import Approval
from planctl.model.assertions import Assertions
from planctl.model.calendar import Calendars, DaySpan, timeline_of
from planctl.model.change import Change
from planctl.model.commitment import Commitments
from planctl.model.engagement import Engagement
from planctl.model.entity import Entity
from planctl.model.evaluation import Evaluation
from planctl.model.funding import FundingLine
from planctl.model.kpi import Kpis
from planctl.model.link import Document, Link
from planctl.model.outcome import Outcomes
from planctl.model.own_field import OwnFields
from planctl.model.party import Party
from planctl.model.prose import Paragraphs, Passages
from planctl.model.recommendation import Recommendations
from planctl.model.report_note import ReportNote
from planctl.model.risk import Risks
from planctl.model.scale import Scale, ScaleField
from planctl.model.schedule import PeriodRecords
from planctl.model.theme import Theme
from planctl.model.timeline import Timeline
from planctl.model.values import Id, Money, Ref, Text, Title
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


class Plan(Entity):
    """One plan, as its file holds it or with what it takes from its programme.

    Only `format`, `id` and `title` are needed.

    Example (in a plan):
        format: planctl/1
        id: reading-at-home
        ref: "2"
        title: Reading at home
        kind: priority_action_plan
        status: live
        partnership: Achievement Partnership
        group: reading-group
        coordinator: coordinator
        period: {from: 2017-09-01, to: 2020-08-31}
        calendars: academic
        vision: Every child reads for joy.
        strategic_priority: More reading at home.
        aim: Families read together every week.
        diagnosis: Few families own books.
        outcomes: [Parents know how to help with reading.]
        links: [{plan: attendance, relation: works_with}]
        kpis: [Families in reading clubs]
        kpi_note: More are agreed in the spring.
        funding: [{period: Year 1, amount: 24000}]
        declared_total: 24000
        evaluation: {frequency: termly}
        documents: [{id: minutes, role: minutes}]
        parties: [{id: library, kind: organisation, name: Library}]
        scale: rag
        themes:
          - title: Clubs
            actions:
              - {text: Open a homework club., responsible: library, schedule: [Year 1]}
        commitments: [Every family is welcome.]
        recommendations: [Write home in plain words.]
        engagement: [{event: Reading fair}]
        risks: [The volunteers leave.]
        changes: [{target: reading-at-home, field: title, from: Reading, to: Reading at home}]
        approvals: [{role: Board, by: achievement-board}]
        assertions: {actions: 1}
        glossary: {EAL: English as an additional language}
        narrative: [The plan follows a year of talks with parents.]
        reports: {2017-18 autumn: {summary: The club is open.}}
        fields: [ward]
    """

    place: ClassVar[str] = "the plan"

    format: Format
    """The format that the file is written in: `planctl/1`."""
    id: Id
    """The plan's name for planctl, the same as its file's name without `.yaml`."""
    ref: Ref | None = None
    """The number or letter that people print for the plan, such as the number of its priority."""
    title: Title
    """The plan's title."""
    kind: PlanKind = PlanKind.PRIORITY_ACTION_PLAN
    """What sort of plan it is."""
    status: PlanStatus = PlanStatus.DRAFT
    """How far it binds. Some of what is only remarked on in a draft is a mistake in a live plan."""
    partnership: Text | None = None
    """The partnership that the plan is made for. The programme's, where it is left out."""
    group: Text | None = None
    """The group that owns the plan: a party's id, name or alias."""
    coordinator: Text | None = None
    """Who keeps the plan and asks for updates: a party's id, name or alias."""
    period: DaySpan | None = None
    """The first and last day of the plan. Without them, Year 1 has no days, and nothing can be late
    by it."""
    calendars: Calendars = ()
    """The calendars that its years and terms are counted by, the first before the others. Without
    them, years and terms are academic."""
    vision: Text | None = None
    """What all of it is for in the end."""
    strategic_priority: Text | None = None
    """The priority that the plan serves, as the body has set it."""
    aim: Text | None = None
    """What the plan is to achieve."""
    diagnosis: Paragraphs = ()
    """Why it is needed: paragraphs, with the facts that they state."""
    outcomes: Outcomes = ()
    """What will be different for people."""
    links: tuple[Link, ...] = ()
    """Other plans, groups or commitments that it has to do with."""
    kpis: Kpis = ()
    """Its key performance indicators."""
    kpi_note: Text | None = None
    """What is to be said about the indicators as a whole."""
    funding: tuple[FundingLine, ...] = ()
    """The money that it has, by period."""
    declared_total: Money | None = None
    """What the funding adds up to, where the plan says so, in pounds."""
    evaluation: Evaluation | None = None
    """How progress is to be judged, and how often."""
    documents: tuple[Document, ...] = ()
    """The documents that it promises or rests on."""
    parties: tuple[Party, ...] = ()
    """Those it speaks of. The programme's parties are known without being repeated."""
    scale: ScaleField | None = None
    """The scale of its ratings: a name, or levels of its own. The programme's, where it is left
    out."""
    themes: tuple[Theme, ...] = ()
    """Its actions, theme by theme."""
    commitments: Commitments = ()
    """What has been said publicly, and is to be kept."""
    recommendations: Recommendations = ()
    """What others have recommended, and how far it has come."""
    engagement: tuple[Engagement, ...] = ()
    """Whom its makers asked, and how many answered."""
    risks: Risks = ()
    """What may keep it from working."""
    changes: tuple[Change, ...] = ()
    """The decisions by which it was changed."""
    approvals: tuple[Approval, ...] = ()
    """Who approved it, and what was agreed then."""
    assertions: Assertions | None = None
    """What must stay true of the file."""
    glossary: Mapping[Text, Text] = Field(default_factory=dict)
    """Words and abbreviations with what they mean. They are joined with the programme's."""
    narrative: Passages = ()
    """The text around the plan, passage by passage, with the numbers that are printed."""
    reports: PeriodRecords[ReportNote] = Field(default_factory=dict)
    """What its keeper says to the meeting, by term."""
    fields: OwnFields = ()
    """The fields that the plan adds to those of the format."""

    @property
    def timeline(self) -> Timeline:
        """The days behind the plan's periods."""
        return timeline_of(self.period, self.calendars)

    @property
    def rating_scale(self) -> Scale:
        """The plan's scale; red, amber and green where it names none."""
        return self.scale or Scale()
