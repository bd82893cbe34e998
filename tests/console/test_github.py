"""Findings as GitHub shows them beside the lines of a change."""

import re
from dataclasses import replace

from planctl.console import Paint, render_concise, render_github
from planctl.findings import Severity

REPORT = "the report\n"


def commands(text):
    """The commands as GitHub's runner reads them: name, properties, message."""
    read, resume = [], None
    for line in text.splitlines():
        found = re.match(r"\s*::([\w-]*)(?: (.*?))?::(.*)", line)
        if resume is not None:
            resume = None if line == f"::{resume}::" else resume
        elif found and found[1] == "stop-commands":
            resume = found[3]
        elif found:
            pairs = (pair.split("=", 1) for pair in (found[2] or "").split(",") if pair)
            read.append((found[1], {name: plain(value) for name, value in pairs}, plain(found[3])))
    return read


def plain(text):
    for code, letter in [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]:
        text = text.replace(code, letter)
    return text


def test_the_real_plan_is_given_whole(of_plans, golden):
    golden("console/plans-github.txt", render_github(of_plans, REPORT))


def test_ten_mistakes_are_given_whole(of_broken, golden):
    text = render_github(of_broken, render_concise(of_broken, Paint()))
    golden("console/broken-github.txt", text)


def test_errors_come_first_a_preview_is_a_notice_and_what_is_waived_is_left_out(mixed):
    first, *others = commands(render_github(mixed, REPORT))
    assert first == (
        "error",
        {
            "file": "a.yaml", "line": "2", "endLine": "2", "col": "6", "endColumn": "10",
            "title": "PLN021 ambiguous-scalar",
        },
        "2.10 is ambiguous\nQuote it.",
    )  # fmt: skip
    assert [(name, properties["title"]) for name, properties, _ in others] == [
        ("warning", "PLN401 no-timeline"),
        ("warning", "PLN401 no-timeline"),
        ("notice", "PLN999 brand-new (preview)"),
    ]


def test_an_info_is_a_notice_and_of_several_lines_no_column_is_given(mixed):
    finding = replace(mixed.findings[1], severity=Severity.INFO, waiver=None)
    ((name, properties, message),) = commands(
        render_github(replace(mixed, said=(finding,)), REPORT)
    )
    place = {"file": "a.yaml", "line": "1", "endLine": "2", "title": "PLN301 no-responsible"}
    assert (name, properties, message) == ("notice", place, "said")


def test_no_word_of_a_plan_ends_a_command_or_begins_one(hostile):
    report = f"{hostile.findings[0].message}\n::add-mask::x\n##[error]y\n"
    text = render_github(hostile, report)
    (line, *_) = text.splitlines()
    ((name, properties, message),) = commands(text)
    assert (name, list(properties)) == (
        "error", ["file", "line", "endLine", "col", "endColumn", "title"],
    )  # fmt: skip
    mark = "\N{REPLACEMENT CHARACTER}"
    said = hostile.findings[0].message.replace("\n", " ")
    said = re.sub("[\x00-\x1f\x9b\u202e]", mark, said)
    assert (properties["file"], message) == (said, f"{said}\n{said}")
    assert [letter for letter in line if ord(letter) < 0x20] == []


def test_no_line_of_the_report_is_taken_for_a_command(mixed):
    text = render_github(replace(mixed, said=()), "::error::one\n  ::warning::two\n")
    assert commands(text) == []
    first, *_, last = text.splitlines()
    assert first.removeprefix("::stop-commands::") == last.strip(":")
    assert re.fullmatch("[0-9a-f]{64}", last.strip(":"))
