"""JSON Schema of what `planctl diff --format json` prints: for programs that read it."""

from typing import Final

from planctl.console.as_json import FORMAT_VERSION
from planctl.console.schema_parts import (
    COUNT,
    FLAG,
    PATH_OR_NULL,
    POSITION,
    TEXT,
    TEXT_OR_NULL,
    counts_by,
    list_of,
    or_null,
    record,
    reference,
    whole,
)
from planctl.diff import CHANGE_RULES, Direction, Level
from planctl.loading.schema import DEFINITIONS, Draft
from planctl.loading.schema_shapes import Schema

_VALUE: Final[Schema] = {}
_HOW: Final = ("uid", "text", "ref", "likeness")


def changes_schema(draft: Draft = Draft.DRAFT_2020_12) -> Schema:
    """The schema of the one object that stands for a comparison.

    It names all fields there are; later versions of the same format may have more.
    """
    place = DEFINITIONS[draft]
    definitions = {
        "side": _side(),
        "finding": _finding(),
        "change": _change(place),
        "place": _place(),
        "edit": _edit(),
        "summary": _summary(),
    }
    top = record("Changes", "What a comparison of two versions of plans found.", {
        "format_version": ("The version of this shape.", {"const": FORMAT_VERSION}),
        "status": (
            "`incomplete` where a file could not be read: what changed there is not known.",
            {"enum": ["complete", "incomplete"]},
        ),
        "old": ("The side from which was compared.", reference(place, "side")),
        "new": ("The side to which was compared.", reference(place, "side")),
        "unread": ("What kept files from being read.", list_of(reference(place, "finding"))),
        "changes": ("What changed, in the order in which it is told.",
                    list_of(reference(place, "change"))),
        "summary": ("How many there are of each sort.", reference(place, "summary")),
    })  # fmt: skip
    return whole(draft, top, definitions)


def _side() -> Schema:
    return record("Side", "One side of a comparison.", {
        "name": ("What people call it: a revision, or a file.", TEXT),
        "on": ("The day on which it is judged what is late.", {**TEXT, "format": "date"}),
        "commit": ("The full id of the commit; null where it is none.", TEXT_OR_NULL),
    })  # fmt: skip


def _finding() -> Schema:
    """Findings are described by the command that has them: only what is needed here is named."""
    return record("Finding", "What is wrong in a file, as `planctl validate` gives it.", {
        "code": ("The code of the rule.", TEXT),
        "name": ("The name of the rule.", TEXT),
        "message": ("What is wrong.", TEXT),
        "file": ("The file that could not be read.", TEXT),
        "line": ("Its line, from 1.", POSITION),
        "column": ("Its column in code points, from 1.", POSITION),
    })  # fmt: skip


def _change(place: str) -> Schema:
    return record("Change", "One thing that is another than it was.", {
        "rule": ("What sort of change it is.", {"enum": [rule.name for rule in CHANGE_RULES]}),
        "severity": ("How much it weighs: `audit` is what nobody may do without a decision.",
                     {"enum": [level.value for level in Level]}),
        "direction": ("Whether things got better or worse by it.",
                      {"enum": [direction.value for direction in Direction]}),
        "approved": ("Whether a record in the plan names the decision behind it.", FLAG),
        "plan": ("The id of the plan.", TEXT),
        "kind": ("What has changed: `action`, `kpi`, `plan` and so on.", TEXT),
        "uid": ("The uid of what has changed, where it has one.", TEXT_OR_NULL),
        "ref": ("The reference of what has changed, where it has one.", TEXT_OR_NULL),
        "label": ("What people call it.", TEXT),
        "theme": ("The theme that it belongs to.", TEXT_OR_NULL),
        "owners": ("Who answers for it.", list_of(TEXT)),
        "field": ("The field that differs, or the path of fields.", TEXT_OR_NULL),
        "old": ("The value in full as it was.", _VALUE),
        "new": ("The value in full as it is.", _VALUE),
        "match": ("How the entry was found again; null where it was not.", _match()),
        "where": ("Where it stood, and where it stands.", _where(place)),
        "fingerprint": ("The same wherever and whenever the change is seen; waivers name it.",
                        {**TEXT, "pattern": "^[0-9a-f]{16}$"}),
        "message": ("What changed, in words.", TEXT),
        "question": ("What a member of a board may ask.", TEXT_OR_NULL),
        "waived": ("Whether somebody lets it stand.", FLAG),
        "waiver": ("Why it is let stand.", or_null(record("Waiver", "Why it is let stand.", {
            "reason": ("The reason.", TEXT),
        }))),
        "decision": ("The decision behind it.", or_null(record("Decision", "A decision.", {
            "id": ("The id of its record in the plan.", TEXT),
            "minute": ("Where it is minuted.", TEXT),
        }))),
        "edits": ("What is to be edited: all edits of all changes make the new version of the old.",
                  list_of(reference(place, "edit"))),
    })  # fmt: skip


def _match() -> Schema:
    return or_null(record("Match", "How an entry was found again.", {
        "how": ("By what.", {"enum": list(_HOW)}),
        "score": ("How alike the texts are.", {"type": "number", "minimum": 0, "maximum": 100}),
    }))  # fmt: skip


def _where(place: str) -> Schema:
    return record("Where", "Null on a side on which it does not stand.", {
        "old": ("Its place in the old version.", or_null(reference(place, "place"))),
        "new": ("Its place in the new version.", or_null(reference(place, "place"))),
    })  # fmt: skip


def _place() -> Schema:
    return record("Place", "A place in a file.", {
        "file": ("The file.", TEXT_OR_NULL),
        "line": ("The line, from 1.", POSITION),
        "column": ("The column in code points, from 1.", POSITION),
        "path": ("Keys, and positions in lists from 0, from the top of the plan.", PATH_OR_NULL),
    })  # fmt: skip


def _edit() -> Schema:
    about = (
        "With both paths, what stood at `old` was `was` and is `now` at `new`; with neither value, "
        "the entry moved. With `new` alone an entry was added, with `old` alone it was removed."
    )
    return record("Edit", about, {
        "old": ("The path in the old version.", PATH_OR_NULL),
        "new": ("The path in the new version.", PATH_OR_NULL),
        "was": ("The value in the old version; null for nothing.", _VALUE),
        "now": ("The value in the new version; null for nothing.", _VALUE),
    })  # fmt: skip


def _summary() -> Schema:
    counts = {
        "plans": "Plans that were compared.",
        "changes": "Changes, waived ones too.",
        "audit": "Changes that need a decision.",
        "warning": "Changes worth asking about.",
        "info": "Changes for the record.",
        "better": "Changes for the better.",
        "worse": "Changes for the worse.",
        "neutral": "Changes that are neither.",
        "approved": "Changes with a decision behind them.",
        "waived": "Changes that are let stand; only `changes` counts them too.",
        "new_waivers": "Waivers that came with this very change.",
        "left_out": "Changes that were found, and are not of the kinds asked for.",
    }
    fields = {name: (about, COUNT) for name, about in counts.items()}
    return record("Summary", "How many changes there are of each sort.", {
        **fields, "by_rule": ("Changes by the name of their sort.", counts_by()),
    })  # fmt: skip
