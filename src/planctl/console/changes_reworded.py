"""Two versions of a text as one: what went, what came, and a little of what stayed."""

from collections.abc import Iterator, Sequence
from typing import Final

from planctl.diff import Change
from planctl.wording.word_diff import Piece, word_diff

_CONTEXT: Final = 6
"""So many words are kept on either side of what changed."""
_LONGEST: Final = 60
"""So many words of what went or came in one place."""
_MOST: Final = 30
"""So many pieces of one text."""
_FEWEST: Final = 4
"""Shorter values are told in the message."""


def reworded(change: Change) -> tuple[Piece, ...]:
    """The pieces of a text that has changed; none where the message tells all there is to tell.

    Long ones are shortened, with an ellipsis for what is left out.
    """
    old, new = change.old, change.new
    if not isinstance(old, str) or not isinstance(new, str):
        return ()
    is_short = max(len(old.split()), len(new.split())) < _FEWEST
    if is_short or (old in change.message and new in change.message):
        return ()
    return _shortened(word_diff(" ".join(old.split()), " ".join(new.split())))


def _shortened(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if all(piece.kind == "same" for piece in found):
        return ()
    every = tuple(_clipped(_spaced(found)))
    return every if len(every) <= _MOST else (*every[:_MOST], Piece("same", " …"))


def _spaced(found: tuple[Piece, ...]) -> list[Piece]:
    """The pieces, where what went and what came end in one space, with that behind them both."""
    told: list[Piece] = []
    for piece in found:
        if told and piece.kind == "added" and all(map(_has_space, (told[-1], piece))):
            told[-1] = Piece("removed", told[-1].text[:-1])
            told += [Piece("added", piece.text[:-1]), Piece("same", " ")]
        else:
            told.append(piece)
    return told


def _has_space(piece: Piece) -> bool:
    return piece.kind != "same" and piece.text.endswith(" ") and not piece.text.isspace()


def _clipped(found: Sequence[Piece]) -> Iterator[Piece]:
    for at, piece in enumerate(found):
        if piece.kind == "same":
            before = _CONTEXT if at else 0
            after = _CONTEXT if at < len(found) - 1 else 0
            yield Piece(piece.kind, _without_middle(piece.text, before, after))
        else:
            yield Piece(piece.kind, _without_middle(piece.text, _LONGEST, 0))


def _without_middle(text: str, before: int, after: int) -> str:
    """The first and last words so many, with the spaces around the whole."""
    words = text.split()
    if len(words) <= before + after + 1:
        return text
    first, last = " ".join(words[:before]), " ".join(words[len(words) - after :])
    start = " " if text[0].isspace() else ""
    end = " " if text[-1].isspace() else ""
    shortened = f"{first} … {last}".strip()
    return f"{start}{shortened}{end}"
