"""Shapes of JSON Schema: what the model says of a value, as editors understand it best.

Branches of a choice that speak of different types become one schema. Editors then name each mistake
where it is; for a choice they say only that no branch fits.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

Schema = dict[str, Any]

_TYPES: Final = ("string", "number", "integer", "boolean", "array", "object", "null")
_WHOLE: Final = frozenset({"$ref", "anyOf", "enum", "const"})
"""What makes a branch of its own, whatever the others are."""
_UNTOLD: Final = frozenset({"title", "default", "propertyNames"})
"""The names of fields once more, and what differs between versions of pydantic."""
BLANK: Final[Schema] = {"type": "null"}


def shape(written: Mapping[str, Any]) -> Schema:
    """The schema, its text open to numbers and its choices as few as they can be.

    Why:
        What planctl reads as text, such as the reference 2.1, is a number to other readers.
    """
    kept = {name: _inner(name, value) for name, value in written.items() if name not in _UNTOLD}
    if "const" in kept:
        kept.pop("enum", None)
    if kept.get("type") == "string" and not kept.keys() & {"enum", "const", "pattern"}:
        kept["type"] = ["string", "number"]
    if "anyOf" not in kept:
        return kept
    return _chosen(kept.pop("anyOf"), kept)


def or_blank(field: Schema) -> Schema:
    """The schema of a field behind which nothing need stand."""
    rest = {name: value for name, value in field.items() if name != "examples"}
    return _chosen([rest, BLANK], {"examples": field["examples"]} if "examples" in field else {})


def _inner(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        if name in {"properties", "$defs"}:
            return {key: shape(one) for key, one in value.items()}
        return shape(value)
    if isinstance(value, list) and name == "anyOf":
        return [shape(one) for one in value]
    return value


def _chosen(branches: list[Schema], around: Schema) -> Schema:
    """What holds for any of the branches, and for all of them what stands around the choice."""
    examples = list(around.get("examples", ()))
    merged: list[Schema] = []
    for branch in _flat(branches):
        if branch == BLANK and any("null" in _types(one) for one in merged):
            continue
        examples += [one for one in branch.pop("examples", ()) if one not in examples]
        partner = next((one for one in merged if _speak_of_other_types(one, branch)), None)
        if partner is None:
            merged.append(branch)
        else:
            types = [*_types(partner), *_types(branch)]
            partner.update(branch, type=sorted(types, key=_TYPES.index))
    found = merged[0] if len(merged) == 1 else {"anyOf": merged}
    return {**around, **({"examples": examples} if examples else {}), **found}


def _flat(branches: list[Schema]) -> Iterator[Schema]:
    for branch in branches:
        if branch.keys() <= {"anyOf", "examples"} and "anyOf" in branch:
            yield from _flat(branch["anyOf"])
        else:
            yield dict(branch)


def _speak_of_other_types(one: Schema, other: Schema) -> bool:
    if _WHOLE & (one.keys() | other.keys()):
        return False
    return not set(_types(one)) & set(_types(other))


def _types(schema: Schema) -> list[str]:
    written = schema.get("type", [])
    return [written] if isinstance(written, str) else written
