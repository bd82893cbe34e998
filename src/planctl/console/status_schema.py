"""JSON Schema of what `planctl status --format json` prints: for programs that read it."""

from planctl.console.as_json import FORMAT_VERSION
from planctl.console.schema_parts import (
    COUNT,
    DAY,
    TEXT,
    TEXT_OR_NULL,
    counts,
    counts_by,
    list_of,
    record,
    reference,
    whole,
)
from planctl.loading.schema import DEFINITIONS, Draft
from planctl.loading.schema_shapes import Schema
from planctl.model import State


def status_schema(draft: Draft = Draft.DRAFT_2020_12) -> Schema:
    """The schema of the one object that says where plans stand.

    It names all fields there are; later versions of the same format may have more.
    """
    place = DEFINITIONS[draft]
    top = record("Status", "Where plans stand on a day.", {
        "format_version": ("The version of this shape.", {"const": FORMAT_VERSION}),
        "as_of": ("The day on which all is judged.", DAY),
        "term": ("The term whose updates are counted; null where plans differ in it.",
                 TEXT_OR_NULL),
        "plans": ("One entry a plan.", list_of(reference(place, "plan"))),
    })  # fmt: skip
    definitions = {
        "plan": _plan(place),
        "actions": _actions(),
        "funding": _funding(),
        "promises": _promises(),
    }
    return whole(draft, top, definitions)


def _plan(place: str) -> Schema:
    states: Schema = {**counts_by(), "propertyNames": {"enum": [state.value for state in State]}}
    rows = list_of(TEXT)
    return record("Plan", "Where one plan stands.", {
        "id": ("The id of the plan.", TEXT),
        "ref": ("Its reference, where it has one.", TEXT_OR_NULL),
        "title": ("Its title.", TEXT),
        "themes": ("How many themes it has.", COUNT),
        "actions": ("How many actions it has.", reference(place, "actions")),
        "ticks": ("Marks in the columns of its schedule.", COUNT),
        "active": ("Rows at work, by period.", counts_by()),
        "funding": ("Its money.", reference(place, "funding")),
        "term": ("The term whose updates are counted.", TEXT_OR_NULL),
        "states": ("Rows by state; each is in one.", states),
        **counts({
            "due": "Rows due at the close of the day; rows closed without being done are left out.",
            "done": "Those of them that are complete.",
            "overdue": "Those of them that are still open.",
            "carried_over": "Rows open at the close of the day, whose last period is over.",
            "missing_updates": "Rows that owe an update for the term and have none.",
        }),
        "promises": ("The next steps of the term before, by what became of them.",
                     reference(place, "promises")),
        "no_responsible": ("Rows with nobody responsible, by label.", rows),
        "no_timeline": ("Rows without dates, by label.", rows),
        "no_responsible_and_no_timeline": ("Rows that have neither, by label.", rows),
    })  # fmt: skip


def _actions() -> Schema:
    return record("Actions", "How many rows a plan has.", counts({
        "rows": "Rows that are counted.",
        "main": "Actions of themes.",
        "generic": "Actions that are of no theme, or of all.",
        "sub_actions": "Parts of actions.",
    }))  # fmt: skip


def _funding() -> Schema:
    pounds: Schema = {"type": "number"}
    line = record("Line", "What is given in one period.", {
        "period": ("The period.", TEXT), "amount": ("Pounds.", pounds),
    })  # fmt: skip
    return record("Funding", "The money of a plan.", {
        "lines": ("By line of the plan.", list_of(line)), "total": ("Pounds, added up.", pounds),
    })  # fmt: skip


def _promises() -> Schema:
    return record("Promises", "Next steps, by what became of them.", counts({
        "made": "How many there were.",
        "kept": "Those that were kept.",
        "late": "Those kept in part or not.",
        "not_mentioned": "Those that nobody spoke of again.",
    }))  # fmt: skip
