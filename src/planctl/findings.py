"""What is wrong in a plan: findings, and the places they speak of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from typing import Final, Literal

_NEAR: Final = 0.65
"""How alike two words are, of 1, where the one can be a slip for the other."""

Part = Literal["key", "value"]
"""Which half of an entry is meant."""

Path = tuple[str | int, ...]
"""Where something stands in a plan: keys and 0-based list positions from the top of the file."""


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file, in code points from 1; the end column is the one after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """The text from `start` up to `end`, offsets in code points, becomes `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change to the file that mends a finding; `edits` works it out when it is wanted.

    A safe one changes no meaning, or none that anybody could have meant otherwise.
    """

    title: str
    edits: Callable[[], tuple[Edit, ...]] = field(compare=False)
    is_safe: bool = True


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why somebody lets findings stand: the reason, who says so, until when, and where it is said.

    `where` is a file and a line, `plans/reading.yaml:7`. `codes` are those of the rules it speaks
    of; where `plan` and `fingerprint` are given, it means that one finding.
    """

    reason: str = ""
    by: str = ""
    until: date | None = None
    where: str = ""
    codes: tuple[str, ...] = ()
    plan: str = ""
    fingerprint: str = ""

    def is_in_force(self, on: date) -> bool:
        """Whether it still counts on the day; its last day is one on which it does."""
        return self.until is None or on <= self.until


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, and what stands there."""

    message: str
    path: Path = ()
    part: Part = "value"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, where it stands, and what to do about it.

    `places` is more than one when the finding is said once for many rows; `related` has them all.
    """

    code: str
    name: str
    severity: Severity
    message: str
    help: str = ""
    question: str = ""
    file: str = ""
    path: Path = ()
    part: Part = "value"
    span: Span | None = None
    plan: str = ""
    ref: str = ""
    uid: str = ""
    subject: str = ""
    fingerprint: str = ""
    related: tuple[Related, ...] = ()
    places: int = 1
    fix: Fix | None = None
    waiver: Waiver | None = None
    is_preview: bool = False


def did_you_mean(word: str, candidates: Iterable[str], likeness: float = _NEAR) -> str | None:
    """The candidate that the writer most likely meant, or None when none is near, or two alike."""
    # Sorted, so that the answer is the same whatever order a set comes in.
    known = {candidate.casefold(): candidate for candidate in sorted(candidates)}
    near = get_close_matches(word.casefold(), known, n=2, cutoff=likeness)
    ratios = [SequenceMatcher(None, match, word.casefold()).ratio() for match in near]
    if not near or ratios[1:] == ratios[:1]:
        return None
    return known[near[0]]
