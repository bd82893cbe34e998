"""Fields of a plan's own: what a body keeps besides what the format has."""

from typing import Annotated, ClassVar

from pydantic import Field

from planctl.model.prose import Texts
from planctl.model.record import Record
from planctl.model.short_forms import text_for
from planctl.model.values import Flag, Id, Text
from planctl.model.vocabulary import Vocabulary


class FieldType(Vocabulary):
    """What the values of a field of the plan's own are."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    CHOICE = "choice"


class EntityKind(Vocabulary):
    """What a field of the plan's own can be given to."""

    PLAN = "plan"
    THEME = "theme"
    ACTION = "action"
    MILESTONE = "milestone"
    UPDATE = "update"
    SUCCESS = "success"
    EVIDENCE = "evidence"
    KPI = "kpi"
    FUNDING_LINE = "funding_line"
    OUTCOME = "outcome"
    COMMITMENT = "commitment"
    RECOMMENDATION = "recommendation"
    ENGAGEMENT = "engagement"
    RISK = "risk"
    PARTY = "party"
    DOCUMENT = "document"
    LINK = "link"
    CHANGE = "change"
    APPROVAL = "approval"
    REPORT = "report"


class OwnField(Record):
    """A field that the plan adds to those of the format.

    Its values stand under `own` of the entries that it is meant for. A name alone stands for a
    field of text that actions may have.

    Example (in a plan):
        themes:
          - title: Reading at home
            actions:
              - {text: Open a homework club., own: {ward: North, contract-number: C-118}}
        fields:
          - name: ward
            title: Ward
            type: choice
            required: true
            for: action
            choices: [North, South]
          - contract-number
    """

    place: ClassVar[str] = "the field"

    name: Id
    """The name that values are given under: small letters, digits and hyphens."""
    title: Text | None = None
    """What reports and forms call it."""
    type: FieldType = FieldType.TEXT
    """What its values are. Each is checked as one of that type."""
    required: Flag = False
    """`true` where every entry that it is meant for needs a value."""
    for_: Annotated[EntityKind, Field(alias="for")] = EntityKind.ACTION
    """What has the field; actions, unless it says otherwise."""
    choices: Texts = ()
    """The values that a field of type `choice` takes."""


OwnFields = tuple[Annotated[OwnField, text_for("name")], ...]
