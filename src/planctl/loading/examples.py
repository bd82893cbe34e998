"""Examples of the format: each record's own, from its docstring, and the file it stands in."""

import inspect
import re
from dataclasses import dataclass
from enum import StrEnum
from textwrap import dedent
from types import MappingProxyType
from typing import Final

from planctl.model.record import Record

_BLOCK: Final = re.compile(
    r"^Example \(in (?P<host>[^)]+)\):\n(?P<text>(?:(?:    .*)?(?:\n|\Z))+)", re.MULTILINE
)
_FIELD: Final = re.compile(r"^([a-z_]+):", re.MULTILINE)


class Host(StrEnum):
    """What the fields of an example are fields of."""

    PLAN = "a plan"
    PROGRAMME = "a programme"
    THEME = "a theme"
    ACTION = "an action"
    UPDATE = "an update"
    KPI = "a KPI"
    RECOMMENDATION = "a recommendation"


@dataclass(frozen=True, slots=True)
class Example:
    """Some lines of YAML, fields of their host."""

    host: Host
    text: str


def examples(record: type[Record]) -> tuple[Example, ...]:
    """The examples in the record's docstring, in order."""
    written = inspect.cleandoc(record.__doc__ or "")
    return tuple(
        Example(Host(found["host"]), dedent(found["text"]).strip("\n"))
        for found in _BLOCK.finditer(written)
    )


def file_with(example: Example) -> str:
    """The smallest file that holds the example: a programme's for that host, else a plan's."""
    place = _PLACES[example.host]
    given = set(_FIELD.findall(example.text))
    needed = [f"{name}: {value}" for name, value in place.needed if name not in given]
    lines = [*needed, *example.text.splitlines()]
    indent = " " * len(place.bullet)
    below = [f"{place.bullet}{lines[0]}", *(f"{indent}{line}".rstrip() for line in lines[1:])]
    return "\n".join([*place.above, *below, ""])


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a host stands: the lines above it, what opens its first line, what it needs."""

    above: tuple[str, ...]
    bullet: str
    needed: tuple[tuple[str, str], ...]


_HEAD: Final = (("format", "planctl/1"), ("id", "example"), ("title", "Reading at home"))
_LINES: Final = tuple(f"{name}: {value}" for name, value in _HEAD)
_TITLE: Final = (("title", "An example"),)
_TEXT: Final = (("text", "An example"),)
_THEME: Final = (*_LINES, "themes:", "  - title: An example")

_PLACES: Final = MappingProxyType({
    Host.PLAN: _Place((), "", _HEAD),
    Host.PROGRAMME: _Place((), "", _HEAD),
    Host.THEME: _Place((*_LINES, "themes:"), "  - ", _TITLE),
    Host.ACTION: _Place((*_THEME, "    actions:"), "      - ", _TEXT),
    Host.UPDATE: _Place(
        (*_THEME, "    actions:", "      - text: An example", "        updates:",
         "          2017-18 autumn:"), " " * 12, ()
    ),
    Host.KPI: _Place((*_LINES, "kpis:"), "  - ", _TITLE),
    Host.RECOMMENDATION: _Place((*_LINES, "recommendations:"), "  - ", _TEXT),
})  # fmt: skip
