"""Records as plain values: what JSON has, in one spelling for one meaning."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from planctl.model.record import Record

Plain = Any
"""Text, whole number, truth value, list or mapping of such."""


def plain(found: Any) -> Plain:
    """The record, list or value without its types.

    Fields that hold what is meant without them are left out, names are those of the file, days are
    written as 2018-01-31, and numbers as text without noughts at their ends. A plan that is read
    from that is the same plan.
    """
    if isinstance(found, Record):
        return plain_fields(found)
    if isinstance(found, Mapping):
        return {str(key): plain(value) for key, value in found.items()}
    if isinstance(found, tuple):
        return [plain(entry) for entry in found]
    return _value(found)


def plain_fields(record: Record) -> dict[str, Plain]:
    """The fields of the record that say something, by their names in the file."""
    return {
        name: plain(value)
        for field, name, unsaid in fields_of(type(record))
        if (value := getattr(record, field)) != unsaid
    }


@cache
def fields_of(record: type[Record]) -> tuple[tuple[str, str, Any], ...]:
    """The record's fields: in Python, in the file, and what they hold where nothing is said."""
    return tuple(
        (name, field.alias or name, field.get_default(call_default_factory=True))
        for name, field in record.model_fields.items()
    )


def _value(found: Any) -> Plain:
    match found:
        case None | bool():
            return found
        case Enum():
            return found.value
        case int():
            return found
        case Decimal():
            return f"{found.normalize():f}" if found else "0"
        case date():
            return found.isoformat()
        case _:
            return str(found)
