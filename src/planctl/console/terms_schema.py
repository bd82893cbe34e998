"""JSON Schema of what `planctl term list --format json` prints: for programs that read it."""

from planctl.audit.terms import Standing
from planctl.console.as_json import FORMAT_VERSION
from planctl.console.schema_parts import (
    COUNT,
    DAY,
    FLAG,
    TEXT,
    TEXT_OR_NULL,
    list_of,
    or_null,
    record,
    reference,
    whole,
)
from planctl.loading.schema import DEFINITIONS, Draft
from planctl.loading.schema_shapes import Schema
from planctl.model.seal import SealKind


def terms_schema(draft: Draft = Draft.DRAFT_2020_12) -> Schema:
    """The schema of the one object that holds the terms of a workspace and their seals.

    It names all fields there are; later versions of the same format may have more.
    """
    place = DEFINITIONS[draft]
    top = record("Terms", "The terms of a workspace, and the seals on them.", {
        "format_version": ("The version of this shape.", {"const": FORMAT_VERSION}),
        "chain": ("The seals as a whole.", reference(place, "chain")),
        "terms": ("One entry a term, the earliest first.", list_of(reference(place, "term"))),
    })  # fmt: skip
    definitions = {
        "chain": record("Chain", "Whether every seal is what it was, and none is missing.", {
            "holds": ("Whether nothing is amiss.", FLAG),
            "seals": ("How many seals there are.", COUNT),
            "faults": ("What is amiss.", list_of(reference(place, "fault"))),
        }),
        "fault": record("Fault", "Something amiss with the seals.", {
            "file": ("The seal's file, in the folder seals.", TEXT),
            "message": ("What is amiss.", TEXT),
        }),
        "term": record("Term", "A term, and how it stands.", {
            "term": ("Its name.", TEXT),
            "ends": ("Its last day; null where that is not known.", or_null(DAY)),
            "plans": ("The plans that run in it.", list_of(reference(place, "plan"))),
            "seals": ("The seals on it, in their order.", list_of(reference(place, "seal"))),
        }),
        "plan": record("Plan", "How the term stands for a plan.", {
            "id": ("The id of the plan.", TEXT),
            "state": ("How it stands.", {"enum": [one.value for one in Standing]}),
        }),
        **_of_a_seal(place),
    }  # fmt: skip
    return whole(draft, top, definitions)


def _of_a_seal(place: str) -> dict[str, Schema]:
    return {
        "seal": record("Seal", "A closing, or a correction of what was closed.", {
            "kind": ("Which of the two.", {"enum": [one.value for one in SealKind]}),
            "number": ("Its place in the chain, from 1.", COUNT),
            "date": ("The day of the decision.", DAY),
            "by": ("Who decided it; null where nobody is named.", TEXT_OR_NULL),
            "minute": ("Where that is minuted; null where it is not said.", TEXT_OR_NULL),
            "reason": ("Why it was corrected; null for a closing.", TEXT_OR_NULL),
            "check_code": ("The short code that stands in reports.", TEXT),
            "sha256": ("The check sum of the seal.", TEXT),
            "previous": ("That of the seal before; null for the first.", TEXT_OR_NULL),
            "plans": ("The ids of the plans that it seals.", list_of(TEXT)),
            "changes": ("What a correction has changed.", list_of(reference(place, "change"))),
        }),
        "change": record("Change", "A value that was corrected.", {
            "plan": ("The id of the plan.", TEXT),
            "uid": ("The uid of the action, KPI, recommendation or risk.", TEXT),
            "period": ("The period that the value is of.", TEXT_OR_NULL),
            "field": ("The field.", TEXT),
            "was": ("The value that was sealed; null where there was none.", {}),
            "is": ("The value by now; null where there is none.", {}),
        }),
    }  # fmt: skip
