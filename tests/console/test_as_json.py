"""Findings for programs."""

import json

import planctl
from planctl.console import Paint
from planctl.console.as_json import dumped, render_json
from planctl.findings import Finding, Related, Severity, Span
from planctl.rules import CheckRun


def rendered(run):
    """The text, with the version that changes from release to release left out."""
    return render_json(run, Paint()).replace(f'"{planctl.__version__}"', '"VERSION"', 1)


def test_the_real_plan_is_given_whole(of_plans, golden):
    golden("console/plans.json", rendered(of_plans))


def test_ten_mistakes_are_given_whole(of_broken, golden):
    golden("console/broken.json", rendered(of_broken))


def test_every_field_is_there_and_what_is_not_known_is_null():
    bare = Finding("PLN001", "bare", Severity.WARNING, "said")
    full = Finding(
        code="PLN301", name="full", severity=Severity.ERROR, message="said", help="do this",
        question="why?", file="a.yaml", path=("themes", 0, "ref"), span=Span(1, 2, 3, 4),
        plan="reading", ref="1a", uid="club", subject="1a", fingerprint="00ff",
        related=(Related("there", ("id",), "key", Span(5, 6, 7, 8)), Related("nowhere")),
    )  # fmt: skip
    run = CheckRun((bare, full), (full,), {}, checked=2, not_run=1, not_checked=3)
    nowhere = {"line": None, "column": None, "end_line": None, "end_column": None}
    assert json.loads(render_json(run, Paint(is_on=True))) == {
        "format_version": "1.0",
        "tool": {"name": "planctl", "version": planctl.__version__},
        "checked": 2,
        "not_run": 1,
        "not_checked": 3,
        "findings": [
            {
                "code": "PLN001", "name": "bare", "severity": "warning", "message": "said",
                "help": "", "question": "", "plan": "", "ref": None, "uid": None, "path": [],
                "file": "", **nowhere, "related": [], "fix": None, "fingerprint": "",
                "waived": False, "waiver": None, "preview": False,
            },
            {
                "code": "PLN301", "name": "full", "severity": "error", "message": "said",
                "help": "do this", "question": "why?", "plan": "reading", "ref": "1a",
                "uid": "club", "path": ["themes", 0, "ref"], "file": "a.yaml",
                "line": 1, "column": 2, "end_line": 3, "end_column": 4,
                "related": [
                    {
                        "message": "there", "path": ["id"], "file": "a.yaml",
                        "line": 5, "column": 6, "end_line": 7, "end_column": 8,
                    },
                    {"message": "nowhere", "path": [], "file": "a.yaml", **nowhere},
                ],
                "fix": None, "fingerprint": "00ff", "waived": False, "waiver": None,
                "preview": False,
            },
        ],
        "summary": {
            "errors": 1, "warnings": 1, "info": 0, "preview": 0, "waived": 0,
            "by_rule": {"PLN001": 1, "PLN301": 1},
        },
    }  # fmt: skip


def test_a_finding_counts_once_as_its_severity_in_preview_or_waived(mixed):
    assert json.loads(render_json(mixed, Paint()))["summary"] == {
        "errors": 1, "warnings": 2, "info": 0, "preview": 1, "waived": 2,
        "by_rule": {"PLN021": 1, "PLN401": 2, "PLN999": 1},
    }  # fmt: skip


def test_a_fix_is_given_with_its_edits_in_lines_and_columns(mixed):
    entries = json.loads(render_json(mixed, Paint()))["findings"]
    assert [entry["fix"] for entry in entries] == [
        {
            "title": "Put quotes round it",
            "safe": False,
            "edits": [
                {"line": 2, "column": 6, "end_line": 2, "end_column": 10, "text": '"2.10"'},
                {"line": 3, "column": 7, "end_line": 3, "end_column": 11, "text": "seen"},
                {"line": 3, "column": 14, "end_line": 3, "end_column": 14, "text": "!"},
            ],
        },
        *[None] * 5,
    ]


def test_a_waiver_is_given_with_its_reason_and_what_is_in_preview_is_marked(mixed):
    entries = json.loads(render_json(mixed, Paint()))["findings"]
    assert [(entry["waived"], entry["waiver"], entry["preview"]) for entry in entries[:4]] == [
        (False, None, False),
        (
            True,
            {"reason": "Agreed.", "by": "the board", "until": "2018-08-31", "where": "a.yaml:1"},
            False,
        ),
        (True, {"reason": "", "by": "", "until": None, "where": "waivers.yaml:3"}, False),
        (False, None, True),
    ]


def test_what_is_said_once_for_people_has_an_entry_a_place_for_programs(of_plans):
    found = json.loads(render_json(of_plans, Paint()))["findings"]
    without_measure = [entry["ref"] for entry in found if entry["code"] == "PLN711"]
    assert (len(without_measure), without_measure[0], without_measure[-1]) == (33, "2.1a", "vii")


def test_columns_count_letters_from_one(of):
    run = of("format: planctl/1\nid: reading\ntitle: Reading\n{日本: 1}\n")
    run = of("format: planctl/1\nid: reading\ntitle: R\nthemes: [{title: 日本, kost: 1}]\n")
    (entry,) = json.loads(render_json(run, Paint()))["findings"]
    assert (entry["line"], entry["column"], entry["end_column"]) == (4, 22, 26)


def test_letters_stay_and_controls_are_escaped():
    hostile = "é日\x1b[2J\x7f\x9b\u202e\n\t"
    text = dumped({"text": hostile})
    assert text == '{\n  "text": "é日\\u001b[2J\\u007f\\u009b\\u202e\\n\\t"\n}\n'
    assert json.loads(text) == {"text": hostile}


def test_every_field_and_every_entry_of_a_list_has_a_line():
    value = {"a": 1, "none": None, "empty": [], "list": [{"b": [2, 3]}, {}], "last": {"c": "d"}}
    text = dumped(value)
    assert text.splitlines() == [
        "{",
        '  "a": 1,',
        '  "none": null,',
        '  "empty": [],',
        '  "list": [',
        '    {"b": [2, 3]},',
        "    {}",
        "  ],",
        '  "last": {"c": "d"}',
        "}",
    ]
    assert json.loads(text) == value
