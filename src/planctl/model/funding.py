"""Money by period."""

from typing import ClassVar

from planctl.model.period import Period
from planctl.model.record import Record
from planctl.model.values import Money, Text
from planctl.model.vocabulary import Vocabulary


class Secured(Vocabulary):
    """How much of an amount is sure."""

    FULL = "full"
    NONE = "none"
    PART = "part"


class FundingLine(Record):
    """What a period has to spend, in pounds."""

    place: ClassVar[str] = "the funding line"

    period: Period
    amount: Money
    source: Text | None = None
    secured: Secured | None = None
    spent: Money | None = None
    forecast: Money | None = None
    note: Text | None = None
