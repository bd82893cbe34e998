"""`planctl log`: the life of one action through real repositories."""

import json
import os
import subprocess
from pathlib import Path

import pytest

WHO = ("-c", "user.name=Clerk", "-c", "user.email=clerk@example.org", "-c", "commit.gpgsign=false")
PLAN = """\
format: planctl/1
id: {name}
title: Reading
period: {{from: 2017-09-01, to: 2020-08-31}}
parties:
  - {{id: library, kind: organisation, name: Town Library}}
  - {{id: schools, kind: collective, name: All schools}}
themes:
  - ref: "1"
    title: Clubs
    actions:
{actions}
"""
OPEN = "Open a homework club in each of the libraries"
TRAIN = "Train thirty volunteers who hear children read"
PRINT = "Print a guide for parents in four languages"


def action(ref, text, rest=""):
    return f"      - {{ref: {ref}, text: {text}{', ' if rest else ''}{rest}}}"


def plan(*actions, name="reading"):
    return PLAN.format(name=name, actions="\n".join(actions))


def git(*arguments, day=1, month=1):
    moment = f"2018-{month:02}-{day:02}T12:00:00+0000"
    dates = {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
    done = subprocess.run(
        ["git", *WHO, *arguments], env={**os.environ, **dates},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def commit(workspace, monkeypatch, tmp_path):
    """`commit({name: text or None}, "subject", day=3)`: the files after it, None for one gone."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    root = workspace()
    git("init", "--quiet", "--initial-branch=main")

    def made(files, subject, **when):
        workspace({name: text for name, text in files.items() if text is not None})
        for name, text in files.items():
            if text is None:
                (root / name).unlink()
        git("add", "--all")
        git("commit", "--quiet", "--message", subject, **when)
        return git("rev-parse", "HEAD")

    return made


def told(said):
    """The lines without the commits' ids: they depend on the test's folder of git."""
    return [
        " ".join(part for part in line.split(" ") if not is_short_id(part))
        for line in said.out.splitlines()
    ]


def is_short_id(word):
    return len(word) == 7 and all(letter in "0123456789abcdef" for letter in word)


def test_an_action_is_followed_through_new_numbers_and_a_new_file_name(commit, planctl):
    update = "responsible: library, updates: {2017-18 autumn: {rating: green}}"
    commit({"plans/reading.yaml": plan(action("1a", PRINT), action("1b", OPEN, update))}, "First")
    commit({"plans/reading.yaml": plan(action("1a", OPEN, update))}, "Drop the guide", day=3)
    renamed = plan(
        action("1a", OPEN, update.replace("library", "schools").replace("green", "red")),
        name="together",
    )
    commit({"plans/reading.yaml": None, "plans/together.yaml": renamed}, "New name", month=3)
    said = planctl("log", "1a")
    assert told(said) == [
        f"1a  {OPEN}",
        "plans/together.yaml",
        "",
        "2018-01-01   Clerk  First",
        f"  1b is new: ‘{OPEN}’",
        "    with Town Library",
        "    green in 2017-18 autumn",
        "",
        "2018-01-03   Clerk  Drop the guide",
        "  1a was 1b before",
        "",
        "2018-03-01   Clerk  New name",
        "  1a had the rating green for 2017-18 autumn, and has red now",
        "  1a was with Town Library, and is with All schools",
    ]
    assert said.code == 0


def test_what_is_not_committed_yet_is_told_last(commit, planctl, workspace):
    commit({"plans/reading.yaml": plan(action("1a", OPEN, "due: 2018-07-31"))}, "First")
    workspace({"plans/reading.yaml": plan(action("1a", OPEN, "due: 2018-12-31"))})
    assert told(planctl("log", "1a"))[-3:] == [
        "not committed yet",
        "  1a was due 31 July 2018, and is due 31 December 2018, 153 days later",
        "  1a ends 31 December 2018 and not 31 July 2018, 153 days later",
    ]


def test_an_action_that_no_commit_holds_yet_is_new(commit, planctl, workspace):
    commit({"plans/reading.yaml": plan(action("1a", OPEN))}, "First")
    workspace({"plans/reading.yaml": plan(action("1a", OPEN), action("1b", TRAIN))})
    assert told(planctl("log", "1b"))[2:] == [
        "",
        "not committed yet",
        f"  1b is new: ‘{TRAIN}’",
    ]


def test_an_action_that_was_dropped_is_found_by_its_last_name(commit, planctl):
    commit({"plans/reading.yaml": plan(action("1a", PRINT), action("1b", OPEN))}, "First")
    commit({"plans/reading.yaml": plan(action("1a", PRINT))}, "Drop it", day=4)
    said = planctl("log", "1b", "--format", "json")
    life = json.loads(said.out)
    assert (life["ref"], life["gone"], life["cut_off"]) == ("1b", True, False)
    assert [(event["subject"], [one["rule"] for one in event["changes"]])
            for event in life["events"]] == [
        ("First", ["action-added"]),
        ("Drop it", ["action-dropped"]),
    ]  # fmt: skip


def test_one_that_was_dropped_and_came_again_has_one_life(commit, planctl):
    named = "uid: club"
    commit({"plans/reading.yaml": plan(action("1a", PRINT), action("1b", OPEN, named))}, "First")
    commit({"plans/reading.yaml": plan(action("1a", PRINT))}, "Drop it", day=4)
    commit({"plans/reading.yaml": "themes: ["}, "Broken", day=5)
    again = plan(action("1a", PRINT), action("1c", f"Consider to {OPEN.lower()}", named))
    commit({"plans/reading.yaml": again}, "Again", day=6)
    said = planctl("log", "club")
    assert (said.err, told(said)[3:]) == ("", [
        "2018-01-01   Clerk  First",
        f"  1b is new: ‘{OPEN}’",
        "",
        "2018-01-04   Clerk  Drop it",
        f"  1b is no longer in the plan: ‘{OPEN}’",
        "",
        "2018-01-06   Clerk  Again",
        f"  1c is new: ‘Consider to {OPEN.lower()}’",
    ])  # fmt: skip


def test_one_that_came_again_is_known_by_its_words_too(commit, planctl, workspace):
    both, one = plan(action("1a", PRINT), action("1b", OPEN)), plan(action("1a", PRINT))
    commit({"plans/reading.yaml": both}, "First")
    commit({"plans/reading.yaml": one}, "Drop it", day=4)
    workspace({"plans/reading.yaml": both})
    life = json.loads(planctl("log", "1b", "--format", "json").out)
    assert [event["subject"] for event in life["events"]] == ["First", "Drop it", None]
    assert life["gone"] is False
    workspace({"plans/reading.yaml": both.replace(OPEN, TRAIN)})
    life = json.loads(planctl("log", "1b", "--format", "json").out)
    assert [event["subject"] for event in life["events"]] == [None]


def test_a_plan_of_the_same_words_is_another_plan(commit, planctl):
    same = plan(action("1a", OPEN), name="again")
    commit({"plans/reading.yaml": plan(action("1a", OPEN)), "plans/again.yaml": same}, "First")
    commit({"plans/reading.yaml": plan(action("1b", OPEN))}, "Number", day=2)
    moved = plan(action("1b", OPEN), name="together")
    commit({"plans/reading.yaml": None, "plans/together.yaml": moved}, "Name", day=3)
    events = json.loads(planctl("log", "1b", "--format", "json").out)["events"]
    assert [event["subject"] for event in events] == ["First", "Number"]
    commit({"plans/together.yaml": None}, "Gone", day=4)
    said = told(planctl("log", "1b"))
    assert (said[1], said[-2:]) == (
        "plans/together.yaml",
        ["2018-01-04   Clerk  Gone", f"  1b is no longer in the plan: ‘{OPEN}’"],
    )


def test_a_plan_that_does_not_load_now_is_named(commit, planctl, workspace):
    commit({"plans/reading.yaml": plan(action("1a", OPEN))}, "First")
    workspace({"plans/reading.yaml": "themes: ["})
    said = planctl("log", "1a")
    assert (said.code, "Nothing was told." in said.err) == (1, True)


def test_a_name_that_an_action_went_by_finds_it_under_its_new_one(commit, planctl):
    commit({"plans/reading.yaml": plan(action("1a", PRINT), action("1b", OPEN))}, "First")
    commit({"plans/reading.yaml": plan(action("2a", PRINT), action("2b", OPEN))}, "Two", day=4)
    life = json.loads(planctl("log", "1b", "--format", "json").out)
    assert (life["ref"], life["gone"], len(life["events"])) == ("2b", False, 2)


def test_a_merge_tells_only_of_what_it_did_itself(commit, planctl):
    both = plan(action("1a", OPEN), action("1b", TRAIN))
    commit({"plans/reading.yaml": both}, "First")
    git("switch", "--quiet", "--create", "side")
    commit({"plans/reading.yaml": both.replace("OPEN", "").replace(OPEN, f"{OPEN} soon")}, "Side")
    git("switch", "--quiet", "main")
    commit({"plans/other.yaml": plan(action("1z", PRINT), name="other")}, "Main", day=5)
    git("merge", "--quiet", "--no-ff", "--message", "Merged", "side", day=6)
    events = json.loads(planctl("log", "1a", "--format", "json").out)["events"]
    assert [event["subject"] for event in events] == ["First", "Side"]


def test_evidence_is_told_with_its_action_and_a_sub_action_is_not(commit, planctl):
    commit({"plans/reading.yaml": plan(action("1a", OPEN))}, "First")
    more = "evidence: [Photographs], sub_actions: [{ref: 1a1, text: Find a room}]"
    commit({"plans/reading.yaml": plan(action("1a", OPEN, more))}, "More", day=2)
    assert told(planctl("log", "1a"))[-1:] == ["  Evidence ‘Photographs’ of 1a is new"]
    assert told(planctl("log", "1a1"))[-1:] == ["  1a1 is new: ‘Find a room’"]


def test_a_shallow_clone_says_that_the_beginning_is_not_known(commit, planctl, monkeypatch):
    commit({"plans/reading.yaml": plan(action("1a", OPEN))}, "First")
    commit({"plans/reading.yaml": plan(action("1a", f"{OPEN} soon"))}, "Second", day=2)
    git("clone", "--quiet", "--depth", "1", Path.cwd().as_uri(), "shallow")
    monkeypatch.chdir("shallow")
    last = told(planctl("log", "1a"))[-1]
    assert last == (
        "This clone is shallow: what happened before its first commit is not known. "
        "git fetch --unshallow gets the rest."
    )


def test_without_a_repository_it_says_so(workspace, planctl, monkeypatch):
    root = workspace()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    said = planctl("log", "1a")
    assert said.code == 3
    assert "has no history" in said.err


def test_a_name_that_nothing_ever_had_is_wrong_use(commit, planctl):
    commit({"plans/reading.yaml": plan(action("1a", OPEN))}, "First")
    said = planctl("log", "7x")
    assert (said.out, said.code) == ("", 2)
    assert "'7x' is no action of" in said.err


def test_a_plan_that_does_not_load_in_between_is_passed_over(commit, planctl):
    commit({"plans/reading.yaml": plan(action("1a", OPEN))}, "First")
    commit({"plans/reading.yaml": "themes: ["}, "Broken", day=2)
    commit({"plans/reading.yaml": plan(action("1a", f"{OPEN} soon"))}, "Mended", day=3)
    events = json.loads(planctl("log", "1a", "--format", "json").out)["events"]
    assert [event["subject"] for event in events] == ["First", "Mended"]
