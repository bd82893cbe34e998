"""What an action costs, in money or in days of work."""

import re
from typing import Annotated, Any, ClassVar, Final

from planctl.model.record import Record
from planctl.model.short_forms import ShortForm
from planctl.model.values import Flag, Money, Number, Text

_NOTHING: Final = frozenset({"nil", "none"})
_AMOUNT: Final = re.compile(r"(?:£\s?)?\d[\d,.]*", re.ASCII)
_DAYS: Final = re.compile(r"(\d[\d,.]*)\s*days?", re.ASCII | re.IGNORECASE)


class Cost(Record):
    """What an action costs: money, nothing, or days of work.

    Text alone is read as what it says: `nil` or `none`, an amount such as `£2,000`, a time such as
    `3 days`; any other words stand for its `text`.

    Example (in an action):
        cost: {amount: 1200, days: 3, of: the attendance team, text: Room hire and printing}

    Example (in an action):
        cost: nil

    Example (in an action):
        cost: 3 days
    """

    place: ClassVar[str] = "the cost"

    amount: Money | None = None
    """Money in pounds."""
    nil: Flag = False
    """`true` where it is known to cost nothing, which is more than to leave the cost out."""
    days: Number | None = None
    """Days of work that it takes."""
    of: Text | None = None
    """Whose days they are."""
    text: Text | None = None
    """The cost in words, or what the money is for."""


def _cost(written: Any) -> Any:
    """What looks like a number is read as one, and refused as one where it cannot be."""
    if not isinstance(written, str):
        return written
    words = written.strip()
    if words.casefold() in _NOTHING:
        return {"nil": True}
    if _AMOUNT.fullmatch(words):
        return {"amount": words}
    if found := _DAYS.fullmatch(words):
        return {"days": found[1]}
    return {"text": written}


CostField = Annotated[Cost, ShortForm(_cost, (("type", "string"),))]
"""`nil`, `£2,000`, `3 days`, other words, or the full form."""
