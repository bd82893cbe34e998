"""What a plan is to bring about."""

from typing import Annotated, ClassVar

from planctl.model.entity import Entity
from planctl.model.prose import Texts
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Ref, Text


class Outcome(Entity):
    """What will be different for children and families, and the KPIs that show it.

    Text alone stands for its `text`.

    Example (in a plan):
        outcomes:
          - {ref: O1, text: Parents know how to help with reading., kpis: [K1, K2]}
          - Families feel welcome in school.
    """

    place: ClassVar[str] = "the outcome"

    ref: Ref | None = None
    """What people print in front of it, such as O1."""
    text: Text
    """What will be different."""
    kpis: Texts = ()
    """The refs or uids of the KPIs that show it."""


Outcomes = Annotated[tuple[Annotated[Outcome, text_for("text")], ...], ONE_OR_MANY]
