"""Which fields the model has at a place of a file, found by walking the model's types."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from planctl.findings import Path
from planctl.model.record import Record


def record_at(root: type[Record], path: Iterable[str | int]) -> type[Record] | None:
    """The record whose fields stand at the path, or None when no record is there."""
    found = type_at(root, path)
    return found if isinstance(found, type) and issubclass(found, Record) else None


def type_at(root: type[Record], path: Iterable[str | int]) -> Any:
    """The type of what stands at the path, without annotations; None when the model has none."""
    found: Any = root
    for step in path:
        found = _below(found, step if isinstance(step, str) else 0)
        if found is None:
            return None
    return found


def field_names(record: type[Record]) -> tuple[str, ...]:
    """The record's fields as people write them, in the order of the format."""
    return tuple(field.alias or name for name, field in record.model_fields.items())


def is_text(root: type[Record], path: Path) -> bool:
    """Whether a text that stands at the path is one: prose, a name, a ref, or short for such."""
    return _takes_text(type_at(root, path))


def _takes_text(found: Any) -> bool:
    """Whether a text is read as text there: itself, one of a list, or a record's needed text."""
    if get_origin(found) is tuple:
        return _takes_text(bare(get_args(found)[0]))
    if isinstance(found, type) and issubclass(found, Record):
        fields = found.model_fields.values()
        return any(field.is_required() and bare(field.annotation) is str for field in fields)
    return found is str


@lru_cache(maxsize=512)
def _below(found: Any, step: str | int) -> Any:
    if isinstance(found, type) and issubclass(found, Record):
        for name, field in found.model_fields.items():
            if step in {name, field.alias}:
                return bare(field.annotation)
        return None
    arguments = get_args(found)
    if get_origin(found) is tuple and isinstance(step, int):
        return bare(arguments[0])
    if get_origin(found) is Mapping and isinstance(step, str):
        return bare(arguments[1])
    return None


def bare(annotation: Any) -> Any:
    """The annotation without `Annotated` and without `None`."""
    if hasattr(annotation, "__metadata__"):
        return bare(annotation.__origin__)
    if get_origin(annotation) in {Union, UnionType}:
        said = [part for part in get_args(annotation) if part is not NoneType]
        return bare(said[0]) if len(said) == 1 else annotation
    return annotation
