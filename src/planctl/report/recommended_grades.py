"""How far a recommendation has come: its grades in order, and whether a sign-off is asked for."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from planctl.model import Assessment, Level, Period, Recommendation, Scale, Stage, State
from planctl.model.scale import Preset, RatedState
from planctl.report.marks import Tag, level_tag, level_word, state_tag
from planctl.report.occasion import Occasion

_SCRUTINY: Final = Scale(preset=Preset.SCRUTINY)

Said = tuple[Period, Assessment]
"""An assessment and the period that it is of."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A recommendation with its assessments up to the day, earliest first.

    `word` and `state` are those of the last one; empty and None where it has no grade.
    """

    given: Recommendation
    history: tuple[Said, ...]
    word: str
    state: RatedState | None

    @property
    def latest(self) -> Assessment | None:
        """The last assessment, where there is one."""
        return self.history[-1][1] if self.history else None

    @property
    def is_achieved(self) -> bool:
        """Whether it is graded achieved; without a grade, whether the work is complete."""
        if self.latest is None:
            return False
        is_complete = self.latest.stage is Stage.COMPLETE
        return self.state is RatedState.COMPLETE if self.state else is_complete

    @property
    def asks_sign_off(self) -> bool:
        """Whether it is achieved, rests on evidence and is not signed off."""
        has_evidence = any(assessment.evidence for _, assessment in self.history)
        return self.is_achieved and has_evidence and self.given.signed_off is None

    @staticmethod
    def tag_of(assessment: Assessment, report: Occasion) -> Tag | None:
        """The tag of its grade; that of complete work where it has none."""
        found = _level(assessment, report)
        if found is not None:
            return level_tag(*found, report.words)
        if assessment.stage is Stage.COMPLETE:
            return state_tag(State.COMPLETE, report.scale, report.words)
        return None


def graded(given: Recommendation, report: Occasion) -> Graded:
    """The recommendation as it stands on the day; assessments of later periods are left out."""
    timeline = report.timeline
    begun = [
        (timeline.ends(period) or date.min, place, (period, assessment))
        for place, (period, assessment) in enumerate(given.assessments.items())
        if (timeline.starts(period) or date.min) <= report.as_of
    ]
    history = tuple(said for _, _, said in sorted(begun, key=lambda entry: entry[:2]))
    found = _level(history[-1][1], report) if history else None
    word = level_word(*found, report.words) if found else ""
    return Graded(given, history, word, found[0].state if found else None)


def _level(assessment: Assessment, report: Occasion) -> tuple[Level, Scale] | None:
    """The level, on the plan's scale or else on that of scrutiny."""
    for scale in (report.scale, _SCRUTINY):
        level = scale.level(assessment.rating) if assessment.rating else None
        if level:
            return level, scale
    return None
