"""The workbook that an officer gets."""

import io

import openpyxl
import pytest

from planctl.transfer.collecting.asked import Kind, PlanTerm, forms
from planctl.transfer.collecting.cover import Wishes
from planctl.transfer.collecting.workbook import as_form
from tests.transfer.collecting.round_made import Round, addresses, plan_text


@pytest.fixture
def book(tmp_path):
    round_ = Round(tmp_path)
    wanted = forms([PlanTerm(round_.plan(), round_.term())])
    content = as_form(wanted[0], Wishes("30 April 2018", "The keeper"))
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_cover_says_by_when_to_whom_and_who_reads_it(book):
    texts = [tuple(cell for cell in row if cell) for row in book["Start here"].values]
    assert [row for row in texts if len(row) == 2][:6] == [
        ("For", "Team 0"),
        ("Plan", "Reading at home"),
        ("Yours", "2 actions"),
        ("Back by", "30 April 2018"),
        ("To", "The keeper"),
        (
            "Who reads this",
            "The board, in the term's report. What you write may be printed as you wrote it.",
        ),
    ]


def test_only_the_cells_to_fill_in_are_open(book):
    page = book["Reading at home"]
    cells = addresses(page)["0.0"]
    assert page.protection.sheet
    opened = {name for name, address in cells.items() if not page[address].protection.locked}
    assert opened == {
        "kept", "rating", "comment", "path_to_green", "next_steps", "evidence", "stage", "not_mine",
    }  # fmt: skip


def test_a_locked_row_says_what_was_said_last(book):
    page = book["Reading at home"]
    cells = addresses(page)["0.0"]
    assert [page[cells[name]].value for name in ("last_rating", "last_comment", "promised")] == [
        "Green", "The room of club 0 is found.", "Find two volunteers by 31 January 2018",
    ]  # fmt: skip


def test_keys_are_hidden_and_what_planctl_needs_is_very_hidden(book):
    page = book["Reading at home"]
    assert page.column_dimensions["A"].hidden
    assert book["planctl"].sheet_state == "veryHidden"


def test_ratings_are_chosen_from_the_levels_of_the_plan(book):
    rules = book["Reading at home"].data_validations.dataValidation
    rule = next(one for one in rules if one.promptTitle == "How is it going?")
    assert (rule.type, rule.formula1) == ("list", "'planctl'!$I$1:$I$3")
    assert [cell.value for (cell,) in book["planctl"]["I1:I3"]] == ["Green", "Amber", "Red"]


def test_others_who_are_responsible_get_a_copy_to_read(tmp_path):
    text = plan_text(2, 1).replace(
        "[{party: team-0, role: lead}]", "[{party: team-0, role: lead}, team-1]"
    )
    round_ = Round(tmp_path, text)
    found = forms([PlanTerm(round_.plan(), round_.term())])
    assert [
        (one.respondent.id, [a.name for a in one.asked], [a.name for a in one.informed])
        for one in found
    ] == [("team-0", ["0.0"], []), ("team-1", ["1.0"], ["0.0"])]
    book = openpyxl.load_workbook(io.BytesIO(as_form(found[1], Wishes())))
    assert book.sheetnames == ["Start here", "Reading at home", "For information", "planctl"]


@pytest.mark.parametrize(
    ("responsible", "more", "respondent"),
    [
        ("[{party: team-0, role: lead}, team-1]", "", "team-0"),
        ("[team-0, team-1]", "respondent: team-1", "team-1"),
        ("[team-1]", "", "team-1"),
        ("[team-0, team-1]", "", "keeper"),
        ("[{party: team-1, role: supporter}]", "", "keeper"),
    ],
)
def test_each_action_has_one_respondent(tmp_path, responsible, more, respondent):
    text = plan_text(2, 1).replace(
        "responsible: [{party: team-0, role: lead}]", f"responsible: {responsible}\n        {more}"
    )
    round_ = Round(tmp_path, text)
    found = forms([PlanTerm(round_.plan(), round_.term())])
    assert [one.respondent.id for one in found if "0.0" in [a.name for a in one.asked]] == [
        respondent
    ]


def test_gaps_ask_only_for_what_is_missing(tmp_path):
    text = plan_text(1, 2).replace("        schedule: [Year 1]\n", "", 1)
    round_ = Round(tmp_path, text)
    (form,) = forms([PlanTerm(round_.plan(), round_.term())], Kind.GAPS)
    book = openpyxl.load_workbook(io.BytesIO(as_form(form, Wishes())))
    page = book["Reading at home"]
    cells = addresses(page, Kind.GAPS)
    assert {*cells} == {"0.0"}
    locked = {name: page[cells["0.0"][name]].protection.locked for name in ("responsible", "due")}
    assert locked == {"responsible": True, "due": False}
