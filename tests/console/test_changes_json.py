"""A comparison for programs, and the schema that says what they may rely on."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from planctl.console import render_changes_json
from planctl.console.changes_schema import changes_schema
from planctl.diff import Change, Direction, Edit, Level
from planctl.loading.schema import Draft

VALIDATORS = {Draft.DRAFT_7: Draft7Validator, Draft.DRAFT_2020_12: Draft202012Validator}
FIELDS = [
    "rule", "severity", "direction", "approved", "plan", "kind", "uid", "ref", "label", "theme",
    "owners", "field", "old", "new", "match", "where", "fingerprint", "message", "question",
    "waived", "waiver", "decision", "edits",
]  # fmt: skip


def as_json(compared):
    return json.loads(render_changes_json(compared))


def problems(document, draft=Draft.DRAFT_2020_12):
    validator = VALIDATORS[draft](changes_schema(draft))
    return [(list(error.path), error.message) for error in validator.iter_errors(document)]


def test_a_comparison_is_given_whole(compared, unread, golden):
    golden("console/changes.json", render_changes_json(replace(compared, unread=(unread,))))


def test_a_change_has_all_that_is_known_of_it(compared):
    dropped, target, *_ = as_json(compared)["changes"]
    assert list(dropped) == FIELDS
    assert (dropped["old"], dropped["where"]) == (
        {"ref": "2.1a", "text": "Open a reading club at the library"},
        {
            "old": {
                "file": "plans/reading.yaml", "line": 41, "column": 7,
                "path": ["themes", 0, "actions", 0],
            },
            "new": None,
        },
    )  # fmt: skip
    assert (target["old"], target["new"], target["match"]) == (80, 70, {"how": "ref", "score": 97})


def test_a_decision_and_a_waiver_are_named(compared):
    *_, postponed, waived, _, _ = as_json(compared)["changes"]
    assert (postponed["approved"], postponed["severity"], postponed["decision"]) == (
        True, "info", {"id": "C3", "minute": "Reading board, 12 March 2018, item 4"},
    )  # fmt: skip
    assert (waived["waived"], waived["waiver"]) == (
        True, {"reason": "Agreed when the plan was typed"},
    )  # fmt: skip


def test_the_summary_counts_what_is_not_waived(compared):
    assert as_json(replace(compared, new_waivers=2))["summary"] == {
        "plans": 3, "changes": 17, "audit": 2, "warning": 8, "info": 5, "better": 1, "worse": 10,
        "neutral": 4, "approved": 1, "waived": 2, "new_waivers": 2, "left_out": 0,
        "by_rule": {
            "action-dropped": 1, "date-moved": 1, "kpi-target-loosened": 1, "missed-update": 5,
            "no-movement": 1, "rating-improved": 1, "rating-worsened": 1, "renumbered": 3,
            "scope-softened": 1,
        },
    }  # fmt: skip


def test_what_could_not_be_read_makes_it_incomplete(compared, unread):
    found = as_json(replace(compared, changes=(), unread=(unread,)))
    (entry,) = found["unread"]
    assert (found["status"], found["changes"], entry["code"], entry["file"], entry["line"]) == (
        "incomplete", [], "PLN002", "plans/maths.yaml", 2,
    )  # fmt: skip
    assert as_json(compared)["status"] == "complete"


def test_long_values_and_edits_are_in_full(compared):
    old, new = "word " * 20_000, {"deep": [{"list": [1, 2.5, None, True, "Übung"]}]}
    path = ("themes", 0, "actions", 3, "updates", "2017-18 autumn")
    edits = (Edit(path, path, old, new), Edit(None, path, None, new), Edit(path, ("x", 0)))
    change = Change("reworded", Level.INFO, Direction.NEUTRAL, "m", old=old, new=new, edits=edits)
    (entry,) = as_json(replace(compared, changes=(change,)))["changes"]
    as_list = list(path)
    assert (entry["old"], entry["new"], entry["edits"]) == (
        old,
        new,
        [
            {"old": as_list, "new": as_list, "was": old, "now": new},
            {"old": None, "new": as_list, "was": None, "now": new},
            {"old": as_list, "new": ["x", 0], "was": None, "now": None},
        ],
    )


def test_every_letter_of_a_plan_survives_and_none_acts_on_a_terminal(compared, hostile):
    words = hostile.findings[0].message
    change = Change("reworded", Level.INFO, Direction.NEUTRAL, words, old=words, new=[words])
    text = render_changes_json(replace(compared, changes=(change,)))
    (entry,) = json.loads(text)["changes"]
    assert (entry["message"], entry["old"], entry["new"]) == (words, words, [words])
    assert [letter for letter in text if letter != "\n" and ord(letter) < 0x20] == []


@pytest.mark.parametrize("draft", list(Draft))
def test_the_schema_is_one_of_its_draft_and_takes_what_is_printed(draft, compared, unread):
    VALIDATORS[draft].check_schema(changes_schema(draft))
    for one in (compared, replace(compared, changes=()), replace(compared, unread=(unread,))):
        assert problems(as_json(one), draft) == []


def test_the_schema_knows_every_kind_of_change(of_rule):
    assert problems(as_json(of_rule)) == []


@pytest.mark.parametrize("draft", list(Draft))
def test_the_schema_refuses_what_is_not_printed(draft, compared):
    found = as_json(compared)
    first = found["changes"][0]
    first |= {"severity": "error", "rule": "unheard-of", "fingerprint": "x", "old": 1}
    del first["message"]
    del found["summary"]["worse"]
    found["status"] = "done"
    assert sorted(".".join(map(str, path)) for path, _ in problems(found, draft)) == [
        "changes.0", "changes.0.fingerprint", "changes.0.rule", "changes.0.severity", "status",
        "summary",
    ]  # fmt: skip


def test_the_schema_names_all_that_is_printed(compared):
    definitions = changes_schema()["$defs"]
    found = as_json(compared)
    named = {name: list(one["properties"]) for name, one in definitions.items()}
    assert list(changes_schema()["properties"]) == list(found)
    assert (named["change"], named["summary"], named["side"]) == (
        FIELDS, list(found["summary"]), list(found["old"]),
    )  # fmt: skip
    assert named["place"] == list(found["changes"][0]["where"]["old"])
    assert named["edit"] == list(found["changes"][0]["edits"][0])
