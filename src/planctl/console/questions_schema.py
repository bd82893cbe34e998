"""JSON Schema of what `planctl questions --format json` prints: for programs that read it."""

from planctl.console.as_json import FORMAT_VERSION
from planctl.console.schema_parts import TEXT, TEXT_OR_NULL, list_of, record, reference, whole
from planctl.loading.schema import DEFINITIONS, Draft
from planctl.loading.schema_shapes import Schema


def questions_schema(draft: Draft = Draft.DRAFT_2020_12) -> Schema:
    """The schema of the one object that holds what members may ask.

    It names all fields there are; later versions of the same format may have more.
    """
    place = DEFINITIONS[draft]
    top = record("Questions", "What members may ask about a term.", {
        "format_version": ("The version of this shape.", {"const": FORMAT_VERSION}),
        "term": ("The term; null where plans differ in it.", TEXT_OR_NULL),
        "plans": ("One entry a plan.", list_of(reference(place, "plan"))),
    })  # fmt: skip
    definitions = {
        "plan": record("Plan", "What is asked about one plan.", {
            "id": ("The id of the plan.", TEXT),
            "questions": ("The gravest first.", list_of(reference(place, "question"))),
        }),
        "question": record("Question", "One question.", {
            "question": ("The question.", TEXT),
            "ref": ("The reference of what it is about; empty where there is none.", TEXT),
            "label": ("What people call that.", TEXT),
            "why": ("Why it is asked.", TEXT),
            "rule": ("The rule or sort of change behind it.", TEXT),
        }),
    }  # fmt: skip
    return whole(draft, top, definitions)
