"""JSON Schema of plans and programmes, from the model: for editors, and for other programs."""

from enum import StrEnum
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from planctl.model import Plan, Programme
from planctl.model.record import Record


class Draft(StrEnum):
    """The drafts of JSON Schema that are in common use."""

    DRAFT_7 = "7"
    DRAFT_2020_12 = "2020-12"


class SchemaKind(StrEnum):
    """What a schema describes."""

    PLAN = "plan"
    PROGRAMME = "programme"


_MODELS: Final[dict[SchemaKind, type[Record]]] = {
    SchemaKind.PLAN: Plan,
    SchemaKind.PROGRAMME: Programme,
}
_URIS: Final = {
    Draft.DRAFT_7: "http://json-schema.org/draft-07/schema#",
    Draft.DRAFT_2020_12: GenerateJsonSchema.schema_dialect,
}
_DEFINITIONS: Final = {Draft.DRAFT_7: "definitions", Draft.DRAFT_2020_12: "$defs"}


def json_schema(kind: SchemaKind, draft: Draft = Draft.DRAFT_2020_12) -> dict[str, Any]:
    """The schema of a file of that kind, in the short forms as well as the full ones.

    What a schema cannot say (whether a date is real, a period or rating is known) is left to
    `planctl validate`.
    """
    place = _DEFINITIONS[draft]
    template = f"#/{place}/{{model}}"
    written = _MODELS[kind].model_json_schema(by_alias=True, ref_template=template)
    written["$defs"] = {name: _as_read(one) for name, one in written.get("$defs", {}).items()}
    definitions = written.pop("$defs")
    return {"$schema": _URIS[draft], **_as_read(written), place: definitions}


def _as_read(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema as other readers see a file: a reference may be a number there, a blank null.

    Titles that only repeat the field's name, and defaults of nothing, are left out.
    """
    kept = {
        name: _inner(value) for name, value in schema.items() if name not in {"title", "default"}
    }
    if "const" in kept:
        kept.pop("enum", None)
    if kept.get("type") == "string" and "enum" not in kept and "const" not in kept:
        kept["type"] = ["string", "number"]
    if "properties" in schema:
        required = schema.get("required", ())
        kept["properties"] = {
            name: _as_read(field) if name in required else _or_blank(_as_read(field))
            for name, field in schema["properties"].items()
        }
    return kept


def _inner(value: Any) -> Any:
    if isinstance(value, dict):
        return _as_read(value)
    return [_inner(one) for one in value] if isinstance(value, list) else value


def _or_blank(field: dict[str, Any]) -> dict[str, Any]:
    blank = {"type": "null"}
    choices = field.get("anyOf", [field])
    if blank in choices:
        return field
    others = field if "anyOf" in field else {}
    return {**others, "anyOf": [*choices, blank]}
