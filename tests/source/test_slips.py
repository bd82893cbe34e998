"""Slips of YAML: one finding, where the slip is, in words that an officer knows."""

import re
from pathlib import Path

import pytest

from planctl.source import read

GALLERY = Path(__file__).with_name("slips.txt").read_text(encoding="utf-8")


def slips() -> list[object]:
    """Title by title: the broken text, and the lines that say what is expected of it."""
    cases = [case.partition("\n") for case in re.split(r"^# ", GALLERY, flags=re.MULTILINE)[1:]]
    return [
        pytest.param(
            "".join(
                line for line in body.strip().splitlines(keepends=True) if not line.startswith("→")
            ),
            [line.removeprefix("→ ") for line in body.splitlines() if line.startswith("→")],
            id=title,
        )
        for title, _, body in cases
    ]


def said(text: str) -> list[tuple[str, str, str]]:
    return [
        (finding.code, f"{finding.span.line}:{finding.span.column} {finding.message}", finding.help)
        for finding in read(text.encode(), "plan.yaml").findings
        if finding.span
    ]


@pytest.mark.parametrize(("text", "expected"), slips())
def test_a_slip_is_one_finding_where_it_was_made(text, expected):
    assert said(text) == [("PLN001", *expected)]


@pytest.mark.parametrize(("text", "expected"), slips())
def test_a_slip_further_down_in_a_file_of_windows_is_found_as_well(text, expected):
    place, _, message = expected[0].partition(" ")
    line, _, column = place.partition(":")
    found = said("vision: Reading\r\n# a comment\r\n" + text.replace("\n", "\r\n"))
    assert found == [("PLN001", f"{int(line) + 2}:{column} {message}", expected[1])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: Parenting\n\tref: 2\n", "2:1"),
        ("themes:\n\t- title: Reading\n", "2:1"),
        ("themes:\n  - title: Reading\n  \tref: 2\n", "3:3"),
        ("notes:\n  -\tnorth\n", "2:4"),
        ("title: Parenting\r\n\tref: 2\r\n", "2:1"),
        ("links: [north\n\t@south]\n", "2:1"),
    ],
)
def test_a_tab_where_a_line_begins_is_named(text, expected):
    message = f"{expected} a tab stands where only spaces may"
    assert said(text) == [("PLN004", message, "Use spaces: two for each step to the right.")]


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        (
            "title: Parenting\ndue:\u00a02018-01-25\nref: 2\n",
            "2:5 the space after due: is of another kind",
            "Delete it, and type a space.",
        ),
        (
            "title: Parenting\ndue\uff1a2018-01-25\nref: 2\n",
            "2:4 this colon is of another kind",
            "Delete it, and type a colon and a space.",
        ),
        (
            "title: Parenting\u2028north\nref: 2\n",
            "1:17 an unseen character (U+2028) breaks the line here",
            "Delete it.",
        ),
        (
            "title: Parenting\u0085north\nref: 2\n",
            "1:17 an unseen character (U+0085) breaks the line here",
            "Delete it.",
        ),
    ],
)
def test_a_character_that_only_looks_right_is_named(text, message, remedy):
    assert said(text) == [("PLN001", message, remedy)]


def test_what_stands_on_the_line_of_a_slip_is_not_said_twice():
    text = "aim: *important to all\nvision: &v Reading: writing\n"
    assert [code for code, _, _ in said(text)] == ["PLN001"]


def test_what_was_refused_above_a_slip_is_said_too():
    found = said("vision: &v Reading\ntitle: Parental: partnership\n")
    assert [(code, place[:4]) for code, place, _ in found] == [
        ("PLN005", "1:9 "),
        ("PLN001", "2:16"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "aim: 8% more\n",
        "aim: at 10:30 and 11:45\n",
        "aim: see http://example.org/plan\n",
        "aim: the school's work\n",
        "aim: “Homework”\n",
        "aim: north & south\n",
        "aim: a\tb\n",
        "aim:\tHomework\n",
        "aim : Homework\n",
        "aim: 50 > 40\n",
        "aim: 'it''s done'\n",
        "aim: -5\n",
        "aim: :)\n",
        "aim: Reading [see note]\n",
        "text: |\n  a\n  \tb\n",
        "schedule: [Year 1,\n\tYear 2]\n",
        "%YAML 1.2\n---\naim: Homework\n",
        "aim: Homework\n...\n",
    ],
)
def test_what_only_looks_like_a_slip_is_read(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("aim: Reading\n  " + "- " * 30_000 + ": x\n", 2),
        ("aim: Reading\n" + "a" + " " * 60_000 + "b\nref: 2\n", 2),
        ("aim: '" + "' " * 30_000 + ": x\n", 1),
        ("aim: Reading\nnotes: [" + "{a: " * 60 + "\n", 2),
    ],
)
def test_a_line_of_thousands_of_marks_is_judged_like_any_other(text, line):
    (found,) = said(text)
    assert (found[0], found[1].partition(":")[0]) == ("PLN001", str(line))
