"""How an entry was found again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """How an entry was found again: by `uid`, `text`, `ref` or `likeness`, and how alike it is.

    The score compares the texts, from 0 to 100.
    """

    how: str
    score: int = 100
