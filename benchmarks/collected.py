"""A round to measure with: forty respondents have filled in six actions each. All is invented."""

import io
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import openpyxl
from ruamel.yaml import YAML

from planctl.model import read_period
from planctl.transfer.collecting.asked import Kind, PlanTerm, forms
from planctl.transfer.collecting.columns import TO_FILL
from planctl.transfer.collecting.cover import Wishes
from planctl.transfer.collecting.workbook import as_form
from planctl.workspace import groups

PEOPLE, ACTIONS = 40, 6
_HEADINGS_IN: Final = 3
_ANSWERS: Final = {
    "kept": "yes", "rating": "Amber", "comment": "The club met, and two families came.",
    "path_to_green": "A second room, by June", "next_steps": "Ask the schools by 30 June 2018",
    "evidence": "Register of the club",
}  # fmt: skip


@dataclass(frozen=True)
class Round:
    """A workspace in a folder, with the forms that came back in its inbox."""

    folder: Path

    @cached_property
    def plan(self) -> Path:
        """The plan's file; with it, everything is made."""
        plan = self.folder / "plans/reading.yaml"
        plan.parent.mkdir(parents=True)
        (self.folder / "inbox").mkdir()
        (self.folder / "planctl.toml").touch()
        plan.write_text(plan_text(), "utf-8")
        (found,) = groups([plan])[0].sound_plans()
        term = read_period("2017-18 spring")
        if term is None:
            raise SystemExit("The term is not read.")
        for form in forms([PlanTerm(found, term)], Kind.UPDATES):
            filled = answered(as_form(form, Wishes()))
            (self.folder / f"inbox/{form.respondent.id}.xlsx").write_bytes(filled)
        return plan

    def merge(self) -> None:
        """Merges the forms into the plan as it was at first, and writes it."""
        self.plan.write_text(plan_text(), "utf-8")
        subprocess.run(
            [sys.executable, "-m", "planctl", "collect", "merge", "inbox", "--write"],
            cwd=self.folder, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def open_all(self) -> int:
        """Opens the same files with openpyxl, and reads and writes the plan with ruamel.yaml."""
        text = self.plan.read_text("utf-8")
        cells = 0
        for path in sorted((self.folder / "inbox").iterdir()):
            book = openpyxl.load_workbook(path)
            rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
            cells += sum(value is not None for row in rows for value in row)
        yaml = YAML()
        yaml.dump(yaml.load(text), io.StringIO())
        return cells


def answered(form: bytes) -> bytes:
    """The form with all of its questions answered."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    fields = {column.heading: column.field for column in TO_FILL[Kind.UPDATES]}
    for page in book.worksheets[1:2]:
        for cell in page[_HEADINGS_IN]:
            said = _ANSWERS.get(fields.get(cell.value, ""))
            for row in range(_HEADINGS_IN + 1, page.max_row + 1) if said else ():
                page.cell(row, cell.column).value = said
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def plan_text() -> str:
    """A plan in which each party leads so many actions."""
    parties = "\n".join(
        f"  - {{id: team-{who}, kind: team, name: Team {who}}}" for who in range(PEOPLE)
    )
    rows = "\n".join(_action(who, number) for who in range(PEOPLE) for number in range(ACTIONS))
    return f"""\
# Invented.
format: planctl/1
id: reading
title: Reading at home
status: draft
group: board
period: {{from: 2017-09-01, to: 2018-08-31}}
scale: rag
parties:
  - {{id: board, kind: group, name: The board}}
{parties}
themes:
  - ref: "1"
    title: Clubs
    actions:
{rows}
"""


def _action(who: int, number: int) -> str:
    return f"""\
      - ref: {who}.{number}
        uid: action-{who}-{number}
        text: Open club {number} of team {who} in the library.
        responsible: [{{party: team-{who}, role: lead}}]
        schedule: [Year 1]
        updates:
          2017-18 autumn:
            rating: green
            comment: The room of club {number} is found.   # said at the meeting
            next_steps:
              - {{text: Find two volunteers, due: 2018-01-31}}"""
