"""Returned forms whose hidden keys are gone: what was typed is shown, and never applied."""

from datetime import date
from pathlib import Path

import pytest

from planctl.transfer.collecting.asked import PlanTerm, forms
from planctl.transfer.collecting.outcome import Remark
from planctl.transfer.collecting.returned import Cell, read_form
from planctl.transfer.collecting.round_status import Asking, round_status
from tests.transfer.collecting.round_made import Round, edited, filled

SAID = {"0.0": {"rating": "Amber", "comment": "The club is open."}}
AGAIN = "Ask for the form again, or copy the answers into a fresh form of planctl collect prepare."
OFFERED = "Its Ref 0.0 is that of reading/uid:action-0-0 in this form, which is for you to judge. "


@pytest.fixture
def round_(tmp_path):
    return Round(tmp_path)


def emptied(form, *addresses):
    def change(page, _):
        for address in addresses:
            page[address].value = None

    return edited(form, change)


def without_keys(form):
    return edited(form, lambda page, _: page.delete_cols(1, 2))


def sheet_without_keys():
    return Remark(
        "key-missing", "0.xlsx",
        "The heading 'planctl key' is missing on sheet 'Reading at home': it is not known which "
        "action a row speaks of, and no answer on it can be taken.",
        f"The hidden columns A and B, or the line of headings, were changed. {AGAIN}",
        key="0.xlsx/Reading at home",
    )  # fmt: skip


def row_without_key(rating, comment, offered):
    return Remark(
        "row-without-key", "0.xlsx",
        "Row 4 has no key, and holds answers that were not applied: "
        f"'How is it going?' ({rating}) 'Amber'; 'What happened?' ({comment}) 'The club is open.'.",
        f"{offered}{AGAIN}", Cell("Reading at home", rating, "Amber"), "0.xlsx/Reading at home/4",
    )  # fmt: skip


def test_answers_on_a_sheet_without_its_hidden_columns_are_to_be_settled(round_):
    form = without_keys(filled(round_.forms()["team-0"], SAID))
    outcome = round_.merged(form, writes=True)
    assert (outcome.changes, outcome.is_clean) == ((), False)
    assert outcome.remarks == (sheet_without_keys(), row_without_key("G4", "H4", OFFERED))
    assert round_.update("0.0") == {}


def test_a_sheet_without_its_hidden_columns_is_said_also_where_nothing_was_filled_in(round_):
    outcome = round_.merged(without_keys(round_.forms()["team-0"]))
    assert outcome.remarks == (sheet_without_keys(),)


def test_a_sheet_without_its_line_of_headings_is_to_be_settled(round_):
    form = filled(round_.forms()["team-0"], SAID)
    outcome = round_.merged(edited(form, lambda page, _: page.delete_rows(3)))
    assert outcome.remarks == (sheet_without_keys(),)


def test_a_row_with_answers_and_an_emptied_key_is_to_be_settled_and_its_ref_offered(round_):
    form = emptied(filled(round_.forms()["team-0"], SAID), "A4")
    outcome = round_.merged(form, writes=True)
    assert (outcome.changes, outcome.is_clean) == ((), False)
    assert outcome.remarks == (row_without_key("I4", "J4", OFFERED),)
    assert round_.update("0.0") == {}


def test_a_row_without_key_and_ref_is_to_be_settled_and_nothing_is_offered(round_):
    form = emptied(filled(round_.forms()["team-0"], SAID), "A4", "B4", "C4")
    outcome = round_.merged(form)
    assert (outcome.remarks, outcome.is_clean) == ((row_without_key("I4", "J4", ""),), False)


def test_a_row_with_answers_alone_is_not_called_deleted(round_):
    form = emptied(filled(round_.forms()["team-0"], SAID), "A4", "B4", "C4", "D4")
    assert round_.merged(form).remarks == (row_without_key("I4", "J4", ""),)


def test_a_ref_that_another_row_of_the_form_has_too_is_not_offered(round_):
    form = filled(round_.forms()["team-0"], SAID)
    outcome = round_.merged(
        edited(emptied(form, "A4"), lambda page, _: page.__setitem__("C4", "0.1"))
    )
    assert outcome.remarks == (row_without_key("I4", "J4", ""),)


def test_what_stood_there_when_the_form_was_made_is_no_answer(round_):
    round_.merged(filled(round_.forms()["team-0"], SAID), writes=True)
    assert round_.merged(emptied(round_.forms()["team-0"], "A4")).remarks == ()


def test_a_row_without_key_can_be_left_out_by_its_place(round_):
    form = emptied(filled(round_.forms()["team-0"], {**SAID, "0.1": {"rating": "Red"}}), "A4")
    outcome = round_.merged(form, takes={"0.xlsx/Reading at home/4": "ours"}, writes=True)
    assert (outcome.left, outcome.remarks) == (("0.xlsx/Reading at home/4",), ())
    assert (round_.update("0.0"), round_.update("0.1")["rating"]) == ({}, "red")


def test_a_form_with_answers_but_without_keys_did_not_come_back_empty(round_):
    content = without_keys(filled(round_.forms()["team-0"], SAID))
    wanted = forms([PlanTerm(round_.plan(), round_.term())])
    returned = [read_form(Path("0.xlsx"), content)]
    found = round_status(wanted, returned, Asking(None, date(2018, 5, 2)))
    assert [(one.respondent.id, str(one.state), one.answered) for one in found] == [
        ("team-1", "missing", 0), ("team-0", "returned", 1),
    ]  # fmt: skip


def scribbled(page, _):
    page["R3"], page["R4"] = "Remarks", "See my letter"
    page["Q70"] = 4
    page.parent.create_sheet("Mine")["B2"] = "All of it is done"


def test_what_stands_beside_the_columns_or_on_another_sheet_is_said(tmp_path):
    round_ = Round(tmp_path)
    form = edited(round_.forms()["team-0"], scribbled)
    outcome = round_.merged(form)
    said = [(one.code, one.cell.place, one.message, one.blocks) for one in outcome.remarks]
    ahead = "has text outside the form's own columns, which was not read"
    assert said == [
        ("beside", "Reading at home!R4",
         f"Sheet 'Reading at home' {ahead}: R4 'See my letter', Q70 '4'.", False),
        ("beside", "Mine!B2", f"Sheet 'Mine' {ahead}: B2 'All of it is done'.", False),
    ]  # fmt: skip


def test_a_second_column_of_the_same_name_is_not_left_out_silently(tmp_path):
    def doubled(page, cells):
        page["R3"], page["R4"] = "What happened?", "The second"
        page[cells["0.0"]["comment"]] = "The first"

    round_ = Round(tmp_path)
    outcome = round_.merged(edited(round_.forms()["team-0"], doubled))
    assert [one.answer.shown for one in outcome.changes] == ["The second"]
    assert [one.message.rpartition(": ")[2] for one in outcome.remarks] == ["J4 'The first'."]
