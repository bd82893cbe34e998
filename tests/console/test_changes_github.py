"""A comparison as GitHub shows it beside the lines of a change."""

import re
from dataclasses import replace

from planctl.console import Paint, render_changes_github, render_changes_text
from planctl.diff import Change, Direction, Level, Spot


def commands(text):
    """The name, the properties and the message of each command before the report."""
    before, _, report = text.partition("::stop-commands::")
    found = re.findall(r"^::(\w+) ([^\n]*?)::([^\n]*)$", before, re.MULTILINE)
    assert len(found) == len(before.splitlines())
    return [(name, given, message) for name, given, message in found], report


def test_a_comparison_is_given_whole(compared, unread, golden):
    golden("console/changes-github.txt", render_changes_github(replace(compared, unread=(unread,))))


def test_what_worries_most_comes_first_and_what_is_for_the_record_is_not_annotated(compared):
    found, report = commands(render_changes_github(replace(compared, new_waivers=1)))
    assert [name for name, _, _ in found] == ["error"] * 2 + ["warning"] * 4 + ["notice"]
    assert found[0] == (
        "error",
        "file=plans/reading.yaml,title=Needs a decision%3A action-dropped",
        (
            "2.1a is no longer in the plan: ‘Open a reading club at the library’%0A"
            "Who decided that 2.1a is not done, and what takes its place?"
        ),
    )
    assert found[1][1:] == (
        "file=plans/reading.yaml,line=12,col=7,title=Needs a decision%3A kpi-target-loosened",
        (
            "KPI K1 has the target 70 %25 for 2018, before 80 %25%0A"
            "Who agreed to a lower target for KPI K1?"
        ),
    )
    assert found[2] == ("warning", "title=New waivers", "This change brings 1 waiver of its own.")
    assert render_changes_text(replace(compared, new_waivers=1), Paint()) in report


def test_a_file_that_could_not_be_read_is_an_error(compared, unread):
    found, _ = commands(render_changes_github(replace(compared, changes=(), unread=(unread,))))
    assert found == [
        (
            "error",
            "file=plans/maths.yaml,line=2,title=PLN002 not-utf8",
            "the file is no UTF-8 text: byte 17 is none of it",
        )
    ]


def test_what_is_waived_is_not_annotated(compared):
    waived = tuple(replace(change, waived="Agreed") for change in compared.changes)
    assert commands(render_changes_github(replace(compared, changes=waived)))[0] == []


def test_no_word_of_a_plan_ends_a_command_or_begins_one(compared, hostile):
    words = hostile.findings[0].message
    change = Change("reworded", Level.AUDIT, Direction.WORSE, words, words, words, label=words,
                    new_spot=Spot(words, 1, 2))  # fmt: skip
    text = render_changes_github(replace(compared, changes=(change,), old=compared.new))
    found, report = commands(text)
    assert (len(found), found[0][0], text.count("\n::")) == (1, "error", 2)
    first, *_, last = report.splitlines()
    assert last == f"::{first}::"
