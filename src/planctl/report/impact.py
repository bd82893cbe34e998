"""Part 10: evidence and impact; risks; links to other plans."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from planctl.report.impact_evidence import (
    IMPACT_KEY,
    evidence_section,
    impact_section,
    speaks_of_impact,
    success_section,
)
from planctl.report.impact_promises import commitments_section, outcomes_section
from planctl.report.impact_risks import risks_section
from planctl.report.impact_ties import engagement_section, links_section
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.request import Audience
from planctl.report.sections import Section

_Maker = Callable[[Occasion, Numbers], Section | None]

_IMPACT: Final[tuple[_Maker, ...]] = (
    impact_section, evidence_section, success_section, outcomes_section, commitments_section,
)  # fmt: skip
_ALL: Final[tuple[_Maker, ...]] = (*_IMPACT, risks_section, links_section, engagement_section)
_FOR: Final[Mapping[Audience, tuple[_Maker, ...]]] = MappingProxyType({
    Audience.BOARD: (outcomes_section, commitments_section, risks_section),
    Audience.PUBLIC: (*_IMPACT, engagement_section),
    Audience.SCRUTINY: _ALL,
    Audience.OFFICER: _ALL,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Impact:
    """What there is of it for the audience, under the heading that fits."""

    heading: str
    """The heading of the part, which depends on the reader."""
    sections: tuple[Section, ...]
    """What the reader may see of it."""


def impact_part(report: Occasion, numbers: Numbers) -> Impact | None:
    """The part; None where there is nothing of it for the audience."""
    made = (maker(report, numbers) for maker in _FOR[report.audience])
    sections = tuple(section for section in made if section is not None)
    if not _says_something(sections, report):
        return None
    if len(sections) == 1 and report.audience is Audience.BOARD:
        return Impact(sections[0].heading, (replace(sections[0], heading=""),))
    return Impact(report.words.say(f"impact_heading_{report.audience.value}"), sections)


def _says_something(sections: Sequence[Section], report: Occasion) -> bool:
    """Whether there is more than that nobody has said anything of impact."""
    others = (section for section in sections if section.key != IMPACT_KEY)
    return any(others) or (bool(sections) and speaks_of_impact(report))
