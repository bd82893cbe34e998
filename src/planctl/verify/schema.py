"""JSON Schema of what `planctl verify --format json` prints, and of the record inside a report."""

from typing import Any, Final

from planctl.audit.manifest import Manifest
from planctl.loading.schema import DEFINITIONS, URIS, Draft
from planctl.verify.shown import FORMAT_VERSION
from planctl.verify.verdict import Anchor, Level, Result

_TITLE: Final = "Verdict"
_TEXT: Final = {"type": "string"}


def manifest_schema(draft: Draft = Draft.DRAFT_2020_12) -> dict[str, Any]:
    """The schema of `manifest.json`: how a report was made."""
    return {"$schema": URIS[draft], **_manifest(draft)}


def verify_schema(draft: Draft = Draft.DRAFT_2020_12) -> dict[str, Any]:
    """The schema of one line of the output: one report."""
    place = DEFINITIONS[draft]
    manifest = _manifest(draft)
    definitions = {**manifest.pop(place), "Manifest": manifest}
    held = {"enum": [*(level.value for level in Level), None]}
    consistent = _record("Consistent", "Whether the report is what its own source gives.", {
        "result": ("Whether it is, at the level asked for; a list of reports is not checked.",
                   {"enum": ["passed", "failed", "not-checked"]}),
        "level": ("The most exact level that holds; null where none does.", held),
    })  # fmt: skip
    check = _record("Check", "One thing that was looked at.", {
        "name": ("What was looked at.", _TEXT),
        "result": ("How that ended.", {"enum": [result.value for result in Result]}),
        "detail": ("A sentence on it, for people.", _TEXT),
    })  # fmt: skip
    reference = {"$ref": f"#/{place}/Manifest"}
    whole = _record(_TITLE, "What was found of one report.", {
        "format_version": ("The version of this shape.", {"const": FORMAT_VERSION}),
        "report": ("The file, as it was named.", _TEXT),
        "consistent": ("Whether the report is what its own source gives.", consistent),
        "anchored": ("Who else than the report speaks for its source.",
                     {"enum": [anchor.value for anchor in Anchor]}),
        "current": ("Whether no later seal has taken its place; null where that is not known.",
                    {"type": ["boolean", "null"]}),
        "checks": ("All that was looked at, in that order.", {"type": "array", "items": check}),
        "manifest": ("The record inside the report; null where it has none that can be used.",
                     {"anyOf": [reference, {"type": "null"}]}),
    })  # fmt: skip
    return {"$schema": URIS[draft], **whole, place: definitions}


def _manifest(draft: Draft) -> dict[str, Any]:
    place = DEFINITIONS[draft]
    schema = Manifest.model_json_schema(ref_template=f"#/{place}/{{model}}", mode="serialization")
    schema[place] = schema.pop("$defs")
    return schema


def _record(title: str, says: str, fields: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    return {
        "title": title,
        "description": says,
        "type": "object",
        "properties": {name: {"description": told, **of} for name, (told, of) in fields.items()},
        "required": list(fields),
    }
