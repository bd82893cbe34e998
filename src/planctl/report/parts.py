"""Which parts a report has, for whom, and in which order."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from planctl.report.request import Audience, ReportKind, ReportRequest


class Part(StrEnum):
    """One part of a report; a template and a field of the context bear its name."""

    FRONT = "front"
    EXCEPTIONS = "exceptions"
    SINCE = "since"
    MEASURES = "measures"
    PROGRESS = "progress"
    GRID = "grid"
    NEXT_TERM = "next_term"
    QUESTIONS = "questions"
    THEMES = "themes"
    RECOMMENDATIONS = "recommendations"
    IMPACT = "impact"
    SOURCES = "sources"
    ANNEX = "annex"
    YEAR = "year"
    INQUIRY = "inquiry"

    @property
    def anchor(self) -> str:
        """What links to the part lead to."""
        return self.value.replace("_", "-")


_SHORT: Final = (
    Part.FRONT, Part.EXCEPTIONS, Part.SINCE, Part.MEASURES, Part.GRID, Part.NEXT_TERM,
    Part.QUESTIONS,
)  # fmt: skip

_DELIVERY: Final[Mapping[Audience, tuple[Part, ...]]] = MappingProxyType({
    Audience.BOARD: (*_SHORT, Part.RECOMMENDATIONS, Part.IMPACT, Part.SOURCES),
    Audience.SCRUTINY: (*_SHORT, Part.RECOMMENDATIONS, Part.IMPACT, Part.SOURCES),
    Audience.PUBLIC: (
        Part.FRONT, Part.EXCEPTIONS, Part.SINCE, Part.MEASURES, Part.GRID, Part.RECOMMENDATIONS,
        Part.IMPACT, Part.SOURCES,
    ),
    Audience.OFFICER: tuple(part for part in Part if part not in {Part.YEAR, Part.INQUIRY}),
})  # fmt: skip

_OTHERS: Final[Mapping[ReportKind, tuple[Part, ...]]] = MappingProxyType({
    ReportKind.ANNUAL: (Part.FRONT, Part.YEAR, Part.SOURCES),
    ReportKind.SCRUTINY: (Part.FRONT, Part.RECOMMENDATIONS, Part.INQUIRY, Part.SOURCES),
})  # fmt: skip


def parts_of(request: ReportRequest) -> tuple[Part, ...]:
    """The parts that such a report has, in the order of reading; empty ones are left out later."""
    if request.kind is ReportKind.DELIVERY:
        return _DELIVERY[request.audience]
    return _OTHERS.get(request.kind, ())
