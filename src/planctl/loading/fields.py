"""Which fields the model has at a place of a file, found by walking the model's types."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from planctl.findings import Path
from planctl.model.record import Record
from planctl.model.short_forms import FILLS, ONE_OR_MANY, ShortForm


def record_at(root: type[Record], path: Iterable[str | int]) -> type[Record] | None:
    """The record whose fields stand at the path, or None when no record is there."""
    found = type_at(root, path)
    return found if isinstance(found, type) and issubclass(found, Record) else None


def type_at(root: type[Record], path: Iterable[str | int]) -> Any:
    """The type of what stands at the path, without annotations; None when the model has none."""
    return bare(_annotation_at(root, path))


def _annotation_at(root: type[Record], path: Iterable[str | int]) -> Any:
    found: Any = root
    for step in path:
        found = _below(bare(found), step if isinstance(step, str) else 0)
        if found is None:
            return None
    return found


def field_names(record: type[Record]) -> tuple[str, ...]:
    """The record's fields as people write them, in the order of the format."""
    return tuple(field.alias or name for name, field in record.model_fields.items())


def is_text(root: type[Record], path: Path) -> bool:
    """Whether a text that stands at the path is one: prose, a name, a ref, or short for such."""
    return _takes_text(_annotation_at(root, path))


def _takes_text(annotation: Any) -> bool:
    """Whether a text is read as text there: itself, a list's only one, a record's main text."""
    found = bare(annotation)
    for short in _short_forms(annotation):
        if short is ONE_OR_MANY:
            return _takes_text(get_args(found)[0])
        filled = dict(short.schema).get(FILLS)
        return filled is not None and _takes_text(_below(found, filled))
    return found is str


def _short_forms(annotation: Any) -> Iterator[ShortForm]:
    """The short forms that are said of what stands there, whether it may be left unsaid or not."""
    for said in getattr(annotation, "__metadata__", ()):
        if isinstance(said, ShortForm):
            yield said
    if hasattr(annotation, "__metadata__"):
        yield from _short_forms(annotation.__origin__)
    elif get_origin(annotation) in {Union, UnionType}:
        for part in get_args(annotation):
            yield from _short_forms(part)


@lru_cache(maxsize=512)
def _below(found: Any, step: str | int) -> Any:
    """What is annotated a step below the type, annotations and all; None for an unknown step."""
    if isinstance(found, type) and issubclass(found, Record):
        for name, field in found.model_fields.items():
            if step in {name, field.alias}:
                return _whole(field)
        return None
    arguments = get_args(found)
    if get_origin(found) is tuple and isinstance(step, int):
        return arguments[0]
    if get_origin(found) is Mapping and isinstance(step, str):
        return arguments[1]
    return None


def _whole(field: FieldInfo) -> Any:
    """The field's annotation as it was written: pydantic keeps the outermost apart."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def bare(annotation: Any) -> Any:
    """The annotation without `Annotated` and without `None`."""
    if hasattr(annotation, "__metadata__"):
        return bare(annotation.__origin__)
    if get_origin(annotation) in {Union, UnionType}:
        said = [part for part in get_args(annotation) if part is not NoneType]
        return bare(said[0]) if len(said) == 1 else annotation
    return annotation
