"""How the progress of a plan is to be judged."""

from typing import ClassVar

from planctl.model.prose import Texts
from planctl.model.record import Record
from planctl.model.vocabulary import Vocabulary


class Frequency(Vocabulary):
    """How often something is done."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERMLY = "termly"
    YEARLY = "yearly"


class Evaluation(Record):
    """How progress is to be judged, and how often it is promised and recorded.

    Example (in a plan):
        evaluation:
          frequency: termly
          recorded: yearly
          narrative: The steering group looks at ratings and evidence together.
          triangulation: [Figures of the schools, Voices of parents, Visits]
          questions: [What has changed for families?]
    """

    place: ClassVar[str] = "the evaluation"

    frequency: Frequency | None = None
    """How often the plan promises that progress is judged."""
    recorded: Frequency | None = None
    """How often the plan has room for a rating, which may be less often than promised."""
    narrative: Texts = ()
    """How it is judged, in paragraphs."""
    triangulation: Texts = ()
    """The kinds of evidence that are held against each other."""
    questions: Texts = ()
    """The questions that each review asks."""
