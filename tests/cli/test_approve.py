"""`planctl approve`: an approval is recorded with what was agreed, by somebody else."""

from difflib import ndiff
from pathlib import Path

import pytest

READING = Path("plans/reading.yaml")
PLAN = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
parties: # all of them
  - {id: board, kind: group, name: Achievement board}
  - {id: lead, kind: post, name: Reading lead}
themes:
  - title: Clubs
    uid: clubs
    actions:
      - {ref: 1a, uid: club, text: Open a club, responsible: [lead], schedule: [Year 1]}
# and reports
reports:
  2017-18 autumn: {prepared_by: Reading lead}
"""
APPROVE = (
    "approve", "reading", "--role", "Board", "--by", "achievement board", "--minute", "Item 3",
    "--date", "12/1/18",
)  # fmt: skip
ADDED = """\
approvals:
  - role: Board
    by: board
    date: 2018-01-12
    minute: Item 3
    agreed:
      reading:
        title: Reading
        period:
          - "from: 2017-09-01"
          - "to: 2018-08-31"
      clubs:
        title: Clubs
      club:
        text: Open a club
        responsible: lead
        schedule: Year 1
    note: For a year
"""


@pytest.fixture
def plans(workspace):
    return workspace({"plans/reading.yaml": PLAN})


@pytest.mark.usefixtures("plans")
def test_an_approval_is_added_and_all_else_stays(planctl):
    said = planctl(*APPROVE, "--note", "For a year")
    assert (said.out, said.err, said.code) == (
        ("reading is approved: Board, by board, 12 January 2018, Item 3. What was agreed is kept: "
        "the plan's own fields, and those of 2 themes, actions and KPIs. Written to "
        "plans/reading.yaml.\n"),
        "", 0,
    )  # fmt: skip
    told = list(ndiff(PLAN.splitlines(), READING.read_text("utf-8").splitlines()))
    assert [line for line in told if line.startswith(("- ", "+ "))] == [
        f"+ {line}" for line in ADDED.splitlines()
    ]
    assert planctl("validate", "--select", "approval-stale", "--strict").code == 0


@pytest.mark.usefixtures("plans")
def test_an_approval_is_written_as_fmt_would_write_it(planctl):
    planctl("fmt")
    planctl(*APPROVE)
    assert planctl("fmt", "--check").code == 0


@pytest.mark.usefixtures("plans")
def test_what_changes_after_the_approval_is_found(planctl):
    planctl(*APPROVE)
    text = READING.read_text("utf-8").replace(
        "responsible: [lead], schedule: [Year 1]", "responsible: [board], schedule: [Year 1]"
    )
    READING.write_text(text, "utf-8")
    said = planctl("validate", "--select", "approval-stale", "--format", "concise")
    assert said.out.splitlines()[0] == (
        "plans/reading.yaml:12:62: warning PLN811 1a has another responsible than Board approved on"
        " 12 January 2018: it was ‘lead’, and is ‘board’"
    )


@pytest.mark.usefixtures("plans")
def test_a_dry_run_shows_the_approval_and_writes_nothing(planctl):
    said = planctl(*APPROVE, "--dry-run")
    assert said.out.startswith("--- plans/reading.yaml\n+++ plans/reading.yaml\n")
    assert "+  - role: Board\n+    by: board\n" in said.out
    assert (said.err, said.code) == ("Nothing was written.\n", 0)
    assert READING.read_text("utf-8") == PLAN


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            (*APPROVE, "--by", "lead"),
            (
                "--by 'lead' prepared a report on this plan. A plan is approved by another "
                "party than "
                "the one that prepares its reports."
            ),
        ),
        (
            (*APPROVE, "--by", "baord"),
            "--by 'baord' is none of the parties. Did you mean board?",
        ),
        ((*APPROVE, "--minute", " "), "--minute ' ' cannot be used. Write what it is."),
        ((*APPROVE, "--role", ""), "--role '' cannot be used. Write what it is."),
    ],
)
def test_what_cannot_be_recorded_is_said(planctl, arguments, message):
    said = planctl(*arguments)
    assert (said.out, said.err, said.code) == ("", f"planctl: {message}\n", 2)
    assert READING.read_text("utf-8") == PLAN


@pytest.mark.usefixtures("plans")
def test_entries_without_uids_cannot_be_agreed(planctl):
    READING.write_text(PLAN.replace("uid: club, ", ""), "utf-8")
    said = planctl(*APPROVE)
    assert (said.out, said.code) == ("", 1)
    assert said.err.startswith("planctl: plans/reading.yaml: 1a have no uid of their own")


@pytest.mark.usefixtures("plans")
def test_a_plan_that_does_not_load_cannot_be_approved(planctl):
    READING.write_text("format: planctl/1\nid: reading\n", "utf-8")
    said = planctl(*APPROVE)
    assert (said.out, said.code) == ("", 1)
    assert said.err.endswith("Nothing was written. Mend that first.\n")


def test_one_plan_is_approved_at_a_time(planctl, plans):
    (plans / "plans/books.yaml").write_text(PLAN.replace("reading", "books", 1), "utf-8")
    said = planctl("approve", "plans", *APPROVE[2:])
    assert (said.out, said.code, said.err) == (
        "", 2,
        ("planctl: PLAN 'plans' holds several plans. Approve one plan at a time: name its id "
         "or its "
        "file.\n"),
    )  # fmt: skip


@pytest.mark.usefixtures("plans")
def test_where_nobody_is_said_to_have_prepared_it_that_is_said(planctl):
    READING.write_text(PLAN.partition("# and reports")[0].partition("parties")[0] + "themes: []\n")
    said = planctl(*APPROVE)
    assert (said.code, said.err) == (
        0,
        (
            "No report of the plan says who prepared it (reports: prepared_by), so that "
            "nobody can tell"
            " whether that was somebody else.\n"
        ),
    )
    assert "by: achievement board\n" in READING.read_text("utf-8")
