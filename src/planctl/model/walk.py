"""Every entity of a plan, however deep it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.findings import Path
from planctl.model.entity import Entity
from planctl.model.record import Record


def entities(record: Record) -> Iterator[tuple[Path, Entity]]:
    """The record itself, if it is an entity, and those below it, in the order of the file."""
    yield from _within(record, ())


def _within(found: Any, path: Path) -> Iterator[tuple[Path, Entity]]:
    if isinstance(found, Entity):
        yield path, found
    if isinstance(found, Record):
        for name, field in type(found).model_fields.items():
            yield from _within(getattr(found, name), (*path, field.alias or name))
    elif isinstance(found, tuple):
        for position, entry in enumerate(found):
            yield from _within(entry, (*path, position))
    elif isinstance(found, Mapping):
        for key, entry in found.items():
            yield from _within(entry, (*path, str(key)))
