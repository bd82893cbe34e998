"""Part 7: what members may ask."""

from dataclasses import dataclass

from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions, by worry."""


def questions_part(report: Occasion, numbers: Numbers) -> Questions | None:
    """The part; None where there is nothing to ask."""
    del report, numbers
    return None
