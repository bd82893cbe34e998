"""What reaches standard output and error, and what becomes of it when nobody listens."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

# Each is a process of its own, some of them on a terminal.
pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
PLANS = ("validate", "plans", "--as-of", "2018-01-01")
IN_FULL = (*PLANS, "--format", "full")
# More than a pipe holds: whoever writes it has to wait for a reader.
MUCH = ("validate", "plans", "examples/first-term", "--format", "json", "--as-of", "2018-01-01")
PIPE_HOLDS = 65536


def started(arguments, environment):
    """The command, begun and not waited for."""
    return subprocess.Popen(
        [sys.executable, "-m", "planctl", *arguments],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def on_terminals(*commands):
    """All that each command sends to a terminal of its own; they run side by side."""
    ends = []
    for arguments, environment in commands:
        controller, replica = pty.openpty()
        running = subprocess.Popen(
            [sys.executable, "-m", "planctl", *arguments],
            cwd=ROOT, env=environment, stdout=replica, stderr=replica,
        )  # fmt: skip
        os.close(replica)
        ends.append((running, controller))
    return [all_sent(running, controller) for running, controller in ends]


def all_sent(running, controller):
    sent = b""
    try:
        while part := os.read(controller, PIPE_HOLDS):
            sent += part
    except OSError:  # how Linux says that the other end has been closed
        pass
    os.close(controller)
    assert running.wait() == 0
    return sent.replace(b"\r\n", b"\n")


def test_findings_go_to_standard_output_and_nothing_else_anywhere(process):
    done = process(*PLANS, "--format", "json")
    found = json.loads(done.stdout)
    assert (done.stderr, done.returncode) == (b"", 0)
    assert found["summary"] == {
        "errors": 0,
        "warnings": 80,
        "info": 18,
        "preview": 0,
        "waived": 0,
        "by_rule": {
            "PLN203": 1, "PLN206": 1, "PLN208": 2, "PLN301": 12, "PLN303": 2, "PLN304": 9,
            "PLN401": 5, "PLN406": 1, "PLN410": 1, "PLN505": 22, "PLN506": 1, "PLN604": 1,
            "PLN605": 3, "PLN701": 1, "PLN711": 33, "PLN712": 1, "PLN810": 1, "PLN813": 1,
        },
    }  # fmt: skip
    assert [found[name] for name in ("checked", "not_run", "not_checked")] == [1, 0, 4]


def test_strict_makes_the_same_plan_fail(process):
    done = process(*PLANS, "--format", "json", "--strict")
    summary = json.loads(done.stdout)["summary"]
    assert ([summary["errors"], summary["warnings"]], done.returncode) == ([80, 0], 1)


@pytest.mark.parametrize(
    "elsewhere", [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_output_is_utf_8_wherever_it_runs(elsewhere, process):
    done = process(*PLANS, **elsewhere)
    assert "its 3 lines add up to £95,000\n" in done.stdout.decode("utf-8")
    assert (done.stderr, done.returncode) == (b"", 0)


def test_the_same_plan_gives_the_same_bytes_every_time(surroundings):
    runs = [started(MUCH, surroundings(PYTHONHASHSEED=seed)) for seed in ("0", "1")]
    first, second = (run.communicate() for run in runs)
    assert first == second
    assert len(first[0]) > PIPE_HOLDS + 8192  # as MUCH promises


def test_a_pipe_gets_no_colour_and_a_terminal_does_unless_somebody_asks_for_none(surroundings):
    xterm = surroundings(TERM="xterm", NO_COLOR=None)
    with started(IN_FULL, xterm) as piped:
        plain = piped.stdout.read()
    coloured, *others = on_terminals(
        (IN_FULL, xterm),
        (IN_FULL, surroundings(TERM="xterm", NO_COLOR="1")),
        (IN_FULL, surroundings(TERM="dumb", NO_COLOR=None)),
        ((*IN_FULL, "--no-color"), xterm),
    )
    assert b"\x1b[1;33mwarning[PLN301 no-responsible]\x1b[0m" in coloured
    assert re.sub(rb"\x1b\[[0-9;]*m", b"", coloured) == plain
    assert others == [plain] * 3


def test_a_terminal_without_a_letter_gets_a_mark_for_it(surroundings):
    (sent,) = on_terminals((IN_FULL, surroundings(PYTHONIOENCODING="iso8859-1", NO_COLOR="1")))
    assert b"its 3 lines add up to \xa395,000\n" in sent
    assert b"'Before 'rolling out' across ?' (line " in sent


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_a_reader_that_leaves_early_changes_no_exit_code(strict, code, surroundings):
    with started((*MUCH, *strict), surroundings()) as running:
        assert running.stdout.readline() == b"{\n"
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", code)


def test_without_a_standard_output_the_exit_code_says_it_all(surroundings):
    command = [sys.executable, "-m", "planctl", *PLANS, "--strict"]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *command],
        cwd=ROOT, env=surroundings(), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.stderr, done.returncode) == (b"", 1)


def test_without_a_standard_error_reports_are_written_all_the_same(surroundings, tmp_path):
    for name in ("art", "books"):
        plan = f"format: planctl/1\nid: {name}\ntitle: Club\nkpis: []\n"
        (tmp_path / f"{name}.yaml").write_text(plan, "utf-8")
    (tmp_path / "broken.yaml").touch()
    command = [sys.executable, "-m", "planctl", "report", ".", "--format", "html", "--dry-run"]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" 2>&-', "sh", *command],
        cwd=tmp_path, env=surroundings(), capture_output=True, check=False,
    )  # fmt: skip
    assert (len(done.stdout.splitlines()), done.returncode) == (3, 1)


@pytest.mark.parametrize("arguments", [PLANS, ("--help",)])
def test_a_full_disk_is_no_bug(arguments, surroundings):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "planctl", *arguments],
            cwd=ROOT, env=surroundings(), stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    said = b"planctl: no space left on device. Mend that, and try again.\n"
    assert (done.stderr, done.returncode) == (said, 2)


def test_ctrl_c_ends_it_without_a_word(surroundings):
    with started(MUCH, surroundings()) as running:
        assert running.stdout.readline() == b"{\n"  # it has begun to write, and has to wait
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    assert (said, running.returncode) == (b"", 130)


def test_several_reports_show_on_a_terminal_how_far_they_are(surroundings, tmp_path):
    for name in ("art", "books", "chess", "drama"):
        plan = f"format: planctl/1\nid: {name}\ntitle: Club\n"
        (tmp_path / f"{name}.yaml").write_text(plan, "utf-8")
    several = ("report", str(tmp_path), "--format", "pdf", "-o", str(tmp_path / "build"))
    (sent,) = on_terminals((several, surroundings(TERM="xterm", NO_COLOR="1")))
    assert "Writing reports" in re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", sent).decode()
    written = sorted(path.name for path in (tmp_path / "build").iterdir())
    assert [name.split("-")[0] for name in written] == [
        "art", "books", "chess", "drama", "index.html",
    ]  # fmt: skip
