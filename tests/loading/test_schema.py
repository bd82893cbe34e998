"""The schema takes what planctl takes, as other programs read it, and refuses mistakes of shape."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from planctl.loading import load_plan
from planctl.loading.examples import Host, examples, file_with
from planctl.loading.fields import field_names
from planctl.loading.schema import Draft, SchemaKind, json_schema, records
from planctl.model import Plan, Programme
from planctl.source import read

ROOT = Path(__file__).parents[2]
SHIPPED = sorted([*ROOT.glob("plans/*.yaml"), *ROOT.glob("examples/*/plans/*.yaml")])
VALIDATORS = {Draft.DRAFT_7: Draft7Validator, Draft.DRAFT_2020_12: Draft202012Validator}
RECORDS = tuple(dict.fromkeys((*records(Plan), *records(Programme))))
SMALLEST = {"format": "planctl/1", "id": "reading", "title": "Reading"}
SCHEMAS = {(kind, draft): json_schema(kind, draft) for kind in SchemaKind for draft in Draft}
PLAN_SCHEMA = SCHEMAS[SchemaKind.PLAN, Draft.DRAFT_2020_12]


def problems(document, kind=SchemaKind.PLAN, draft=Draft.DRAFT_2020_12):
    validator = VALIDATORS[draft](SCHEMAS[kind, draft])
    return [list(error.path) for error in validator.iter_errors(document)]


def as_editors_read(text):
    return json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=str))


def action(text):
    return {**SMALLEST, "themes": [{"title": "T", "actions": [as_editors_read(text)]}]}


def fields():
    """Each field of each record, with its schema."""
    for name, one in [("Plan", PLAN_SCHEMA), *PLAN_SCHEMA["$defs"].items()]:
        for field, schema in one["properties"].items():
            yield f"{name}.{field}", schema


def shows(schema):
    """What an editor has to show: examples, or the words or records that the field takes."""
    return schema.keys() & {"examples", "const"} or any(
        word in json.dumps(schema) for word in ("enum", "$ref", "boolean")
    )


@pytest.mark.parametrize("draft", list(Draft))
@pytest.mark.parametrize("kind", list(SchemaKind))
def test_it_is_a_schema_of_its_draft(kind, draft):
    VALIDATORS[draft].check_schema(SCHEMAS[kind, draft])


@pytest.mark.parametrize("draft", list(Draft))
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_shipped_file_is_valid(path, draft):
    kind = SchemaKind.PROGRAMME if path.stem == "programme" else SchemaKind.PLAN
    assert problems(as_editors_read(path.read_text("utf-8")), kind, draft) == []


@pytest.mark.thorough
@pytest.mark.parametrize("kind", list(SchemaKind))
def test_another_program_finds_the_shipped_files_valid(kind):
    is_programme = kind is SchemaKind.PROGRAMME
    files = [path for path in SHIPPED if (path.stem == "programme") == is_programme]
    assert check_jsonschema("--schemafile", ROOT / f"schema/{kind}.schema.json", *files) == 0


@pytest.mark.thorough
def test_another_program_finds_the_shipped_schemas_valid():
    assert check_jsonschema("--check-metaschema", *sorted(ROOT.glob("schema/*.json"))) == 0


@pytest.mark.thorough
def test_another_program_refuses_a_broken_plan(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text("format: planctl/1\nid: reading\ntilte: Reading\n", "utf-8")
    assert check_jsonschema("--schemafile", ROOT / "schema/plan.schema.json", path) == 1


def check_jsonschema(*arguments):
    command = [sys.executable, "-m", "check_jsonschema", *arguments]
    return subprocess.run(command, check=False, capture_output=True).returncode


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_an_example_of_the_model_is_valid(record):
    for example in examples(record):
        kind = SchemaKind.PROGRAMME if example.host is Host.PROGRAMME else SchemaKind.PLAN
        assert problems(as_editors_read(file_with(example)), kind) == []


def test_every_record_and_field_says_what_it_is():
    records_too = [*fields(), *PLAN_SCHEMA["$defs"].items(), ("Plan", PLAN_SCHEMA)]
    assert [name for name, one in records_too if not one.get("description", "").endswith(".")] == []


def test_a_field_says_what_counts_where_it_is_left_out():
    said = {name: schema["default"] for name, schema in fields() if "default" in schema}
    assert {name: said[name] for name in ("Plan.status", "Document.expected", "Cost.nil")} == {
        "Plan.status": "draft", "Document.expected": 1, "Cost.nil": False
    }  # fmt: skip


def test_every_field_has_something_to_show():
    assert [name for name, schema in fields() if not shows(schema)] == []


def test_an_example_of_a_field_is_one():
    definitions = PLAN_SCHEMA["$defs"]
    wrong = [
        (name, example)
        for name, schema in fields()
        for example in schema.get("examples", ())
        if not Draft202012Validator({**schema, "$defs": definitions}).is_valid(example)
    ]
    assert wrong == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_fields_stand_in_the_order_of_the_format(record):
    kind = SchemaKind.PROGRAMME if record is Programme else SchemaKind.PLAN
    schema = SCHEMAS[kind, Draft.DRAFT_2020_12]
    whole = schema if record in {Plan, Programme} else schema["$defs"][record.__name__]
    assert tuple(whole["properties"]) == field_names(record)


@pytest.mark.parametrize(
    "written",
    [
        "{text: Read, responsible: map, schedule: [Year 1]}",
        "{text: Read, responsible: [map, {party: vcs, role: lead}], schedule: Year 1}",
        "{text: Read, schedule: {Year 1: pilot, Year 2: ✓, Year 3: {certainty: provisional}}}",
        "{ref: 2.1, text: Read, due: 2018-01-25, success: More read., notes: [One, Two]}",
        "{ref: , text: Read, responsible: , schedule: , updates: {2017-18 autumn: }}",
        "{text: Read, kind: ' Enabling ', closure: {reason: No longer-Relevant}, cost: 2000}",
        "{text: Read, due: 2018, completed_on: 25.1.18, priority: 1, depends_on: [2.1, 3]}",
    ],
)
def test_what_planctl_reads_is_valid(written):
    assert problems(action(written)) == []


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"tilte": "x"}, []),
        ({"status": "drafft"}, ["status"]),
        ({"themes": "none"}, ["themes"]),
        ({"themes": [{"title": "T", "actions": [{"ref": "1a"}]}]}, ["themes"]),
        ({"format": "planctl/2"}, ["format"]),
        ({"id": "Bad Id"}, ["id"]),
        ({"period": {"from": "soon", "to": "2020-08-31"}}, ["period"]),
        ({"period": {"from": "2017-09-01", "to": "2020/08/31x"}}, ["period"]),
        ({"declared_total": "a lot"}, ["declared_total"]),
        ({"assertions": {"actions": "3.5"}}, ["assertions"]),
        ({"themes": [{"title": "T", "actions": [{"text": "x", "responsible": [1, []]}]}]},
         ["themes"]),
    ],
)  # fmt: skip
def test_a_mistake_of_shape_is_refused(wrong, place):
    assert [path[:1] for path in problems({**SMALLEST, **wrong})] == [place]


DAYS = st.dates().map(lambda day: f"{day:%Y-%m-%d}") | st.sampled_from([
    "25/1/18", "25.01.2018", "25-1-2018", "25\u20121\u20122018", "2018/01/25", "25 January 2018",
    "25th of Jan. 2018", "Thursday, 25 January 2018", "Thu 25 Sept 2018", "January 25, 2018",
    "Jan 25th 2018", "25. Jan 2018", "2018-1-5", "soon",
])  # fmt: skip
NUMBERS = st.from_regex(r"\A[£+-]?\s?\d{1,4}(,\d{3})?(\.\d{1,2})?\s?%?\Z") | st.just("many")
WORDS = st.text(st.sampled_from("drafltive cosDRT-_ "), max_size=8) | st.sampled_from([
    "draft", "LIVE", " Closed ", "Improvement plan", "improvement--plan", "roll_out", "Roll out",
])  # fmt: skip
FLAGS = st.sampled_from(["yes", "NO", " True", "false", "maybe", "1"])
TEXTS = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=6)


@given(day=DAYS, number=NUMBERS, word=WORDS, flag=FLAGS, text=TEXTS)
def test_nothing_that_planctl_reads_is_refused(day, number, word, flag, text):
    for field, value in {
        "status": word, "kind": word, "declared_total": number, "ref": text,
        "glossary": {"a": text}, "assertions": {"actions": number},
        "period": {"from": day, "to": "2020-01-01"},
        "aim": text, "diagnosis": text, "reports": {"2017-18": {"date": day}},
        "fields": [{"name": "ward", "required": flag}], "risks": [{"text": text, "status": word}],
        "kpis": [{"title": "K", "tolerance": number, "to_follow_by": day, "baseline": text}],
    }.items():  # fmt: skip
        written = {**SMALLEST, field: value}
        loaded = load_plan(read(json.dumps(written).encode(), "reading.yaml"), "reading", None)
        if loaded.record is not None:
            assert problems(written) == []
