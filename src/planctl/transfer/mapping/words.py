"""Ticks, ratings and stages, as cells of a table say them."""

import re
from types import MappingProxyType
from typing import Final

from planctl.transfer.mapping.folding import folded
from planctl.transfer.reading.colours import Rated, rated_by
from planctl.transfer.reading.grid import Cell

TICK: Final = re.compile(r"[√✓✔☑☒✗✘🗸🗹]|(?<![A-Za-z0-9])[xX](?![A-Za-z0-9'’])")
"""A tick or a cross; a letter x only where it stands alone."""

EMPTY_BOX: Final = re.compile(r"[☐□▢]")
"""A box that nobody has ticked."""

_RATINGS: Final = MappingProxyType({
    "r": "red", "red": "red", "a": "amber", "amber": "amber", "yellow": "amber",
    "orange": "amber", "g": "green", "green": "green", "b": "blue", "blue": "blue",
    "off track": "red", "at risk": "amber", "on track": "green",
    "red r": "red", "amber a": "amber", "green g": "green", "blue b": "blue",
})  # fmt: skip
_STAGES: Final = MappingProxyType({
    "not started": "not_started", "not yet started": "not_started", "to start": "not_started",
    "not begun": "not_started", "in progress": "in_progress", "ongoing": "in_progress",
    "started": "in_progress", "underway": "in_progress", "under way": "in_progress",
    "begun": "in_progress", "in development": "in_progress", "complete": "complete",
    "completed": "complete", "done": "complete", "achieved": "complete", "finished": "complete",
    "closed": "complete", "paused": "paused", "on hold": "paused", "open": "in_progress",
    "delayed": "in_progress",
})  # fmt: skip
_WORDED: Final = re.compile(r"\s*(red|amber|green|blue|[ragb])\b\s*[-–:.,;(]*\s*", re.IGNORECASE)


def is_box(text: str) -> bool:
    """Whether the cell has a tick, or a box for one."""
    return TICK.search(text) is not None or EMPTY_BOX.search(text) is not None


def rating_said(text: str) -> str | None:
    """The level that the whole text names: a letter, a colour, or words such as on track."""
    return _RATINGS.get(" ".join(re.sub(r"[^a-z]+", " ", text.casefold()).split()))


def rating_before(text: str) -> tuple[str, int] | None:
    """The level that the text begins with, and how many characters that takes."""
    found = _WORDED.match(text)
    if not found or (len(found[1]) == 1 and found[0].strip() == found[1] and len(text) > 1):
        return None
    return _RATINGS[found[1].casefold()], found.end()


def stage_said(text: str) -> str | None:
    """How far the work has come, where the whole text is a word for that."""
    return _STAGES.get(folded(text))


def rating_by_fill(cell: Cell) -> Rated | None:
    """The level that the colour of a cell comes nearest to."""
    return rated_by(cell.fill)


def is_rating(cell: Cell) -> bool:
    """Whether the cell rates something, in words or by its colour alone."""
    if not cell:
        return rating_by_fill(cell) is not None
    return rating_said(cell.text) is not None or rating_before(cell.text) is not None
