"""The schemas of `term list`, `collect status` and `collect merge`: what they print is so."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from planctl.console.collected_schema import (
    STATES,
    collect_merge_schema,
    collect_status_schema,
)
from planctl.console.terms_schema import terms_schema
from planctl.loading.schema import Draft
from planctl.transfer.collecting.round_status import State
from tests.transfer.collecting.round_made import TERM, edited, filled, plan_text

ROOT = Path(__file__).parents[2]
VALIDATORS = {Draft.DRAFT_7: Draft7Validator, Draft.DRAFT_2020_12: Draft202012Validator}
KINDS = {
    "terms": terms_schema,
    "collect-status": collect_status_schema,
    "collect-merge": collect_merge_schema,
}


def strict(schema):
    """The schema of objects that have no other fields either."""
    if isinstance(schema, dict):
        closed = {"additionalProperties": False} if "properties" in schema else {}
        return {name: strict(inner) for name, inner in schema.items()} | closed
    return [strict(inner) for inner in schema] if isinstance(schema, list) else schema


def problems(kind, document):
    return [
        (list(error.path), error.message)
        for draft, validator in VALIDATORS.items()
        for error in validator(strict(KINDS[kind](draft))).iter_errors(document)
    ]


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("draft", list(Draft))
def test_the_schema_is_printed(kind, draft, planctl):
    made = KINDS[kind](draft)
    said = planctl("schema", "--kind", kind, "--draft", draft)
    VALIDATORS[draft].check_schema(made)
    assert (json.loads(said.out), said.err, said.code) == (made, "", 0)


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_shipped_schema_is_the_same(kind, planctl):
    said = planctl("schema", "--kind", kind).out
    assert (ROOT / f"schema/{kind}.schema.json").read_text("utf-8") == said


@pytest.mark.parametrize("place", ["plans", "examples/first-term", "examples/three-years"])
def test_the_terms_of_real_plans_are_printed_so(place, planctl, monkeypatch):
    monkeypatch.chdir(ROOT)
    document = json.loads(planctl("term", "list", place, "--format", "json").out)
    assert document["terms"]
    assert problems("terms", document) == []


@pytest.fixture
def _workspace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("planctl.toml").write_text("", "utf-8")
    Path("plans").mkdir()
    Path("plans/reading.yaml").write_text(plan_text(), "utf-8")


@pytest.mark.usefixtures("_workspace")
def test_so_are_a_closing_and_a_correction(planctl):
    assert planctl("term", "close", "2017-18 autumn", "--date", "2018-01-31").code == 0
    plan = Path("plans/reading.yaml")
    plan.write_text(plan.read_text("utf-8").replace("rating: green", "rating: amber", 1), "utf-8")
    amended = ("--minute", "Item 4", "--reason", "A slip", "--date", "2018-02-28")
    assert planctl("term", "amend", "2017-18 autumn", *amended).code == 0
    document = json.loads(planctl("term", "list", "--format", "json").out)
    assert [len(seal["changes"]) for term in document["terms"] for seal in term["seals"]] == [0, 1]
    assert problems("terms", document) == []
    seal = next(path for path in Path("seals").rglob("*") if "green" in path.read_text("utf-8"))
    seal.write_text(seal.read_text("utf-8").replace("green", "red"), "utf-8")
    damaged = planctl("term", "list", "--format", "json")
    assert (damaged.code, problems("terms", json.loads(damaged.out))) == (1, [])


@pytest.fixture
def _inbox(_workspace, planctl):
    """One form filled in with a conflict, a proposal and a slip; one of a party not asked."""
    planctl("collect", "prepare", "--term", TERM)
    Path("inbox").mkdir()
    blank = Path("outbox/team-0.xlsx").read_bytes()
    answers = {
        "0.0": {"rating": "Amber", "text": "Another club", "comment": "x"},
        "0.1": {"rating": "quite good", "evidence": "=SUM(A1:A2)"},
    }
    Path("inbox/team-0.xlsx").write_bytes(filled(blank, answers))
    stranger = edited(Path("outbox/team-1.xlsx").read_bytes(), lambda page, _: page.delete_rows(4))
    Path("inbox/team-1.xlsx").write_bytes(stranger)
    given = ("--term", TERM, "--rating", "red", "--date", "2018-05-02")
    assert planctl("update", "0.0", *given).code == 0


@pytest.mark.usefixtures("_inbox")
def test_what_came_of_a_merge_is_printed_so(planctl):
    document = json.loads(planctl("collect", "merge", "inbox", "--format", "json").out)
    filled_lists = {name for name, found in document.items() if found and isinstance(found, list)}
    assert filled_lists == {"files", "changes", "conflicts", "findings", "proposals"}
    assert problems("collect-merge", document) == []
    options = ("--take", "ours=all")
    again = json.loads(planctl("collect", "merge", "inbox", *options, "--format", "json").out)
    assert (bool(again["set_aside"]), problems("collect-merge", again)) == (True, [])


@pytest.mark.usefixtures("_inbox")
@pytest.mark.parametrize("by", [(), ("--by", "2018-04-30", "--as-of", "2018-05-02")])
def test_which_forms_are_back_is_printed_so(by, planctl):
    said = planctl("collect", "status", "inbox", *by, "--format", "json")
    document = json.loads(said.out)
    states = ["returned_empty", "returned_late" if by else "returned"]
    assert [one["state"] for one in document["respondents"]] == states
    assert problems("collect-status", document) == []
    Path("inbox/team-0.xlsx").unlink()
    plan = Path("plans/reading.yaml")
    plan.write_text(plan.read_text("utf-8").replace("party: team-1", "party: team-0"), "utf-8")
    document = json.loads(planctl("collect", "status", "inbox", *by, "--format", "json").out)
    state = "late" if by else "missing"
    assert [one["state"] for one in document["respondents"]] == [state]
    assert [one["party"] for one in document["unexpected"]] == ["team-1"]
    assert problems("collect-status", document) == []


def test_the_schema_names_every_way_in_which_a_form_can_stand():
    assert {*STATES} == {state.replace(" ", "_") for state in State}
