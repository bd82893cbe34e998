"""git merges plans field by field, and as it always did where that cannot be shown to be safe."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("settings_of_nobody")]


PLAN = """\
format: planctl/1
id: reading
title: Reading
themes:
  - title: Clubs
    actions:
      - ref: 2.1a
        text: Open a homework club in each library.
        due: 2018-07-31
        updates:
          2017-18 autumn:
            rating: green
            comment: The first has opened.
"""
SPRING = "          2017-18 spring:\n            rating: amber  # seen in March\n"
SUMMER = "          2017-18 summer:\n            rating: red  # seen in July\n"
EVIDENCE = "        evidence:\n          - id: E1\n            title: Registers\n"
OURS, THEIRS = PLAN + SPRING, PLAN + SUMMER
BOTH = PLAN + SPRING + SUMMER
FILE = "plans/reading.yaml"


@pytest.fixture
def git():
    """`git("merge", ...)` runs git in this folder; what it says on both streams."""

    def run(*arguments, code=0):
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
        said = (done.stdout + done.stderr).decode()
        assert (done.returncode, said if done.returncode != code else "") == (code, "")
        return said

    return run


@pytest.fixture
def plan(tmp_path, monkeypatch, git, planctl):
    """The plan of a repository where git was set up, committed once."""
    top = tmp_path / "the plans"
    (top / "plans").mkdir(parents=True)
    monkeypatch.chdir(top)
    git("init", "--quiet", "--initial-branch=main")
    git("config", "user.name", "Nobody")
    git("config", "user.email", "nobody@example.org")
    planctl("git", "setup")
    commit(git, PLAN)
    return top / FILE


def commit(git, text, file=FILE):
    Path(file).write_text(text, newline="")
    git("add", ".")
    git("commit", "--quiet", "--message", "A change")


def branches(git, ours=OURS, theirs=THEIRS, file=FILE):
    """The branch `theirs` with their text, and this one with ours."""
    git("switch", "--quiet", "--create", "theirs")
    commit(git, theirs, file)
    git("switch", "--quiet", "main")
    commit(git, ours, file)


def test_updates_of_two_terms_are_merged_without_a_conflict(plan, git):
    branches(git)
    git("merge", "--quiet", "--no-edit", "theirs")
    assert plan.read_text() == BOTH


def test_without_the_marks_git_alone_would_have_a_conflict(plan, git):
    git("rm", "--quiet", ".gitattributes")
    git("commit", "--quiet", "--message", "No marks")
    branches(git)
    git("merge", "--quiet", "--no-edit", "theirs", code=1)
    assert "<<<<<<<" in plan.read_text()


def test_a_rebase_and_a_cherry_pick_are_merged_too(plan, git):
    branches(git)
    git("switch", "--quiet", "--create", "picked")
    git("cherry-pick", "theirs")
    assert plan.read_text() == BOTH
    git("switch", "--quiet", "main")
    git("rebase", "--quiet", "theirs")
    assert plan.read_text() == BOTH


def test_a_plan_that_one_side_renamed_is_merged_under_its_new_name(plan, git):
    git("switch", "--quiet", "--create", "theirs")
    commit(git, THEIRS)
    git("switch", "--quiet", "main")
    git("mv", FILE, "plans/books.yaml")
    commit(git, OURS.replace("id: reading", "id: books"), "plans/books.yaml")
    git("merge", "--quiet", "--no-edit", "theirs")
    assert not plan.exists()
    assert Path("plans/books.yaml").read_text() == BOTH.replace("id: reading", "id: books")


def test_with_autocrlf_the_working_tree_keeps_its_line_ends(plan, git):
    git("config", "core.autocrlf", "true")
    branches(git, OURS.replace("\n", "\r\n"), THEIRS.replace("\n", "\r\n"))
    git("merge", "--quiet", "--no-edit", "theirs")
    assert plan.read_bytes() == BOTH.replace("\n", "\r\n").encode()


def test_line_ends_that_are_in_git_stay_there(plan, git):
    commit(git, PLAN.replace("\n", "\r\n"))
    branches(git, OURS.replace("\n", "\r\n"), THEIRS.replace("\n", "\r\n"))
    git("merge", "--quiet", "--no-edit", "theirs")
    assert plan.read_bytes() == BOTH.replace("\n", "\r\n").encode()


def conflicting(git):
    """Both sides rate the same term, and each adds something that is no matter of dispute."""
    ours = PLAN.replace("rating: green", "rating: amber") + SPRING
    theirs = PLAN.replace("rating: green", "rating: red").replace(
        "        updates", f"{EVIDENCE}        updates"
    )
    branches(git, ours, theirs)
    return git("merge", "--no-edit", "theirs", code=1)


def test_a_conflict_names_both_values_and_everything_else_is_merged(plan, git):
    said = conflicting(git)
    between = (
        "<<<<<<< ours\n            rating: amber\n=======\n"
        "            rating: red\n>>>>>>> theirs\n"
    )
    merged = PLAN.replace("            rating: green\n", between) + SPRING
    assert plan.read_text() == merged.replace("        updates", f"{EVIDENCE}        updates")
    line = "plans/reading.yaml: 1 conflict. Keep one value of each, and take away the marks."
    assert f"planctl: {line}\n" in said
    assert git("diff", "--name-only", "--diff-filter=U") == f"{FILE}\n"


def test_a_conflict_is_settled_by_hand(plan, git):
    conflicting(git)
    lines = plan.read_text().splitlines(keepends=True)
    settled = [line for line in lines if line[0] not in "<=>" and "rating: red" not in line]
    commit(git, "".join(settled))
    assert git("status", "--porcelain") == ""
    assert len(git("log", "--format=%h", "-1", "--merges")) > 1


def test_a_merge_with_a_conflict_can_be_given_up(plan, git):
    before = conflicting(git) and git("show", f"HEAD:{FILE}")
    git("merge", "--abort")
    assert plan.read_text() == before


def test_a_programme_is_merged_line_by_line(plan, git):
    text = "format: planctl/1\nname: The partnership\nterms: []\n\n# Below.\n\nparties: []\n"
    programme = plan.parent / "programme.yaml"
    commit(git, text, programme)
    branches(
        git, text.replace("The", "Our"), text.replace("parties", "# More.\nparties"), programme
    )
    said = git("merge", "--no-edit", "theirs")
    assert programme.read_text() == text.replace("The", "Our").replace(
        "parties", "# More.\nparties"
    )
    assert "planctl" not in said


def test_what_is_no_plan_yet_is_merged_line_by_line(plan, git):
    branches(git, OURS.replace("format: planctl/1\n", ""), THEIRS)
    git("merge", "--quiet", "--no-edit", "theirs", code=1)
    assert plan.read_text().splitlines()[-7:] == [
        "<<<<<<< ours",
        *SPRING.splitlines(),
        "=======",
        *SUMMER.splitlines(),
        ">>>>>>> theirs",
    ]


def test_without_the_interpreter_git_merges_the_lines(plan, git):
    value = git("config", "merge.planctl.driver").removesuffix("\n")
    gone = value.replace(shlex.quote(sys.executable), shlex.quote("/nowhere/python"))
    git("config", "merge.planctl.driver", gone)
    branches(git)
    git("merge", "--quiet", "--no-edit", "theirs", code=1)
    assert plan.read_text().count("<<<<<<< ours") == 1


@pytest.fixture
def three(tmp_path):
    """The three files that git hands over."""
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, (PLAN, OURS, THEIRS), strict=True):
        path.write_text(text)
    return paths


def test_ours_becomes_the_merged_file(three, planctl):
    said = planctl("git", "merge-driver", *three, "7", FILE)
    assert (said.out, said.err, said.code) == ("", "", 0)
    assert [path.read_text() for path in three] == [PLAN, BOTH, THEIRS]


def test_conflicts_are_counted(three, planctl):
    _, ours, theirs = three
    ours.write_text(PLAN.replace("green", "amber").replace("2018-07-31", "2018-08-31"))
    theirs.write_text(PLAN.replace("green", "red").replace("2018-07-31", "2018-09-30"))
    said = planctl("git", "merge-driver", *three, "9", FILE)
    advice = "Keep one value of each, and take away the marks."
    assert (said.out, said.err, said.code) == (
        "", f"planctl: {FILE}: 2 conflicts. {advice}\n", 1
    )  # fmt: skip
    assert ours.read_text().count("<<<<<<<<< ours\n") == 2


def test_what_cannot_be_merged_is_left_as_it_was(three, planctl):
    three[2].write_text("themes: [\n")
    said = planctl("git", "merge-driver", *three, "7", FILE)
    assert (said.out, said.code, three[1].read_text()) == ("", 2, OURS)
    assert said.err.startswith(f"planctl: {FILE}: not merged field by field: their side is no plan")
    assert said.err.endswith(". git merges its lines.\n")


def test_a_file_that_is_not_there_is_an_error_that_says_so(three, planctl):
    three[0].unlink()
    said = planctl("git", "merge-driver", *three, "7", FILE)
    assert (said.out, said.code) == ("", 2)
    assert str(three[0]) in said.err
