"""For how many terms an action has had the same bad rating, and the same words with it."""

from dataclasses import dataclass
from itertools import takewhile

from planctl.model import Period, Row, State, Update
from planctl.progress import state_said, update_in
from planctl.report.marks import level_word
from planctl.report.occasion import Occasion
from planctl.wording.words import normalised

_LONG = 3
_BAD = frozenset({State.AT_RISK, State.OFF_TRACK})


@dataclass(frozen=True, slots=True)
class Still:
    """The rating in words, and for how many terms up to the one reported on it has been so.

    `same_comment` counts those with the comment of the last; 0 where there is none.
    """

    level: str
    terms: int
    same_comment: int

    @property
    def is_long(self) -> bool:
        """Whether it has been so for three terms or more."""
        return self.terms >= _LONG


def still(row: Row, report: Occasion) -> Still | None:
    """How long the row has been at risk or off track; None where it is not, or only since now."""
    told = _told(row, report)
    if not told or state_said(told[0], report.scale) not in _BAD:
        return None
    first = told[0]
    level = report.scale.level(first.rating) if first.rating else None
    same = list(takewhile(lambda one: report.scale.level(one.rating or "") == level, told))
    if level is None or len(same) == 1:
        return None
    comment = normalised(first.comment or "")
    alike = list(takewhile(lambda one: normalised(one.comment or "") == comment, same))
    word = level_word(level, report.scale, report.words).lower()
    return Still(word, len(same), len(alike) if comment else 0)


def _told(row: Row, report: Occasion) -> list[Update]:
    """What was said of the row from the term reported on back to the first gap."""
    told = []
    term: Period | None = report.term
    while term and (update := update_in(row, report.timeline, term)):
        told.append(update)
        term = report.timeline.term_before(term)
    return told
