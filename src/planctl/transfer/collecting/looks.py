"""How a form looks: its cells, and the colours of its ratings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from planctl.model.scale import RatedState

_LINE: Final = {"border": 1, "border_color": "#B1B4B6"}
_TEXT: Final = {"text_wrap": True, "valign": "top", "font_size": 10, "num_format": "@"}
_SHAPES: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType({
    "title": {"bold": True, "font_size": 18, "font_color": "#12436D", "valign": "vcenter"},
    "small": {"font_size": 11, "font_color": "#505A5F"},
    "heading": {"bold": True, "font_size": 13, "font_color": "#12436D", "valign": "vcenter"},
    "text": {"text_wrap": True, "valign": "top", "font_size": 11},
    "label": {"text_wrap": True, "valign": "top", "font_size": 11, "bold": True},
    "plan": {"bold": True, "font_size": 14, "font_color": "#12436D", "valign": "vcenter"},
    "side_locked": {**_LINE, "bold": True, "bg_color": "#D9DCDE", "font_size": 10},
    "side_fill": {**_LINE, "bold": True, "bg_color": "#F2C94C", "font_size": 10},
    "head_locked": {**_LINE, **_TEXT, "bold": True, "bg_color": "#505A5F",
                    "font_color": "#FFFFFF", "num_format": "General"},
    "head_fill": {**_LINE, **_TEXT, "bold": True, "bg_color": "#12436D",
                  "font_color": "#FFFFFF", "num_format": "General"},
    "locked": {**_LINE, **_TEXT, "bg_color": "#F0F1F2"},
    "locked_bold": {**_LINE, **_TEXT, "bg_color": "#F0F1F2", "bold": True},
    "fill": {**_LINE, **_TEXT, "bg_color": "#FFF9E0", "locked": False},
    "hidden": {"font_color": "#505A5F", "font_size": 8},
})  # fmt: skip

SHADES: Final[Mapping[RatedState, str]] = MappingProxyType({
    RatedState.COMPLETE: "#CFE2F3", RatedState.ON_TRACK: "#CDE8CF", RatedState.AT_RISK: "#FFE2A8",
    RatedState.OFF_TRACK: "#F6C5C0", RatedState.NOT_STARTED: "#E3E5E7",
})  # fmt: skip
"""Pale, so that the words stand out: a rating is never said by colour alone."""

LINE_HEIGHT: Final = 13.5
MOST_LINES: Final = 29
"""A row can be no higher."""


def formats(book: Any) -> Mapping[str, Any]:
    """The formats of the workbook, by name."""
    return {name: book.add_format(dict(shape)) for name, shape in _SHAPES.items()}


def lines_needed(text: str, width: int) -> int:
    """How many lines the text takes in a column of that width, about."""
    return sum(_wrapped(line, max(width - 1, 1)) for line in text.split("\n"))


def _wrapped(line: str, width: int) -> int:
    """The lines that words fill; a word that is too long goes on in the next."""
    count, used = 1, 0
    for word in line.split(" "):
        if used and used + 1 + len(word) > width:
            count, used = count + 1, 0
        used += len(word) + (1 if used else 0)
        more, used = divmod(used, width) if used > width else (0, used)
        count += more
    return count
