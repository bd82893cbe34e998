"""`planctl sample`: claims drawn for somebody else to check, and what they found taken back."""

import hashlib
import json
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

ACTION = """\
      - ref: 1{letter}
        uid: {uid}
        text: Do {uid}.
        responsible: [library]
        schedule: [Year 1]
        updates:
          2017-18 autumn: {{rating: {rating}, comment: Done so far., by: school}}
"""
HEAD = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
parties:
  - {id: library, name: Library}
  - {id: school, name: School}
  - {id: internal-audit, name: Internal audit, aliases: [the auditors]}
themes:
  - title: Clubs
    actions:
"""
UIDS = {"a": "club", "b": "volunteers", "c": "books", "d": "visits", "e": "poster"}
PLAN = HEAD + "".join(
    ACTION.format(letter=letter, uid=uid, rating="red" if letter == "e" else "green")
    for letter, uid in UIDS.items()
)
ASKED = ("sample", "--n", "3", "--seed", "lottery 12", "--term", "2017-18 autumn")
DRAWN = sorted(
    ["club", "volunteers", "books", "visits"],
    key=lambda uid: hashlib.sha256(f"lottery 12/reading/{uid}".encode()).hexdigest(),
)[:3]


@pytest.fixture
def plan(workspace):
    workspace({"plans/reading.yaml": PLAN})
    return Path("plans/reading.yaml")


@pytest.fixture
def filled(planctl, plan):
    """`filled(I5="Green")` draws a workbook, fills in cells, and gives its path."""
    assert plan.exists()

    def made(**cells):
        path = Path("sample.xlsx")
        if not path.exists():
            assert planctl(*ASKED, "-o", path).code == 0
        book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
        for address, text in cells.items():
            book["Sample"][address] = text
        book.save("filled.xlsx")
        return "filled.xlsx"

    return made


@pytest.fixture
def merged(planctl, filled):
    """`merged("--write", I5="Green")`: what is said when that is taken in."""

    def made(*options, by="internal-audit", **cells):
        return planctl("sample", "--merge", filled(**cells), "--by", by, *options)

    return made


@pytest.mark.usefixtures("plan")
def test_the_lowest_ranks_are_drawn_and_anybody_can_draw_them_again(planctl):
    said = planctl(*ASKED, "--format", "json")
    found = json.loads(said.out)
    assert (said.err, said.code) == ("", 0)
    assert (found["format_version"], found["seed"], found["out_of"]) == (1, "lottery 12", 4)
    assert [one["uid"] for one in found["drawn"]] == DRAWN
    first = found["drawn"][0]
    assert first == {
        "plan": "reading", "uid": DRAWN[0], "ref": first["ref"], "term": "2017-18 autumn",
        "rating": "green", "comment": "Done so far.", "evidence": [],
        "rank": hashlib.sha256(f"lottery 12/reading/{DRAWN[0]}".encode()).hexdigest(),
    }  # fmt: skip
    other = json.loads(planctl(*ASKED[:4], "another", *ASKED[5:], "--format", "json").out)
    assert [one["rank"] for one in other["drawn"]] != [one["rank"] for one in found["drawn"]]


@pytest.mark.usefixtures("plan")
def test_the_list_is_printed_for_people(planctl):
    said = planctl(*ASKED[:2], "1", *ASKED[3:])
    refs = {uid: f"1{letter}" for letter, uid in UIDS.items()}
    rank = hashlib.sha256(f"lottery 12/reading/{DRAWN[0]}".encode()).hexdigest()
    assert said.out == (
        "1 of 4 actions said to be on track or complete, 2017-18 autumn. Seed: lottery 12\n"
        "\n"
        f"reading {refs[DRAWN[0]]}: Green\n"
        f"  Do {DRAWN[0]}.\n"
        "  Said: Done so far.\n"
        "  Evidence: –\n"
        f"  Rank: {rank[:16]}  reading/{DRAWN[0]}\n"
    )


def test_the_workbook_shows_the_claim_and_leaves_the_rest_to_fill_in(filled):
    book = openpyxl.load_workbook(filled())
    page = book["Sample"]
    assert [cell.value for cell in page[5]][4:] == [
        f"Do {DRAWN[0]}.", "Green", "Done so far.", "–", None, None, None, None
    ]  # fmt: skip
    (first, *_) = page.data_validations.dataValidation
    assert (first.formula1, str(first.sqref)) == ('"Green,Amber,Red"', "I5")
    ranks = [cell.value for cell in book["How it was drawn"]["A"][2:]]
    assert ranks == [f"reading/{uid}" for uid in DRAWN]
    # The same sample is the same file, and one that is there is not lost.
    before = Path("sample.xlsx").read_bytes()
    Path("sample.xlsx").unlink()
    filled()
    assert Path("sample.xlsx").read_bytes() == before


def test_a_workbook_that_is_there_is_left_alone(planctl, filled):
    filled()
    said = planctl(*ASKED, "-o", "sample.xlsx")
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith("so nothing was written. Name another file with -o.\n")
    said = planctl(*ASKED, "-o", "other.xlsx", "--dry-run")
    assert (said.code, Path("other.xlsx").exists()) == (0, False)
    assert said.out.startswith("3 of 4 actions")


def test_findings_go_into_the_plan_only_when_asked_to(merged, plan):
    cells = {"I5": "Green", "J5": "Seen.", "L5": "12/01/2018", "I6": "amber", "K6": "the auditors",
             "L6": "2018-01-13"}  # fmt: skip
    before = plan.read_bytes()
    said = merged(**cells)
    assert (said.code, said.err) == (0, "Nothing was written; add --write.\n")
    assert "+" in said.out
    assert plan.read_bytes() == before
    said = merged("--write", **cells)
    assert (said.code, said.out) == (0, "2 actions checked, 1 stood; 2 new to the plans.\n")
    text = plan.read_text("utf-8")
    assert "{rating: green, by: internal-audit, date: 2018-01-12, note: Seen.}" in text
    assert "{rating: amber, by: internal-audit, date: 2018-01-13}" in text
    # What is there already is left as it is.
    said = merged("--write", **cells)
    assert (said.code, said.out) == (0, "2 actions checked, 1 stood; 0 new to the plans.\n")
    assert plan.read_text("utf-8") == text


def test_a_day_that_is_not_given_is_the_day_of_the_merge(merged, plan):
    assert merged("--write", I5="green").code == 0
    today = date.today().isoformat()  # noqa: DTZ011 - as the command has it
    assert f"{{rating: green, by: internal-audit, date: {today}}}" in plan.read_text("utf-8")
    assert merged("--write", I5="green").out == "1 action checked, 1 stood; 0 new to the plans.\n"


@pytest.mark.parametrize(
    ("by", "cells", "told"),
    [
        ("internal-audit", {"I5": "Purple"},
         "Sample!I5: 'Purple' is none of the ratings Green, Amber, Red."),
        ("internal-audit", {"J5": "Seen."},
         ("Sample!I5: This is empty, and the row says something else. Choose one of Green, Amber, "
         "Red.")),
        ("internal-audit", {"I5": "=1+1"},
         "Sample!I5: This is a formula. Type what it shows as plain text."),
        ("internal-audit", {"I5": "Green", "L5": "soon"},
         "Sample!L5: 'soon' is not a day. Write one as 2018-01-31."),
        ("internal-audit", {"I5": "Green", "K5": "nobody"},
         "Sample!K5: 'nobody' is none of the plan's parties."),
        ("internal-audit", {"I5": "Green", "A5": "reading/gone"},
         ("Sample!A5: 'reading/gone' is no action that is said to be on track or complete in the "
         "term.")),
        ("internal-audit", {"I5": "Green", "C5": "no term"},
         (f"Sample!A5: 'reading/{DRAWN[0]}' is no action that is said to be on track or complete "
          "in the term.")),
        ("library", {"I5": "Green"},
         "Sample!A5: library answers for {ref}, or said it. A check is somebody else's."),
        ("internal-audit", {"I5": "Green", "K5": "School"},
         "Sample!K5: school answers for {ref}, or said it. A check is somebody else's."),
        ("internal-audit", {"I5": "Green", "I6": "Green", "A6": f"reading/{DRAWN[0]}"},
         "Sample!A6: This row is of the same action as Sample!A5. Keep one."),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_in_is_told_with_its_cell(merged, plan, by, cells, told):
    before = plan.read_bytes()
    found = merged("--write", by=by, **cells)
    refs = {uid: f"1{letter}" for letter, uid in UIDS.items()}
    assert (found.code, found.out) == (1, "")
    assert found.err == (
        f"filled.xlsx: {told.format(ref=refs[DRAWN[0]])}\n"
        "Nothing was written. Mend that, and merge again.\n"
    )
    assert plan.read_bytes() == before


def test_a_rating_that_has_changed_since_the_draw_is_a_conflict(merged, filled, plan):
    filled()
    ref = next(f"1{letter}" for letter, uid in UIDS.items() if uid == DRAWN[0])
    text = plan.read_text("utf-8")
    start = text.index(f"uid: {DRAWN[0]}")
    changed = text[start:].replace("rating: green,", "rating: green, stage: complete,", 1)
    plan.write_text(text[:start] + changed, "utf-8")
    said = merged(I5="Green")
    assert said.code == 1
    assert said.err.startswith(
        f"filled.xlsx: Sample!F5: {ref} was 'Green' when the sample was drawn, and is "
        "'Green, complete' now.\n"
    )


def test_a_check_that_says_something_else_than_the_plan_is_a_conflict(merged):
    assert merged("--write", I5="green", L5="2018-01-12").code == 0
    said = merged("--write", I5="red", L5="2018-01-12")
    assert said.code == 1
    assert " was checked already: the plan says green, by internal-audit. Settle it there." in (
        said.err
    )


@pytest.mark.parametrize(
    "options",
    [
        ("--n", "3"), ("--n", "0", "--seed", "x"), ("--seed", "x"),
        ("--n", "3", "--seed", " "), ("--n", "3", "--seed", "x", "--by", "school"),
        ("--merge", "sample.xlsx"), ("--merge", "sample.xlsx", "--n", "3"),
        ("--merge", "sample.xlsx", "--by", "nobody"), ("--merge", "gone.xlsx", "--by", "school"),
        ("--merge", "plans", "--by", "school"),
        ("--merge", "plans/reading.yaml", "--by", "school"),
    ],
)  # fmt: skip
def test_wrong_use_is_told(planctl, filled, options):
    filled()
    said = planctl("sample", *options)
    assert (said.code in {1, 2}, said.out) == (True, "")
    assert said.err


@pytest.mark.usefixtures("plan")
def test_an_action_without_a_uid_cannot_be_drawn(planctl, plan):
    plan.write_text(PLAN.replace("        uid: club\n", ""), "utf-8")
    said = planctl(*ASKED)
    assert (said.code, said.out) == (1, "")
    assert "planctl fmt --add-ids gives uids" in said.err


@pytest.mark.usefixtures("plan")
def test_nothing_green_is_nothing_to_draw(planctl, plan):
    plan.write_text(PLAN.replace("rating: green", "rating: red"), "utf-8")
    said = planctl(*ASKED)
    assert (said.code, said.out) == (
        0, "0 of 0 actions said to be on track or complete. Seed: lottery 12\n"
    )  # fmt: skip
    assert said.err == (
        "No action is said to be on track or complete in 2017-18 autumn: nothing to draw.\n"
    )
