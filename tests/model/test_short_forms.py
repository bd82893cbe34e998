"""Text in place of a mapping, and one text in place of a list."""

import pytest
from pydantic import TypeAdapter

from planctl.model import (
    Action,
    Assignment,
    Evidence,
    Milestone,
    NextStep,
    Paragraph,
    Role,
    Success,
)
from planctl.model.evidence import EvidenceList
from planctl.model.party import Assignments
from planctl.model.prose import Paragraphs, Texts
from planctl.model.short_forms import FILLS


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (Texts, "One", ("One",)),
        (Texts, ["One", "Two"], ("One", "Two")),
        (Texts, [], ()),
        (Assignments, "map", (Assignment(party="map"),)),
        (Assignments, ["map", "library"], (Assignment(party="map"), Assignment(party="library"))),
        (
            Assignments,
            [{"party": "map", "role": "lead"}, "library"],
            (Assignment(party="map", role=Role.LEAD), Assignment(party="library")),
        ),
        (EvidenceList, "A survey", (Evidence(title="A survey"),)),
        (EvidenceList, [{"title": "A survey", "id": "E1"}], (Evidence(title="A survey", id="E1"),)),
        (Paragraphs, ["One", {"text": "Two"}], (Paragraph(text="One"), Paragraph(text="Two"))),
    ],
)
def test_text_stands_for_the_fields_it_fills(kind, written, expected):
    assert TypeAdapter(kind).validate_python(written) == expected


def test_an_action_takes_text_where_a_list_of_records_is_meant():
    written = {"text": "Open a club", "success": "More read", "milestones": ["Find a room"]}
    action = Action.model_validate(written)
    assert action.success == (Success(text="More read"),)
    assert action.milestones == (Milestone(text="Find a room"),)


def test_a_schema_accepts_either_form():
    text = {"type": "string", FILLS: "text"}
    entry = {"anyOf": [text, {"$ref": "#/$defs/NextStep"}]}
    update = Action.model_json_schema()["$defs"]["Update"]["properties"]["next_steps"]
    assert update["anyOf"] == [{"type": "string"}, {"items": entry, "type": "array"}]
    assert NextStep.model_json_schema()["required"] == ["text"]
