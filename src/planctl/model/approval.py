"""Approvals: who agreed to a plan, and what it said then."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from planctl.model.days import Day
from planctl.model.entity import Entity
from planctl.model.prose import Texts
from planctl.model.values import Id, Text


class Approval(Entity):
    """One body's word that the plan is agreed, with what was agreed.

    `planctl approve` writes it; later changes to the plan can then be held against it.

    Example (in a plan):
        approvals:
          - role: Board
            by: achievement-board
            date: 2017-10-12
            minute: Item 3
            agreed:
              homework-club: {text: Open a homework club., responsible: library}
            note: Subject to the room being free.
    """

    place: ClassVar[str] = "the approval"

    role: Text
    """In what part it was approved, such as board, sponsor or headteachers."""
    by: Text | None = None
    """Who approved it: a party's id, name or alias."""
    date: Day | None = None
    """The day of the approval."""
    minute: Text | None = None
    """Where the approval is minuted."""
    agreed: Mapping[Id, Mapping[Text, Texts]] = Field(default_factory=dict)
    """What was agreed: the fields of each action, KPI or other entry as they stood, by its uid."""
    note: Text | None = None
    """Any condition, or whatever else was said."""
