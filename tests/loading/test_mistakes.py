"""Mistakes of shape: all of them at once, each where it stands."""

from pathlib import Path

import pytest

from planctl.findings import Finding, Related, Span
from planctl.loading import Loaded, load_plan, load_programme
from planctl.model import Plan
from planctl.source import Document, read

HEAD = "format: planctl/1\nid: plan\ntitle: Reading\n"
ACTION = HEAD + "themes:\n  - title: At home\n    actions:\n      - text: Open a club\n"
UNDER = "        "


def said(text: str) -> list[str]:
    found = load_plan(read(text.encode(), "plan.yaml"), "plan", None).findings
    return [line for finding in found for line in said_of(finding)]


def said_of(finding: Finding) -> tuple[str, str]:
    assert finding.span is not None
    place = f"{finding.span.line}:{finding.span.column}"
    return f"{place} {finding.code} {finding.message}", finding.help


def test_ten_mistakes_are_ten_findings_in_the_order_of_the_file(loaded: Loaded[Plan]):
    """
    format: planctl/1
    id: plan
    titel: Reading
    status: lve
    funding:
      - {period: Yeer 1, amount: 40000}
    themes:
      - title: At home
        actions:
          - ref: 2.1a
            text: Open a club
            due: 31/02/2018
            responsible: [{party: library, rol: lead}]
            schedule: {Year 1: pilot, year1: review}
            ref: 2.1b
          - ref: 2.1c
            uid: Second Club
            updates: [2017-18 autumn]
    """
    assert [said_of(found)[0] for found in loaded.findings] == [
        "3:1 PLN101 titel is not a field of the plan",
        "4:9 PLN110 'lve' is not a word for status",
        "6:14 PLN107 'Yeer 1' is not a period",
        "12:14 PLN104 due '31/02/2018' is not a date that can be read",
        "13:40 PLN101 rol is not a field of the assignment",
        "14:35 PLN008 Year 1 is given twice",
        "15:9 PLN008 ref is given twice",
        "16:9 PLN102 the action has no text",
        "17:14 PLN109 uid 'Second Club' is not an id",
        "18:18 PLN113 updates takes an entry for each period, not a list",
    ]
    hints = [found.help.partition("? ")[0].rstrip("?") for found in loaded.findings]
    assert [hint for hint in hints if hint.startswith("Did you mean")] == [
        "Did you mean title",
        "Did you mean live",
        "Did you mean Year 1",
        "Did you mean role",
        "Did you mean second-club",
    ]
    assert loaded.record is None


def gallery(name: str) -> list[object]:
    """The texts of a file of mistakes, each with the lines that say what is expected of it."""
    cases = Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n\n")[1:]
    return [
        pytest.param(
            "".join(line for line in case.splitlines(keepends=True) if line[0] != "→"),
            [line.removeprefix("→ ") for line in case.splitlines() if line[0] == "→"],
            id=case.partition("\n→")[0],
        )
        for case in cases
    ]


@pytest.mark.parametrize(("text", "expected"), gallery("actions.txt"))
def test_a_mistake_in_an_action_is_said_in_plain_words(text, expected):
    assert said(ACTION + UNDER + text) == expected


@pytest.mark.parametrize(("text", "expected"), gallery("heads.txt"))
def test_a_mistake_in_a_plans_head_is_said_in_plain_words(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("field", ["ref:", "due: null", "notes: ~", "updates: {2017-18 autumn: }"])
def test_a_field_that_is_left_blank_says_nothing(field):
    assert said(f"{ACTION}{UNDER}{field}\n") == []


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "\u00a0due_by: 2018",
            [
                "8:9 PLN101 due_by is not a field of the action",
                "It begins or ends with a space of another kind: delete that.",
            ],
        ),
        (
            f"'{'k' * 70}': x",
            [
                f"8:9 PLN101 {'k' * 60}… is not a field of the action",
                "Delete it, or move it to where it belongs.",
            ],
        ),
        (
            f"priority: {'9' * 5000}",
            [
                f"8:19 PLN106 priority takes a whole number, not '{'9' * 60}…'",
                "Write figures such as 33 or 1,800; words go into a note.",
            ],
        ),
        (
            f"title: {'x' * 61}",
            [
                "8:16 PLN111 title has 61 characters; it takes up to 60",
                "Shorten it; the full wording belongs in text or notes.",
            ],
        ),
    ],
)
def test_a_message_stays_short_and_names_what_cannot_be_seen(field, expected):
    assert said(f"{ACTION}{UNDER}{field}\n") == expected


def test_a_programme_is_called_a_programme():
    text = "format: planctl/1\nid: p\nnaem: Reading\n"
    found = load_programme(read(text.encode(), "programme.yaml")).findings
    assert [said_of(finding)[0] for finding in found] == [
        "1:1 PLN102 the programme has no title",
        "3:1 PLN101 naem is not a field of the programme",
    ]


def test_a_period_in_two_spellings_is_named_at_both_places(loaded: Loaded[Plan]):
    """
    format: planctl/1
    id: plan
    title: Reading
    reports:
      2017-18 autumn: {summary: One}
      autumn 2017: {summary: Two}
    themes:
      - title: At home
        actions:
          - text: Open a club
            schedule: [Year 1, Year 2, year 1]
          - text: Close it
            schedule: [Year 2, Year 1, Year 3, Year 1]
    """
    assert [
        (found.code, found.message, found.span, found.related) for found in loaded.findings
    ] == [
        (
            "PLN008",
            "2017-18 autumn is given twice",
            Span(6, 3, 6, 14),
            (first("2017-18 autumn", ("reports", "2017-18 autumn"), Span(5, 3, 5, 17)),),
        ),
        (
            "PLN008",
            "Year 1 is given twice",
            Span(11, 36, 11, 42),
            (first("Year 1", (*ACTIONS, 0, "schedule", 0), Span(11, 20, 11, 26)),),
        ),
        (
            "PLN008",
            "Year 1 is given twice",
            Span(13, 44, 13, 50),
            (first("Year 1", (*ACTIONS, 1, "schedule", 1), Span(13, 28, 13, 34)),),
        ),
    ]


ACTIONS = ("themes", 0, "actions")


def first(period: str, path: tuple[str | int, ...], span: Span) -> Related:
    return Related(f"{period} is first given here", path, "key", span)


def test_a_file_of_another_format_gives_no_endless_guesses():
    unknown = "".join(f"title{number}: x\n" for number in range(250))
    found = load_plan(read((HEAD + unknown).encode(), "plan.yaml"), "plan", None).findings
    assert [finding.help for finding in found[199:201]] == [
        "Did you mean title?",
        "Delete it, or move it to where it belongs.",
    ]


def test_a_finding_tells_its_plan_its_entry_and_its_field(document: Document):
    """
    format: planctl/1
    id: plan
    title: Reading
    themes:
      - title: At home
        actions:
          - {ref: 2.1a, uid: open-club, text: Open a club, due: soon}
    """
    (found,) = load_plan(document, "plan", None).findings
    assert (found.file, found.plan, found.ref, found.uid, found.subject, found.path) == (
        "plan.yaml",
        "plan",
        "2.1a",
        "open-club",
        "2.1a",
        ("themes", 0, "actions", 0, "due"),
    )
