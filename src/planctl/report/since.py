"""Part 3: what has changed since the last report, and which promises were kept."""

from dataclasses import dataclass

from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class SinceLast:
    """What has changed."""


def since_part(report: Occasion, numbers: Numbers) -> SinceLast | None:
    """The part."""
    del report, numbers
    return None
