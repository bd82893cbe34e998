"""The gallery and the JSON Schema: an editor takes what is mended, and refuses what it can see."""

import json

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from planctl.loading.schema import Draft, SchemaKind, json_schema
from planctl.source.refusals import REFUSALS

VALIDATORS = {
    Draft.DRAFT_7: Draft7Validator(json_schema(SchemaKind.PLAN, Draft.DRAFT_7)),
    Draft.DRAFT_2020_12: Draft202012Validator(json_schema(SchemaKind.PLAN, Draft.DRAFT_2020_12)),
}

UNSEEN = {
    "PLN104-31-june": "a pattern knows no lengths of months",
    "PLN104-half-term": "the words for a deadline are too many, and names of own periods are free",
    "PLN107-two-years-in-one": "names of periods are free where a plan has a calendar of its own",
    "PLN109-other-name-than-file": "a schema does not know the file's name",
    "PLN110-between-two-colours": "the ratings are those of the plan's or its programme's scale",
    "PLN116-own-field-type": "the types of own fields stand in the plan, not in the format",
}
"""What a schema cannot say, and why. What is wrong with the file's form never reaches a schema."""


def as_editors_read(text):
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


@pytest.mark.parametrize("draft", list(Draft))
def test_a_mended_file_is_valid(entry, draft):
    errors = VALIDATORS[draft].iter_errors(as_editors_read(entry.good))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("draft", list(Draft))
def test_a_mistake_of_shape_is_refused_where_a_schema_can_see_it(entry, draft):
    if entry.code in REFUSALS:
        return
    is_valid = VALIDATORS[draft].is_valid(as_editors_read(entry.bad.decode()))
    assert is_valid == (entry.name in UNSEEN)
