"""Ratings, comments and next steps, as updates of a term."""

import re
from typing import Final

from planctl.source import Value
from planctl.transfer.ledger import Span
from planctl.transfer.making.draft import Draft, Fields
from planctl.transfer.making.prose import prose, says_nothing, texts
from planctl.transfer.mapping.columns import Choice
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.words import (
    rating_before,
    rating_by_fill,
    rating_said,
    stage_said,
)
from planctl.transfer.reading.grid import Cell

_PERCENT: Final = re.compile(r"(\d{1,3})\s?%?")


def put_update(draft: Draft, action: Fields, cell: Cell, choice: Choice) -> None:
    """Takes a cell that says how an action goes."""
    span = cell.span.stripped()
    rated = rating_by_fill(cell) if choice.field is Field.RATING else None
    if says_nothing(span, draft.ledger):
        if rated is None:
            return
        span = span.part(0, 0)
    period = choice.period or draft.term
    if period is None:
        draft.untold.append(choice.column.heading)
        return
    update = _update(action, str(period))
    if choice.field is Field.RATING:
        _rate(draft, update, cell, span)
    elif choice.field is Field.STAGE:
        _stage(draft, update, span)
    elif choice.field is Field.NEXT_STEPS:
        update["next_steps"] = [*texts(span, draft.ledger, "next steps")]
    elif choice.field is Field.PERCENT and _PERCENT.fullmatch(span.text):
        update["percent"] = draft.ledger.map(span, "percent")
    else:
        _say(draft, update, span, "path_to_green" if choice.field is Field.PATH_TO_GREEN else "")


def _update(action: Fields, period: str) -> Fields:
    updates = action.setdefault("updates", {})
    if not isinstance(updates, dict):
        raise TypeError("updates are a mapping")
    update = updates.setdefault(period, {})
    if not isinstance(update, dict):
        raise TypeError("an update is a mapping")
    return update


def _rate(draft: Draft, update: Fields, cell: Cell, span: Span) -> None:
    """Takes a rating in words; the colour of the cell only where the words give none."""
    level = rating_said(span.text)
    if level and update.get("rating", level) != level:
        draft.warn("an action has two ratings: the first counts, the other is in its comment")
        _say(draft, update, span, "")
    elif level:
        draft.ledger.map(span, "rating")
        _level(draft, update, level)
    elif stage_said(span.text):
        _by_colour(draft, update, cell)
        _stage(draft, update, span)
    elif found := rating_before(span.text):
        draft.ledger.map(span.part(0, found[1]), "rating")
        _level(draft, update, found[0])
        _say(draft, update, span.part(found[1]), "")
    else:
        _by_colour(draft, update, cell)
        if span:
            _say(draft, update, span, "")


def _by_colour(draft: Draft, update: Fields, cell: Cell) -> None:
    rated = rating_by_fill(cell)
    if rated is None:
        return
    _level(draft, update, rated.level)
    update["source"] = {"rating": f"colour {cell.fill.upper()}"}
    draft.warn("a rating was read from the colour of its cell")
    if not rated.is_sure:
        near = f"{cell.span.address}: colour {cell.fill.upper()} was taken for {rated.level}"
        draft.warn(f"{near}, but lies between two levels")


def _level(draft: Draft, update: Fields, level: str) -> None:
    update["rating"] = level
    draft.has_blue = draft.has_blue or level == "blue"


def _stage(draft: Draft, update: Fields, span: Span) -> None:
    if stage := stage_said(span.text):
        draft.ledger.map(span, "stage")
        update["stage"] = stage
    else:
        _say(draft, update, span, "")


def _say(draft: Draft, update: Fields, span: Span, name: str) -> None:
    """Adds a text to the comment, or to the field of that name."""
    wanted = name or "comment"
    written = prose(span, draft.ledger, wanted)
    before: Value = update.get(wanted)
    update[wanted] = f"{before}\n{written}" if before else written
