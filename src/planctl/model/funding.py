"""Money by period."""

from typing import ClassVar

from planctl.model.entity import Entity, NamedSource, origin_of
from planctl.model.period import Period
from planctl.model.values import Money, Text
from planctl.model.vocabulary import Vocabulary


class Secured(Vocabulary):
    """How much of an amount is sure."""

    FULL = "full"
    NONE = "none"
    PART = "part"


class FundingLine(Entity):
    """What a period has to spend, in pounds.

    Example (in a plan):
        funding:
          - period: Year 1
            amount: £24,000
            source: Council grant
            secured: part
            spent: 6,150.50
            forecast: 22,000
            note: The second half depends on a bid.
          - {period: Year 2, amount: 12000, source: {from: Council grant, line: "31"}}
    """

    place: ClassVar[str] = "the funding line"

    period: Period
    """The period that the money is for."""
    amount: Money
    """How much it is, in pounds: `24000`, `24,000` or `£24,000`."""
    source: NamedSource | None = None
    """Where the money comes from, as text. The full form has that under `from`, and beside it the
    place in a printed document that the line was taken from."""
    secured: Secured | None = None
    """How much of it is sure: all, part or none."""
    spent: Money | None = None
    """What has been spent of it, in pounds."""
    forecast: Money | None = None
    """What will have been spent of it by the end of the period, in pounds."""
    note: Text | None = None
    """Anything else that a reader has to know."""

    @property
    def origin(self) -> str | None:
        """Where the money comes from."""
        return origin_of(self.source)
