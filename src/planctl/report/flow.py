"""How states moved from one term to the next, as two stacks joined by bands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.model import State
from planctl.report.drawing import SIZE, box, drawing, lettering
from planctl.report.palette import INK, MUTED, RULE, SHADE, TINTS, WHITE, Tint

_WIDTH: Final = 680.0
_TALLEST: Final = 112.0
_TALL: Final = 26.0
"""A stack's height at most, and that of a single action in it."""
_HEAD: Final = 24.0
_HEAD_BASE: Final = 14.0
_GAP: Final = 5.0
_PITCH: Final = 18.0
"""The least distance between two names, so that each can be read."""
_BLOCK: Final = 34.0
_LEFT: Final = 170.0
_RIGHT: Final = _WIDTH - _LEFT - _BLOCK
_THINNEST: Final = 11.0
"""A band this wide has room for its number."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A state in both stacks: its colours, its letter or symbol, and its name."""

    state: State
    mark: str
    name: str
    tint: Tint | None = None

    @property
    def colours(self) -> Tint:
        """Those that the plan's scale gives, else those of the state."""
        return self.tint or TINTS[self.state]


@dataclass(frozen=True, slots=True)
class Flow:
    """How many went from each stop (row) to each stop (column), under two headings."""

    stops: tuple[Stop, ...]
    moved: tuple[tuple[int, ...], ...]
    heads: tuple[str, str]

    @property
    def before(self) -> tuple[int, ...]:
        """How many started from each stop."""
        return tuple(sum(row) for row in self.moved)

    @property
    def after(self) -> tuple[int, ...]:
        """How many came to each stop."""
        return tuple(sum(column) for column in zip(*self.moved, strict=True))


def flow_chart(flow: Flow, title: str) -> str:
    """The stacks with name and number beside each block, and a band for each move.

    A band has its number where it is wide enough. `title` gives the figures in words.
    """
    unit = min(_TALLEST / max(sum(flow.before), 1), _TALL)
    tops = (_tops(flow.before, unit), _tops(flow.after, unit))
    height = max(_bottom(tops[0], flow.before, unit), _bottom(tops[1], flow.after, unit))
    shapes = (
        *_heads(flow),
        *_bands(flow, tops, unit),
        *_stack(flow, 0, tops[0], unit),
        *_stack(flow, 1, tops[1], unit),
    )
    return drawing(_WIDTH, height, title, shapes)


def _tops(counts: Sequence[int], unit: float) -> tuple[float, ...]:
    """Where the block of each stop begins, one below the other."""
    tops, top = [], _HEAD
    for count in counts:
        tops.append(top)
        top += max(count * unit, _PITCH - _GAP) + _GAP if count else 0
    return tuple(tops)


def _bottom(tops: Sequence[float], counts: Sequence[int], unit: float) -> float:
    ends = [top + max(count * unit, _PITCH) for top, count in zip(tops, counts, strict=True)]
    return max(ends) + _GAP


def _heads(flow: Flow) -> Iterator[str]:
    yield lettering((_LEFT + _BLOCK, _HEAD_BASE), flow.heads[0], MUTED, anchor="end")
    yield lettering((_RIGHT, _HEAD_BASE), flow.heads[1], MUTED)


def _stack(flow: Flow, side: int, tops: Sequence[float], unit: float) -> Iterator[str]:
    counts = (flow.before, flow.after)[side]
    left = (_LEFT, _RIGHT)[side]
    for stop, count, top in zip(flow.stops, counts, tops, strict=True):
        if not count:
            continue
        tint = stop.colours
        height = count * unit
        middle = top + height / 2
        yield box((left + 0.5, top + 0.5), _BLOCK - 1, max(height - 1, 1), (tint.fill, tint.ink))
        base = max(middle, top + 6) + SIZE * 0.34
        if height >= SIZE:
            yield lettering((left + _BLOCK / 2, base), stop.mark, tint.on_fill, "bold", "middle")
        at, anchor = ((left + _BLOCK + 8, "start"), (left - 8, "end"))[side == 0]
        yield lettering((at, base), f"{stop.name} {count:,}", INK, "bold", anchor)


def _bands(flow: Flow, tops: tuple[Sequence[float], Sequence[float]], unit: float) -> Iterator[str]:
    """The bands, each beginning and ending below the one before it; then their numbers."""
    begins, ends = list(tops[0]), list(tops[1])
    numbers = []
    for start, row in enumerate(flow.moved):
        for end, count in enumerate(row):
            if not count:
                continue
            width = count * unit
            yield _band(begins[start], ends[end], width, flow.stops[start].colours.paper)
            if width >= _THINNEST:
                at = (_LEFT + _BLOCK + 10, begins[start] + width / 2 + SIZE * 0.34)
                numbers.append(lettering(at, f"{count:,}", INK))
            begins[start] += width
            ends[end] += width
    yield from numbers


def _band(begin: float, end: float, width: float, paper: str) -> str:
    left, right = _LEFT + _BLOCK, _RIGHT
    middle = (left + right) / 2
    fill = SHADE if paper == WHITE else paper
    return (
        f'<path d="M{left:.2f},{begin:.2f} C{middle:.2f},{begin:.2f} {middle:.2f},{end:.2f}'
        f" {right:.2f},{end:.2f} L{right:.2f},{end + width:.2f} C{middle:.2f},{end + width:.2f}"
        f' {middle:.2f},{begin + width:.2f} {left:.2f},{begin + width:.2f} Z"'
        f' fill="{fill}" stroke="{RULE}" stroke-width="0.7"/>'
    )
