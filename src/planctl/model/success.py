"""Success criteria: how anyone will know that an action worked."""

from typing import Annotated, ClassVar

from planctl.model.entity import Entity
from planctl.model.evidence import EvidenceList
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Text
from planctl.model.vocabulary import Vocabulary


class SuccessState(Vocabulary):
    """Whether a success criterion has been met."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    PARTIALLY_MET = "partially_met"
    MET = "met"
    NOT_MET = "not_met"


class Success(Entity):
    """How anyone will know that the action worked.

    Text alone stands for its `text`.

    Example (in an action):
        success:
          - Three schools run the course without help.
          - text: More parents come to open evenings.
            kpi: K1
            state: partially_met
            evidence: Sign-in sheets
    """

    place: ClassVar[str] = "the success criterion"

    text: Text
    """What will be seen when the action has worked."""
    kpi: Text | None = None
    """The ref or uid of the KPI that measures it."""
    state: SuccessState | None = None
    """How far the criterion has been met. Left out, nothing is claimed."""
    evidence: EvidenceList = ()
    """What shows that it has been met, or is going to show it."""


SuccessList = Annotated[tuple[Annotated[Success, text_for("text")], ...], ONE_OR_MANY]
