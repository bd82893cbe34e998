"""Plans on their way to paper."""

from pathlib import Path

import pytest

from planctl.printing import Press
from planctl.workspace import groups

READING = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
themes:
  - title: Clubs
    actions: [{ref: 1a, text: Open a homework club, schedule: [Year 1]}]
"""


@pytest.fixture
def presses(tmp_path, monkeypatch):
    """`presses(writing=text)` gives those of the workspace, which has the plan reading at first."""
    monkeypatch.chdir(tmp_path)
    Path("planctl.toml").touch()
    Path("plans").mkdir()
    Path("plans/reading.yaml").write_text(READING, "utf-8")

    def of(term="2017-18 autumn", **plans):
        for name, text in plans.items():
            Path(f"plans/{name}.yaml").write_text(text, "utf-8")
        return [
            press for group in groups([Path("plans")]) for press in Press.presses(group, term, None)
        ]

    return of
