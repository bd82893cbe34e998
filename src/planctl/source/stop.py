"""Where the parser stopped, and the lines round it: what a slip is recognised by."""

import re
from dataclasses import dataclass
from typing import Final

from yaml import MarkedYAMLError, YAMLError

from planctl.source.lines import Lines

ENTRY: Final = r"[ \t]*+(?:- ++)*+"
"""What may stand in front of a field's name or an entry's text.

Nothing of it is given back: a line of 30,000 hyphens would be tried from each of them.
"""

QUOTED: Final = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')"

FIELD: Final = rf"{ENTRY}(?P<name>{QUOTED}|[^\s:\"'#\[\]{{}}][^:\"#\[\]{{}}]*?) ?:(?=\s|$)[ \t]*"
"""A field's name with its colon, at the beginning of a line, up to its value."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong, the remedy, and the offset at which it shows."""

    problem: str
    remedy: str
    at: int


@dataclass(frozen=True, slots=True)
class Stop:
    """The offset at which the parser stopped, and that of what it was in the middle of."""

    lines: Lines
    at: int
    opened: int | None

    @property
    def text(self) -> str:
        """The whole file."""
        return self.lines.text

    @property
    def character(self) -> str:
        """What stands where the parser stopped; empty at the end of the file."""
        return self.text[self.at : self.at + 1]

    @property
    def mark(self) -> str:
        """What begins the thing that the parser was in the middle of."""
        return "" if self.opened is None else self.text[self.opened : self.opened + 1]

    @property
    def number(self) -> int:
        """The line's number."""
        return self.number_of(self.at)

    @property
    def before(self) -> str:
        """The line up to where the parser stopped."""
        return self.text[self.lines.starts[self.number - 1] : self.at]

    @property
    def above(self) -> int:
        """The number of the nearest line above that holds text; 0 when there is none."""
        return self.above_line(self.number)

    def above_line(self, line: int) -> int:
        """The number of the nearest line above that one that holds text; 0 when there is none."""
        for number in range(line - 1, 0, -1):
            if self.lines.line(number).strip():
                return number
        return 0

    def suspects(self) -> tuple[int, ...]:
        """The lines that may hold the slip, the likeliest first.

        The parser often notices a line too late, at the first thing of the next one.
        """
        opened = self.number if self.opened is None else self.number_of(self.opened)
        return tuple(dict.fromkeys((self.number, opened, self.above)))

    def number_of(self, offset: int) -> int:
        """The number of the line that holds the offset."""
        return self.lines.line_and_column(offset)[0]

    def offset(self, number: int, column: int) -> int:
        """The offset of a 0-based column in a line."""
        return self.lines.starts[number - 1] + column

    def column(self, offset: int) -> int:
        """The 0-based column of an offset."""
        return self.lines.line_and_column(offset)[1] - 1

    def matched(self, pattern: re.Pattern[str], number: int) -> re.Match[str] | None:
        """The pattern at the beginning of a line."""
        return pattern.match(self.lines.line(number))


def stop_of(error: YAMLError, lines: Lines) -> Stop:
    """Where the parser's error says that it stopped; the top of the file when it does not say."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Stop(lines, 0, None)
    opened = error.context_mark.index if error.context_mark else None
    return Stop(lines, min(error.problem_mark.index, len(lines.text)), opened)
