"""The annex: position statement, glossary and method."""

from dataclasses import dataclass

from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Annex:
    """What is there to look things up."""


def annex_part(report: Occasion, numbers: Numbers) -> Annex | None:
    """The part; None where there is nothing to look up."""
    del report, numbers
    return None
