"""The shipped typeface: which characters it has, and how those that it lacks are printed."""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planctl.report.shipped import SHIPPED

FACES: Final = MappingProxyType({
    "SourceSans3-Regular.ttf": "Source Sans 3",
    "SourceSans3-Bold.ttf": "Source Sans 3 Bold",
    "SourceSans3-It.ttf": "Source Sans 3 Italic",
})  # fmt: skip
"""The files of the shipped faces, and the name that each face gives itself."""

_SET_AS_SPACE: Final = frozenset(map(ord, "\t\n\r"))


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of the text that not every shipped face has, each once, by code point."""
    return tuple(sorted(character for character in set(text) if ord(character) not in _printable()))


def printable(text: str) -> str:
    """The text with each character that a face lacks written as U+XXXX."""
    lacking = unprintable(text)
    return text.translate({ord(one): f"U+{ord(one):04X}" for one in lacking}) if lacking else text


def face_file(name: str) -> Path | None:
    """Where the shipped face of that file name lies, or None for any other name."""
    return SHIPPED / "fonts" / name if name in FACES else None


@cache
def _printable() -> frozenset[int]:
    # fontTools takes longer to import than a plan takes to check, and only a PDF needs it.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    covered = []
    for name in FACES:
        with TTFont(SHIPPED / "fonts" / name, lazy=True) as face:
            covered.append(frozenset(face.getBestCmap()))
    return frozenset.intersection(*covered) | _SET_AS_SPACE
