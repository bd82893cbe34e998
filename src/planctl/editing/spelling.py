"""One spelling for what can be written in several: exact days, periods, words of the format."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from planctl.editing.places import Place, places
from planctl.findings import Path
from planctl.model import FuzzyDate, Period, Scale, ScheduleEntry, Timeline, read_day
from planctl.model.record import Record
from planctl.model.scale import Preset
from planctl.model.schedule import Phase
from planctl.model.values import Flag
from planctl.model.vocabulary import Vocabulary
from planctl.source import Document
from planctl.source import nodes as syntax
from planctl.source.tree import tree_of

_TICK: Final = "✓"
_TICKS: Final = frozenset("√✔☑xX")
_BLOCKS: Final = frozenset("|>")


@dataclass(frozen=True, slots=True)
class Respelling:
    """A text of the file, and its one spelling.

    `path` leads to the value, or to the field that the text names when `is_key`. `is_exact` says
    that the text is a day or true or false, which go without quotes.
    """

    path: Path
    scalar: syntax.Scalar
    text: str
    is_key: bool = False
    is_exact: bool = False


def respellings(
    document: Document, model: type[Record], timeline: Timeline
) -> Iterator[Respelling]:
    """The texts of the file that `planctl fmt` spells otherwise."""
    for place in places(tree_of(document.text), model):
        if isinstance(place.node, syntax.Mapping) and _is_by_period(place.type):
            yield from _periods(place.node, place.path, timeline)
        elif isinstance(place.node, syntax.Scalar) and place.node.style not in _BLOCKS:
            yield from _value(place, place.node, document.value(place.path), timeline)


def _periods(node: syntax.Mapping, path: Path, timeline: Timeline) -> Iterator[Respelling]:
    """The names of a mapping by periods; none of them where two periods are the same."""
    spelt = {
        entry.name: str(timeline.period(entry.name) or entry.name)
        for entry in node.entries
        if entry.name is not None
    }
    if len({*spelt.values()}) < len(node.entries):
        return
    for entry in node.entries:
        if entry.name and isinstance(entry.key, syntax.Scalar) and spelt[entry.name] != entry.name:
            yield Respelling((*path, entry.name), entry.key, spelt[entry.name], is_key=True)


def _value(
    place: Place, scalar: syntax.Scalar, written: Any, timeline: Timeline
) -> Iterator[Respelling]:
    if not isinstance(written, str):
        return
    # In `schedule: [Year 1]` a text stands where the model has an entry by the name of a period.
    names_period = _is_by_period(place.type) or (place.type is None and _is_by_period(place.holder))
    text = _spelt(Period if names_period else place.type, written, timeline)
    if text is not None and text != written:
        is_exact = text in {"true", "false"} or read_day(text) is not None
        yield Respelling(place.path, scalar, text, is_exact=is_exact)


def _is_by_period(kind: Any) -> bool:
    return get_origin(kind) is Mapping and get_args(kind)[0] is Period


def _spelt(kind: Any, written: str, timeline: Timeline) -> str | None:
    """The one spelling of the text as a value of that kind; None when it is none."""
    if isinstance(kind, type) and issubclass(kind, Vocabulary):
        return _word(kind, written)
    spelling = _SPELLINGS.get(kind) if isinstance(kind, type) else None
    return spelling(written, timeline) if spelling else None


def _word(kind: type[Vocabulary], written: str) -> str | None:
    try:
        return str(TypeAdapter(kind).validate_python(written))
    except ValidationError:
        return None


def _day(written: str, timeline: Timeline) -> str | None:
    del timeline
    found = read_day(written)
    return found.isoformat() if found else None


def _period(written: str, timeline: Timeline) -> str | None:
    found = timeline.period(written)
    return str(found) if found else None


def _tick_or_phase(written: str, timeline: Timeline) -> str | None:
    del timeline
    return _TICK if written.strip() in _TICKS else _word(Phase, written)


def _preset(written: str, timeline: Timeline) -> str | None:
    del timeline
    return _word(Preset, written)


def _flag(written: str, timeline: Timeline) -> str | None:
    del timeline
    try:
        return "true" if TypeAdapter(Flag).validate_python(written) else "false"
    except ValidationError:
        return None


_SPELLINGS: Final[Mapping[type, Callable[[str, Timeline], str | None]]] = MappingProxyType({
    date: _day,
    FuzzyDate: _day,
    Period: _period,
    ScheduleEntry: _tick_or_phase,
    Scale: _preset,
    bool: _flag,
})  # fmt: skip
