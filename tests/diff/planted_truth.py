"""What was planted, in the words of the table of changes."""

from collections.abc import Callable
from typing import NamedTuple

from tests.diff.planted_plan import CLOSED, CURRENT, Draft


class Truth(NamedTuple):
    """One change that has to be told: its kind, the name of its entry, its field.

    `is_approved` where a decision is recorded for it.
    """

    rule: str
    name: str
    field: str = ""
    is_approved: bool = False


Truths = tuple[Truth, ...]
Edit = Callable[[Draft], Truths | None]
"""Plants something and says what has to be told of it; None where nothing suits it any more."""
NOW = f"updates/{CURRENT}"
"""The field of the update of the term that has begun."""
THEN = f"updates/{CLOSED}"
"""The field of the update of the term that is over."""
