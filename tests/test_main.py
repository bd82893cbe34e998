"""`python -m planctl`: the version at once, and Ctrl-C from the first moment on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import planctl
from planctl.__main__ import main

# Runs planctl as `python -m planctl` would, and presses Ctrl-C when its commands begin to load.
CTRL_C_WHILE_LOADING = """
import os
import runpy
import signal
import sys

def press(event, arguments):
    if event == "import" and arguments[0] == "planctl.cli.app":
        os.kill(os.getpid(), signal.SIGINT)

sys.addaudithook(press)
sys.argv[:] = ["planctl", "validate", "plans"]
runpy.run_module("planctl", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told_and_nothing_else(option, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["planctl", option])
    main()
    assert capsys.readouterr() == (f"planctl {planctl.__version__}\n", "")


def test_the_script_and_the_module_are_the_same(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["anything", "rules", "PLN004"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert capsys.readouterr().out.startswith("PLN004 tab-indent: error\n")
    assert ended.value.code == 0


def test_ctrl_c_before_the_commands_are_loaded_ends_it_without_a_word():
    source = str(Path(planctl.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", CTRL_C_WHILE_LOADING],
        env={**os.environ, "PYTHONPATH": source}, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 130)
