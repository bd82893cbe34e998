"""What a plan's keeper says to a meeting about a term."""

from typing import ClassVar

from planctl.model.days import Day
from planctl.model.entity import Entity
from planctl.model.prose import Texts
from planctl.model.values import Text
from planctl.model.vocabulary import Vocabulary


class ReportStatus(Vocabulary):
    """How far a report has come."""

    DRAFT = "draft"
    FOR_APPROVAL = "for_approval"
    FINAL = "final"


class ReportNote(Entity):
    """What the plan's keeper says to the meeting about one term.

    Example (in a plan):
        reports:
          2017-18 autumn:
            meeting: Achievement board, 18 January 2018
            date: 2018-01-18
            status: for_approval
            cut_off: 2017-12-22
            prepared_by: coordinator
            summary: Two of three clubs are open, and the third has a room.
            achievements: [Sixty families joined.]
            concerns: [One school has not begun.]
            asks: [Agree that the pilot runs to July.]
    """

    place: ClassVar[str] = "the report's entry"

    meeting: Text | None = None
    """The meeting that the report goes to."""
    date: Day | None = None
    """The day of that meeting."""
    status: ReportStatus = ReportStatus.DRAFT
    """How far the report has come; each page says so."""
    cut_off: Day | None = None
    """The day up to which progress is taken into account."""
    prepared_by: Text | None = None
    """Who prepared it: a party's id, name or alias."""
    summary: Text | None = None
    """The term in a few sentences, for a reader who stops there."""
    achievements: Texts = ()
    """What went well, one text for each."""
    concerns: Texts = ()
    """What does not, one text for each."""
    asks: Texts = ()
    """What the meeting is asked to decide, one text for each."""
