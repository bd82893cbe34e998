"""`planctl collect`, as coordinators run it."""

import csv
import json
from pathlib import Path

import pytest

from tests.transfer.collecting.round_made import TERM, edited, filled, plan_text

DAY = ("--date", "2018-05-02")


@pytest.fixture(autouse=True)
def _workspace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("planctl.toml").write_text("", "utf-8")
    Path("plans").mkdir()
    Path("plans/reading.yaml").write_text(plan_text(), "utf-8")


@pytest.fixture
def returned(planctl):
    """`returned(team_0={"0.1": {...}})` sends forms out and puts them back, filled in."""
    planctl("collect", "prepare", "--term", TERM, "--by", "30/04/2018")
    Path("inbox").mkdir()

    def back(**answers):
        for name, said in answers.items():
            file = f"{name.replace('_', '-')}.xlsx"
            content = filled((Path("outbox") / file).read_bytes(), said)
            (Path("inbox") / file).write_bytes(content)

    return back


def test_prepare_writes_a_form_for_each_respondent_and_a_list(planctl):
    Path("contacts.csv").write_text("party,email,name\nteam-0,a@example.org,=Ann\n", "utf-8")
    said = planctl("collect", "prepare", "--term", TERM, "--by", "2018-04-30", "-o", "out")
    assert (said.code, said.err, said.out) == (
        0,
        "",
        (
            "team-0.xlsx    2 to fill in  Team 0\n"
            "team-1.xlsx    2 to fill in  Team 1\n"
            "2 forms and a list for mail merge in out.\n"
        ),
    )
    with Path("out/index.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["file"], row["email"], row["name"], row["by"]) for row in rows] == [
        ("team-0.xlsx", "a@example.org", "'=Ann", "30 April 2018"),
        ("team-1.xlsx", "", "", "30 April 2018"),
    ]


def test_a_dry_run_writes_no_form(planctl):
    assert planctl("collect", "prepare", "--term", TERM, "--dry-run").code == 0
    assert not Path("outbox").exists()


def test_a_form_that_is_there_is_not_replaced_unless_it_is_meant(planctl):
    Path("outbox").mkdir()
    Path("outbox/team-0.xlsx").write_text("mine")
    said = planctl("collect", "prepare", "--term", TERM)
    assert (said.code, Path("outbox/index.csv").exists()) == (2, False)
    assert said.err.startswith("planctl: outbox/team-0.xlsx is there already")
    assert planctl("collect", "prepare", "--term", TERM, "--force").code == 0


def test_nobody_is_asked_where_nothing_is_missing(planctl):
    said = planctl("collect", "prepare", "--gaps", "--term", TERM)
    assert (said.code, said.err) == (
        0, "Nobody is asked anything: every action has somebody responsible and a time.\n",
    )  # fmt: skip


def test_status_says_who_is_missing_and_late(planctl, returned):
    returned(team_0={"0.1": {"rating": "Red"}})
    said = planctl("collect", "status", "inbox", "--as-of", "2018-05-01")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].split() == ["Team", "1", "late", "0", "of", "2", "actions"]
    assert lines[1].startswith("Team 0  returned")
    assert "1 of 2 actions  (inbox/team-0.xlsx" in lines[1]
    assert lines[2] == "1 of 2 forms back, wanted by 30 April 2018."
    found = json.loads(
        planctl("collect", "status", "inbox", "--format", "json", "--as-of", "2018-04-01").out
    )
    assert [(one["party"], one["state"].partition("_")[0]) for one in found["respondents"]] == [
        ("team-1", "missing"), ("team-0", "returned"),
    ]  # fmt: skip


def test_merge_shows_what_it_would_write_and_then_writes_it(planctl, returned):
    returned(team_0={"0.1": {"rating": "Amber-ish", "comment": "The club is open."}})
    before = Path("plans/reading.yaml").read_text("utf-8")
    said = planctl("collect", "merge", "inbox", *DAY)
    assert (said.code, said.err, said.out) == (
        0,
        "",
        (
            "inbox/team-0.xlsx\n"
            "  reading/0.1.rating  How is it going?  (Reading at home!I5)\n"
            "      now  Amber\n"
            "  reading/0.1.comment  What happened?  (Reading at home!J5)\n"
            "      now  The club is open.\n"
            "\n"
            "Read as\n"
            "  reading/0.1.rating: 'Amber-ish' as Amber (inbox/team-0.xlsx, Reading at home!I5)\n"
            "\n"
            "1 form: 2 answers on 1 action.\n"
            "Nothing was written yet: add --write.\n"
        ),
    )
    assert Path("plans/reading.yaml").read_text("utf-8") == before
    said = planctl("collect", "merge", "inbox/team-0.xlsx", "--write", *DAY)
    assert (said.code, said.out.splitlines()[-1]) == (0, "Written to reading.")
    assert "rating: amber" in Path("plans/reading.yaml").read_text("utf-8")
    assert planctl("validate").code == 0


def test_a_conflict_is_shown_side_by_side_and_ends_with_1(planctl, returned):
    returned(team_0={"0.1": {"rating": "Green"}, "0.0": {"rating": "Red"}})
    planctl("update", "0.1", "--term", TERM, "--rating", "red", "--date", "2018-04-01")
    before = Path("plans/reading.yaml").read_text("utf-8")
    said = planctl("collect", "merge", "inbox", "--write", *DAY)
    assert said.code == 1
    assert (
        "Conflicts: the plan was changed after the form was made\n"
        "  reading/0.1.rating  (inbox/team-0.xlsx, Reading at home!I5)\n"
        "      when the form was made  nothing\n"
        "      in the plan now         Red\n"
        "      in the form             Green\n"
        "      Take one: --take theirs=reading/0.1.rating  or  --take ours=reading/0.1.rating\n"
    ) in said.out
    assert Path("plans/reading.yaml").read_text("utf-8") == before
    found = json.loads(planctl("collect", "merge", "inbox", "--format", "json").out)
    assert [(one["sheet"], one["cell"], one["current"]) for one in found["conflicts"]] == [
        ("Reading at home", "I5", "Red")
    ]
    taken = planctl("collect", "merge", "inbox", "--write", "--take", "theirs=0.1.rating", *DAY)
    assert (taken.code, "rating: green" in Path("plans/reading.yaml").read_text("utf-8")) == (
        0, True,
    )  # fmt: skip


def test_a_file_that_is_no_form_is_said_and_others_can_be_merged_alone(planctl, returned):
    returned(team_0={"0.1": {"rating": "Red"}})
    Path("inbox/holiday.xlsx").write_bytes(b"no workbook")
    said = planctl("collect", "merge", "inbox", "--write", *DAY)
    assert said.code == 1
    assert "holiday.xlsx was not opened: it is damaged" in said.out
    assert planctl("collect", "merge", "inbox", "--only", "team-0.xlsx", "--write", *DAY).code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--take", "mine=0.1"), "--take 'mine=0.1' cannot be used. Write theirs=KEY or ours=KEY"),
        (("--take", "ours=9.9"), "--take '9.9' names nothing that the forms say"),
        (("--only", "9.9"), "--only '9.9' is no such file or action"),
        (("--date", "soon"), "--date 'soon' is not a day"),
    ],
)
def test_wrong_use_is_said(planctl, returned, options, message):
    returned(team_0={"0.1": {"rating": "Red"}})
    said = planctl("collect", "merge", "inbox", *options)
    assert (said.code, message in said.err) == (2, True)


def test_an_inbox_without_forms_is_said(planctl):
    Path("inbox").mkdir()
    said = planctl("collect", "merge", "inbox")
    assert (said.code, said.err) == (
        2,
        (
            "planctl: INBOX 'inbox' holds no .xlsx file. Name the workbooks that came back, or "
            "their folder.\n"
        ),
    )


def test_answers_to_a_closed_term_are_said(planctl, returned):
    returned(team_0={"0.1": {"rating": "Red"}})
    closed = planctl("term", "close", TERM, "--minute", "Item 3", "--date", "2018-05-01")
    assert closed.code == 0, closed.err
    said = planctl("collect", "merge", "inbox", *DAY)
    assert "was closed" in said.out


def test_answers_of_a_row_without_its_key_are_shown_and_end_with_1(planctl, returned):
    returned(team_0={"0.0": {"rating": "Red", "comment": "It is open."}})
    file = Path("inbox/team-0.xlsx")
    file.write_bytes(edited(file.read_bytes(), lambda page, _: page.__setitem__("A4", None)))
    said = planctl("collect", "merge", "inbox", "--write", *DAY)
    assert (said.code, said.err, said.out) == (
        1,
        "",
        (
            "\n"
            "To be settled\n"
            "  inbox/team-0.xlsx, Reading at home!I4: Row 4 has no key, and holds answers that "
            "were not applied: 'How is it going?' (I4) 'Red'; 'What happened?' "
            "(J4) 'It is open.'.\n"
            "      Its Ref 0.0 is that of reading/uid:action-0-0 in this form, which is for you to "
            "judge. Ask for the form again, or copy the answers into a fresh form of planctl "
            "collect prepare.\n"
            '      To leave it out: --take "ours=inbox/team-0.xlsx/Reading at home/4"\n'
            "\n"
            "1 form: 0 answers on 0 actions.\n"
            "Nothing was written: 0 conflicts and 1 to be settled. Settle each, or merge some "
            "alone with --only FILE or REF.\n"
        ),
    )
    status = planctl("collect", "status", "inbox", "--as-of", "2018-04-01")
    assert status.err == (
        "inbox/team-0.xlsx, Reading at home!I4: Row 4 has no key, and holds answers that were not "
        "applied: 'How is it going?' (I4) 'Red'; 'What happened?' (J4) 'It is open.'.\n"
    )
    left = ("--take", "ours=inbox/team-0.xlsx/Reading at home/4")
    assert planctl("collect", "merge", "inbox", *left, *DAY).code == 0
