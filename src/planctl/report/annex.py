"""The annex: position statement, glossary and method."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from planctl.report.annex_decisions import approvals_section, changes_section
from planctl.report.annex_kpis import kpis_section
from planctl.report.annex_lengths import on_paper
from planctl.report.annex_position import about_section, narrative_section, position_section
from planctl.report.annex_reference import (
    documents_section,
    fields_section,
    glossary_section,
    parties_section,
)
from planctl.report.annex_rest import rest_section
from planctl.report.lengths import lengths_for
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.sections import Section

_METHOD: Final = ("rows", "state", "unknown", "due", "carried", "owed", "promises", "terms")

_MAKERS: Final[tuple[Callable[[Occasion, Numbers], Section | None], ...]] = (
    about_section, position_section, narrative_section, kpis_section, parties_section,
    glossary_section, documents_section, changes_section, approvals_section,
    fields_section, rest_section,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Annex:
    """What is there to look things up."""

    sections: tuple[Section, ...]
    """Position, parties, glossary, method and the rest."""


def annex_part(report: Occasion, numbers: Numbers) -> Annex | None:
    """The part; it ends with how the figures of the report are counted."""
    return Annex((*_found(report, numbers), _method(report)))


def _found(report: Occasion, numbers: Numbers) -> Iterator[Section]:
    for maker in _MAKERS:
        section = maker(report, numbers)
        if section is not None:
            yield on_paper(section, lengths_for(report.audience).annex, report.words)


def _method(report: Occasion) -> Section:
    words = report.words
    points = tuple(words.say(f"annex_method_{point}") for point in _METHOD)
    return Section("method", words.say("annex_method"), points=points)
