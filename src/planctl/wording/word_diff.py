"""What of a text stayed, went and came, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

Kind = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of both texts, of the old one alone or of the new one alone."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Where a run of words lies in the old text and in the new one, and whether it is the same."""

    is_same: bool
    old: range
    new: range


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in their order; what was removed stands before what was added.

    The pieces that are the same or removed join to the old text, those the same or added to the
    new one, to the last space.
    """
    one, other = _split(old), _split(new)
    pieces: list[Piece] = []
    for run in runs([word for word, _ in one], [word for word, _ in other]):
        gone, came = [one[at] for at in run.old], [other[at] for at in run.new]
        pieces += _unchanged(gone, came) if run.is_same else _changed(gone, came)
    return tuple(_merged(pieces))


def runs(old: Sequence[str], new: Sequence[str]) -> tuple[Run, ...]:
    """The runs of words that are the same and those that are not, in turn.

    A few words that happen to stand in both texts amid many changes belong to the change: so
    `cost of the hall` becomes `price of the room` at once, and not word for word.
    """
    telling = _counts(old)
    found: list[Run] = []
    for run in _aligned(old, new):
        found.append(run)
        while len(found) > 2 and _is_chance(found[-3:], telling):  # noqa: PLR2004 - both sides
            first, _, last = found[-3:]
            found[-3:] = [_between(first, last)]
    return tuple(found)


_TOKEN: Final = re.compile(
    r"([\w\u0300-\u036f]+(?:['’.,:/-][\w\u0300-\u036f]+)*|[^\w\s])?(\s*)"
)  # fmt: skip
_SMALL: Final = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its", "of",
    "on", "or", "our", "that", "the", "their", "this", "to", "with",
})  # fmt: skip
_AMID: Final = 3
"""How many times as many words have to change on both sides of a word that stays by chance."""


def _split(text: str) -> list[tuple[str, str]]:
    """Each word or sign with the white space behind it."""
    return [(found[1] or "", found[2]) for found in _TOKEN.finditer(text) if found[0]]


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    # Its import takes longer than a check of a plan, and few commands compare texts.
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    numbers: dict[str, int] = {}
    one, other = ([numbers.setdefault(word, len(numbers)) for word in each] for each in (old, new))
    steps = Indel.opcodes(one, other)
    for is_same, group in groupby(steps, key=lambda step: step.tag == "equal"):
        parts = list(group)
        first, last = parts[0], parts[-1]
        yield Run(
            is_same,
            range(first.src_start, last.src_end),
            range(first.dest_start, last.dest_end),
        )


def _counts(tokens: Sequence[str]) -> list[int]:
    """How many words that tell something stand before each place."""
    counts = [0]
    for token in tokens:
        tells = token.casefold() not in _SMALL and any(map(str.isalnum, token))
        counts.append(counts[-1] + tells)
    return counts


def _is_chance(three: Sequence[Run], telling: Sequence[int]) -> bool:
    """Whether the middle one is the same by chance, and the words around it are not."""
    first, middle, last = three
    if not middle.is_same or first.is_same or last.is_same:
        return False
    kept = telling[middle.old.stop] - telling[middle.old.start]
    return _AMID * kept < min(_size(first), _size(last))


def _size(run: Run) -> int:
    return max(len(run.old), len(run.new))


def _between(first: Run, last: Run) -> Run:
    return Run(
        is_same=False,
        old=range(first.old.start, last.old.stop),
        new=range(first.new.start, last.new.stop),
    )


def _unchanged(gone: Sequence[tuple[str, str]], came: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    """The words; and the white space behind them, which may be another."""
    for (word, before), (_, now) in zip(gone, came, strict=True):
        yield Piece("same", word)
        if before == now:
            yield Piece("same", now)
        else:
            yield Piece("removed", before)
            yield Piece("added", now)


def _changed(gone: Sequence[tuple[str, str]], came: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    yield Piece("removed", "".join(word + space for word, space in gone))
    yield Piece("added", "".join(word + space for word, space in came))


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """One piece of each kind between two others."""
    told = [piece for piece in pieces if piece.text]
    for is_same, group in groupby(told, key=lambda piece: piece.kind == "same"):
        parts = list(group)
        kinds: tuple[Kind, ...] = ("same",) if is_same else ("removed", "added")
        for kind in kinds:
            text = "".join(piece.text for piece in parts if piece.kind == kind)
            if text:
                yield Piece(kind, text)
