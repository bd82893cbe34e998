"""Part 4: KPIs and money."""

from dataclasses import dataclass

from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Measures:
    """The KPIs and the money."""


def measures_part(report: Occasion, numbers: Numbers) -> Measures | None:
    """The part; None where the plan has neither."""
    del report, numbers
    return None
