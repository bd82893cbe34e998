"""Which level of a scale is meant by what somebody typed."""

import colorsys
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planctl.model import Level, Scale

_WORD: Final = re.compile(r"[^\W_]+")
_EMPTY: Final = frozenset({
    "ish", "rating", "rated", "rag", "brag", "status", "still", "now", "currently", "overall",
    "the", "is", "it", "s", "as", "before", "colour", "light", "dark", "level",
})  # fmt: skip
"""Words that change nothing about a rating; any other leaves it in doubt."""
_HUES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType({
    "red": (340, 380), "amber": (15, 65), "green": (75, 165), "blue": (185, 265),
})  # fmt: skip
"""The degrees of the colour wheel between which a colour goes by that name."""
_ALSO: Final[Mapping[str, str]] = MappingProxyType({
    "orange": "amber", "yellow": "amber", "crimson": "red",
})  # fmt: skip
_WHEEL: Final = 360
_PALE: Final = 0.15


def level_meant(text: str, scale: Scale) -> Level | None:
    """The one level that the words can mean; None where they are none's, or several levels'.

    Its id, label, letter or symbol, in any spelling, also with an ending (`Amber-ish`); the name of
    its colour, where the scale gives that to one level alone.
    """
    if exact := scale.level(text):
        return exact
    said = tuple(_words(text))
    symbols = [level for level in scale.all_levels if level.symbol and level.symbol in text]
    if len(symbols) == 1 and not said:
        return symbols[0]
    found, rest = _named(said, scale)
    if symbols and symbols != found[:1]:
        return None
    return found[0] if len(found) == 1 and not rest else None


def _named(said: tuple[str, ...], scale: Scale) -> tuple[list[Level], set[str]]:
    """The levels that are named, and the words that belong to none and say something."""
    found: list[Level] = []
    used: set[str] = set()
    for level in scale.all_levels:
        for name in _names(level, scale):
            if _contains(said, name):
                found += [] if level in found else [level]
                used |= {*name}
    return found, {*said} - used - _EMPTY


def _names(level: Level, scale: Scale) -> Iterator[tuple[str, ...]]:
    yield tuple(_words(level.label))
    yield tuple(_words(level.id))
    yield from ((other,) for other, name in _ALSO.items() if (name,) == (level.id,))
    hue = _hue(level)
    if hue and [_hue(other) for other in scale.all_levels].count(hue) == 1:
        yield (hue,)


def _contains(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    width = len(name)
    return any(said[at : at + width] == name for at in range(len(said) - width + 1))


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        yield word.removesuffix("ish") or word


def _hue(level: Level) -> str | None:
    """The name of the colour that the level is given; None without one."""
    if level.colour is None:
        return None
    red, green, blue = (int(level.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    degrees = hue * _WHEEL
    for name, (first, last) in _HUES.items():
        if saturation > _PALE and any(first <= at <= last for at in (degrees, degrees + _WHEEL)):
            return name
    return None
