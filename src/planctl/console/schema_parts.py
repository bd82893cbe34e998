"""What the schemas of JSON that commands print are put together from."""

from collections.abc import Mapping
from typing import Final

from planctl.loading.schema import DEFINITIONS, URIS, Draft
from planctl.loading.schema_shapes import Schema

TEXT: Final[Schema] = {"type": "string"}
TEXT_OR_NULL: Final[Schema] = {"type": ["string", "null"]}
DAY: Final[Schema] = {**TEXT, "format": "date"}
FLAG: Final[Schema] = {"type": "boolean"}
COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
POSITION: Final[Schema] = {"type": ["integer", "null"], "minimum": 1}
PATH: Final[Schema] = {"type": "array", "items": {"type": ["string", "integer"]}}
PATH_OR_NULL: Final[Schema] = {**PATH, "type": ["array", "null"]}


def whole(draft: Draft, top: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """The schema of an object whose parts point to the definitions."""
    return {"$schema": URIS[draft], **top, DEFINITIONS[draft]: dict(definitions)}


def record(title: str, about: str, fields: Mapping[str, tuple[str, Schema]]) -> Schema:
    """An object that has all of the fields, each said what it is, and may have more."""
    return {
        "title": title,
        "description": about,
        "type": "object",
        "required": list(fields),
        "properties": {
            name: {"description": said, **schema} for name, (said, schema) in fields.items()
        },
    }


def counts(about: Mapping[str, str]) -> dict[str, tuple[str, Schema]]:
    """Fields that count something."""
    return {name: (said, COUNT) for name, said in about.items()}


def counts_by() -> Schema:
    """An object with a count for each name."""
    return {"type": "object", "additionalProperties": COUNT}


def list_of(inner: Schema) -> Schema:
    """A list of values of that shape."""
    return {"type": "array", "items": inner}


def or_null(schema: Schema) -> Schema:
    """A value of that shape, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def reference(place: str, name: str) -> Schema:
    """A value of the shape that the definition of that name has."""
    # Behind a list of one: in draft 7, whatever stands beside a reference is ignored.
    return {"allOf": [{"$ref": f"#/{place}/{name}"}]}
