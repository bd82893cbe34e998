"""Part 10: evidence and impact; risks; links to other plans."""

from dataclasses import dataclass

from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Impact:
    """Evidence, risks and links."""


def impact_part(report: Occasion, numbers: Numbers) -> Impact | None:
    """The part; None where there is nothing of them."""
    del report, numbers
    return None
