"""Runs of the check, to be printed."""

from datetime import date
from pathlib import Path

import pytest

from planctl.rules import CATALOGUE, Policy
from planctl.workspace import check_run, groups

ROOT = Path(__file__).parents[2]

BROKEN = """\
format: planctl/1
id: reading
title: Lesen – für alle
status: final
vision: *x
funding:
  - {period: Year 1, amount: forty thousand}
themes:
  - title: Clubs
    actions:
      - ref: 1a
        text: Open a homework club
        responsable: [library]
        schedule: {autumn 2017: pilot, 2017-18 autumn: ✓}
        due: next year
        priority: high
      - {ref: 日本語 e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}, text: "a\tb", ref: 1c}
      - {ref: 1d, text: Print a calendar of everything that the clubs of all of the schools do in \
the course of the year and send it to every family in good time before the term begins, kost: 1}
      - ref: 1e"""


@pytest.fixture
def of_plans(monkeypatch):
    """What is found in the project's own plans as of the day after their first term."""
    monkeypatch.chdir(ROOT)
    return check_run(groups([Path("plans")]), Policy(CATALOGUE), date(2018, 1, 1))


@pytest.fixture
def of(tmp_path, monkeypatch):
    """`of(text)`: what is found in a file called reading.yaml."""
    monkeypatch.chdir(tmp_path)

    def run(text):
        Path("reading.yaml").write_text(text, "utf-8")
        return check_run(groups([Path("reading.yaml")]), Policy(CATALOGUE), date(2018, 1, 1))

    return run


@pytest.fixture
def of_broken(of):
    """What is found in a small plan with ten mistakes of shape."""
    return of(BROKEN)
