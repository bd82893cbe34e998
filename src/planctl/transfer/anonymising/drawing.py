"""Letters and words out of a key: the same key always gives the same, and nothing leads back."""

import hashlib
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_VOWELS: Final = "aeiou"
_CONSONANTS: Final = "bdfgklmnprtvz"
_BLOCK: Final = 64
"""So many signs beside each other are mostly of one script."""


def numbers(key: str, *about: object) -> Iterator[int]:
    """Numbers from 0 to 255 without an end."""
    said = "\x1f".join((key, *map(str, about)))
    counter = 0
    while True:
        yield from hashlib.sha256(f"{said}\x1f{counter}".encode("utf-8", "surrogatepass")).digest()
        counter += 1


def permutation(key: str, salt: int) -> dict[str, str]:
    """Another letter for each of the alphabet."""
    order = [*_LETTERS]
    drawn = numbers(key, "letters", salt)
    # Sattolo's way of shuffling leaves no letter where it was.
    for at in range(len(order) - 1, 0, -1):
        other = (next(drawn) * 256 + next(drawn)) % at
        order[at], order[other] = order[other], order[at]
    return dict(zip(_LETTERS, order, strict=True))


def syllables(drawn: Iterator[int], length: int, first: str) -> str:
    """Something that can be spoken, of so many letters; its first letter may be given."""
    made = first
    while len(made) < length:
        letters = _CONSONANTS if made[-1:] in {*_VOWELS, ""} else _VOWELS
        made += letters[next(drawn) % len(letters)]
    return made


def any_letters(drawn: Iterator[int], length: int) -> str:
    """So many letters in any order, where what can be spoken is all taken."""
    return "".join(_LETTERS[next(drawn) % len(_LETTERS)] for _ in range(length))


def in_script(drawn: Iterator[int], made: str, written: str) -> str:
    """What was made, but letters of other alphabets where such are written; figures stay."""
    pairs = zip(made, written, strict=True)
    return "".join(new if old.isascii() else _like(old, drawn) for new, old in pairs)


def _like(one: str, drawn: Iterator[int]) -> str:
    if not one.isalpha():
        return one
    letters = _beside(one)
    return letters[next(drawn) % len(letters)]


@cache
def _beside(one: str) -> str:
    """Letters of the same script and sort."""
    start = ord(one) // _BLOCK * _BLOCK
    near = "".join(map(chr, range(start, start + _BLOCK)))
    return "".join(other for other in near if _is_like(other, one)) or "\u03b1\u03b2\u03b3\u03b4"


def _is_like(other: str, one: str) -> bool:
    is_sort = unicodedata.category(other) == unicodedata.category(one)
    is_plain = unicodedata.is_normalized("NFC", other) and len(other.upper()) == 1
    return other != one and not other.isascii() and is_sort and is_plain
