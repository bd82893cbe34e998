"""JSON Schema of what `planctl validate --format json` prints: for programs that read it."""

from typing import Final

from planctl.console.as_json import FORMAT_VERSION
from planctl.console.schema_parts import (
    COUNT,
    DAY,
    FLAG,
    PATH,
    POSITION,
    TEXT,
    TEXT_OR_NULL,
    counts,
    counts_by,
    list_of,
    or_null,
    record,
    reference,
    whole,
)
from planctl.findings import Severity
from planctl.loading.schema import DEFINITIONS, Draft
from planctl.loading.schema_shapes import Schema

_SPAN: Final[dict[str, tuple[str, Schema]]] = {
    "line": ("The line, from 1; null where no place is known.", POSITION),
    "column": ("The column in code points, from 1.", POSITION),
    "end_line": ("The line on which it ends.", POSITION),
    "end_column": ("The column after its last character.", POSITION),
}
_IN_PLAN: Final = "Keys, and positions in lists from 0, from the top of the file."


def findings_schema(draft: Draft = Draft.DRAFT_2020_12) -> Schema:
    """The schema of the one object that stands for a check; with `jsonl` a line is a `finding`.

    It names all fields there are; later versions of the same format may have more.
    """
    place = DEFINITIONS[draft]
    top = record("Findings", "What a check of plans found.", {
        "format_version": ("The version of this shape.", {"const": FORMAT_VERSION}),
        "tool": ("What made it.", record("Tool", "A program.", {
            "name": ("Its name.", TEXT), "version": ("Its version.", TEXT),
        })),
        "checked": ("Plans that were checked.", COUNT),
        "not_run": ("Plans that no rule could look at, for they do not load.", COUNT),
        "not_checked": ("Checks that lacked an earlier version.", COUNT),
        "findings": ("One entry a place, waived ones too.", list_of(reference(place, "finding"))),
        "summary": ("How many there are of each sort.", reference(place, "summary")),
    })  # fmt: skip
    definitions = {
        "finding": _finding(place),
        "related": _related(),
        "fix": _fix(),
        "waiver": _waiver(),
        "summary": _summary(),
    }
    return whole(draft, top, definitions)


def _finding(place: str) -> Schema:
    return record("Finding", "One thing that is wrong in a plan.", {
        "code": ("The code of the rule, such as PLN301.", TEXT),
        "name": ("The name of the rule, such as no-responsible.", TEXT),
        "severity": ("How much it weighs.", {"enum": [severity.value for severity in Severity]}),
        "message": ("What is wrong.", TEXT),
        "help": ("What to do about it.", TEXT),
        "question": ("What a member of a board may ask; empty where there is nothing.", TEXT),
        "plan": ("The id of the plan; empty where it is not known.", TEXT),
        "ref": ("The reference of what it is about, where it has one.", TEXT_OR_NULL),
        "uid": ("The uid of what it is about, where it has one.", TEXT_OR_NULL),
        "path": (_IN_PLAN, PATH),
        "file": ("The file.", TEXT),
        **_SPAN,
        "related": ("Other places that it speaks of.", list_of(reference(place, "related"))),
        "fix": ("How planctl would mend it; null where it cannot.",
                or_null(reference(place, "fix"))),
        "fingerprint": ("The same wherever and whenever the finding is seen; waivers name it.",
                        TEXT),
        "waived": ("Whether somebody lets it stand.", FLAG),
        "waiver": ("Why it is let stand.", or_null(reference(place, "waiver"))),
        "preview": ("Whether the rule is on trial, and changes no exit code.", FLAG),
    })  # fmt: skip


def _related() -> Schema:
    return record("Related", "Another place that a finding speaks of.", {
        "message": ("What stands there.", TEXT),
        "path": (_IN_PLAN, PATH),
        "file": ("The file.", TEXT),
        **_SPAN,
    })  # fmt: skip


def _fix() -> Schema:
    edit = record("Edit", "Text that takes the place of what stands there.", {
        **_SPAN, "text": ("The new text.", TEXT),
    })  # fmt: skip
    return record("Fix", "How a finding can be mended.", {
        "title": ("What would be done.", TEXT),
        "safe": ("Whether it is without doubt; others need --unsafe.", FLAG),
        "edits": ("What is to be edited.", list_of(edit)),
    })  # fmt: skip


def _waiver() -> Schema:
    return record("Waiver", "Why a finding is let stand.", {
        "reason": ("The reason; empty where none is given.", TEXT),
        "by": ("Who says so; empty where nobody is named.", TEXT),
        "until": ("The last day on which it counts.", or_null(DAY)),
        "where": ("The file and line of the waiver.", TEXT),
    })  # fmt: skip


def _summary() -> Schema:
    about = {
        "errors": "Errors that nobody has waived.",
        "warnings": "Warnings that nobody has waived.",
        "info": "Remarks that nobody has waived.",
        "preview": "Findings of rules on trial.",
        "waived": "Findings that are let stand.",
    }
    return record("Summary", "How many findings there are of each sort; each counts once.", {
        **counts(about), "by_rule": ("Findings by code, waived ones left out.", counts_by()),
    })  # fmt: skip
