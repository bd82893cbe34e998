"""Stacked bars: figures in, one SVG element as text out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.model import State
from planctl.report.drawing import SIZE, box, drawing, lettering
from planctl.report.palette import INK, TINTS, Tint

_WIDTH: Final = 680.0
_LABEL: Final = 226.0
_TOTAL: Final = 34.0
_ROW: Final = 30.0
_BAR: Final = 22.0
_GAP: Final = 2.0
_LETTER: Final = 7.6
"""About the width of a character at that size, in bold."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One state's share of a bar, with the letter or symbol that goes inside.

    `tint` are the colours, where the plan's scale gives its own.
    """

    state: State
    mark: str
    number: int
    tint: Tint | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled bar of segments, in the order in which they are drawn."""

    label: str
    segments: tuple[Segment, ...]

    @property
    def total(self) -> int:
        """The sum of its segments."""
        return sum(segment.number for segment in self.segments)


def stacked_bars(bars: Sequence[Bar], title: str) -> str:
    """One bar a row on a common scale, its total at the end; `title` gives the figures in words.

    A segment too narrow for its letter and number has neither: the title and the table that goes
    with the chart hold them.
    """
    longest = max((bar.total for bar in bars), default=0) or 1
    unit = (_WIDTH - _LABEL - _TOTAL) / longest
    height = _ROW * len(bars) + _GAP
    drawn = (_drawn_bar(bar, place * _ROW + _GAP, unit) for place, bar in enumerate(bars))
    return drawing(_WIDTH, height, title, drawn)


def _drawn_bar(bar: Bar, top: float, unit: float) -> str:
    base = top + _BAR / 2 + SIZE * 0.34
    return "".join((
        lettering((0, base), bar.label, INK),
        *_drawn_segments(bar.segments, top, unit),
        lettering((_LABEL + bar.total * unit + 6, base), str(bar.total), INK, "bold"),
    ))  # fmt: skip


def _drawn_segments(segments: Sequence[Segment], top: float, unit: float) -> Iterator[str]:
    left = _LABEL
    for segment in segments:
        width = segment.number * unit
        if segment.number:
            yield _drawn_segment(segment, left, top, width - _GAP)
        left += width


def _drawn_segment(segment: Segment, left: float, top: float, width: float) -> str:
    tint = segment.tint or TINTS[segment.state]
    shape = box((left + 0.5, top + 0.5), max(width - 1, 1), _BAR - 1, (tint.fill, tint.ink))
    inside = f"{segment.mark} {segment.number}".strip()
    if len(inside) * _LETTER > width:
        return shape
    base = top + _BAR / 2 + SIZE * 0.34
    return shape + lettering((left + width / 2, base), inside, tint.on_fill, "bold", "middle")
