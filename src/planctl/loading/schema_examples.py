"""Values to show beside a field: what the examples of the model give to it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, get_args, get_origin

from planctl.loading.examples import Host, examples
from planctl.loading.fields import bare, field_names, type_at
from planctl.model import Action, Kpi, Plan, Programme, Recommendation, Theme, Update
from planctl.model.entity import Entity
from planctl.model.record import Record
from planctl.source import read

Field = tuple[type[Record], str]
Examples = Mapping[Field, tuple[Any, ...]]

_HOSTS: Final[Mapping[Host, type[Record]]] = {
    Host.PLAN: Plan,
    Host.PROGRAMME: Programme,
    Host.THEME: Theme,
    Host.ACTION: Action,
    Host.UPDATE: Update,
    Host.KPI: Kpi,
    Host.RECOMMENDATION: Recommendation,
}
_AT_MOST: Final = 3
_LONGEST: Final = 160
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?", re.ASCII)


def examples_by_field(records: Iterable[type[Record]]) -> Examples:
    """Up to three values for each field that an example has, the shortest first.

    What is given to a field that all entities share stands under `Entity` as well.
    """
    found: dict[Field, list[Any]] = {}
    for record in records:
        for example in examples(record):
            document = read(example.text.encode(), "example.yaml")
            for field, value in _given(_HOSTS[example.host], document.root):
                if value not in found.setdefault(field, []):
                    found[field].append(value)
    return {field: tuple(_few(values)) for field, values in found.items()}


def _given(expected: Any, written: Any) -> Iterator[tuple[Field, Any]]:
    """Each field with the value that it has here, down to the innermost record."""
    found = bare(expected)
    if isinstance(found, type) and issubclass(found, Record) and isinstance(written, dict):
        yield from _of_record(found, written)
        return
    inner = get_args(found)
    if isinstance(written, list) and get_origin(found) is tuple:
        for value in written:
            yield from _given(inner[0], value)
    elif isinstance(written, dict) and get_origin(found) is Mapping:
        for value in written.values():
            yield from _given(inner[1], value)


def _of_record(record: type[Record], written: Mapping[str, Any]) -> Iterator[tuple[Field, Any]]:
    for name in field_names(record):
        if name in written:
            expected, value = type_at(record, (name,)), written[name]
            yield (record, name), _as_others_read(expected, value)
            if name in Entity.model_fields and isinstance(value, dict):
                yield (Entity, name), value
            yield from _given(expected, value)


def _as_others_read(expected: Any, written: Any) -> Any:
    """The value as it is in JSON: a number where the field takes numbers."""
    if expected in {Decimal, int} and isinstance(written, str) and _NUMBER.fullmatch(written):
        return float(written) if "." in written else int(written)
    return written


def _few(values: Iterable[Any]) -> list[Any]:
    short = [value for value in values if len(json.dumps(value)) <= _LONGEST]
    return sorted(short, key=lambda value: len(json.dumps(value)))[:_AT_MOST]
