"""The rating that the colour of a cell stands for."""

import colorsys
import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")
_HUES: Final = MappingProxyType({
    "red": (0.0,), "amber": (0.085, 0.125, 0.16), "green": (0.25, 0.33, 0.42),
    "blue": (0.55, 0.6, 0.66),
})  # fmt: skip
"""Where each level lies on the colour circle. Yellow is amber: Word offers it first."""

_FAR: Final = 0.07
_PALE: Final = 0.12
_DARK: Final = 0.2
_SURE: Final = 0.025


@dataclass(frozen=True, slots=True)
class Rated:
    """The level that a colour comes nearest to; `is_sure` when no other is nearly as near."""

    level: str
    is_sure: bool


def rated_by(fill: str) -> Rated | None:
    """The level for a colour of six hexadecimal digits; None for white, grey, black and others."""
    if not _HEX.fullmatch(fill):
        return None
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _PALE or value < _DARK:
        return None
    near = sorted(
        (min(_apart(hue, one) for one in hues), level) for level, hues in _HUES.items()
    )  # fmt: skip
    if near[0][0] > _FAR:
        return None
    return Rated(near[0][1], near[1][0] - near[0][0] >= _SURE)


def _apart(one: float, other: float) -> float:
    distance = abs(one - other)
    return min(distance, 1 - distance)
