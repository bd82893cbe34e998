"""A KPI's figures as a small line, with the targets that they were held against."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from planctl.report.drawing import Point, dot, drawing, stroke
from planctl.report.palette import ACCENT, MUTED, WHITE

_WIDTH: Final = 150.0
_HEIGHT: Final = 34.0
_EDGE: Final = 6.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A figure and its target; None for one that is not known or not to be shown."""

    figure: Decimal | None
    target: Decimal | None


def sparkline(moments: Sequence[Moment], title: str) -> str:
    """Dots joined by a line, the last one filled; the target is a line of dashes.

    The line is broken where a figure is missing. `title` gives the figures in words.
    """
    values = [value for one in moments for value in (one.figure, one.target) if value is not None]
    place = _placing(len(moments), values)
    return drawing(_WIDTH, _HEIGHT, title, _shapes(moments, place))


Placing = Callable[[int, Decimal], Point]


def _placing(count: int, values: Sequence[Decimal]) -> Placing:
    least, most = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    span = most - least
    step = (_WIDTH - 2 * _EDGE) / max(count - 1, 1)

    def place(number: int, value: Decimal) -> Point:
        height = float((value - least) / span) if span else 0.5
        return _EDGE + number * step, _HEIGHT - _EDGE - height * (_HEIGHT - 2 * _EDGE)

    return place


def _shapes(moments: Sequence[Moment], place: Placing) -> Iterator[str]:
    for points in _unbroken([one.target for one in moments], place):
        yield stroke(_with_width(points), MUTED, 1.2, "4 3")
    figures = _unbroken([one.figure for one in moments], place)
    for points in figures:
        yield stroke(points, ACCENT, 1.8)
    every = [point for points in figures for point in points]
    for point in every:
        yield dot(point, 2.6, ACCENT if point == every[-1] else WHITE, ACCENT)


def _unbroken(values: Sequence[Decimal | None], place: Placing) -> list[list[Point]]:
    """The points of the values that follow on each other without a gap."""
    runs = groupby(enumerate(values), key=lambda entry: entry[1] is not None)
    return [
        [place(number, value) for number, value in run if value is not None]
        for is_known, run in runs
        if is_known
    ]


def _with_width(points: list[Point]) -> list[Point]:
    """A target that stands alone, as a short line."""
    if len(points) > 1:
        return points
    ((x, y),) = points
    return [(x - _EDGE, y), (x + _EDGE, y)]
