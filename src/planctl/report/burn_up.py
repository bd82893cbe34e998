"""How the number of complete actions rises towards those that are due, term by term."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.report.drawing import SIZE, Point, box, dot, drawing, lettering, small_print, stroke
from planctl.report.palette import ACCENT, INK, MUTED, RULE, WHITE

_WIDTH: Final = 680.0
_HEIGHT: Final = 134.0
_LEFT: Final = 30.0
_RIGHT: Final = 140.0
_TOP: Final = 14.0
_FOOT: Final = 40.0
_APART: Final = 16.0
"""The least distance between two words at the end of a line."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A term: its label on two lines, what is due by its end, and what is complete, if known."""

    label: tuple[str, str]
    due: int
    complete: int | None


@dataclass(frozen=True, slots=True)
class BurnUp:
    """The terms in order, the number of all actions, and what the lines are called."""

    stages: tuple[Stage, ...]
    whole: int
    due: str
    complete: str


def burn_up_chart(shown: BurnUp, title: str) -> str:
    """A line with dots for what is complete, one of dashes with squares for what is due.

    `title` gives the figures in words.
    """
    height = _HEIGHT - _TOP - _FOOT
    step = (_WIDTH - _LEFT - _RIGHT) / max(len(shown.stages) - 1, 1)

    def place(number: int, count: int) -> Point:
        return _LEFT + 16 + number * step, _TOP + height * (1 - count / max(shown.whole, 1))

    due = [place(number, stage.due) for number, stage in enumerate(shown.stages)]
    complete = [
        place(number, stage.complete)
        for number, stage in enumerate(shown.stages)
        if stage.complete is not None
    ]
    shapes = (
        *_frame(shown, due, place(0, 0)[1]),
        *_lines(due, complete),
        *_names(shown, due, complete),
    )
    return drawing(_WIDTH, _HEIGHT, title, shapes)


def _frame(shown: BurnUp, due: Sequence[Point], floor: float) -> Iterator[str]:
    right = due[-1][0]
    for level, count in ((floor, 0), (_TOP, shown.whole)):
        yield stroke([(_LEFT, level), (right, level)], RULE, 1)
        yield small_print((_LEFT - 5, level + 4), f"{count:,}", MUTED, "end")
    for stage, (x, _) in zip(shown.stages, due, strict=True):
        first, second = stage.label
        yield small_print((x, floor + 15), first, MUTED, "middle")
        yield small_print((x, floor + 28), second, MUTED, "middle")


def _lines(due: Sequence[Point], complete: Sequence[Point]) -> Iterator[str]:
    yield stroke(due, MUTED, 1.6, "5 4")
    for x, y in due:
        yield box((x - 3, y - 3), 6, 6, (WHITE, MUTED))
    yield stroke(complete, ACCENT, 2.4)
    for point in complete:
        yield dot(point, 3.4, ACCENT, ACCENT)


def _names(shown: BurnUp, due: Sequence[Point], complete: Sequence[Point]) -> Iterator[str]:
    """What each line is called and its last number, at its end."""
    x, y = due[-1]
    base = y + SIZE * 0.34
    yield lettering((x + 10, base), f"{shown.due} {shown.stages[-1].due:,}", INK)
    known = [stage.complete for stage in shown.stages if stage.complete is not None]
    if known:
        words = f"{shown.complete} {known[-1]:,}"
        yield lettering(_beside(complete, due, base), words, ACCENT, "bold")


def _beside(complete: Sequence[Point], due: Sequence[Point], taken: float) -> Point:
    """Where the name of the line of complete actions is clear of the other line and its name.

    Below its last dot; level with that at the right where the line ends there, and where it lies
    close to the floor, from which the line of what is due sets out.
    """
    x, y = complete[-1]
    if len(complete) < len(due) and y <= _HEIGHT - _FOOT - _APART:
        return x + 8, y + _APART
    base = y + SIZE * 0.34
    return due[-1][0] + 10, taken + _APART if abs(base - taken) < _APART else base
