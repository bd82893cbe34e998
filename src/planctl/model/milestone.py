"""Milestones: steps on the way, each with a day of its own."""

from typing import Annotated, ClassVar

from planctl.model.dates import FuzzyDate
from planctl.model.days import Day
from planctl.model.entity import Entity
from planctl.model.party import Assignments
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Ref, Text


class Milestone(Entity):
    """A step on the way, with its own owner and day; never an action row.

    Text alone stands for its `text`.

    Example (in an action):
        milestones:
          - Find a room
          - ref: M2
            text: Open the doors
            due: early 2018
            responsible: library
            done_on: 2018-02-12
    """

    place: ClassVar[str] = "the milestone"

    ref: Ref | None = None
    """What people print in front of it, such as M2."""
    text: Text
    """What will have happened when it is reached."""
    due: FuzzyDate | None = None
    """When it is to be reached: a day, or words such as `early 2018`. Without it, the time of the
    step is left open."""
    responsible: Assignments = ()
    """Who sees to it, where that is not whoever is responsible for the whole."""
    done_on: Day | None = None
    """The day on which it was reached."""


Milestones = Annotated[tuple[Annotated[Milestone, text_for("text")], ...], ONE_OR_MANY]
