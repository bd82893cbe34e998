"""What was said of an action in a term."""

from typing import Annotated, ClassVar

from planctl.model.dates import FuzzyDate
from planctl.model.days import Day
from planctl.model.entity import Entity
from planctl.model.prose import Texts
from planctl.model.record import Record
from planctl.model.scale import Rating
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Percent, Text
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


class Verified(Record):
    """What someone other than the owner found when they checked the rating.

    Example (in an update):
        rating: green
        verified:
          rating: amber
          by: internal-audit
          date: 2018-05-02
          note: Seen in one school of two.
    """

    place: ClassVar[str] = "the verification"

    rating: Rating
    """The rating that the evidence bears out, on the plan's scale."""
    by: Text | None = None
    """Who checked it: a party's id, name or alias."""
    date: Day | None = None
    """The day of the check."""
    note: Text | None = None
    """What was seen, or was missing."""


class NextStep(Record):
    """What the owner said would happen next, and by when.

    Text alone stands for its `text`.

    Example (in an update):
        next_steps:
          - Ask the third school.
          - {text: Train the new volunteers., due: 2018-01-31, kept: part}
    """

    place: ClassVar[str] = "the next step"

    text: Text
    """What is to happen."""
    due: FuzzyDate | None = None
    """By when: a day, or words such as `spring 2018`."""
    kept: Kept | None = None
    """Filled in a term later: whether it was done as said."""


class Update(Entity):
    """One action in one term: how it goes, why, and what comes next.

    Example (in an action):
        updates:
          2017-18 autumn:
            rating: amber
            stage: in_progress
            percent: 40
            impact: green
            spend: green
            risk: amber
            comment: One of the two pilot schools has begun.
            cause: partner
            path_to_green: The second school starts after half-term.
            expected: March 2018
            next_steps: [Agree dates with the second school.]
            decision_needed: May the pilot run to July?
            evidence: [E1, Notes of the visit]
            by: library
            date: 2017-12-15
    """

    place: ClassVar[str] = "the update"

    rating: Rating | None = None
    """How delivery stands, on the plan's scale: a level's id, label or letter."""
    stage: Stage | None = None
    """How far the work has come. `complete`, `paused` and `not_started` go before the rating."""
    percent: Percent | None = None
    """The share of the work that is done, as a whole number from 0 to 100."""
    impact: Rating | None = None
    """Whether it makes the difference that was meant, rated apart from delivery."""
    spend: Rating | None = None
    """How its money stands, rated apart from delivery."""
    risk: Rating | None = None
    """How exposed it is to what may go wrong, rated apart from delivery."""
    verified: Verified | None = None
    """What someone other than the owner found when they checked the rating."""
    comment: Text | None = None
    """What has happened this term, for a reader who was not there."""
    cause: Cause | None = None
    """Why it is late or at risk, in one word, so that causes can be counted."""
    path_to_green: Text | None = None
    """What brings it back on track."""
    expected: FuzzyDate | None = None
    """When it is now thought to be finished. The agreed deadline stays as it is."""
    next_steps: Annotated[tuple[Annotated[NextStep, text_for("text")], ...], ONE_OR_MANY] = ()
    """What the owner promises for the coming term."""
    decision_needed: Text | None = None
    """What a meeting has to decide before the work can go on."""
    evidence: Texts = ()
    """What the update rests on: ids of the action's evidence, or plain words."""
    by: Text | None = None
    """Who wrote it: a party's id, name or alias."""
    date: Day | None = None
    """The day on which it was written."""
