"""What an inquiry looked at: its focus areas, what was heard, whom it asked, and its own text."""

from collections.abc import Iterator
from dataclasses import dataclass

from planctl.report.annex_position import narrative_section, position_section
from planctl.report.impact_ties import engagement_section
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import theme_name
from planctl.report.sections import Section
from planctl.report.tables import Line


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What stands behind the recommendations."""

    sections: tuple[Section, ...]
    """What was asked, of whom, and what was heard."""


def inquiry_part(report: Occasion, numbers: Numbers) -> Inquiry | None:
    """The part; None where the plan says nothing of how its recommendations came about."""
    makers = (_focus, position_section, engagement_section, narrative_section)
    found = (maker(report, numbers) for maker in makers)
    sections = tuple(section for section in found if section)
    return Inquiry(sections) if sections else None


def _focus(report: Occasion, numbers: Numbers) -> Section | None:
    """The themes with their key questions."""
    del numbers
    lines = tuple(_focus_lines(report))
    return Section("focus", report.words.say("inquiry_focus"), lines) if lines else None


def _focus_lines(report: Occasion) -> Iterator[Line]:
    """Each theme of which anything is said."""
    words = report.words
    for theme in report.plan.themes:
        if not (theme.text or theme.outcome):
            continue
        yield Line(theme_name(theme), kind="title")
        for text in (theme.text or "").splitlines():
            if text.strip():
                yield Line(text.strip())
        if theme.outcome:
            yield Line(theme.outcome, words.say("outcome"))
