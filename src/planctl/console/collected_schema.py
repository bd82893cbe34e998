"""JSON Schemas of what `planctl collect status` and `collect merge` print, for other programs."""

from collections.abc import Mapping
from typing import Final

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

STATES: Final = ("returned", "returned_late", "returned_empty", "missing", "late")
"""How a form can stand."""

_VERSION: Final = ("The version of this shape.", {"const": FORMAT_VERSION})
_ANSWER: Final[Mapping[str, tuple[str, Schema]]] = {
    "key": ("What names the answer on the command line.", TEXT),
    "plan": ("The id of the plan.", TEXT),
    "ref": ("The reference of the action; null where it has none.", TEXT_OR_NULL),
    "uid": ("The uid of the action; null where it has none.", TEXT_OR_NULL),
    "term": ("The term that the answer is of.", TEXT),
    "field": ("The field of the update, or of the action.", TEXT),
    "base": ("What the form was made from; null where that is not known.", TEXT_OR_NULL),
    "new": ("The answer as a form shows it.", TEXT),
    "written": ("What stands in the cell.", TEXT),
    "by": ("The id of the party who answered.", TEXT),
    "file": ("The form.", TEXT),
    "sha256": ("The check sum of the form.", TEXT),
    "sheet": ("The sheet of the cell.", TEXT),
    "cell": ("The cell, such as H5.", TEXT),
}
_REMARK: Final[Mapping[str, tuple[str, Schema]]] = {
    "code": ("What sort of thing it is.", TEXT),
    "blocks": ("Whether nothing is written until it is settled.", FLAG),
    "key": ("What names the answer on the command line; null where it is of none.", TEXT_OR_NULL),
    "message": ("What there is to look at, for people.", TEXT),
    "help": ("What to do; empty where there is nothing.", TEXT),
    "file": ("The form.", TEXT),
    "sheet": ("The sheet; null where it is of the whole form.", TEXT_OR_NULL),
    "cell": ("The cell; null where it is of no one cell.", TEXT_OR_NULL),
}


def collect_status_schema(draft: Draft = Draft.DRAFT_2020_12) -> Schema:
    """The schema of the one object that says which forms are back.

    It names all fields there are; later versions of the same format may have more.
    """
    place = DEFINITIONS[draft]
    top = record("Forms", "Which forms of a term are back.", {
        "format_version": _VERSION,
        "as_of": ("The day on which it is asked.", DAY),
        "by": ("The day by which forms are wanted; null where none was said.", or_null(DAY)),
        "respondents": ("Who was asked, those first whose form is not back.",
                        list_of(reference(place, "respondent"))),
        "unexpected": ("Forms of parties who are not asked.",
                       list_of(reference(place, "unexpected"))),
    })  # fmt: skip
    definitions = {
        "respondent": record("Respondent", "Somebody who was asked, and how their form stands.", {
            "party": ("The id of the party.", TEXT),
            "name": ("What the party is called.", TEXT),
            "state": ("How the form stands.", {"enum": list(STATES)}),
            "files": ("Their forms that are back.", list_of(TEXT)),
            "saved": ("The day on which one was last saved; null where no file says so.",
                      or_null(DAY)),
            "actions": ("How many actions they are asked about.", COUNT),
            "answered": ("About how many they have said something.", COUNT),
            "plans": ("The ids of the plans they are asked about.", list_of(TEXT)),
        }),
        "unexpected": record("Unexpected", "A form of a party who is not asked.", {
            "file": ("The form.", TEXT),
            "party": ("The id of the party.", TEXT),
        }),
    }  # fmt: skip
    return whole(draft, top, definitions)


def collect_merge_schema(draft: Draft = Draft.DRAFT_2020_12) -> Schema:
    """The schema of the one object that says what came of returned forms.

    It names all fields there are; later versions of the same format may have more.
    """
    place = DEFINITIONS[draft]
    answers, remarks = (list_of(reference(place, name)) for name in ("answer", "remark"))
    top = record("Merge", "What came of returned forms.", {
        "format_version": _VERSION,
        "written": ("Whether the plans were written.", FLAG),
        "files": ("The forms that were read.", list_of(TEXT)),
        "changes": ("Answers that go into the plans.", answers),
        "already": ("Answers that the plans have by now.", answers),
        "conflicts": ("Answers about what was changed after the form was made.",
                      list_of(reference(place, "conflict"))),
        "findings": ("What there is to look at.", remarks),
        "proposals": ("What was written into locked cells; it changes nothing.", remarks),
        "set_aside": ("The keys of answers that were left out, as was asked.", list_of(TEXT)),
    })  # fmt: skip
    current = {"current": ("What the plan has now.", TEXT)}
    definitions = {
        "answer": record("Answer", "A cell that was filled in.", _ANSWER),
        "conflict": record("Conflict", "An answer, and what else the plan has.",
                           {**_ANSWER, **current}),
        "remark": record("Remark", "Something to look at.", _REMARK),
    }  # fmt: skip
    return whole(draft, top, definitions)
