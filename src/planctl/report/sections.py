"""Sections of a part: a heading with lines, points or a table below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from planctl.report.tables import Line, Table
from planctl.report.words import Words

NAMED_AT_MOST = 12
"""How many references a sentence names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, or none below that of the part, and what stands below it; `key` is for style."""

    key: str
    """A class name; `-section` is added to it."""
    heading: str
    """The heading, or none."""
    lines: tuple[Line, ...] = ()
    """Paragraphs."""
    points: tuple[str, ...] = ()
    """A list below them."""
    table: Table | None = None
    """A table below both."""


def some_named(names: Sequence[str], words: Words) -> str:
    """The first of the names, and how many more there are."""
    shown = ", ".join(names[:NAMED_AT_MOST])
    more = len(names) - NAMED_AT_MOST
    return words.count("and_more", more, names=shown) if more > 0 else shown
