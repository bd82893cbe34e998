"""Key performance indicators: what is measured, from where, to where."""

from typing import Annotated, ClassVar

from pydantic import Field

from planctl.model.days import Day
from planctl.model.entity import Entity, NamedSource, origin_of
from planctl.model.figure import ActualField, FigureField, TargetField
from planctl.model.link import Link
from planctl.model.schedule import PeriodRecords
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Id, Number, Ref, Text, Title
from planctl.model.vocabulary import Vocabulary


class KpiType(Vocabulary):
    """Whether the plan answers for the figure, or only watches it."""

    PERFORMANCE = "performance"
    CONTEXTUAL = "contextual"


class Better(Vocabulary):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"


class Basis(Vocabulary):
    """What stretch a figure speaks of."""

    POINT = "point"
    TO_DATE = "to_date"
    ROLLING = "rolling"


class KpiStatus(Vocabulary):
    """How far the indicator itself is defined."""

    DEFINED = "defined"
    TO_FOLLOW = "to_follow"
    ESTABLISH_BASELINE = "establish_baseline"
    WITHDRAWN = "withdrawn"


class Kpi(Entity):
    """One key performance indicator: what is measured, from where, to where.

    Text alone stands for its `title`.

    Example (in a plan):
        kpis:
          - ref: K1
            uid: parents-at-open-evenings
            title: Parents at open evenings
            group: Families
            type: performance
            unit: "%"
            better: higher
            basis: point
            status: defined
            baseline: 61%
            targets: {2017-18: 65%, 2018-19: at least 70%}
            declared_total: 70%
            actuals: {2017-18: 64%}
            tolerance: 2
            benchmark: {value: 68%, text: similar areas}
            source: Sign-in sheets of the schools
            owner: schools
            definition: Pupils with a parent at one open evening or more, out of all pupils.
            links: [{plan: attendance, relation: same_figure}]
          - {title: Parents' view of the school, status: to_follow, to_follow_by: 2017-12-31}
    """

    place: ClassVar[str] = "the KPI"

    ref: Ref | None = None
    """What people print in front of it, such as K1."""
    uid: Id | None = None
    """A name that never changes, by which versions of the plan are compared."""
    title: Title
    """What is measured, in a few words."""
    group: Text | None = None
    """The heading under which it is printed."""
    type: KpiType | None = None
    """Whether the plan answers for the figure (`performance`), or only watches it
    (`contextual`)."""
    unit: Text | None = None
    """The unit of its figures, such as %, families or days."""
    better: Better | None = None
    """Which way is good: up, down, or within a band around the target. Left out, nothing is
    claimed."""
    basis: Basis | None = None
    """Whether a figure is of one day (`point`), of the year so far (`to_date`), or of the last
    twelve months or so (`rolling`)."""
    status: KpiStatus = KpiStatus.DEFINED
    """How far the indicator itself is settled."""
    to_follow_by: Day | None = None
    """The day by which it will be settled, where it is still to follow."""
    baseline: FigureField | None = None
    """Where it stood at first: a number, words, or the full form."""
    targets: PeriodRecords[TargetField] = Field(default_factory=dict)
    """Where it is to be, by period. A period without a target takes that of the longer one around
    it."""
    declared_total: Number | None = None
    """What the targets of all periods add up to, where the plan says so."""
    actuals: PeriodRecords[ActualField] = Field(default_factory=dict)
    """Where it is, by period."""
    tolerance: Number | None = None
    """How far a figure may be from its target and still count as met, in the KPI's unit."""
    benchmark: FigureField | None = None
    """What it is held against, such as the figure of similar areas."""
    source: NamedSource | None = None
    """Where the figures come from, as text. The full form has that under `from`, and beside it the
    place in a printed document that the KPI was taken from."""
    owner: Text | None = None
    """Who answers for the figure: a party's id, name or alias."""
    definition: Text | None = None
    """How it is counted, so that two people get the same figure."""
    links: tuple[Link, ...] = ()
    """Other plans, groups or commitments that it has to do with."""

    @property
    def origin(self) -> str | None:
        """Where the figures come from."""
        return origin_of(self.source)


Kpis = Annotated[tuple[Annotated[Kpi, text_for("title")], ...], ONE_OR_MANY]
