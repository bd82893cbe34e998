"""One side of a comparison."""

from dataclasses import dataclass
from datetime import date

from planctl.model import Plan


@dataclass(frozen=True, slots=True)
class Version:
    """A plan at a time: as its file has it, with what its programme gives, and its own day.

    Late, overdue and ended are judged on that day.
    """

    plan: Plan
    whole: Plan
    on: date
