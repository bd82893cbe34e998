"""Colours of a page that may be chosen, and how well one stands out from another."""

from collections.abc import Iterable
from typing import Final

WHITE: Final = "#ffffff"
INK: Final = "#0b0c0c"
SHADE: Final = "#f3f2f1"
ACCENT: Final = "#12436d"
LINK: Final = "#144e81"

TEXT: Final = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""
GRAPHICS: Final = 3.0
"""The least contrast of a shape with what is beside it (WCAG 2.2, 1.4.11)."""

_FULL: Final = 255
_LINEAR_BELOW: Final = 0.04045


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> tuple[float, str]:
    """The worst contrast of the colour with one of the grounds, and that ground."""
    return min((contrast(colour, ground), ground) for ground in grounds)


def darkened(colour: str, grounds: Iterable[str], wanted: float = TEXT) -> str:
    """The nearest colour of the same hue, no lighter, with that contrast on every light ground."""
    every = tuple(grounds)
    steps = (mixed(colour, "#000000", step / _FULL) for step in range(_FULL, -1, -1))
    passing = (one for one in steps if least_contrast(one, every)[0] >= wanted)
    return next(passing, "#000000")


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with the rest of it, up to one, taken from the other."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _luminance(colour: str) -> float:
    """Relative luminance, of WCAG 2.2."""
    shares = (channel / _FULL for channel in _channels(colour))
    red, green, blue = (
        one / 12.92 if one <= _LINEAR_BELOW else ((one + 0.055) / 1.055) ** 2.4 for one in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
