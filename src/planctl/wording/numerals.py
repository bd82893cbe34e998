"""Numbers however they are spelt: `twelve`, `1,200`, `5.0 per cent`."""

import re
from typing import Final

_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_SMALL: Final = {word: number for number, word in enumerate(_UNITS)} | {
    word: number * 10 for number, word in enumerate(_TENS, start=2)
}
_HUNDRED: Final = 100
_THOUSAND: Final = 1000

_SPELT: Final = "|".join(_SMALL)
_IN_WORDS: Final = re.compile(
    rf"\b(?:{_SPELT})(?:[ -](?:{_SPELT})|[ -](?:hundred|thousand)(?: and (?:{_SPELT}))?)*\b"
)
_SEPARATOR: Final = re.compile(r"(?<=\d)[,\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_NOTHING_BEHIND: Final = re.compile(r"(?<![\d.])(\d+)\.0+(?!\d|\.\d)")
_PER_CENT: Final = re.compile(r"\s*\bper ?cent\b|\s+%")


def in_figures(text: str) -> str:
    """The text, which is in small letters, with its numbers up to 999,999 in plain figures.

    `per cent` becomes `%`; what is not spelt as one number, as `two three`, stays as it is.
    """
    told = _IN_WORDS.sub(_figure, _NOTHING_BEHIND.sub(r"\1", _SEPARATOR.sub("", text)))
    return _PER_CENT.sub("%", told)


def _figure(found: re.Match[str]) -> str:
    number = _number(re.split(r"[ -](?:and )?", found[0]))
    return found[0] if number is None else str(number)


def _number(spelt: list[str]) -> int | None:
    """The number that the words spell; None where they are no one number."""
    total, group, free = 0, 0, _THOUSAND
    for word in spelt:
        own = _SMALL.get(word)
        if own is not None:
            if own >= free:
                return None
            group, free = group + own, 10 if own >= len(_UNITS) else 0
        elif word == "hundred":
            if not 0 < group < _HUNDRED:
                return None
            group, free = group * _HUNDRED, _HUNDRED
        else:
            if total or not group:
                return None
            total, group, free = group * _THOUSAND, 0, _THOUSAND
    return total + group
