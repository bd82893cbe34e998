"""A round to test with: an invented plan, its forms, and officers who fill them in."""

import io
from datetime import date
from pathlib import Path

import openpyxl

from planctl.model import Period, read_period
from planctl.transfer.collecting.asked import Kind, PlanTerm, forms
from planctl.transfer.collecting.columns import KEY, headings
from planctl.transfer.collecting.cover import Wishes
from planctl.transfer.collecting.gathered import PlanFile, changed_files
from planctl.transfer.collecting.merging import Settled, merged
from planctl.transfer.collecting.returned import read_form
from planctl.transfer.collecting.workbook import as_form
from planctl.workspace import groups

TERM = "2017-18 spring"
ON = date(2018, 4, 30)
DAY = "2018-05-02"


def plan_text(people=2, actions=2):
    """A plan in which each of so many parties leads so many actions."""
    parties = "\n".join(
        f"  - {{id: team-{who}, kind: team, name: Team {who}}}" for who in range(people)
    )
    rows = "\n".join(_action(who, number) for who in range(people) for number in range(actions))
    return f"""\
# Invented, for tests.
format: planctl/1
id: reading
title: Reading at home
status: draft
group: board
coordinator: keeper
period: {{from: 2017-09-01, to: 2018-08-31}}
scale: rag
parties:
  - {{id: board, kind: group, name: The board}}
  - {{id: keeper, kind: post, name: The keeper}}
{parties}
themes:
  - ref: "1"
    title: Clubs   # the only theme
    actions:
{rows}
"""


def _action(who, number):
    return f"""\
      # action {number} of team {who}
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


class Round:
    """A workspace, the forms that are made in it, and what comes of merging them."""

    def __init__(self, folder, text=None):
        self.folder = Path(folder)
        self.file = self.folder / "plans" / "reading.yaml"
        self.file.parent.mkdir(parents=True, exist_ok=True)
        (self.folder / "planctl.toml").write_text("", "utf-8")
        self.file.write_text(text or plan_text(), "utf-8")

    def group(self):
        return groups([self.file])[0]

    def plan(self):
        (plan,) = self.group().sound_plans()
        return plan

    def term(self) -> Period:
        term = read_period(TERM)
        assert term is not None
        return term

    def forms(self, kind=Kind.UPDATES):
        """The bytes of each respondent's form."""
        wanted = forms([PlanTerm(self.plan(), self.term())], kind)
        return {form.respondent.id: as_form(form, Wishes()) for form in wanted}

    def merged(self, *contents, takes=None, only=(), writes=False):
        """What comes of the forms, called 0.xlsx and so on; written where it can be."""
        returned = [
            read_form(Path(f"{number}.xlsx"), content) for number, content in enumerate(contents)
        ]
        outcome = merged(returned, {"reading": self.plan()}, Settled(takes or {}, tuple(only)))
        if writes and outcome.is_clean:
            for path, _, new in self.changed(outcome):
                path.write_bytes(new.text.encode())
        return outcome

    def changed(self, outcome):
        group = self.group()
        file = PlanFile(self.file, group.plans[0].document, self.plan())
        return tuple(changed_files([file], outcome.changes, date.fromisoformat(DAY)))

    def update(self, ref, term=TERM):
        """What the plan says of the action in the term, as its file has it."""
        for action in self.group().plans[0].document.root["themes"][0]["actions"]:
            if action["ref"] == ref:
                return action["updates"].get(term, {})
        raise KeyError(ref)


def filled(content, answers, kind=Kind.UPDATES):
    """The form with the cells set: `{"0.1": {"rating": "Amber"}}` by the ref of the row."""
    return edited(content, lambda page, cells: _fill(page, cells, answers), kind)


def edited(content, change, kind=Kind.UPDATES):
    """The form after `change(page, cells)`; `cells[ref][field]` is the address of a cell."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for page in book.worksheets:
        if cells := addresses(page, kind):
            change(page, cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def addresses(page, kind=Kind.UPDATES):
    """The addresses of the cells of each row, by ref and field; empty for other sheets."""
    fields = {**headings(kind), KEY: "key", "planctl fingerprint": "fingerprint"}
    head = next((row for row in page.iter_rows(max_row=5) if row[0].value == KEY), None)
    if head is None:
        return {}
    columns = {fields[cell.value]: cell.column_letter for cell in head if cell.value in fields}
    return {
        page[f"{columns['ref']}{number}"].value: {
            name: f"{letter}{number}" for name, letter in columns.items()
        }
        for number in range(head[0].row + 1, page.max_row + 1)
    }


def _fill(page, cells, answers):
    for ref, said in answers.items():
        for name, text in said.items():
            page[cells[ref][name]].value = text
