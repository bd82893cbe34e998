"""Part 6: what is overdue and carried over, and what the next term brings."""

from dataclasses import dataclass

from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class NextTerm:
    """What lies ahead."""


def next_term_part(report: Occasion, numbers: Numbers) -> NextTerm | None:
    """The part."""
    del report, numbers
    return None
