"""Offsets in a text and the lines and columns they stand for."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Self

from planctl.findings import Span


@dataclass(frozen=True, slots=True)
class Lines:
    """A text cut at its line feeds; lines and columns count from 1, in code points."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The lines of the text. Only line feeds count; libyaml also counts U+0085 and U+2028."""
        starts, place = [0], text.find("\n")
        while place >= 0:
            starts.append(place + 1)
            place = text.find("\n", place + 1)
        return cls(text, tuple(starts))

    @property
    def count(self) -> int:
        """How many lines there are; a line feed at the end begins no further one."""
        return len(self.starts) - (self.starts[-1] == len(self.text))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Where the offset stands."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The stretch between two offsets, the second one not in it."""
        return Span(*self.line_and_column(start), *self.line_and_column(end))

    def line(self, number: int) -> str:
        """The text of a line without its end; empty when there is no such line."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].removesuffix("\r")
