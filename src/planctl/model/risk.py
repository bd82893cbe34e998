"""What may go wrong, how likely and how grave, and what is done about it."""

import re
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from planctl.model.dates import FuzzyDate
from planctl.model.entity import Entity
from planctl.model.record import Record
from planctl.model.schedule import PeriodRecords
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Ref, Text
from planctl.model.vocabulary import Vocabulary

_GRADES: Final = ("1", "2", "3", "4", "5")
_GRADE: Final = re.compile("[1-5]", re.ASCII)


class RiskStatus(Vocabulary):
    """Whether the risk is still there."""

    OPEN = "open"
    CLOSED = "closed"
    HAPPENED = "happened"


def _grade(written: Any) -> Any:
    words = str(written).strip()
    if not isinstance(written, str | int) or not _GRADE.fullmatch(words):
        known = {"written": words, "allowed": list(_GRADES)}
        raise PydanticCustomError("not_in_vocabulary", "{written}", known)
    return int(words)


Grade = Annotated[int, BeforeValidator(_grade), WithJsonSchema({"enum": [1, 2, 3, 4, 5, *_GRADES]})]
"""1 to 5; 1 is least."""


class RiskScore(Record):
    """How likely something is, and how grave it would be: 1 is least, 5 is most.

    Example (in a plan):
        risks:
          - text: The volunteers leave.
            inherent: {likelihood: 4, impact: 3}
            reviews:
              2017-18 autumn: {likelihood: 3, impact: 3, note: Two new volunteers have come.}
    """

    place: ClassVar[str] = "the score of a risk"

    likelihood: Grade
    """How likely it is, from 1 to 5."""
    impact: Grade
    """How grave it would be, from 1 to 5."""
    note: Text | None = None
    """What the score rests on, or what has changed."""


class Risk(Entity):
    """One thing that may keep the plan from working.

    Text alone stands for its `text`.

    Example (in a plan):
        risks:
          - ref: R1
            text: Two of the three rooms are lost.
            cause: The libraries move.
            consequence: The clubs close for a year.
            inherent: {likelihood: 3, impact: 5}
            response: Agree on the use of school halls.
            residual: {likelihood: 2, impact: 3}
            owner: library
            review_by: spring 2018
            reviews:
              2017-18 autumn: {likelihood: 2, impact: 4}
            status: open
    """

    place: ClassVar[str] = "the risk"

    ref: Ref | None = None
    """What people print in front of it, such as R1."""
    text: Text
    """What may happen."""
    cause: Text | None = None
    """What would make it happen."""
    consequence: Text | None = None
    """What would follow for the plan."""
    inherent: RiskScore | None = None
    """Its score if nothing is done about it."""
    response: Text | None = None
    """What is done about it."""
    residual: RiskScore | None = None
    """Its score with that done."""
    owner: Text | None = None
    """Who watches it: a party's id, name or alias."""
    review_by: FuzzyDate | None = None
    """When it is to be looked at again."""
    reviews: PeriodRecords[RiskScore] = Field(default_factory=dict)
    """Its score as it was found at each review, by period."""
    status: RiskStatus = RiskStatus.OPEN
    """Whether it is still there, has gone, or has happened."""


Risks = Annotated[tuple[Annotated[Risk, text_for("text")], ...], ONE_OR_MANY]
