"""What stands at each place of a file: words, a period, a deadline, or what is no word at all."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, Final, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

import planctl.model
from planctl.findings import Path
from planctl.loading import field_names, is_text, type_at
from planctl.loading.fields import bare
from planctl.model import (
    Action,
    Actual,
    Calendar,
    Cost,
    Figure,
    FuzzyDate,
    Kpi,
    Period,
    Plan,
    Programme,
    ScheduleEntry,
    Target,
    Vocabulary,
)
from planctl.model.cost import CostField
from planctl.model.days import read_day
from planctl.model.figure import ActualField, FigureField, TargetField
from planctl.model.own_field import FieldType
from planctl.model.record import Record
from planctl.model.timeline import YEAR_STARTS
from planctl.model.vocabulary import folded
from planctl.source import Document
from planctl.transfer.anonymising.word_map import LONG, RUN


class Kind(Enum):
    """What a scalar is to whoever replaces words."""

    KEPT = auto()
    WORDS = auto()
    NAME = auto()
    """Words that something else refers to: never taken for a time or for a verb."""
    PERIOD = auto()
    DEADLINE = auto()
    RATING = auto()
    DIGEST = auto()
    LOCATOR = auto()
    SAID = auto()
    """A value of several fields in one text, as approvals keep them."""
    LABEL = auto()
    """What a KPI counts."""


_BY_NAME: Final = {
    "sha256": Kind.DIGEST, "locator": Kind.LOCATOR, "unit": Kind.LABEL, "colour": Kind.KEPT,
    "letter": Kind.KEPT, "symbol": Kind.KEPT, "line": Kind.KEPT,
}  # fmt: skip
_NAMES: Final = frozenset({"id", "uid", "ref"})
_RATINGS: Final = frozenset({"rating", "impact", "spend", "risk"})
_FORMER: Final = frozenset({"from", "to"})
_READ: Final[Mapping[type[Record], TypeAdapter[Any]]] = MappingProxyType({
    Cost: TypeAdapter(CostField),
    Figure: TypeAdapter(FigureField),
    Target: TypeAdapter(TargetField),
    Actual: TypeAdapter(ActualField),
})  # fmt: skip
_HOSTS: Final = (Action, Kpi, Plan)
_ORIGINS: Final = frozenset({"line", "file", "from"})
_OWN: Final = {
    FieldType.NUMBER: Kind.KEPT, FieldType.MONEY: Kind.KEPT, FieldType.DATE: Kind.KEPT,
    FieldType.PERIOD: Kind.PERIOD, FieldType.TEXT: Kind.WORDS, FieldType.CHOICE: Kind.NAME,
}  # fmt: skip


def _fields_and_words() -> tuple[frozenset[str], frozenset[str]]:
    fields: set[str] = set()
    words = {"true", "false"}
    for found in vars(planctl.model).values():
        if isinstance(found, type) and issubclass(found, Record):
            fields.update(field_names(found))
        elif isinstance(found, type) and issubclass(found, Vocabulary):
            words.update(word.value for word in found)
    return frozenset(fields), frozenset(words)


FIELDS, CLOSED = _fields_and_words()
"""All names of fields, and all words of fixed vocabularies."""


class Kinds:
    """The kinds of what stands in a plan's or programme's file."""

    def __init__(self, document: Document, model: type[Plan] | type[Programme]) -> None:
        self._document, self._model = document, model
        self._own = dict(self._declared())

    def of_value(self, path: Path, written: str) -> Kind:
        """What the value at the path is."""
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        if path[-2:-1] == ("own",):
            return self._own.get(name, Kind.WORDS)
        if "agreed" in path:
            return _of_field(path[path.index("agreed") + 2 :][:1], written)
        if "source" in path[:-1]:
            return _BY_NAME.get(name, Kind.WORDS)
        if name == "field" and _type_of(written.strip().partition(".")[0]) is not None:
            return Kind.KEPT
        if name in _FORMER and (field := self._field_beside(path, name)):
            return _of_field((field,), written)
        found = _of_type(self._model, path, written)
        return Kind.SAID if name in _FORMER and found is Kind.WORDS else found

    def of_key(self, path: Path) -> Kind:
        """What the key at the end of the path is; a name of a field stays."""
        holder = type_at(self._model, path[:-1])
        if get_origin(holder) is not Mapping:
            return Kind.KEPT
        if _is_by_period(holder):
            return Kind.PERIOD
        if path[-2] == "source":
            is_field = path[-1] in _ORIGINS or _type_of(str(path[-1])) is not None
            return Kind.KEPT if is_field else Kind.WORDS
        if "agreed" in path and path[-2] != "agreed":
            return Kind.KEPT
        return Kind.NAME

    def _declared(self) -> Iterator[tuple[str, Kind]]:
        fields = self._document.value(("fields",))
        for field in fields if isinstance(fields, list) else ():
            if isinstance(field, dict) and isinstance(field.get("type"), str):
                kinds = {folded(kind): kind for kind in FieldType}
                yield str(field.get("name")), _OWN[kinds.get(folded(field["type"]), FieldType.TEXT)]

    def _field_beside(self, path: Path, name: str) -> str | None:
        holder = self._document.value(path[: path.index(name)])
        field = holder.get("field") if isinstance(holder, dict) else None
        return field if isinstance(field, str) else None


def _of_field(names: tuple[Any, ...], written: str) -> Kind:
    """What a value is that another field is said to have held."""
    name = str(names[0]).partition(".")[0] if names else ""
    for host in _HOSTS:
        found = type_at(host, (name,))
        while get_origin(found) is tuple:
            found = get_args(found)[0]
        found = bare(found)
        if found is str or found is FuzzyDate:
            return _of_type(host, (name,), written)
        if found is not None:
            return Kind.SAID
    return Kind.WORDS


def _is_by_period(found: Any) -> bool:
    return get_origin(found) is Mapping and bare(get_args(found)[0]) is Period


def _type_of(name: str) -> Any:
    return next((found for host in _HOSTS if (found := type_at(host, (name,)))), None)


def _of_type(model: type[Record], path: Path, written: str) -> Kind:
    if _is_by_period(type_at(model, path[:-1])):
        # A list of periods is short for what is kept by period.
        return Kind.PERIOD if isinstance(path[-1], int) else _of_below(model, path, written)
    return _of_below(model, path, written)


def _of_below(model: type[Record], path: Path, written: str) -> Kind:
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    found = type_at(model, path)
    while get_origin(found) is tuple:
        path = (*path, 0)
        found = type_at(model, path)
    if name in _BY_NAME and found is str:
        return _BY_NAME[name]
    if found is str and name in _RATINGS:
        return Kind.RATING
    if found is FuzzyDate or found is Period or _is_by_period(found):
        return Kind.DEADLINE if found is FuzzyDate else Kind.PERIOD
    if found is Calendar and folded(written).removesuffix("-year") in YEAR_STARTS:
        return Kind.KEPT
    if found is None or is_text(model, path):
        return Kind.NAME if name in _NAMES else Kind.WORDS
    return _of_closed(found, written)


def _of_closed(found: Any, written: str) -> Kind:
    """What stands where only certain words may: they stay, and any others are replaced."""
    if isinstance(found, type) and issubclass(found, Vocabulary):
        return Kind.KEPT if folded(written) in {folded(word) for word in found} else Kind.WORDS
    if found is ScheduleEntry or found in _READ:
        return _of_short(found, written)
    has_words = any(len(run) >= LONG for run in RUN.findall(written))
    is_open = found.__class__ is type and found.__name__ in {"Decimal", "int", "date"}
    if has_words and is_open and read_day(written) is None:
        return Kind.WORDS
    return Kind.KEPT


def _of_short(found: type[Record], written: str) -> Kind:
    """What a scalar is that stands for a whole record: a figure, or words."""
    if found is ScheduleEntry:
        return Kind.KEPT
    try:
        read = _READ[found].validate_python(written)
    except ValidationError:
        return Kind.WORDS
    return Kind.WORDS if getattr(read, "text", None) else Kind.KEPT
