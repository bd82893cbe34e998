"""JSON Schema of what `planctl diff --format json` prints: for programs that read it."""

from collections.abc import Mapping
from typing import Final

from planctl.console.as_json import FORMAT_VERSION
from planctl.diff import CHANGE_RULES, Direction, Level
from planctl.loading.schema import DEFINITIONS, URIS, Draft
from planctl.loading.schema_shapes import Schema

_TEXT: Final[Schema] = {"type": "string"}
_TEXT_OR_NULL: Final[Schema] = {"type": ["string", "null"]}
_FLAG: Final[Schema] = {"type": "boolean"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_POSITION: Final[Schema] = {"type": ["integer", "null"], "minimum": 1}
_PATH: Final[Schema] = {
    "type": ["array", "null"],
    "items": {"type": ["string", "integer"]},
}
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
    whole = _record("Changes", "What a comparison of two versions of plans found.", {
        "format_version": ("The version of this shape.", {"const": FORMAT_VERSION}),
        "status": (
            "`incomplete` where a file could not be read: what changed there is not known.",
            {"enum": ["complete", "incomplete"]},
        ),
        "old": ("The side from which was compared.", _ref(place, "side")),
        "new": ("The side to which was compared.", _ref(place, "side")),
        "unread": ("What kept files from being read.", _list(_ref(place, "finding"))),
        "changes": ("What changed, in the order in which it is told.",
                    _list(_ref(place, "change"))),
        "summary": ("How many there are of each sort.", _ref(place, "summary")),
    })  # fmt: skip
    return {"$schema": URIS[draft], **whole, place: definitions}


def _side() -> Schema:
    return _record("Side", "One side of a comparison.", {
        "name": ("What people call it: a revision, or a file.", _TEXT),
        "on": ("The day on which it is judged what is late.", {**_TEXT, "format": "date"}),
        "commit": ("The full id of the commit; null where it is none.", _TEXT_OR_NULL),
    })  # fmt: skip


def _finding() -> Schema:
    """Findings are described by the command that has them: only what is needed here is named."""
    return _record("Finding", "What is wrong in a file, as `planctl validate` gives it.", {
        "code": ("The code of the rule.", _TEXT),
        "name": ("The name of the rule.", _TEXT),
        "message": ("What is wrong.", _TEXT),
        "file": ("The file that could not be read.", _TEXT),
        "line": ("Its line, from 1.", _POSITION),
        "column": ("Its column in code points, from 1.", _POSITION),
    })  # fmt: skip


def _change(place: str) -> Schema:
    return _record("Change", "One thing that is another than it was.", {
        "rule": ("What sort of change it is.", {"enum": [rule.name for rule in CHANGE_RULES]}),
        "severity": ("How much it weighs: `audit` is what nobody may do without a decision.",
                     {"enum": [level.value for level in Level]}),
        "direction": ("Whether things got better or worse by it.",
                      {"enum": [direction.value for direction in Direction]}),
        "approved": ("Whether a record in the plan names the decision behind it.", _FLAG),
        "plan": ("The id of the plan.", _TEXT),
        "kind": ("What has changed: `action`, `kpi`, `plan` and so on.", _TEXT),
        "uid": ("The uid of what has changed, where it has one.", _TEXT_OR_NULL),
        "ref": ("The reference of what has changed, where it has one.", _TEXT_OR_NULL),
        "label": ("What people call it.", _TEXT),
        "theme": ("The theme that it belongs to.", _TEXT_OR_NULL),
        "owners": ("Who answers for it.", _list(_TEXT)),
        "field": ("The field that differs, or the path of fields.", _TEXT_OR_NULL),
        "old": ("The value in full as it was.", _VALUE),
        "new": ("The value in full as it is.", _VALUE),
        "match": ("How the entry was found again; null where it was not.", _match()),
        "where": ("Where it stood, and where it stands.", _where(place)),
        "fingerprint": ("The same wherever and whenever the change is seen; waivers name it.",
                        {**_TEXT, "pattern": "^[0-9a-f]{16}$"}),
        "message": ("What changed, in words.", _TEXT),
        "question": ("What a member of a board may ask.", _TEXT_OR_NULL),
        "waived": ("Whether somebody lets it stand.", _FLAG),
        "waiver": ("Why it is let stand.", _or_null(_record("Waiver", "Why it is let stand.", {
            "reason": ("The reason.", _TEXT),
        }))),
        "decision": ("The decision behind it.", _or_null(_record("Decision", "A decision.", {
            "id": ("The id of its record in the plan.", _TEXT),
            "minute": ("Where it is minuted.", _TEXT),
        }))),
        "edits": ("What is to be edited: all edits of all changes make the new version of the old.",
                  _list(_ref(place, "edit"))),
    })  # fmt: skip


def _match() -> Schema:
    return _or_null(_record("Match", "How an entry was found again.", {
        "how": ("By what.", {"enum": list(_HOW)}),
        "score": ("How alike the texts are.", {"type": "number", "minimum": 0, "maximum": 100}),
    }))  # fmt: skip


def _where(place: str) -> Schema:
    return _record("Where", "Null on a side on which it does not stand.", {
        "old": ("Its place in the old version.", _or_null(_ref(place, "place"))),
        "new": ("Its place in the new version.", _or_null(_ref(place, "place"))),
    })  # fmt: skip


def _place() -> Schema:
    return _record("Place", "A place in a file.", {
        "file": ("The file.", _TEXT_OR_NULL),
        "line": ("The line, from 1.", _POSITION),
        "column": ("The column in code points, from 1.", _POSITION),
        "path": ("Keys, and positions in lists from 0, from the top of the plan.", _PATH),
    })  # fmt: skip


def _edit() -> Schema:
    about = (
        "With both paths, what stood at `old` was `was` and is `now` at `new`; with neither value, "
        "the entry moved. With `new` alone an entry was added, with `old` alone it was removed."
    )
    return _record("Edit", about, {
        "old": ("The path in the old version.", _PATH),
        "new": ("The path in the new version.", _PATH),
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
    fields = {name: (about, _COUNT) for name, about in counts.items()}
    by_rule: Schema = {"type": "object", "additionalProperties": _COUNT}
    return _record("Summary", "How many changes there are of each sort.", {
        **fields, "by_rule": ("Changes by the name of their sort.", by_rule),
    })  # fmt: skip


def _record(title: str, about: str, fields: Mapping[str, tuple[str, Schema]]) -> Schema:
    return {
        "title": title,
        "description": about,
        "type": "object",
        "required": list(fields),
        "properties": {
            name: {"description": said, **schema} for name, (said, schema) in fields.items()
        },
    }


def _list(inner: Schema) -> Schema:
    return {"type": "array", "items": inner}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(place: str, name: str) -> Schema:
    # Behind a list of one: in draft 7, whatever stands beside a reference is ignored.
    return {"allOf": [{"$ref": f"#/{place}/{name}"}]}
