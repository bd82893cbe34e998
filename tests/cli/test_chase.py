"""`planctl chase`: who owes what."""

import csv
import io
from pathlib import Path

import pytest

from tests.transfer.collecting.round_made import TERM, plan_text


@pytest.fixture(autouse=True)
def _workspace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("planctl.toml").write_text("", "utf-8")
    Path("plans").mkdir()
    text = plan_text(1, 2)
    bare = "      - {ref: 9.1, text: Ask the parents what they want.}\n"
    Path("plans/reading.yaml").write_text(text + bare, "utf-8")


def test_the_text_is_an_e_mail_to_each(planctl):
    planctl("update", "0.1", "--term", TERM, "--rating", "red", "--kept", "done")
    said = planctl("chase", "--term", TERM)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "To: Team 0\n"
        "Subject: Reading at home, 2017-18 spring\n"
        "  Without an update for 2017-18 spring\n"
        "    0.0  Open club 0 of team 0 in the library.\n"
        "  Promised, and not answered yet: was it done?\n"
        "    0.0  Find two volunteers by 31 January 2018\n"
        "\n"
        "To: The keeper\n"
        "Subject: Reading at home, 2017-18 spring\n"
        "  Nobody is responsible yet\n"
        "    9.1  Ask the parents what they want.\n"
        "  Without a date\n"
        "    9.1  Ask the parents what they want.\n"
    )


def test_addresses_come_from_contacts_alone(planctl):
    assert "@" not in planctl("chase", "--term", TERM).out
    Path("contacts.csv").write_text("party;email;name\nTeam 0;a@example.org;Ann\n", "utf-8")
    assert planctl("chase", "--term", TERM).out.startswith("To: Ann <a@example.org>\n")


def test_contacts_of_another_shape_are_said(planctl):
    Path("contacts.csv").write_text("who,mail\n", "utf-8")
    said = planctl("chase", "--term", TERM)
    assert said.code == 2
    assert said.err.endswith("has no column called party. Its columns are party, email and name.\n")


def test_as_csv_there_is_a_row_for_each_thing_owed(planctl):
    text = planctl("chase", "--term", TERM, "--format", "csv").out.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["party"], row["ref"], row["owes"], row["on"]) for row in rows] == [
        ("team-0", "0.0", "update", "2018-04-30"),
        ("team-0", "0.0", "step", "2018-01-31"),
        ("team-0", "0.1", "update", "2018-04-30"),
        ("team-0", "0.1", "step", "2018-01-31"),
        ("keeper", "9.1", "owner", ""),
        ("keeper", "9.1", "date", ""),
    ]


def test_as_a_diary_what_has_a_day_is_an_entry(planctl):
    text = planctl("chase", "--term", TERM, "--format", "ics").out
    assert text.count("BEGIN:VEVENT") == 4
    assert "SUMMARY:0.0: update is owed (Team 0)" in text
    assert "DTSTART;VALUE=DATE:20180430" in text


def test_where_nothing_is_owed_that_is_said(planctl):
    text = Path("plans/reading.yaml").read_text("utf-8").partition("      - {ref: 9.1")[0]
    Path("plans/reading.yaml").write_text(text, "utf-8")
    for ref in ("0.0", "0.1"):
        planctl("update", ref, "--term", TERM, "--rating", "green", "--kept", "done")
    assert planctl("chase", "--term", TERM).out == "Nobody owes anything.\n"
