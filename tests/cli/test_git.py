"""`planctl git`: plain git reads plans as facts, and works as before where planctl is gone."""

import shlex
import shutil
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
  - ref: "2.1"
    title: Clubs
    actions:
      # The first of three.
      - ref: 2.1a
        text: Open a homework club in each library.
        responsible: [library, {party: schools, role: supporter}]
        due: 2018-07-31
      - ref: 2.1b
        text: Ask parents when they could come.
        schedule: [Year 1]
"""
LATER = PLAN.replace("2018-07-31", "2018-12-21").replace("[Year 1]", "[Year 1, Year 2]")
REMARK = (
    "# Plans are compared and merged fact by fact where 'planctl git setup' was run; "
    "elsewhere git passes over this.\n"
)
HEADS = "^([^:]* text: .*|theme [^:]*: .*|KPI [^:]*: .*)$"
MARKS = (
    f"{REMARK}plans/**/*.yaml diff=planctl merge=planctl\n"
    "plans/**/*.yml diff=planctl merge=planctl\n"
)
GONE = "/nowhere/it's gone/python"
READ_AS_FACTS = [
    "-2.1a due: 2018-07-31",
    "+2.1a due: 2018-12-21",
    "-2.1b schedule: Year 1",
    "+2.1b schedule: Year 1, Year 2",
]


@pytest.fixture
def home():
    return Path.home()


@pytest.fixture
def git():
    """`git("diff", ...)` runs git in this folder; what it prints, where its exit code is 0."""

    def run(*arguments, code=0):
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
        assert (done.returncode, done.stderr.decode()) == (code, "")
        return done.stdout.decode()

    return run


@pytest.fixture
def repository(tmp_path, monkeypatch, git):
    """A repository with two commits of one plan, in a folder with a space in its name."""
    top = tmp_path / "the plans"
    (top / "plans").mkdir(parents=True)
    monkeypatch.chdir(top)
    git("init", "--quiet", "--initial-branch=main")
    git("config", "user.name", "Nobody")
    git("config", "user.email", "nobody@example.org")
    commit(top, git, PLAN)
    commit(top, git, LATER)
    return top


def commit(top, git, text):
    (top / "plans/reading.yaml").write_text(text, newline="")
    git("add", ".")
    git("commit", "--quiet", "--message", "A change")


def changed(said):
    """The lines of a diff that say what changed."""
    return [
        line
        for line in said.splitlines()
        if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))
    ]


def gone(key, git):
    """Makes the setting call an interpreter that is not there."""
    value = git("config", key).removesuffix("\n")
    git("config", key, value.replace(shlex.quote(sys.executable), shlex.quote(GONE)))


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "command",
    [
        ("diff", "HEAD~1", "HEAD"),
        ("show", "HEAD", "--", "plans"),
        ("log", "-p", "-1", "--", "plans"),
        ("diff", "HEAD~1:plans/reading.yaml", "HEAD:plans/reading.yaml"),
    ],
)
def test_git_shows_what_changed_as_facts_that_begin_with_the_ref(command, planctl, git):
    planctl("git", "setup")
    assert changed(git(*command)) == READ_AS_FACTS


def test_a_change_in_the_working_tree_is_shown_as_facts(repository, planctl, git):
    planctl("git", "setup")
    (repository / "plans/reading.yaml").write_text(LATER.replace("each library", "two libraries"))
    assert changed(git("diff")) == [
        "-2.1a text: Open a homework club in each library.",
        "+2.1a text: Open a homework club in two libraries.",
    ]


@pytest.mark.usefixtures("repository")
def test_words_that_changed_are_marked_within_their_fact(planctl, git):
    planctl("git", "setup")
    said = git("diff", "--word-diff", "--unified=0", "HEAD~1")
    assert [line for line in said.splitlines() if line.startswith("2.1")] == [
        "2.1a due: [-2018-07-31-]{+2018-12-21+}",
        "2.1b schedule: Year [-1-]{+1, Year 2+}",
    ]


@pytest.mark.usefixtures("repository")
def test_a_hunk_says_which_row_it_is_in(planctl, git):
    planctl("git", "setup")
    heads = [
        line.partition(" @@ ")[2]
        for line in git("diff", "--unified=0", "HEAD~1").splitlines()
        if line.startswith("@@")
    ]
    assert heads == [
        "2.1a text: Open a homework club in each library.",
        "2.1b text: Ask parents when they could come.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        LATER.replace("\n", "\r\n"),
        LATER.replace("# The first of three.", "# The first."),
        LATER.replace("due: 2018-12-21", 'due: "21 December 2018"'),
    ],
)
def test_layout_and_line_ends_are_no_change(text, repository, planctl, git):
    planctl("git", "setup")
    (repository / "plans/reading.yaml").write_text(text, newline="")
    assert changed(git("diff")) == []


def test_what_is_no_plan_is_compared_line_by_line(repository, planctl, git):
    planctl("git", "setup")
    (repository / "plans/reading.yaml").write_text(LATER + "themes: [twice\n")
    said = changed(git("diff"))
    assert said[-1] == "+themes: [twice"
    assert "+      # The first of three." in said


@pytest.mark.usefixtures("repository")
def test_without_the_interpreter_git_compares_the_lines_of_the_file(planctl, git):
    plain = git("diff", "HEAD~1", "HEAD")
    planctl("git", "setup")
    gone("diff.planctl.textconv", git)
    assert changed(git("diff", "HEAD~1", "HEAD")) == changed(plain) != []


def test_without_the_setup_the_marks_make_no_difference(repository, git):
    plain = git("diff", "HEAD~1", "HEAD")
    (repository / ".gitattributes").write_text(MARKS)
    assert git("diff", "HEAD~1", "HEAD") == plain


def branches(top, git, theirs, ours):
    """Two branches that each changed the plan, and both have the marks."""
    git("add", ".")
    git("commit", "--quiet", "--message", "Marks")
    git("switch", "--quiet", "--create", "theirs", "HEAD")
    commit(top, git, theirs)
    git("switch", "--quiet", "main")
    commit(top, git, ours)


def test_without_the_interpreter_git_merges_the_lines_of_the_file(repository, planctl, git):
    planctl("git", "setup")
    gone("merge.planctl.driver", git)
    gone("diff.planctl.textconv", git)
    branches(
        repository, git, LATER + "aim: More reading.\n", LATER.replace("g\n", "g at home\n", 1)
    )
    git("merge", "--quiet", "--no-edit", "theirs")
    merged = LATER.replace("g\n", "g at home\n", 1) + "aim: More reading.\n"
    assert (repository / "plans/reading.yaml").read_text() == merged


def test_without_the_interpreter_a_conflict_is_still_a_conflict(repository, planctl, git):
    planctl("git", "setup")
    gone("merge.planctl.driver", git)
    theirs, ours = (LATER.replace("2018-12-21", day) for day in ("2019-01-31", "2019-02-28"))
    branches(repository, git, theirs, ours)
    git("merge", "--quiet", "--no-edit", "theirs", code=1)
    between = (repository / "plans/reading.yaml").read_text().partition("<<<<<<< ")[2]
    assert between.partition("      - ref: 2.1b")[0].splitlines() == [
        "ours",
        "        due: 2019-02-28",
        "=======",
        "        due: 2019-01-31",
        ">>>>>>> theirs",
    ]


def test_no_module_comes_from_the_repository(repository, planctl, git):
    planctl("git", "setup")
    for name in ("planctl", "yaml", "typing", "pydantic"):
        (repository / f"{name}.py").write_text("raise SystemExit('taken from the repository')\n")
    assert changed(git("diff", "HEAD~1", "HEAD")) == READ_AS_FACTS


def test_setup_says_what_it_wrote_and_a_second_one_writes_nothing(repository, planctl):
    first = planctl("git", "setup")
    written = [(repository / name).read_bytes() for name in (".git/config", ".gitattributes")]
    second = planctl("git", "setup")
    assert first.out.splitlines() == [
        "diff.planctl.textconv: set",
        "merge.planctl.driver: set",
        "diff.planctl.xfuncname: set",
        "merge.planctl.name: set",
        f"{repository / '.gitattributes'}: plans are marked",
    ]
    assert (second.out, second.err) == ("", "Nothing to do: git is set up.\n")
    assert [(repository / n).read_bytes() for n in (".git/config", ".gitattributes")] == written


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(repository, planctl):
    before = (repository / ".git/config").read_bytes()
    said = planctl("git", "setup", "--dry-run")
    assert said.out.splitlines()[2:] == [
        "diff.planctl.xfuncname: would be set to ^([^:]* text: .*|theme [^:]*: .*|KPI [^:]*: .*)$",
        "merge.planctl.name: would be set to plans, merged field by field",
        f"{repository / '.gitattributes'}: would get",
        *(f"  {line}" for line in MARKS.splitlines()),
    ]
    assert (repository / ".git/config").read_bytes() == before
    assert not (repository / ".gitattributes").exists()


@pytest.mark.parametrize("held", [None, "* text=auto eol=lf\n\n# Ours.\n*.pdf binary\n"])
def test_remove_takes_away_what_setup_wrote_and_nothing_else(held, repository, planctl, git):
    marks = repository / ".gitattributes"
    if held:
        marks.write_text(held)
    git("config", "diff.other.textconv", "cat")
    before = (repository / ".git/config").read_bytes()
    planctl("git", "setup")
    assert marks.read_text() == (held or "") + MARKS
    assert planctl("git", "remove").code == 0
    assert (repository / ".git/config").read_bytes() == before
    assert (marks.read_text() if marks.exists() else None) == held
    assert planctl("git", "remove").err == "Nothing to do: git is not set up.\n"


@pytest.mark.usefixtures("repository")
def test_remove_leaves_a_command_of_ones_own(planctl, git):
    planctl("git", "setup")
    git("config", "diff.planctl.textconv", "my-own-reader")
    planctl("git", "remove")
    assert git("config", "--get-regexp", "planctl") == "diff.planctl.textconv my-own-reader\n"


@pytest.mark.usefixtures("repository")
def test_check_says_what_is_set_and_what_is_missing(planctl, git, repository):
    missing = planctl("git", "check")
    planctl("git", "setup")
    whole = planctl("git", "check")
    gone("merge.planctl.driver", git)
    broken = planctl("git", "check")
    assert (missing.out.splitlines(), missing.err, missing.code) == (
        [
            "diff.planctl.textconv: not set",
            "merge.planctl.driver: not set",
            f"plans marked as such: no, not in {repository / '.gitattributes'}",
        ],
        "Run planctl git setup.\n",
        3,
    )
    assert (whole.out.splitlines(), whole.err, whole.code) == (
        [
            f"diff.planctl.textconv: set, run by {sys.executable}",
            f"merge.planctl.driver: set, run by {sys.executable}",
            "plans marked as such: yes",
        ],
        "",
        0,
    )
    assert broken.out.splitlines()[1] == (
        f"merge.planctl.driver: set, but {GONE} is not there any more"
    )
    assert broken.code == 3


@pytest.mark.usefixtures("repository")
def test_a_global_setup_serves_every_repository(planctl, git, home):
    said = planctl("git", "setup", "--global")
    assert said.code == 0
    assert (home / ".config/git/attributes").read_text() == MARKS.replace("\nplans", "\n**/plans")
    assert git("config", "--local", "--get-regexp", "planctl", code=1) == ""
    assert changed(git("diff", "HEAD~1", "HEAD")) == READ_AS_FACTS
    assert (planctl("git", "check").code, planctl("git", "check", "--global").code) == (0, 0)
    planctl("git", "remove", "--global")
    assert planctl("git", "check", "--global").code == 3
    assert not (home / ".config/git/attributes").exists()
    assert (home / ".gitconfig").read_bytes() == b""


@pytest.mark.usefixtures("repository")
def test_a_global_setup_keeps_to_the_attributes_file_that_is_configured(planctl, git, home):
    git("config", "--global", "core.attributesFile", "~/my attributes")
    planctl("git", "setup", "--global")
    assert (home / "my attributes").read_text().startswith(REMARK)
    assert changed(git("diff", "HEAD~1", "HEAD")) == READ_AS_FACTS


def test_a_worktree_reads_as_facts_too(repository, tmp_path, planctl, git, monkeypatch):
    git("worktree", "add", "--quiet", "-b", "second", str(tmp_path / "second tree"))
    monkeypatch.chdir(tmp_path / "second tree")
    assert planctl("git", "setup").out.splitlines()[-1] == (
        f"{tmp_path / 'second tree' / '.gitattributes'}: plans are marked"
    )
    assert changed(git("diff", "HEAD~1", "HEAD")) == READ_AS_FACTS
    assert planctl("git", "check").code == 0
    assert repository.exists()


def test_a_bare_repository_reads_as_facts_too(repository, tmp_path, planctl, git, monkeypatch):
    git("clone", "--quiet", "--bare", str(repository), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    before = (tmp_path / "bare.git/config").read_bytes()
    planctl("git", "setup")
    assert changed(git("diff", "HEAD~1", "HEAD")) == READ_AS_FACTS
    assert planctl("git", "check").code == 0
    planctl("git", "remove")
    assert (tmp_path / "bare.git/config").read_bytes() == before
    assert not (tmp_path / "bare.git/info/attributes").exists()


def test_a_workspace_below_the_top_has_marks_of_its_own(repository, planctl, git, monkeypatch):
    shutil.copytree(repository / "plans", repository / "north/plans")
    git("add", ".")
    monkeypatch.chdir(repository / "north/plans")
    planctl("git", "setup")
    assert (repository / "north/.gitattributes").read_text() == MARKS
    assert changed(git("diff", "--cached"))[0] == "+plan format: planctl/1"


@pytest.mark.parametrize("command", ["setup", "check", "remove"])
def test_outside_of_a_repository_it_says_so(command, tmp_path, planctl, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = planctl("git", command)
    assert (said.out, said.code) == ("", 3)
    assert said.err.startswith(f"planctl: {tmp_path} has no history: ")


@pytest.mark.usefixtures("repository")
def test_settings_that_are_locked_are_an_error_that_says_so(repository, planctl):
    (repository / ".git/config.lock").touch()
    said = planctl("git", "setup")
    assert said.code == 2
    assert said.err.startswith("planctl: git did not write diff.planctl.textconv: ")


def test_marks_are_not_written_through_a_link(repository, tmp_path, planctl):
    (repository / ".gitattributes").symlink_to(tmp_path / "elsewhere")
    said = planctl("git", "setup")
    assert said.code == 2
    assert not (tmp_path / "elsewhere").exists()


def test_textconv_prints_any_file_to_the_byte(tmp_path, process):
    (tmp_path / "x").write_bytes(b"id: \xff\r\n\x00")
    done = process("git", "textconv", str(tmp_path / "x"))
    assert (done.stdout, done.stderr, done.returncode) == (b"id: \xff\r\n\x00", b"", 0)


def test_textconv_of_a_file_that_is_not_there_is_wrong_use(tmp_path, planctl):
    assert planctl("git", "textconv", tmp_path / "x").code == 2
