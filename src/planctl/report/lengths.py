"""How much of each list a reader is told in full; what is beyond that is named by ref."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.report.request import Audience


@dataclass(frozen=True, slots=True)
class Lengths:
    """For one audience.

    The exceptions in full and then on one line each, the decisions in words, the entries of each
    list of changes and of promises, what comes next of each kind, the messages of one rule of the
    checks, and the updates that are missing; None is all of them. The lines of paper that each
    section of the annex takes; only officers have one.
    """

    in_full: int
    on_one_line: int | None
    decisions: int | None
    changes: int
    coming: int
    messages: int
    missing: int | None
    annex: int = 0


_SHORT: Final = Lengths(
    in_full=6, on_one_line=20, decisions=12, changes=5, coming=5, messages=3, missing=10
)
_LENGTHS: Final[Mapping[Audience, Lengths]] = MappingProxyType({
    Audience.BOARD: _SHORT,
    Audience.SCRUTINY: _SHORT,
    Audience.PUBLIC: Lengths(
        in_full=3, on_one_line=8, decisions=0, changes=5, coming=5, messages=3, missing=10
    ),
    Audience.OFFICER: Lengths(
        in_full=6, on_one_line=None, decisions=None, changes=12, coming=8, messages=12,
        missing=None, annex=100,
    ),
})  # fmt: skip


def lengths_for(audience: Audience) -> Lengths:
    """How much that audience is told in full."""
    return _LENGTHS[audience]
