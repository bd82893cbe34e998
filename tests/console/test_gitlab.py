"""Findings as a code quality report.

The shape is the one that GitLab documents: a list whose entries have description, check_name,
fingerprint, severity, location.path and location.lines.begin.
"""

import json

from jsonschema import Draft202012Validator

from planctl.console import Paint, render_gitlab
from planctl.rules import CheckRun

TEXT = {"type": "string", "minLength": 1}
LINE = {"type": "integer", "minimum": 1}
LOCATION = {
    "type": "object",
    "required": ["path", "lines"],
    "properties": {
        "path": {**TEXT, "not": {"pattern": "^(\\./|/)"}},
        "lines": {
            "type": "object", "required": ["begin"], "properties": {"begin": LINE, "end": LINE},
        },
    },
}  # fmt: skip
ENTRY = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": TEXT,
        "check_name": TEXT,
        "fingerprint": TEXT,
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": LOCATION,
    },
}


def entries(run):
    found = json.loads(render_gitlab(run, Paint(is_on=True)))
    Draft202012Validator({"type": "array", "items": ENTRY}).validate(found)
    prints = [entry["fingerprint"] for entry in found]
    assert len(set(prints)) == len(prints)
    return found


def test_the_real_plan_is_given_whole(of_plans, golden):
    assert len(entries(of_plans)) == len(of_plans.findings)
    golden("console/plans-gitlab.json", render_gitlab(of_plans, Paint()))


def test_ten_mistakes_are_given_whole(of_broken, golden):
    assert len(entries(of_broken)) == 10
    golden("console/broken-gitlab.json", render_gitlab(of_broken, Paint()))


def test_what_is_waived_is_left_out_and_a_preview_weighs_least(mixed):
    assert [(entry["check_name"], entry["severity"]) for entry in entries(mixed)] == [
        ("PLN021 ambiguous-scalar", "major"),
        ("PLN999 brand-new", "info"),
        ("PLN401 no-timeline", "minor"),
        ("PLN401 no-timeline", "minor"),
    ]


def test_an_entry_has_its_lines_and_without_a_place_the_first(mixed):
    found = entries(mixed)
    assert [entry["location"] for entry in (found[0], found[2])] == [
        {"path": "a.yaml", "lines": {"begin": 2, "end": 2}},
        {"path": "a.yaml", "lines": {"begin": 1, "end": 1}},
    ]
    assert found[0]["description"] == "2.10 is ambiguous. Quote it."


def test_a_fingerprint_outlives_lines_put_in_above(of):
    plan = "format: planctl/1\nid: reading\ntitle: R\nthemes: [{title: T, kost: 1}]\n"
    before, after = of(plan), of(f"# one\n# two\n{plan}")
    (old,), (new,) = entries(before), entries(after)
    assert (old["fingerprint"], old["location"]["lines"]["begin"] + 2) == (
        new["fingerprint"], new["location"]["lines"]["begin"],
    )  # fmt: skip


def test_nothing_acts_on_a_terminal(hostile):
    text = render_gitlab(hostile, Paint())
    assert [letter for letter in text if ord(letter) < 0x20] == ["\n"] * 3
    (entry,) = entries(hostile)
    assert "\x1b" not in entry["description"]
    assert entry["location"]["path"] == hostile.findings[0].file


def test_nothing_found_is_an_empty_list():
    assert render_gitlab(CheckRun((), (), {}, checked=1, not_run=0), Paint()) == "[]\n"
