"""The schema takes what planctl takes, as other programs read it, and refuses mistakes of shape."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from planctl.loading.schema import Draft, SchemaKind, json_schema

ROOT = Path(__file__).parents[2]
SHIPPED = sorted([*ROOT.glob("plans/*.yaml"), *ROOT.glob("examples/*/plans/*.yaml")])
VALIDATORS = {Draft.DRAFT_7: Draft7Validator, Draft.DRAFT_2020_12: Draft202012Validator}
SMALLEST = {"format": "planctl/1", "id": "reading", "title": "Reading"}


def problems(document, kind=SchemaKind.PLAN, draft=Draft.DRAFT_2020_12):
    schema = json_schema(kind, draft)
    VALIDATORS[draft].check_schema(schema)
    return [list(error.path) for error in VALIDATORS[draft](schema).iter_errors(document)]


def as_editors_read(text):
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


@pytest.mark.parametrize("draft", list(Draft))
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_shipped_file_is_valid(path, draft):
    kind = SchemaKind.PROGRAMME if path.stem == "programme" else SchemaKind.PLAN
    assert problems(as_editors_read(path.read_text("utf-8")), kind, draft) == []


@pytest.mark.parametrize(
    "action",
    [
        "{text: Read, responsible: map, schedule: [Year 1]}",
        "{text: Read, responsible: [map, {party: vcs, role: lead}], schedule: Year 1}",
        "{text: Read, schedule: {Year 1: pilot, Year 2: ✓, Year 3: {certainty: provisional}}}",
        "{ref: 2.1, text: Read, due: 2018-01-25, success: More read., notes: [One, Two]}",
        "{ref: , text: Read, responsible: , schedule: }",
    ],
)
def test_a_short_form_or_a_blank_is_valid(action):
    theme = {"title": "T", "actions": [as_editors_read(action)]}
    assert problems({**SMALLEST, "themes": [theme]}) == []


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"tilte": "x"}, []),
        ({"status": "drafft"}, ["status"]),
        ({"themes": "none"}, ["themes"]),
        ({"themes": [{"title": "T", "actions": [{"ref": "1a"}]}]}, ["themes"]),
        ({"format": "planctl/2"}, ["format"]),
        ({"id": "Bad Id"}, ["id"]),
    ],
)
def test_a_mistake_of_shape_is_refused(wrong, place):
    assert [path[:1] for path in problems({**SMALLEST, **wrong})] == [place]
