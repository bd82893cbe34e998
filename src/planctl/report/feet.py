"""The line at the foot of each page: whatever it says, it stays one line."""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from planctl.report.phrases import shortened
from planctl.report.words import Words

_ROOM: Final = 52_500
"""In thousandths of the foot's size, as all widths here: 87 parts in 100 of an upright page's text.

The number of the page has the rest; `print.css` says so."""
_TERM: Final = 16_000
_LEAST: Final = 4_000
"""The most that each other part takes, and what is left for the title at the least."""
_CODE: Final = "DDDD-DDDD-DDDD"
"""Wider than a check code is: most of what one has is narrower, digits and all."""
_BETWEEN: Final = " · "
_ELLIPSIS: Final = 950

_STEPS: Final = MappingProxyType({
    200: " ",
    250: "',.:;ij|‘’·",
    265: "Il",
    292: "!f",
    312: "()-[]{}\N{NON-BREAKING HYPHEN}",
    350: "/\\rt",
    426: '"*?sz“”',
    467: "cvxy",
    487: "JLY–",
    505: "#$+0123456789<=>^_~£«»Faegk",
    515: "VX",
    548: "`AESTZhnou",
    556: "bdpq",
    580: "CKPR",
    620: "&BDG",
    665: "HNOQUď",
    730: "Mw",
    800: "W—",
    850: "%@m",
    950: "…",
})  # fmt: skip
"""What characters of the shipped typeface take at most."""
_WIDTHS: Final = MappingProxyType({one: step for step, signs in _STEPS.items() for one in signs})
_LETTER: Final = 1_250
_LAST_LETTER: Final = 0x0530
"""Any other letter of Latin, Greek or Cyrillic."""
_OTHER: Final = 4_400
"""What is printed as U+XXXX where the typeface lacks it."""


def foot_line(title: str, others: Sequence[str], words: Words) -> str:
    """The title and what stands after it, with room left on the line for a check code.

    The title gives way, by words; a term of a very long name does so before it.
    """
    rest = [fitted(one, _TERM) for one in others]
    code = words.say("foot_check", foot="", code=_CODE)
    taken = width(_BETWEEN.join(["", *rest])) + width(code)
    return _BETWEEN.join([fitted(title, max(_ROOM - taken, _LEAST)), *rest])


def fitted(text: str, room: int = _ROOM) -> str:
    """The text, or as many of its words as go into the room with an ellipsis."""
    if width(text) <= room:
        return text
    widths = accumulate(map(_width, text))
    kept = next(n for n, taken in enumerate(widths) if taken + _ELLIPSIS > room)
    return shortened(text, kept + 1)


def width(text: str) -> int:
    """How wide the text is at most, on one line."""
    return sum(map(_width, text))


def _width(sign: str) -> int:
    plain = sign if sign in _WIDTHS else unicodedata.normalize("NFD", sign)[:1]
    if plain in _WIDTHS:
        return _WIDTHS[plain]
    return _LETTER if sign.isalpha() and ord(sign) < _LAST_LETTER else _OTHER
