"""JSON Schema of plans and programmes, from the model: for editors, and for other programs."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from planctl.loading.descriptions import descriptions, summary
from planctl.loading.fields import field_names
from planctl.loading.hosts import record_in
from planctl.loading.schema_examples import Examples, examples_by_field
from planctl.loading.schema_shapes import Schema, or_blank, shape
from planctl.loading.schema_short_forms import spelt_out
from planctl.model import Plan, Programme
from planctl.model.entity import Entity
from planctl.model.record import Record


class Draft(StrEnum):
    """The drafts of JSON Schema that are in common use."""

    DRAFT_7 = "7"
    DRAFT_2020_12 = "2020-12"


class SchemaKind(StrEnum):
    """What a schema describes."""

    PLAN = "plan"
    PROGRAMME = "programme"


_MODELS: Final[Mapping[SchemaKind, type[Record]]] = {
    SchemaKind.PLAN: Plan,
    SchemaKind.PROGRAMME: Programme,
}
URIS: Final = {
    Draft.DRAFT_7: "http://json-schema.org/draft-07/schema#",
    Draft.DRAFT_2020_12: GenerateJsonSchema.schema_dialect,
}
DEFINITIONS: Final = {Draft.DRAFT_7: "definitions", Draft.DRAFT_2020_12: "$defs"}


def json_schema(kind: SchemaKind, draft: Draft = Draft.DRAFT_2020_12) -> Schema:
    """The schema of a file of that kind, in the short forms as well as the full ones.

    It refuses nothing that planctl reads, but for true and false without quotes where text is meant
    (PLN021). What a schema cannot say (whether a date is real, a period or rating is known) is left
    to `planctl validate`.
    """
    model = _MODELS[kind]
    place = DEFINITIONS[draft]
    template = f"#/{place}/{{model}}"
    written = spelt_out(model.model_json_schema(by_alias=True, ref_template=template))
    found = {record.__name__: record for record in records(model)}
    examples = examples_by_field(found.values())
    return {
        "$schema": URIS[draft],
        **_of_record(model, written, examples),
        place: {
            name: _of_record(found[name], one, examples) for name, one in written["$defs"].items()
        },
    }


def records(root: type[Record]) -> tuple[type[Record], ...]:
    """The record and all that its fields are made of, each once, in the order of the format."""
    found: list[type[Record]] = []
    waiting = [root]
    while waiting:
        record = waiting.pop(0)
        if record not in found:
            found.append(record)
            waiting = [*_below(record), *waiting]
    return tuple(found)


def _below(record: type[Record]) -> Iterator[type[Record]]:
    for field in record.model_fields.values():
        below = record_in(field.annotation)
        if below is not None:
            yield below


def _of_record(record: type[Record], written: Mapping[str, Any], examples: Examples) -> Schema:
    """The record's schema, each field with what it holds and how it may be written."""
    schema = shape({name: part for name, part in written.items() if name != "$defs"})
    said = descriptions(record)
    required = schema.get("required", ())
    fields = {}
    for name, about in zip(field_names(record), record.model_fields.values(), strict=True):
        field = schema["properties"][name]
        whole = field if name in required else or_blank(field)
        if given := examples.get((record, name)) or examples.get((Entity, name)):
            whole["examples"] = list(given)
        if isinstance(about.default, str | int):
            whole["default"] = about.default
        fields[name] = {"description": said[name], **whole} if name in said else whole
    return {
        "title": _title(record),
        "description": summary(record),
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": fields,
    }


def _title(record: type[Record]) -> str:
    words = record.place.partition(" ")[2] or record.place
    return words[0].upper() + words[1:]
