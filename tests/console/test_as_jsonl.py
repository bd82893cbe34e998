"""Findings for programs that read a stream."""

import json

from planctl.console import Paint, render_json, render_jsonl
from planctl.rules import CheckRun


def test_ten_mistakes_are_given_whole(of_broken, golden):
    golden("console/broken.jsonl", render_jsonl(of_broken, Paint()))


def test_a_line_is_an_entry_of_the_one_object(of_plans, mixed):
    for run in (of_plans, mixed):
        lines = render_jsonl(run, Paint(is_on=True)).splitlines()
        assert [json.loads(line) for line in lines] == json.loads(render_json(run, Paint()))[
            "findings"
        ]


def test_nothing_breaks_a_line_or_acts_on_a_terminal(hostile):
    text = render_jsonl(hostile, Paint())
    (finding,) = hostile.findings
    assert json.loads(text)["message"] == finding.message
    assert [letter for letter in text if ord(letter) < 0x20 or letter == "\u202e"] == ["\n"]


def test_nothing_found_is_nothing_said():
    assert render_jsonl(CheckRun((), (), {}, checked=1, not_run=0), Paint()) == ""
