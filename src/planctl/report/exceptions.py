"""Part 2: what is off track, what got worse, and which decisions are needed."""

from dataclasses import dataclass

from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The actions that need attention."""


def exceptions_part(report: Occasion, numbers: Numbers) -> Exceptions | None:
    """The part; None where nothing needs attention."""
    del report, numbers
    return None
