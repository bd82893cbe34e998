"""What was said of an action in a term."""

from typing import Annotated, ClassVar

from planctl.model.dates import Day, FuzzyDate
from planctl.model.record import Record
from planctl.model.scale import Rating
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.source import Source
from planctl.model.values import Count, Text
from planctl.model.vocabulary import Vocabulary


class Stage(Vocabulary):
    """How far the work has come, whatever its rating."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    PAUSED = "paused"


class Cause(Vocabulary):
    """Why something is late or at risk."""

    CAPACITY = "capacity"
    FUNDING = "funding"
    PARTNER = "partner"
    POLICY = "policy"
    DATA = "data"
    DEPENDENCY = "dependency"
    PROCUREMENT = "procurement"
    SCOPE = "scope"
    OTHER = "other"


class Kept(Vocabulary):
    """Whether a next step was done as said."""

    DONE = "done"
    PART = "part"
    NOT_DONE = "not_done"


class NextStep(Record):
    """What the owner said would happen next, and by when."""

    place: ClassVar[str] = "the next step"

    text: Text
    due: FuzzyDate | None = None
    kept: Kept | None = None


class Update(Record):
    """One action in one term: how it goes, why, and what comes next."""

    place: ClassVar[str] = "the update"

    rating: Rating | None = None
    stage: Stage | None = None
    percent: Count | None = None
    comment: Text | None = None
    cause: Cause | None = None
    path_to_green: Text | None = None
    expected: FuzzyDate | None = None
    next_steps: Annotated[tuple[Annotated[NextStep, text_for("text")], ...], ONE_OR_MANY] = ()
    decision_needed: Text | None = None
    evidence: Annotated[tuple[Text, ...], ONE_OR_MANY] = ()
    by: Text | None = None
    date: Day | None = None
    source: Source | None = None
