"""What a plan or action has to do with other plans, groups and documents."""

from typing import ClassVar

from planctl.model.calendar import DaySpan
from planctl.model.entity import Entity
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


class Link(Entity):
    """A tie to another plan, a group or a commitment. A group is a party, and needs no plan.

    Example (in a plan):
        links:
          - {plan: attendance, relation: works_with, note: One team serves both.}
          - {group: early-years-group, relation: reports_to}
          - {commitment: P1, relation: delivers}
    """

    place: ClassVar[str] = "the link"

    plan: Id | None = None
    """The id of the other plan, which is its file's name without `.yaml`."""
    group: Text | None = None
    """The other group: a party's id, name or alias."""
    commitment: Text | None = None
    """The ref of the commitment that it serves."""
    relation: Text | None = None
    """What the two have to do with each other, in a word such as `works_with`."""
    note: Text | None = None
    """Anything that needs to be said about it."""


class Document(Entity):
    """A document that the plan or programme promises or rests on.

    Example (in a plan):
        documents:
          - id: three-year-plan
            role: three_year_plan
            title: Together for reading
            version: "2"
            period: {from: 2017-09-01, to: 2020-08-31}
            locator: documents/together-for-reading.pdf
          - {id: delivery-plans, role: annual_delivery_plan, expected: 3}
    """

    place: ClassVar[str] = "the document"

    id: Id
    """A short name for the document: small letters, digits and hyphens."""
    role: DocumentRole
    """What the document is for."""
    title: Title | None = None
    """The title that it bears."""
    version: Text | None = None
    """The version that is meant, as it is printed."""
    period: DaySpan | None = None
    """The first and last day that it covers."""
    expected: Count = 1
    """How many there are to be, where one entry stands for several."""
    locator: Text | None = None
    """Where it can be found: a path, seen from the folder of the workspace, or a web address."""
