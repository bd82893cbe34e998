"""The commands together: help, wrong commands, and every way a run can end."""

import os

import pytest
from typer.testing import CliRunner

import planctl as package
from planctl.cli.app import app

COMMANDS = [
    "init", "import", "validate", "rules", "status", "diff", "log", "update", "chase", "approve",
    "report", "questions", "verify", "extract", "sign", "sample", "export", "anonymise", "fmt",
    "schema", "config", "doctor",
]  # fmt: skip
BY_PARTS = [
    "collect prepare", "collect status", "collect merge", "term list", "term close", "term amend",
    "templates list", "templates copy", "git setup", "git remove", "git check", "git textconv",
    "git merge-driver",
]  # fmt: skip
NARROW = "80"
"""How many columns a terminal has that nobody has drawn wider."""


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_every_command_has_help_with_examples_a_line_each(command, option, planctl):
    said = planctl(*command, option)
    assert (said.err, said.code) == ("", 0)
    assert "\\b" not in said.out
    after = said.out.partition("  Examples:\n")[2]
    examples = after.partition("\n\n")[0].splitlines()
    assert [line for line in examples if not line.startswith("    planctl ")] == []
    assert len(examples) > 1


@pytest.mark.parametrize(
    "command", ["", "collect", "term", "templates", "git", *COMMANDS, *BY_PARTS]
)
def test_on_a_narrow_terminal_no_example_is_broken_and_no_command_cut(
    command, planctl, monkeypatch
):
    monkeypatch.setenv("COLUMNS", NARROW)
    said = planctl(*command.split(), "--help").out
    examples = said.partition("  Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert [line for line in examples if len(line) > int(NARROW)] == []
    commands = said.partition("\nCommands:\n")[2].splitlines()
    assert [line for line in commands if line.endswith("...")] == []


def test_the_help_names_every_command_in_the_order_of_use_and_every_exit_code(planctl):
    lines = planctl("--help").out.splitlines()
    start = lines.index("Commands:") + 1
    assert [line.split()[0] for line in lines[start : start + len(COMMANDS)]] == COMMANDS
    assert [line for line in lines[start:] if line.endswith("...")] == []
    assert " ".join(line.strip() for line in lines[-2:]) == (
        "Exit codes: 0 done, nothing at or above the threshold; 1 the plans say no; "
        "2 wrong use; 3 something needed is missing; 4 a bug; 130 interrupted."
    )


def test_without_a_command_the_help_is_shown_as_wrong_use(planctl):
    said = planctl()
    assert ("Commands:" in said.out + said.err, said.code) == (True, 2)


@pytest.mark.parametrize(("typed", "meant"), [("valdate", "validate"), ("raport", "report")])
def test_a_command_that_is_none_is_answered_with_the_one_that_was_meant(typed, meant, planctl):
    said = planctl(typed)
    assert (said.out, said.code) == ("", 2)
    assert f"'{typed}'" in said.err.splitlines()[-1]
    assert f"'{meant}'" in said.err.splitlines()[-1]


@pytest.mark.parametrize("arguments", [["--version", "validate"], ["-V", "--help"]])
def test_the_version_is_told_whatever_else_is_asked(arguments, planctl):
    said = planctl(*arguments)
    assert (said.out, said.code) == (f"planctl {package.__version__}\n", 0)


@pytest.mark.parametrize(
    ("words", "number", "completed"),
    [
        ("planctl val", 1, ["validate"]),
        ("planctl validate --format j", 3, ["json", "jsonl", "junit"]),
        ("planctl report --format p", 3, ["pdf"]),
    ],
)
def test_a_shell_can_complete_commands_and_choices(words, number, completed):
    environment = {
        "_PLANCTL_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(number),
    }
    result = CliRunner().invoke(app, [], prog_name="planctl", env=environment)
    assert (result.output.split(), result.exit_code) == (completed, 0)


def test_what_the_system_refuses_is_wrong_use_and_no_bug(planctl, tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    said = planctl("validate")
    assert (said.out, said.code) == ("", 2)
    assert said.err == "planctl: no such file or directory. Mend that, and try again.\n"
    os.chdir(tmp_path)


def test_a_bug_is_owned_up_to_with_what_to_report(planctl):
    # No plan can be called so; only a program can ask for it.
    said = planctl("validate", "a\0\x1b[2Jb")
    first, second, version, *trace = said.err.splitlines()
    assert (said.out, said.code) == ("", 4)
    assert first == "planctl has met a bug of its own. Nothing in your plans is at fault."
    assert second == "Report these lines, with the command you typed:"
    assert version.startswith(f"planctl {package.__version__}, Python 3.")
    assert (trace[0], trace[-1]) == (
        "Traceback (most recent call last):", "ValueError: embedded null byte",
    )  # fmt: skip
    assert "\x1b" not in said.err


def test_a_message_stays_on_its_line_whatever_a_path_holds(planctl, workspace):
    workspace()
    said = planctl("validate", "gone\x1b[31m\n.yaml")
    assert (said.out, said.code) == ("", 2)
    first, second = said.err.splitlines()
    assert first == "planctl: gone\ufffd[31m"
    assert second == ".yaml is not there. Check the spelling, or the folder you are in."
