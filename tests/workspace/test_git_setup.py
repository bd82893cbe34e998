"""The setup of git: the lines of attributes files, the commands, and where there is no git."""

import shlex
import subprocess

import pytest

from planctl.gitio import GitMissingError
from planctl.workspace.git_attributes import marked, unmarked
from planctl.workspace.git_settings import DRIVER, TEXTCONV, interpreter_of, is_own, settings
from planctl.workspace.git_setup import setup_of

PYTHONS = ["/usr/bin/python3", "/of two words/python", "/it's/python", '/"q" $HOME `x`/python']
FILES = [
    b"",
    b"* text=auto\n",
    b"# Ours\r\n*.pdf binary\r\n",
    b"\xff not text\n",
    b"plans/*.yaml diff=other\n\n",
]


@pytest.mark.parametrize("anywhere", [True, False])
@pytest.mark.parametrize("content", FILES)
def test_marks_are_added_once_and_taken_away_whole(content, anywhere):
    once = marked(content, anywhere=anywhere)
    assert once.startswith(content)
    assert marked(once, anywhere=anywhere) == once != content
    assert unmarked(once) == content


def test_marks_have_the_line_ends_of_the_file():
    assert marked(b"*.pdf binary\r\n", anywhere=False).count(b"\r\n") == 4


def test_a_last_line_without_an_end_gets_one():
    assert marked(b"*.pdf binary", anywhere=False).startswith(b"*.pdf binary\n# Plans are")


def test_a_mark_that_is_there_in_other_spacing_is_not_written_twice():
    held = b"plans/**/*.yaml\tdiff=planctl  merge=planctl\n"
    assert marked(held, anywhere=False).count(b"*.yaml") == 1


@pytest.mark.parametrize("key", [TEXTCONV, DRIVER])
@pytest.mark.parametrize("python", PYTHONS)
def test_the_interpreter_is_found_again_in_the_command(python, key):
    value = settings(python)[key]
    assert interpreter_of(key, value) == python
    assert is_own(key, value)


@pytest.mark.parametrize("value", ["", "cat", "f() { test -x", "test -x /bin/sh && sh", "'"])
def test_another_command_calls_no_interpreter_of_planctl(value):
    assert interpreter_of(TEXTCONV, value) is None
    assert not is_own(TEXTCONV, value)


@pytest.mark.parametrize("name", ["python", "of two words", "it's", '"q" $HOME `x`'])
def test_the_shell_calls_the_interpreter_whatever_its_name(name, tmp_path):
    python, plan = tmp_path / name, tmp_path / "a plan.yaml"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    python.chmod(0o755)
    plan.write_text("the file\n")
    command = f'{settings(str(python))[TEXTCONV]} "$@"'
    said = subprocess.run(["sh", "-c", command, "sh", plan], capture_output=True, check=True)
    assert said.stdout.decode() == f"-P\n-m\nplanctl\ngit\ntextconv\n{plan}\n"


@pytest.mark.parametrize("python", ["exit 1", "exit 3"])
def test_the_shell_prints_the_file_where_planctl_fails(python, tmp_path):
    called, plan = tmp_path / "python", tmp_path / "plan.yaml"
    called.write_text(f"#!/bin/sh\n{python}\n")
    called.chmod(0o755)
    plan.write_text("the file\n")
    command = f'{settings(str(called))[TEXTCONV]} "$@"'
    said = subprocess.run(["sh", "-c", command, "sh", plan], capture_output=True, check=True)
    assert said.stdout == b"the file\n"


@pytest.mark.parametrize(
    ("code", "merged"),
    [
        (0, ("mine", 0)),
        (1, ("mine", 1)),
        (2, ("both", 0)),
        (4, ("both", 0)),
    ],
)
def test_a_merge_that_planctl_cannot_do_is_gits_own(code, merged, tmp_path):
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\n[ "$2" = -c ] && exit 0\nexit {code}\n')
    python.chmod(0o755)
    texts = {"base": "a\n1\n2\n3\nb\n", "ours": "A\n1\n2\n3\nb\n", "theirs": "a\n1\n2\n3\nB\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    command = settings(str(python))[DRIVER]
    for sign, value in {"%O": "base", "%A": "ours", "%B": "theirs", "%L": "7"}.items():
        command = command.replace(sign, value)
    command = command.replace("%P", shlex.quote("plans/it's.yaml"))
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    whole = {"mine": texts["ours"], "both": "A\n1\n2\n3\nB\n"}[merged[0]]
    assert ((tmp_path / "ours").read_text(), done.returncode) == (whole, merged[1])


@pytest.mark.parametrize("is_global", [True, False])
def test_without_git_it_says_so(is_global, tmp_path):
    with pytest.raises(GitMissingError, match="git is not installed"):
        setup_of(tmp_path, is_global=is_global, run=lambda *_: None)
