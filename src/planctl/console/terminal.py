"""What may reach a terminal: safe text, and colour where it is wanted."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TextIO

_UNSAFE: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_ESCAPES: Final = MappingProxyType({
    "bold": "1",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "faint": "2",
    "caret": "1;34",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours text, or leaves it plain."""

    is_on: bool = False

    def __call__(self, text: str, style: str) -> str:
        """The text in the style."""
        return f"\x1b[{_ESCAPES[style]}m{text}\x1b[0m" if self.is_on else text


def printable(text: str) -> str:
    """The text with each character that could act on a terminal shown as a replacement mark."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def wants_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the stream is a terminal that takes colour, and nobody has asked for none."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()
