"""`planctl schema`: what it prints is the schema that is asked for."""

import json
from pathlib import Path

import pytest

from planctl.console.changes_schema import changes_schema
from planctl.loading.schema import Draft, SchemaKind, json_schema

SCHEMA = Path(__file__).parents[2] / "schema"


@pytest.mark.parametrize("kind", list(SchemaKind))
@pytest.mark.parametrize("draft", list(Draft))
def test_the_schema_of_the_kind_and_draft_is_printed(kind, draft, planctl):
    said = planctl("schema", "--kind", kind, "--draft", draft)
    assert (json.loads(said.out), said.err, said.code) == (json_schema(kind, draft), "", 0)


@pytest.mark.parametrize("kind", list(SchemaKind))
def test_the_file_that_plans_name_in_their_first_line_is_what_is_printed(kind, planctl):
    assert (SCHEMA / f"{kind}.schema.json").read_text("utf-8") == planctl(
        "schema", "--kind", kind
    ).out


@pytest.mark.parametrize("draft", list(Draft))
def test_the_schema_of_a_comparison_is_printed(draft, planctl):
    said = planctl("schema", "--kind", "changes", "--draft", draft)
    assert (json.loads(said.out), said.err, said.code) == (changes_schema(draft), "", 0)


def test_the_shipped_schema_of_a_comparison_is_what_is_printed(planctl):
    said = planctl("schema", "--kind", "changes").out
    assert (SCHEMA / "changes.schema.json").read_text("utf-8") == said
