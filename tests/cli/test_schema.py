"""`planctl schema`: what it prints is the schema that is asked for."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from planctl.console.changes_schema import changes_schema
from planctl.console.findings_schema import findings_schema
from planctl.console.questions_schema import questions_schema
from planctl.console.status_schema import status_schema
from planctl.loading.schema import Draft, SchemaKind, json_schema

SCHEMA = Path(__file__).parents[2] / "schema"
VALIDATORS = {Draft.DRAFT_7: Draft7Validator, Draft.DRAFT_2020_12: Draft202012Validator}


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


PRINTED = {
    "findings": (findings_schema, ("validate", "--format", "json")),
    "status": (status_schema, ("status", "--format", "json")),
    "questions": (questions_schema, ("questions", "--format", "json")),
}
BROKEN = """\
format: planctl/1
id: reading
title: Reading
vision: *x
"""
WAIVED = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
funding: [{period: Year 1, amount: 40000.50}]
themes:
  - title: Clubs
    actions:
      # planctl: ignore[no-responsible] The board decides (by Head of Service, until 2030-01-31)
      - {ref: 1a, text: Open a homework club, schedule: [Year 1], kost: 1}
"""
PLACES = (
    "plans",
    "examples/first-term",
    pytest.param("examples/history", marks=pytest.mark.thorough),
)


def problems(kind, draft, document):
    made, _ = PRINTED[kind]
    validator = VALIDATORS[draft](made(draft))
    return [(list(error.path), error.message) for error in validator.iter_errors(document)]


@pytest.mark.parametrize("kind", list(PRINTED))
@pytest.mark.parametrize("draft", list(Draft))
def test_the_schema_of_what_a_command_prints_is_printed(kind, draft, planctl):
    made, _ = PRINTED[kind]
    said = planctl("schema", "--kind", kind, "--draft", draft)
    VALIDATORS[draft].check_schema(made(draft))
    assert (json.loads(said.out), said.err, said.code) == (made(draft), "", 0)


@pytest.mark.parametrize("kind", list(PRINTED))
def test_the_shipped_schema_of_what_a_command_prints_is_the_same(kind, planctl):
    said = planctl("schema", "--kind", kind).out
    assert (SCHEMA / f"{kind}.schema.json").read_text("utf-8") == said


@pytest.mark.parametrize("kind", list(PRINTED))
@pytest.mark.parametrize("place", PLACES)
def test_what_a_command_prints_of_real_plans_is_as_the_schema_says(
    kind, place, planctl, monkeypatch
):
    monkeypatch.chdir(SCHEMA.parent)
    _, command = PRINTED[kind]
    document = json.loads(planctl(*command, place).out)
    assert [problems(kind, draft, document) for draft in Draft] == [[], []]


@pytest.mark.parametrize("kind", list(PRINTED))
@pytest.mark.parametrize("text", [BROKEN, WAIVED])
def test_so_it_is_of_plans_with_much_amiss(kind, text, planctl, workspace):
    workspace({"plans/reading.yaml": text})
    _, command = PRINTED[kind]
    document = json.loads(planctl(*command).out)
    assert [problems(kind, draft, document) for draft in Draft] == [[], []]


def test_every_field_that_is_printed_is_named(planctl, workspace):
    workspace({"plans/reading.yaml": WAIVED})
    for kind, entries in (("findings", "findings"), ("status", "plans"), ("questions", "plans")):
        made, command = PRINTED[kind]
        document = json.loads(planctl(*command).out)
        schema = made()
        assert list(schema["properties"]) == list(document)
        one = schema["$defs"][entries.removesuffix("s")]
        assert [list(one["properties"])] * len(document[entries]) == list(
            map(list, document[entries])
        )


def test_a_field_that_is_missing_or_of_another_kind_is_told():
    document = {"format_version": "1.0", "term": 5, "plans": [{"id": "reading"}]}
    assert sorted(problems("questions", Draft.DRAFT_7, document)) == [
        (["plans", 0], "'questions' is a required property"),
        (["term"], "5 is not of type 'string', 'null'"),
    ]
