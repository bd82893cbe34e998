"""planctl as people and scripts run it: in this process, or in one of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import planctl as package
from planctl.__main__ import main

ROOT = Path(__file__).parents[2]
READING = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
themes:
  - title: Clubs
    actions:
      - {ref: 1a, text: Open a homework club, schedule: [Year 1]}
"""


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    out: str
    err: str
    code: int


@pytest.fixture(autouse=True)
def remembers_nothing(monkeypatch, tmp_path_factory, request):
    """A cache of each test's own: none finds what another has left, nor what the user has."""
    folder = tmp_path_factory.getbasetemp() / "caches" / str(abs(hash(request.node.nodeid)))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))


@pytest.fixture
def planctl(monkeypatch, capfd):
    """`planctl("validate", ...)` runs the command in this process."""
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["planctl", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return Said(out, err, int(ended.value.code or 0))

    return run


@pytest.fixture
def process():
    """`process("validate", ...)` runs it in a process of its own; what it says are bytes."""

    def run(*arguments, cwd=ROOT, **environment):
        return subprocess.run(
            [sys.executable, "-m", "planctl", *arguments],
            cwd=cwd, env=surroundings(**environment), capture_output=True, check=False,
        )  # fmt: skip

    return run


def surroundings(**changed):
    """This process's environment; a value of None takes a name out of it."""
    source = str(Path(package.__file__).parents[1])
    every = {**os.environ, "PYTHONPATH": source, "COLUMNS": "100", **changed}
    return {name: value for name, value in every.items() if value is not None}


@pytest.fixture(name="surroundings")
def surroundings_fixture():
    return surroundings


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace with one plan, called reading; `workspace(name=text, ...)` adds files."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "planctl.toml", "")
    write(tmp_path / "plans/reading.yaml", READING)

    def add(files=None):
        for name, text in (files or {}).items():
            write(tmp_path / name, text)
        return tmp_path

    return add


@pytest.fixture
def settings_of_nobody(tmp_path, monkeypatch):
    """No settings of git but those of the test."""
    home = tmp_path / "home of nobody"
    home.mkdir()
    for name in ("XDG_CONFIG_HOME", *(name for name in os.environ if name.startswith("GIT_"))):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
