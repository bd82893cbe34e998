"""Short forms in JSON Schema: what a text may be that stands for one field of a mapping."""

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.loading.schema_shapes import BLANK, Schema
from planctl.model.short_forms import FILLS

_OF_THE_MAPPING = frozenset({"title", "description", "default", "examples"})
"""What a field says of itself that is not true of a text in place of the whole mapping."""


def spelt_out(written: Schema) -> Schema:
    """The schema, each text that fills a field described as that field is.

    Editors then offer `rag` behind `scale:` just as behind `preset:`.
    """
    definitions = written.get("$defs", {})
    return {name: _spelt_out(part, definitions, {}) for name, part in written.items()}


def _spelt_out(part: Any, definitions: Mapping[str, Schema], record: Schema) -> Any:
    """The part, which stands for the record or beside it where there is one."""
    if isinstance(part, list):
        return [_spelt_out(one, definitions, record) for one in part]
    if not isinstance(part, dict):
        return part
    if FILLS in part:
        text = {name: one for name, one in part.items() if name != FILLS}
        return _as_text(record.get("properties", {}).get(part[FILLS], text))
    beside = next((definitions[name] for name in _named(part)), record)
    return {name: _spelt_out(one, definitions, beside) for name, one in part.items()}


def _named(branch: Any) -> Iterator[str]:
    """The definitions that a branch points to."""
    if "$ref" in branch:
        yield branch["$ref"].rpartition("/")[2]
    for one in branch.get("anyOf", ()):
        yield from _named(one)


def _as_text(field: Schema) -> Schema:
    """The field's own schema, without blanks: a text is never blank."""
    kept = {name: value for name, value in field.items() if name not in _OF_THE_MAPPING}
    if "anyOf" in kept:
        kept["anyOf"] = [one for one in kept["anyOf"] if one != BLANK]
    return kept
