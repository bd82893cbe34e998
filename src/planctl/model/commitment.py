"""What a body has publicly committed itself to."""

from typing import Annotated, ClassVar

from planctl.model.entity import Entity
from planctl.model.prose import Texts
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Ref, Text
from planctl.model.vocabulary import Vocabulary


class CommitmentType(Vocabulary):
    """How firmly something is said."""

    VISION = "vision"
    AIM = "aim"
    PROMISE = "promise"
    PRINCIPLE = "principle"
    OBJECTIVE = "objective"
    WE_WILL = "we_will"
    CALL = "call"


class Commitment(Entity):
    """Something that a body has said it will do or stand for, with what that is made of.

    Text alone stands for its `statement`.

    Example (in a plan):
        commitments:
          - ref: P1
            statement: Every family is welcome in every school.
            type: promise
            group: What families can expect
            children:
              - {ref: P1a, statement: We will answer within two days., type: we_will, targets: [K2]}
              - We will hold one open evening a term.
            delivered_by: [2.1a, attendance]
    """

    place: ClassVar[str] = "the commitment"

    ref: Ref | None = None
    """What people print in front of it, such as P1."""
    statement: Text
    """The commitment in the words that were published."""
    type: CommitmentType | None = None
    """How it is meant, from a vision to a call on others. A promise, an objective and what
    `we_will` do need actions behind them."""
    group: Text | None = None
    """The heading under which it is printed."""
    children: "Commitments" = ()
    """The commitments that it is made of, to any depth."""
    targets: Texts = ()
    """The refs or uids of the KPIs that show whether it is kept."""
    delivered_by: Texts = ()
    """What delivers it: refs or uids of actions, or ids of plans."""


Commitments = Annotated[tuple[Annotated[Commitment, text_for("statement")], ...], ONE_OR_MANY]
Commitment.model_rebuild()  # its own name stands for something only now
