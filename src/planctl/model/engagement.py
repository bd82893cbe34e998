"""Whom a plan's makers asked, and how many answered."""

from typing import Annotated, ClassVar

from planctl.model.dates import DayOrSpan
from planctl.model.entity import Entity
from planctl.model.prose import Texts
from planctl.model.record import Record
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Count, Text
from planctl.model.vocabulary import Vocabulary


class AudienceKind(Vocabulary):
    """What the people counted did."""

    REACHED = "reached"
    RESPONDED = "responded"
    INVITED = "invited"


class Audience(Record):
    """A group of people, how many they were, and what they did.

    Text alone stands for its `group`. Being invited is not the same as having answered.

    Example (in a plan):
        engagement:
          - event: Survey of parents
            audience:
              - {group: parents, count: "1,200", kind: invited}
              - {group: parents, count: 87, kind: responded}
    """

    place: ClassVar[str] = "the audience"

    group: Text
    """Who they were, such as parents or pupils."""
    count: Count | None = None
    """How many they were."""
    kind: AudienceKind | None = None
    """Whether they were invited, reached, or answered."""


class Engagement(Entity):
    """One event, survey or round of interviews that the plan rests on.

    Example (in a plan):
        engagement:
          - event: Reading fair
            date: {from: 2017-05-03, to: 2017-05-05}
            audience: [{group: families, count: 60, kind: reached}, headteachers]
            method: Conversations at the stalls
            themes: ["2.1"]
    """

    place: ClassVar[str] = "the engagement"

    event: Text
    """What it was."""
    date: DayOrSpan | None = None
    """When it was: a day, words such as `May 2017`, or `from` and `to`."""
    audience: Annotated[tuple[Annotated[Audience, text_for("group")], ...], ONE_OR_MANY] = ()
    """Who took part or was asked, each with a number where it is known."""
    method: Text | None = None
    """How people were asked."""
    themes: Texts = ()
    """The refs or uids of the themes that it spoke to, or subjects in plain words."""
