"""What a plan or action has to do with other plans, groups and documents."""

from typing import Annotated, ClassVar

from pydantic import Field

from planctl.model.dates import Day
from planctl.model.record import Record
from planctl.model.values import Count, Id, Text, Title
from planctl.model.vocabulary import Vocabulary


class DocumentRole(Vocabulary):
    """What a document is for."""

    THREE_YEAR_PLAN = "three_year_plan"
    PRIORITY_ACTION_PLAN = "priority_action_plan"
    ANNUAL_DELIVERY_PLAN = "annual_delivery_plan"
    STRATEGY = "strategy"
    MINUTES = "minutes"
    EVIDENCE = "evidence"


class DaySpan(Record):
    """A first and a last day."""

    place: ClassVar[str] = "the period"

    from_: Annotated[Day, Field(alias="from")]
    to: Day


class Link(Record):
    """A tie to another plan or to a group; a group is a party and needs no plan."""

    place: ClassVar[str] = "the link"

    plan: Id | None = None
    group: Text | None = None
    relation: Text | None = None
    note: Text | None = None


class Document(Record):
    """A document that the plan or programme promises or rests on."""

    place: ClassVar[str] = "the document"

    id: Id
    role: DocumentRole
    title: Title | None = None
    version: Text | None = None
    period: DaySpan | None = None
    expected: Count = 1
    locator: Text | None = None
