"""Each plan of the corpus shows one demand on the format, and is read as its own comments say."""

import json
import re
import shutil
from datetime import date

import pytest
import yaml
from jsonschema import Draft202012Validator

import planctl
from planctl.loading.schema import SchemaKind, json_schema
from planctl.model import Plan


def test_a_plan_is_read_as_its_comments_say(entry):
    assert entry.loaded.findings == ()
    assert entry.found == entry.expected
    assert planctl.loads(entry.text, entry.programme) == entry.plan


def test_a_programme_loads_without_findings(corpus):
    programmes = [entry.loaded_programme for entry in corpus if entry.loaded_programme]
    assert len(programmes) == 2
    assert [found for loaded in programmes for found in loaded.findings] == []


def test_a_plan_has_no_error_in_a_workspace_of_its_own(sound, tmp_path):
    (tmp_path / "planctl.toml").touch()
    (tmp_path / "plans").mkdir()
    for file in sound.company:
        shutil.copy(file, tmp_path / "plans")
    found = planctl.check(tmp_path / "plans" / sound.path.name, as_of=date(2018, 1, 1))
    # Names and references alone: how such a plan goes and whether it is complete is not the point.
    assert [one for one in found if one.code.startswith("PLN2") and is_error(one)] == []


def is_error(found):
    return found.severity is planctl.Severity.ERROR


def test_a_plan_is_valid_by_the_schema_that_editors_use(sound, schema):
    read = json.loads(json.dumps(yaml.safe_load(sound.text), default=str))
    assert [error.message for error in schema.iter_errors(read)] == []


def test_a_plan_says_what_it_shows_and_what_it_is_to_be_read_as(entry):
    assert re.match(r"\ufeff?# Invented\. [A-Z].+\.\r?\n(#[ :].+\n)*#: ", entry.text)
    asked = [line for line in entry.text.splitlines() if line.startswith("#:")]
    assert len(entry.expected) == len(asked)


def test_the_corpus_shows_many_demands(corpus):
    names = [entry.path.stem for entry in corpus]
    assert len(names) == len(set(names)) >= 100


def test_short_forms_mean_the_same_as_full_ones(named):
    short, full = named("forms-short").plan, named("forms-in-full").plan
    assert _but_for_its_name(short) == _but_for_its_name(full)


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(json_schema(SchemaKind.PLAN))


def _but_for_its_name(plan: Plan) -> Plan:
    return plan.model_copy(update={"id": "a-plan"})
