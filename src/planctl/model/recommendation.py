"""What others recommended, what was answered, and how far it has come."""

from typing import Annotated, ClassVar

from pydantic import Field

from planctl.model.dates import FuzzyDate
from planctl.model.days import Day
from planctl.model.entity import Entity
from planctl.model.party import Assignments
from planctl.model.prose import Texts
from planctl.model.record import Record
from planctl.model.scale import AssessmentRating
from planctl.model.schedule import PeriodRecords
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.update import Stage
from planctl.model.values import Ref, Text
from planctl.model.vocabulary import Vocabulary


class Decision(Vocabulary):
    """What was answered to a recommendation."""

    ACCEPTED = "accepted"
    PART = "part"
    REJECTED = "rejected"
    PENDING = "pending"


class SubPoint(Record):
    """A point of a recommendation, with the points below it.

    Text alone stands for its `text`.

    Example (in a recommendation):
        sub_points:
          - Ask parents first.
          - ref: b
            text: Agree on one way to write home
            sub_points: [in plain words, in three languages]
    """

    place: ClassVar[str] = "the sub-point"

    ref: Ref | None = None
    """The letter or number that is printed in front of it."""
    text: Text
    """What it says."""
    sub_points: "SubPoints" = ()
    """The points below it, to any depth."""


SubPoints = Annotated[tuple[Annotated[SubPoint, text_for("text")], ...], ONE_OR_MANY]
SubPoint.model_rebuild()  # the name of its parts stands for something only now


class Response(Record):
    """The answer to a recommendation.

    A word alone stands for its `decision`.

    Example (in a recommendation):
        response: {decision: part, by: cabinet, date: 2018-07-11, minute: Item 9}
    """

    place: ClassVar[str] = "the response"

    decision: Decision
    """Whether it was accepted, in full or in part, rejected, or is still pending."""
    by: Text | None = None
    """Who answered: a party's id, name or alias."""
    date: Day | None = None
    """The day of the answer."""
    minute: Text | None = None
    """Where the answer is minuted."""


class Assessment(Record):
    """How far a recommendation has come by one period.

    Example (in a recommendation):
        assessments:
          2018-19 autumn:
            rating: slipped
            stage: in_progress
            evidence: [The new letter]
            explanation: The schools use four systems.
            expected: spring 2019
    """

    place: ClassVar[str] = "the assessment"

    rating: AssessmentRating | None = None
    """The grade on the plan's scale, or else on the scale `scrutiny`: 1 achieved, 2 on track, 3
    slipped, 4 not achieved."""
    stage: Stage | None = None
    """How far the work has come."""
    evidence: Texts = ()
    """What the grade rests on: ids of evidence, or plain words."""
    explanation: Text | None = None
    """Why it has slipped or was not achieved."""
    expected: FuzzyDate | None = None
    """When it is now thought to be achieved."""


class SignOff(Record):
    """Who declared that a recommendation needs no more watching.

    Text alone stands for its `by`.

    Example (in a recommendation):
        signed_off: {by: scrutiny-committee, date: 2019-06-20, minute: Item 5}
    """

    place: ClassVar[str] = "the sign-off"

    by: Text
    """Who signed it off: a party's id, name or alias."""
    date: Day | None = None
    """The day of the sign-off."""
    minute: Text | None = None
    """Where it is minuted."""


class Recommendation(Entity):
    """One recommendation, from its making to its sign-off.

    Text alone stands for its `text`.

    Example (in a plan):
        recommendations:
          - ref: "4"
            text: Give every family one person to turn to.
            sub_points: [in the first year, "in every year after that"]
            origin: Inquiry into reading at home
            made_on: May 2018
            response: accepted
            responsible: schools
            actions: [2.1a]
            assessments:
              2018-19 autumn: {stage: in_progress, explanation: Two schools have begun.}
            signed_off: scrutiny-committee
    """

    place: ClassVar[str] = "the recommendation"

    ref: Ref | None = None
    """The number that it is printed with."""
    text: Text
    """What is recommended."""
    sub_points: SubPoints = ()
    """The points that it is made of, to any depth."""
    origin: Text | None = None
    """The inquiry, inspection or report that it was made in."""
    made_on: FuzzyDate | None = None
    """When it was made: a day, or words such as `May 2018`."""
    response: Annotated[Response | None, text_for("decision")] = None
    """What those it was made to have answered."""
    responsible: Assignments = ()
    """Who carries it out."""
    actions: Texts = ()
    """The refs or uids of the actions that carry it out."""
    assessments: PeriodRecords[Assessment] = Field(default_factory=dict)
    """How far it has come, by period."""
    signed_off: Annotated[SignOff | None, text_for("by")] = None
    """Who declared that it needs no more watching, and when."""


Recommendations = Annotated[tuple[Annotated[Recommendation, text_for("text")], ...], ONE_OR_MANY]
