"""Part 9: recommendations, how far each has come, and which sign-offs are asked for."""

from dataclasses import dataclass

from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Recommended:
    """The recommendations."""


def recommended_part(report: Occasion, numbers: Numbers) -> Recommended | None:
    """The part; None where the plan has none."""
    del report, numbers
    return None
