"""`planctl update`: one action's update, recorded in the plan between the lines that are there."""

import os
import pty
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from datetime import date
from difflib import ndiff
from pathlib import Path
from select import select

import pytest

from planctl.source import read_file

ROOT = Path(__file__).parents[2]
SPRING = ("--term", "spring 2018", "--date", "23/3/18")
READING = Path("plans/reading.yaml")
BEHIND = "The report would still lack: --comment, --path-to-green, --expected, --next-step.\n"
CAUSES = (
    "It takes capacity, funding, partner, policy, data, dependency, procurement, scope or other."
)
DAY = "Write a day as 2018-01-25, 25/01/2018 (day first) or 25 January 2018."
DEADLINES = f"{DAY} January 2018, spring 2018 and early 2018 are read as well."
CLUB = """\
      - {ref: 1a, text: Open a homework club, schedule: [Year 1]}
"""
CLUBS = """\
      - ref: 1a
        uid: homework-club
        text: Open a homework club
        sub_actions:
          - {ref: i, uid: room, text: Find a room}
      - ref: 1b
        text: Lend books
"""


@pytest.fixture
def clubs(workspace):
    """A workspace whose plan reading has two actions and a sub-action."""
    root = workspace()
    text = READING.read_text("utf-8").replace(CLUB, CLUBS)
    READING.write_text(text, "utf-8")
    return root


@pytest.fixture
def added():
    """The lines that the plan has gained; none may be lost."""
    before = READING.read_text("utf-8")

    def lines():
        told = list(ndiff(before.splitlines(), READING.read_text("utf-8").splitlines()))
        assert [line for line in told if line.startswith("- ")] == []
        return [line[2:] for line in told if line.startswith("+ ")]

    return lines


def said_no(said):
    """What it said instead of recording anything."""
    assert (said.out, said.code) == ("", 2)
    return said.err


@pytest.mark.usefixtures("clubs")
def test_what_was_said_is_recorded_and_told(planctl, request):
    added = request.getfixturevalue("added")
    said = planctl(
        "update", "1A", *SPRING, "--rating", "A", "--stage", "In Progress", "--percent", "40",
        "--comment", "One of two has begun.", "--cause", "Partner", "--path-to-green", "A date.",
        "--expected", "May 2018", "--next-step", "Visit the school by 30 April 2018",
        "--next-step", "Send the list by post", "--evidence", "E1", "--decision-needed", "Go on?",
        "--by", "Library",
    )  # fmt: skip
    assert (said.err, said.code) == ("", 0)
    assert said.out == (
        "1a, 2017-18 spring: amber, in progress, 40%, comment, cause partner, path to green, "
        "expected May 2018, next step by 2018-04-30, next step, decision needed, evidence. "
        "Written to plans/reading.yaml.\n"
    )
    assert (
        added()
        == """\
        updates:
          2017-18 spring:
            rating: amber
            stage: in_progress
            percent: 40
            comment: One of two has begun.
            cause: partner
            path_to_green: A date.
            expected: May 2018
            next_steps:
              - text: Visit the school
                due: 2018-04-30
              - Send the list by post
            decision_needed: Go on?
            evidence:
              - E1
            by: Library
            date: 2018-03-23
""".splitlines()
    )


def test_every_other_line_of_the_real_plan_stays_byte_for_byte(planctl, workspace):
    names = ("plans/parental-partnership.yaml", "plans/programme.yaml")
    workspace({name: (ROOT / name).read_bytes() for name in names})
    plan = Path(names[0])
    before = plan.read_bytes()
    given = ("--rating", "green", "--comment", "Begun: two schools.", "--next-step", "Go on")
    assert planctl("update", "2.1f", *SPRING, *given).err == ""
    schedule = b"        schedule: {Year 1: pilot, Year 2: roll-out, Year 3: roll-out}\n"
    source = b"        source: {line: 26, Year 1: Pilot"
    below = b"""\
        updates:
          2017-18 spring:
            rating: green
            comment: "Begun: two schools."
            next_steps:
              - Go on
            date: 2018-03-23
"""
    assert before.count(schedule + source) == 1
    assert plan.read_bytes() == before.replace(schedule + source, schedule + below + source)
    assert Path(names[1]).read_bytes() == (ROOT / names[1]).read_bytes()


@pytest.mark.usefixtures("clubs")
@pytest.mark.parametrize("name", ["room", "ROOM", "i", " I "])
def test_a_sub_action_is_found_by_reference_or_uid_in_any_case(name, planctl):
    said = planctl("update", name, *SPRING, "--stage", "complete", "--comment", "Found.")
    assert (said.err, said.code) == ("", 0)
    assert said.out == "i, 2017-18 spring: complete, comment. Written to plans/reading.yaml.\n"
    assert (
        "          - {ref: i, uid: room, text: Find a room, updates: {2017-18 spring: "
        "{stage: complete, comment: Found., date: 2018-03-23}}}\n"
    ) in READING.read_text("utf-8")


@pytest.mark.usefixtures("clubs")
def test_what_is_said_again_is_replaced_and_lists_grow(planctl, request):
    first = ("--rating", "red", "--comment", "No.", "--next-step", "Ask", "--by", "schools")
    planctl("update", "1b", *SPRING, *first)
    added = request.getfixturevalue("added")
    said = planctl("update", "1b", "--term", "Spring 2018", "--rating", "R",
                   "--date", "2018-03-23", "--next-step", "Ask",
                   "--next-step", "Ask again by May 2018")  # fmt: skip
    assert (said.err, said.code) == (
        "The report would still lack: --path-to-green, --expected.\n", 0
    )  # fmt: skip
    assert added() == ["              - text: Ask again", "                due: May 2018"]


@pytest.mark.usefixtures("clubs")
def test_what_stands_there_already_is_not_written_again(planctl):
    words = ("--rating", "green", "--comment", "Well.", "--next-step", "Go on")
    planctl("update", "1b", *SPRING, *words)
    before = READING.stat()
    said = planctl("update", "1b", *SPRING, *words)
    assert (said.err, said.code) == ("", 0)
    assert said.out == (
        "1b, 2017-18 spring: green, comment, next step. "
        "All of that stands in plans/reading.yaml already.\n"
    )
    assert (READING.stat().st_ino, READING.stat().st_mtime_ns) == (
        before.st_ino, before.st_mtime_ns
    )  # fmt: skip


@pytest.mark.usefixtures("clubs")
def test_the_day_is_today_unless_it_is_given_also_when_more_is_said(planctl):
    planctl("update", "1a", "--term", "spring 2018", "--rating", "green")
    today = f"            date: {date.today()}\n"  # noqa: DTZ011 - the user's own day
    assert READING.read_text("utf-8").count(today) == 1
    planctl("update", "1a", *SPRING, "--rating", "green")
    planctl("update", "1a", "--term", "spring 2018", "--comment", "Well.")
    lines = READING.read_text("utf-8").splitlines(keepends=True)
    assert [line for line in lines if " date: " in line] == [today]


@pytest.mark.parametrize(
    ("arguments", "term"),
    [
        ([], "2017-18 spring"),
        (["--term", "current"], "2017-18 spring"),
        (["--term", "last"], "2017-18 autumn"),
        (["--term", "Summer 2018"], "2017-18 summer"),
    ],
)
def test_the_term_is_the_one_of_its_day_or_the_one_named(arguments, term, planctl, workspace):
    workspace()
    said = planctl("update", "1a", "--date", "2018-03-23", "--rating", "red", *arguments)
    assert said.out == f"1a, {term}: red. Written to plans/reading.yaml.\n"
    assert f"updates: {{{term}: {{rating: red, date: 2018-03-23}}}}" in READING.read_text("utf-8")


@pytest.mark.usefixtures("clubs")
def test_a_dry_run_shows_the_difference_and_writes_nothing(planctl):
    before = READING.read_bytes()
    said = planctl("update", "1b", *SPRING, "--rating", "red", "--dry-run")
    assert (said.err, said.code) == (f"Nothing was written.\n{BEHIND}", 0)
    assert said.out.splitlines() == [
        "--- plans/reading.yaml",
        "+++ plans/reading.yaml",
        "@@ -12,3 +12,7 @@",
        "           - {ref: i, uid: room, text: Find a room}",
        "       - ref: 1b",
        "         text: Lend books",
        "+        updates:",
        "+          2017-18 spring:",
        "+            rating: red",
        "+            date: 2018-03-23",
    ]
    assert READING.read_bytes() == before


def test_a_difference_at_the_end_of_a_file_without_a_line_break_says_so(planctl, workspace):
    workspace()
    READING.write_bytes(READING.read_bytes().rstrip(b"\n"))
    said = planctl("update", "1a", *SPRING, "--rating", "red", "--dry-run")
    lines = said.out.splitlines()
    assert [lines[at] for at in (-3, -1)] == ["\\ No newline at end of file"] * 2


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["--rating", "ambr"], "Did you mean amber? It takes green, amber or red."),
        (["--stage", "done"], "It takes not_started, in_progress, complete or paused."),
        (["--cause", "fundign"], f"Did you mean funding? {CAUSES}"),
        (["--percent", "101"], "Write a whole number from 0 to 100."),
        (["--percent", "half"], "Write a whole number from 0 to 100."),
        (["--expected", "31 April 2018"], f"April 2018 has 30 days. {DAY}"),
        (["--expected", "soon"], DEADLINES),
        (["--next-step", "Visit it by 31 April 2018"],
         "April 2018 has 30 days. Write: Visit the school by 30 April 2018."),
        (["--comment", " "], "Write something between the quotes, or leave the option out."),
        (["--evidence", ""], "Write something between the quotes, or leave the option out."),
    ],
)  # fmt: skip
def test_a_wrong_value_names_its_option_and_what_it_takes(arguments, answer, planctl, workspace):
    workspace()
    before = READING.read_bytes()
    option, value = arguments
    refused = said_no(planctl("update", "1a", *SPRING, *arguments))
    assert refused == f"planctl: {option} '{value}' cannot be used. {answer}\n"
    assert READING.read_bytes() == before


def test_a_wrong_day_or_term_is_refused(planctl, workspace):
    workspace()
    assert said_no(planctl("update", "1a", "--date", "30/2/18", "--rating", "red")) == (
        "planctl: --date '30/2/18' cannot be used. February 2018 has 28 days. "
        "Write a day as 2018-01-25, 25/01/2018 (day first) or 25 January 2018.\n"
    )
    assert said_no(planctl("update", "1a", "--term", "autumn 2030", "--rating", "red")) == (
        "planctl: --term 'autumn 2030' cannot be used. The plan does not run then; "
        "its terms are 2017-18 autumn to 2017-18 summer.\n"
    )


def test_a_character_that_cannot_be_seen_is_refused(planctl, workspace):
    workspace()
    assert said_no(planctl("update", "1a", *SPRING, "--comment", "a\u202eb")) == (
        "planctl: --comment 'a\\u202eb' holds a text-direction character (U+202E), "
        "which cannot be seen. Type it anew; pasted text brings such characters along.\n"
    )


def test_who_says_it_is_one_of_the_parties(planctl, workspace):
    workspace()
    with READING.open("a", encoding="utf-8") as plan:
        plan.write("parties:\n  - {id: library, kind: team, name: Library service}\n")
    assert said_no(planctl("update", "1a", *SPRING, "--rating", "red", "--by", "libary")) == (
        "planctl: --by 'libary' is not among the parties. Did you mean library? "
        "Use a party's id or name, or add it to parties.\n"
    )
    planctl("update", "1a", *SPRING, "--rating", "red", "--by", "library SERVICE")
    assert ", by: library, date: 2018-03-23}" in READING.read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Visit it by 30 April 2018.", "{text: Visit it, due: 2018-04-30}"),
        ("Visit it, by 30/4/18", "{text: Visit it, due: 2018-04-30}"),
        ("Visit it (by the end of May 2018)", "{text: Visit it, due: the end of May 2018}"),
        ("Go by train by spring 2018", "{text: Go by train, due: spring 2018}"),
        ("Send it By Year 1", "{text: Send it, due: Year 1}"),
        ("Send it by post", "Send it by post"),
        ("Cut exclusions by 10", "Cut exclusions by 10"),
        ("Stand by", "Stand by"),
    ],
)
def test_a_next_step_has_its_deadline_behind_the_word_by(typed, written, planctl, workspace):
    workspace()
    planctl("update", "1a", *SPRING, "--next-step", typed)
    assert f"{{next_steps: [{written}], date:" in READING.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--rating", "amber"], BEHIND),
        (["--rating", "green"], "The report would still lack: --comment, --next-step.\n"),
        (["--comment", "x"], "The report would still lack: --rating, --next-step.\n"),
        (["--stage", "complete"], "The report would still lack: --comment.\n"),
        (["--stage", "complete", "--comment", "x"], ""),
    ],
)
def test_what_a_reader_will_miss_is_said(arguments, hint, planctl, workspace):
    workspace()
    assert planctl("update", "1a", *SPRING, *arguments).err == hint


@pytest.mark.usefixtures("clubs")
def test_an_action_that_is_not_there_is_answered_with_the_one_that_was_meant(planctl):
    words = ("--rating", "green")
    assert said_no(planctl("update", "homwork-club", *SPRING, *words)) == (
        "planctl: REF 'homwork-club' is no action of plans/reading.yaml. "
        "Did you mean homework-club?\n"
    )
    assert said_no(planctl("update", "zz", *SPRING, *words)) == (
        "planctl: REF 'zz' is no action of plans/reading.yaml. There are 1a, i, 1b.\n"
    )


def test_where_no_action_has_a_name_the_way_to_one_is_told(planctl, workspace):
    workspace()
    READING.write_text(READING.read_text("utf-8").replace("ref: 1a, ", ""), "utf-8")
    assert said_no(planctl("update", "1a", *SPRING, "--rating", "green")) == (
        "planctl: REF '1a' is no action of plans/reading.yaml. "
        "Its actions have no references; `planctl fmt --add-ids` gives them uids.\n"
    )


OTHER = """\
format: planctl/1
id: writing
title: Writing
period: {from: 2017-09-01, to: 2018-08-31}
themes:
  - title: Pens
    actions:
      - {ref: 1a, text: Buy pens}
"""


@pytest.mark.parametrize(
    "plan", ["writing", "Writing", "plans/writing.yaml", "./plans/writing.yaml"]
)
def test_of_several_plans_with_such_an_action_one_is_named(plan, planctl, workspace):
    workspace({"plans/writing.yaml": OTHER})
    before = READING.read_bytes()
    assert said_no(planctl("update", "1a", *SPRING, "--rating", "red")) == (
        "planctl: REF '1a' names actions of 2 plans: plans/reading.yaml, plans/writing.yaml. "
        "Say which plan with --plan.\n"
    )
    said = planctl("update", "1a", *SPRING, "--rating", "red", "--plan", plan)
    assert said.out == "1a, 2017-18 spring: red. Written to plans/writing.yaml.\n"
    assert READING.read_bytes() == before


def test_a_plan_that_is_not_there_is_answered_with_those_that_are(planctl, workspace):
    workspace({"plans/writing.yaml": OTHER})
    words = ("update", "1a", *SPRING, "--rating", "red", "--plan")
    assert said_no(planctl(*words, "raeding")) == (
        "planctl: --plan 'raeding' is no plan of this workspace. Did you mean reading?\n"
    )
    assert said_no(planctl(*words, "x")) == (
        "planctl: --plan 'x' is no plan of this workspace. Its plans are reading, writing.\n"
    )
    assert said_no(planctl(*words, "x.yaml")) == (
        "planctl: x.yaml is not there. Check the spelling, or the folder you are in.\n"
    )


def test_of_two_actions_with_one_reference_none_is_guessed(planctl, workspace):
    workspace()
    READING.write_text(READING.read_text("utf-8") + CLUB.replace("1a", "1A"), "utf-8")
    assert said_no(planctl("update", "1a", *SPRING, "--rating", "red")) == (
        "planctl: REF '1a' names 2 actions: plans/reading.yaml:8, plans/reading.yaml:9. "
        "Use the uid of one of them; `planctl fmt --add-ids` gives uids.\n"
    )


@pytest.mark.parametrize("arguments", [("1a", "--plan", "writing"), ("1a",), ("9z",)])
def test_a_plan_that_may_have_the_action_and_does_not_load_stops_it(arguments, planctl, workspace):
    workspace({"plans/writing.yaml": f"{OTHER}kid: x\n"})
    before = READING.read_bytes()
    said = planctl("update", *arguments, *SPRING, "--rating", "red")
    assert (said.out, said.code) == ("", 1)
    assert said.err == (
        "plans/writing.yaml:9:1: error PLN101 kid is not a field of the plan\n"
        "Nothing was recorded. Mend that first, or name another plan with --plan.\n"
    )
    assert READING.read_bytes() == before


def test_a_plan_that_does_not_load_and_has_no_such_action_is_no_hindrance(planctl, workspace):
    workspace({"plans/writing.yaml": OTHER.replace("1a", "7a") + "kid: x\n"})
    said = planctl("update", "1a", *SPRING, "--rating", "red")
    assert said.out == "1a, 2017-18 spring: red. Written to plans/reading.yaml.\n"


def test_a_programme_that_does_not_load_stops_it(planctl, workspace):
    workspace({"plans/programme.yaml": "format: planctl/2\nid: p\ntitle: P\n"})
    said = planctl("update", "1a", *SPRING, "--rating", "red")
    assert (said.out, said.code) == ("", 1)
    assert said.err.startswith("plans/programme.yaml:1:9: error PLN115 ")


@pytest.mark.parametrize("arguments", [(), ("--by", "library")])
def test_on_a_pipe_something_must_be_said(arguments, process, workspace):
    root = workspace()
    done = process("update", "1a", *SPRING, *arguments, cwd=root)
    assert (done.stdout, done.returncode) == (b"", 2)
    assert done.stderr.decode() == (
        "planctl: Nothing is said of 1a. Give at least one option, such as --rating or --comment; "
        "on a terminal, planctl asks.\n"
    )


def test_a_link_stays_and_what_it_leads_to_is_written(planctl, workspace):
    root = workspace()
    kept = root / "kept.yaml"
    READING.rename(kept)
    READING.symlink_to(kept)
    said = planctl("update", "1a", *SPRING, "--rating", "red")
    assert said.out == "1a, 2017-18 spring: red. Written to plans/reading.yaml.\n"
    assert (READING.is_symlink(), b"rating: red" in kept.read_bytes()) == (True, True)


def test_a_protected_file_stays_as_it_was(planctl, workspace, monkeypatch):
    workspace()
    before = READING.read_bytes()
    # Whoever runs the tests may be allowed to write everything.
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert said_no(planctl("update", "1a", *SPRING, "--rating", "red")) == (
        "planctl: plans/reading.yaml cannot be written: it is protected against writing. "
        "What was there before is unchanged.\n"
    )
    assert READING.read_bytes() == before


def test_what_somebody_else_wrote_meanwhile_stays(surroundings, workspace):
    root = workspace()
    with on_terminal(root, surroundings) as (running, controller):
        until(controller, b"(Green, Amber or Red) ")
        READING.write_bytes(READING.read_bytes() + b"# theirs\n")
        os.write(controller, b"G\n\n\n\n\n")
        said = until(controller, b"Run it again.\r\n")
    assert running.returncode == 2
    assert said.endswith(
        b"planctl: plans/reading.yaml was changed by somebody else meanwhile; nothing was written."
        b" Run it again.\r\n"
    )
    assert READING.read_bytes().endswith(b"[Year 1]}\n# theirs\n")


def test_on_a_terminal_it_asks_and_asks_again_after_a_wrong_answer(surroundings, workspace):
    root = workspace()
    answers = ["ambr", "A", "", "One has begun.", "A date.", "Visit it by May 2018", "", ""]
    with on_terminal(root, surroundings) as (running, controller):
        shown = until(controller, b"(Green, Amber or Red) ")
        os.write(controller, "".join(f"{answer}\n" for answer in answers).encode())
        shown += until(controller, b"--expected.\r\n")
    assert running.returncode == 0
    text = shown.decode().replace("\r\n", "\n")
    assert text.startswith(
        "1a, 2017-18 spring: Open a homework club\n"
        "Enter leaves a field out; Ctrl-C ends without writing.\n"
        "How is it going? (Green, Amber or Red) "
    )
    assert "--rating 'ambr' cannot be used. Did you mean amber?" in text
    assert text.endswith(
        "1a, 2017-18 spring: amber, comment, path to green, next step by May 2018. "
        "Written to plans/reading.yaml.\nThe report would still lack: --expected.\n"
    )
    assert read_file(READING, "x").value(("themes", 0, "actions", 0, "updates")) == {
        "2017-18 spring": {
            "rating": "amber",
            "comment": "One has begun.",
            "path_to_green": "A date.",
            "next_steps": [{"text": "Visit it", "due": "May 2018"}],
            "date": "2018-03-23",
        }
    }


def test_enter_alone_writes_nothing(surroundings, workspace):
    root = workspace()
    before = READING.read_bytes()
    with on_terminal(root, surroundings) as (running, controller):
        until(controller, b"(Green, Amber or Red) ")
        os.write(controller, b"\n\n\n\n\n")
        until(controller, b"Nothing was said, and nothing written.\r\n")
    assert (running.returncode, READING.read_bytes()) == (0, before)


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_what_is_broken_off_is_not_written(key, surroundings, workspace):
    root = workspace()
    before = READING.read_bytes()
    with on_terminal(root, surroundings) as (running, controller):
        until(controller, b"(Green, Amber or Red) ")
        os.write(controller, b"A\n")
        until(controller, b"complete or paused) ")
        if key == b"\x03":
            interrupt(running)
        else:
            os.write(controller, key)
        until(controller, b"\r\nNothing was written.\r\n")
    assert (running.returncode, READING.read_bytes()) == (130, before)


def interrupt(running):
    """Presses Ctrl-C until it is heard: readline loses one that comes just before it waits."""
    while running.poll() is None:
        running.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            running.wait(timeout=1)


@contextmanager
def on_terminal(root, surroundings):
    """The command without options, on a terminal of its own, and our end of that."""
    controller, replica = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "planctl", "update", "1a", *SPRING], cwd=root,
        env=surroundings(TERM="dumb"), stdin=replica, stdout=replica, stderr=replica,
    )  # fmt: skip
    os.close(replica)
    try:
        yield running, controller
        running.wait(timeout=30)
    finally:
        running.kill()
        running.wait()
    os.close(controller)


def until(controller, end):
    """What the terminal shows, up to those bytes."""
    shown = b""
    while not shown.endswith(end):
        assert select([controller], [], [], 30)[0], shown
        shown += os.read(controller, 1)
    return shown


@pytest.mark.usefixtures("clubs")
def test_what_was_promised_last_term_is_said_to_be_kept(planctl, added):
    steps = ("--next-step", "Find a room", "--next-step", "Buy books by 31 January 2018")
    planctl("update", "1b", "--term", "autumn 2017", "--date", "15/12/17", *steps)
    before = added()
    said = planctl("update", "1b", *SPRING, "--kept", "yes", "--kept", "2=part")
    assert (said.code, said.out) == (
        0,
        "1b, 2017-18 spring: last term's steps: 1 done, 1 part. Written to plans/reading.yaml.\n",
    )
    assert [line.strip() for line in added() if line not in before] == [
        "- text: Find a room",
        "kept: done",
        "kept: part",
    ]


@pytest.mark.usefixtures("clubs")
@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("maybe", ("--kept 'maybe' cannot be used. It takes done, part or not_done; "
                  "for one of several steps 2=done.")),
        ("3=done", "--kept '3=done' is of a step that is not there. Name one from 1 to 1."),
    ],
)  # fmt: skip
def test_a_step_is_kept_in_words_that_are_known(planctl, kept, said):
    planctl("update", "1b", "--term", "autumn 2017", "--date", "15/12/17", "--next-step", "Look")
    text = READING.read_text("utf-8")
    answer = planctl("update", "1b", *SPRING, "--kept", kept)
    assert (answer.code, answer.err) == (2, f"planctl: {said}\n")
    assert READING.read_text("utf-8") == text


@pytest.mark.usefixtures("clubs")
def test_nothing_can_be_kept_where_nothing_was_promised(planctl):
    answer = planctl("update", "1b", *SPRING, "--kept", "done")
    assert (answer.code, answer.err) == (
        2,
        (
            "planctl: --kept 'done' cannot be said: 1b promised nothing. Leave the option out: "
            "only steps that were promised can be kept.\n"
        ),
    )


@pytest.mark.usefixtures("clubs")
def test_what_somebody_else_found_stands_beside_the_rating(planctl, added):
    check = ("--verified", "amber", "--verified-by", "Library", "--verified-note", "One of two.")
    said = planctl("update", "1b", *SPRING, "--rating", "green", "--comment", "Open.", *check)
    assert said.code == 0
    assert [line.strip() for line in added()] == [
        "updates:",
        "2017-18 spring:",
        "rating: green",
        "verified:",
        "rating: amber",
        "by: Library",
        "date: 2018-03-23",
        "note: One of two.",
        "comment: Open.",
        "date: 2018-03-23",
    ]


@pytest.mark.usefixtures("clubs")
def test_who_checked_says_what_they_found(planctl):
    answer = planctl("update", "1b", *SPRING, "--verified-by", "library")
    assert (answer.code, answer.err) == (
        2,
        (
            "planctl: --verified-by 'library' says nothing by itself. Add --verified LEVEL: the "
            "rating that the evidence bears out.\n"
        ),
    )
