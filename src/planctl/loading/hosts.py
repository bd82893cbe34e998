"""Which records stand below a record, and what their fields need."""

from collections.abc import Iterator
from typing import Any, get_args

from planctl.loading.fields import bare, field_names
from planctl.model.record import Record


def hosts_of(record: type[Record] | None, name: str) -> tuple[tuple[str, type[Record]], ...]:
    """The fields of the record whose own records have a field of that name, with those records."""
    return tuple((host, below) for host, below in _below(record) if name in field_names(below))


def record_in(expected: Any) -> type[Record] | None:
    """The record that a type is, or is made of."""
    found = bare(expected)
    if isinstance(found, type):
        return found if issubclass(found, Record) else None
    arguments = [argument for argument in get_args(found) if argument is not ...]
    return record_in(arguments[-1]) if arguments else None


def is_required(record: type[Record] | None, name: str) -> bool:
    """Whether the field, called as it is in the file, must be there."""
    fields = record.model_fields.items() if record else ()
    return any(field.is_required() for key, field in fields if name in {key, field.alias})


def _below(record: type[Record] | None) -> Iterator[tuple[str, type[Record]]]:
    fields = record.model_fields.items() if record else ()
    for name, field in fields:
        below = record_in(field.annotation)
        if below is not None and below is not record:
            yield field.alias or name, below
