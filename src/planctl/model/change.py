"""What was changed in a plan, by whose decision; and what an action's time was before."""

from typing import Annotated, ClassVar

from pydantic import Field

from planctl.model.dates import FuzzyDate
from planctl.model.days import Day
from planctl.model.entity import Entity
from planctl.model.prose import Texts
from planctl.model.record import Record
from planctl.model.schedule import Schedule
from planctl.model.values import Ref, Text


class Change(Entity):
    """One change to what was agreed, with the decision behind it.

    Example (in a plan):
        changes:
          - id: C3
            date: 2018-03-14
            target: 2.1f
            field: schedule
            from: [Year 1, Year 2]
            to: [Year 2, Year 3]
            reason: The second pilot school could not start before September.
            decided_by: steering-group
            minute: Item 4 of 14 March 2018
    """

    place: ClassVar[str] = "the change"

    id: Ref | None = None
    """A short name for the change, by which a revision of an action can point to it."""
    date: Day | None = None
    """The day on which it was decided."""
    target: Text
    """The ref or uid of what was changed, or the id of the plan for the plan's own fields."""
    field: Text | None = None
    """The field that was changed, by its name in the file. Left out, all of the entry is meant."""
    from_: Annotated[Texts, Field(alias="from")] = ()
    """What stood there before, as one text or several."""
    to: Texts = ()
    """What stands there now, as one text or several."""
    reason: Text | None = None
    """Why it was changed."""
    decided_by: Text | None = None
    """The body or post that decided it: a party's id, name or alias."""
    minute: Text | None = None
    """Where the decision is minuted."""


class Revised(Record):
    """A new date or schedule of an action, with what stood there before.

    What was agreed first stays in the action's own `due` and `schedule`, and delay is counted from
    there. The last revision holds what is in force now.

    Example (in an action):
        due: 2018-01-25
        revised:
          - {date: 2018-04-27, from: 2018-01-25}
          - {date: 2018-07-20, from: 2018-04-27, change: C3}

    Example (in an action):
        schedule: [Year 1]
        revised:
          - {schedule: [Year 2], from: Year 1, change: C4}
    """

    place: ClassVar[str] = "the revision"

    date: FuzzyDate | None = None
    """The deadline as it became."""
    schedule: Schedule = Field(default_factory=dict)
    """The periods as they became."""
    from_: Annotated[Texts, Field(alias="from")] = ()
    """The deadline, or the periods, that stood there before."""
    change: Ref | None = None
    """The id of the change record that holds the decision."""
