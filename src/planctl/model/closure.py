"""How and why an action ended."""

from typing import ClassVar

from planctl.model.days import Day
from planctl.model.record import Record
from planctl.model.values import Text
from planctl.model.vocabulary import Vocabulary


class ClosureReason(Vocabulary):
    """Why an action ended."""

    DONE = "done"
    MERGED = "merged"
    SUPERSEDED = "superseded"
    DROPPED = "dropped"
    TRANSFERRED = "transferred"
    NO_LONGER_RELEVANT = "no_longer_relevant"


class Closure(Record):
    """How and why an action ended. The row itself stays in the plan.

    Example (in an action):
        closure:
          reason: merged
          into: 2.3a
          decided_by: steering-group
          date: 2018-03-14
          minute: Item 6
    """

    place: ClassVar[str] = "the closure"

    reason: ClosureReason
    """Why it ended. `done` and `merged` count as complete, the others as dropped."""
    into: Text | None = None
    """The ref or uid of the action, or the id of the plan, that carries on the work."""
    decided_by: Text | None = None
    """The body or post that decided it: a party's id, name or alias."""
    date: Day | None = None
    """The day on which that was decided."""
    minute: Text | None = None
    """Where the decision is minuted."""
