"""What must stay true of a plan's file."""

from typing import ClassVar

from planctl.model.record import Record
from planctl.model.values import Count, Money


class Assertions(Record):
    """What must stay true of the file, so that a row deleted by accident is caught.

    Example (in a plan):
        assertions: {actions: 14, themes: 3, ticks: 31, funding_total: 24000}
    """

    place: ClassVar[str] = "the assertions"

    actions: Count | None = None
    """How many action rows the plan has, sub-actions and generic actions among them."""
    themes: Count | None = None
    """How many themes with a ref it has."""
    ticks: Count | None = None
    """How many periods are ticked or named in all its schedules."""
    funding_total: Money | None = None
    """What its funding lines add up to, in pounds."""
