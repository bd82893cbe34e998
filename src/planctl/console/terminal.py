"""What may reach a terminal: safe text, and colour where it is wanted."""

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TextIO

from planctl.findings import Span

_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
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
    """The text on one line, with a mark for each character that could act on a terminal.

    It has as many characters as before: columns stay true.
    """
    one_line = text.replace("\t", " ").replace("\n", " ")
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", one_line)


def placed(file: str, span: Span | None) -> str:
    """The file with line and column, as editors and terminals make a link of it."""
    return printable(f"{file}:{span.line}:{span.column}" if span else file)


def escaped(text: str) -> str:
    """JSON with those characters as escapes; line ends stay."""
    return _UNSAFE.sub(
        lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text
    )


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide letter, none for an accent."""
    widths = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.combining(letter) else widths.get(unicodedata.east_asian_width(letter), 1)
        for letter in text
    )


def filled(parts: Iterable[str], width: int) -> list[str]:
    """The parts with commas between them, in lines of at most that width where they can be."""
    lines: list[str] = []
    for part in parts:
        if lines and cells(f"{lines[-1]}, {part}") < width:
            lines[-1] += f", {part}"
        else:
            lines = [*lines[:-1], f"{lines[-1]},", part] if lines else [part]
    return lines


def wants_colour(stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the stream is a terminal that takes colour, and nobody has asked for none."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()
