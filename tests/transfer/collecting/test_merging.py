"""Returned forms against a plan that may have changed meanwhile."""

import pytest

from planctl.errors import WrongValueError
from planctl.transfer.collecting.asked import Kind
from tests.transfer.collecting.round_made import DAY, Round, edited, filled, plan_text

SAID = {
    "kept": "part", "rating": "Amber", "comment": "One club is open.",
    "path_to_green": "A second room, by June", "next_steps": "Visit the hall by 30 June 2018",
    "evidence": "Register of the club",
}  # fmt: skip


@pytest.fixture
def round_(tmp_path):
    return Round(tmp_path)


def codes(remarks):
    return [(one.code, one.cell.place if one.cell else "") for one in remarks]


def test_a_form_that_nobody_filled_in_says_nothing(round_):
    outcome = round_.merged(*round_.forms().values())
    assert (outcome.changes, outcome.conflicts, outcome.remarks) == ((), (), ())


def test_the_same_plan_gives_the_same_bytes(round_):
    assert round_.forms() == round_.forms()


def test_answers_go_into_the_plan_with_where_they_came_from(round_):
    form = filled(round_.forms()["team-0"], {"0.1": SAID})
    outcome = round_.merged(form, writes=True)
    assert outcome.is_clean
    update = round_.update("0.1")
    digest = update["source"].pop("sha256")
    assert len(digest) == 64
    assert update == {
        "rating": "amber",
        "comment": "One club is open.",
        "path_to_green": "A second room, by June",
        "next_steps": [{"text": "Visit the hall", "due": "2018-06-30"}],
        "evidence": ["Register of the club"],
        "by": "team-0",
        "date": DAY,
        "source": {
            "file": "0.xlsx",
            "cells": "Reading at home!H5, I5, J5, K5, L5, M5",
        },
    }
    assert round_.update("0.1", "2017-18 autumn")["next_steps"] == [
        {"text": "Find two volunteers", "due": "2018-01-31", "kept": "part"}
    ]


def test_comments_and_layout_of_the_plan_stay(round_):
    before = round_.file.read_text("utf-8").splitlines()
    round_.merged(filled(round_.forms()["team-0"], {"0.1": SAID}), writes=True)
    after = round_.file.read_text("utf-8").splitlines()
    # The step that was answered stands once more in the file, for the other action.
    assert [line for line in before if line not in after] == []
    assert [line for line in after if "#" in line] == [line for line in before if "#" in line]


def test_merging_twice_changes_nothing(round_):
    form = filled(round_.forms()["team-0"], {"0.1": SAID})
    round_.merged(form, writes=True)
    once = round_.file.read_bytes()
    outcome = round_.merged(form, writes=True)
    assert (outcome.changes, len(outcome.already)) == ((), len(SAID))
    assert round_.file.read_bytes() == once


def test_a_later_form_adds_to_what_stands_and_keeps_the_rest(round_):
    first = filled(round_.forms()["team-0"], {"0.1": {"next_steps": "Ask the school"}})
    round_.merged(first, writes=True)
    more = {"next_steps": "Ask the school\nVisit the hall by 30 June 2018", "rating": "R"}
    round_.merged(filled(round_.forms()["team-0"], {"0.1": more}), writes=True)
    update = round_.update("0.1")
    assert (update["rating"], update["next_steps"]) == (
        "red",
        ["Ask the school", {"text": "Visit the hall", "due": "2018-06-30"}],
    )


def test_a_plan_that_changed_meanwhile_is_a_conflict_with_sheet_and_cell(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"rating": "Amber", "comment": "New"}})
    round_.merged(filled(round_.forms()["team-0"], {"0.1": {"rating": "Red"}}), writes=True)
    before = round_.file.read_bytes()
    outcome = round_.merged(form, writes=True)
    (conflict,) = outcome.conflicts
    said = conflict.said
    assert (said.key, said.made, conflict.current, said.answer.shown, said.cell.place) == (
        "reading/0.1.rating", "", "Red", "Amber", "Reading at home!I5",
    )  # fmt: skip
    assert round_.file.read_bytes() == before


@pytest.mark.parametrize(
    ("take", "rating", "key"),
    [
        ("theirs", "amber", "0.1.rating"),
        ("ours", "red", "reading/0.1.rating"),
        ("theirs", "amber", "0.1"),
        ("ours", "red", "all"),
    ],
)
def test_a_conflict_is_settled_by_its_key(round_, take, rating, key):
    form = filled(round_.forms()["team-0"], {"0.1": {"rating": "Amber"}, "0.0": {"comment": "x"}})
    round_.merged(filled(round_.forms()["team-0"], {"0.1": {"rating": "Red"}}), writes=True)
    outcome = round_.merged(form, takes={key: take}, writes=True)
    assert outcome.is_clean
    assert (round_.update("0.1")["rating"], round_.update("0.0")["comment"]) == (rating, "x")


def test_a_key_that_names_nothing_is_said(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"rating": "Amber"}})
    with pytest.raises(WrongValueError, match=r"--take '0\.9' names nothing"):
        round_.merged(form, takes={"0.9": "ours"})
    with pytest.raises(WrongValueError, match=r"--only '0\.9' is no such file or action"):
        round_.merged(form, only=["0.9"])


def test_what_is_written_into_locked_cells_is_only_proposed(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"text": "Close the club", "rating": "Red"}})
    outcome = round_.merged(form, writes=True)
    assert codes(outcome.proposals) == [("locked-changed", "Reading at home!D5")]
    assert (outcome.is_clean, round_.update("0.1")["rating"]) == (True, "red")
    assert "Close the club" not in round_.file.read_text("utf-8")


def test_no_longer_mine_is_proposed_and_the_rest_of_the_row_counts(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"not_mine": "Team 1", "rating": "Red"}})
    outcome = round_.merged(form, writes=True)
    assert [one.message for one in outcome.proposals] == [
        "Team 0 says that 0.1 is no longer theirs: 'Team 1'. It was not applied."
    ]
    assert round_.update("0.1")["rating"] == "red"


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("rating", "Purple", "unclear"),
        ("rating", "not green", "unclear"),
        ("rating", "green, then red", "unclear"),
        ("rating", "=A1", "formula"),
        ("comment", "=SUM(A1:A2)", "formula"),
        ("comment", 43220, "number"),
        ("kept", "perhaps", "unclear"),
        ("stage", "in March", "unclear"),
        ("comment", "seen\u202e", "unclear"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_cell_and_nothing_is_written(
    round_, name, value, code
):
    before = round_.file.read_bytes()
    form = filled(round_.forms()["team-0"], {"0.1": {name: value}, "0.0": {"rating": "Red"}})
    outcome = round_.merged(form, writes=True)
    letter = {"kept": "H", "rating": "I", "comment": "J", "stage": "N"}[name]
    assert codes(outcome.remarks) == [(code, f"Reading at home!{letter}5")]
    assert round_.file.read_bytes() == before
    aside = round_.merged(form, takes={f"0.1.{name}": "ours"}, writes=True)
    assert (aside.is_clean, round_.update("0.0")["rating"]) == (True, "red")


def test_a_date_that_excel_made_is_said(round_):
    from datetime import datetime  # noqa: PLC0415 - only here

    form = filled(round_.forms()["team-0"], {"0.1": {"next_steps": datetime(2018, 6, 30)}})  # noqa: DTZ001
    (remark,) = round_.merged(form).remarks
    assert (remark.code, remark.remedy) == (
        "date", "Type it as text: 30 June 2018, with the words that belong to it.",
    )  # fmt: skip


def test_a_number_that_may_be_a_day_is_said(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"comment": 43281}})
    (remark,) = round_.merged(form).remarks
    assert remark.message == (
        "'What happened?' of 0.1: '43281' is a number, as Excel stores days: it may be "
        "30 June 2018."
    )


@pytest.mark.parametrize(
    ("typed", "rating"),
    [("Amber-ish", "amber"), ("RED", "red"), ("g", "green"), ("still green", "green"),
     ("▲", "amber"), ("yellow", "amber"), ("on track", None)],
)  # fmt: skip
def test_ratings_in_other_words_are_understood_where_they_can_mean_one_level(round_, typed, rating):
    outcome = round_.merged(
        filled(round_.forms()["team-0"], {"0.1": {"rating": typed}}), writes=True
    )
    assert (outcome.is_clean, round_.update("0.1").get("rating")) == (rating is not None, rating)


def test_an_emptied_cell_takes_nothing_away(round_):
    round_.merged(filled(round_.forms()["team-0"], {"0.1": SAID}), writes=True)
    form = filled(round_.forms()["team-0"], {"0.1": {"comment": None, "rating": "Red"}})
    outcome = round_.merged(form, writes=True)
    assert codes(outcome.remarks) == [("emptied", "Reading at home!J5")]
    assert (outcome.is_clean, round_.update("0.1")["comment"]) == (True, "One club is open.")


def test_rows_may_be_in_another_order(round_):
    def swap(page, cells):
        for name, address in cells["0.0"].items():
            other = cells["0.1"][name]
            page[address].value, page[other].value = page[other].value, page[address].value

    form = filled(round_.forms()["team-0"], {"0.1": {"rating": "Red"}})
    outcome = round_.merged(edited(form, swap), writes=True)
    assert (outcome.is_clean, outcome.remarks, outcome.proposals) == (True, (), ())
    assert (round_.update("0.1")["rating"], round_.update("0.0")) == ("red", {})


def test_a_deleted_row_changes_nothing_and_is_said(round_):
    form = edited(round_.forms()["team-0"], lambda page, _: page.delete_rows(5))
    outcome = round_.merged(filled(form, {"0.0": {"rating": "Red"}}), writes=True)
    assert [one.message for one in outcome.remarks] == [
        "The row of reading/uid:action-0-1 was deleted; that changes nothing."
    ]
    assert round_.update("0.0")["rating"] == "red"


def test_an_added_row_is_said(round_):
    form = edited(round_.forms()["team-0"], lambda page, _: page.__setitem__("D9", "A new action"))
    outcome = round_.merged(form)
    assert codes(outcome.remarks) == [("added-row", "Reading at home!D9")]
    assert outcome.is_clean


def test_an_added_row_with_an_answer_is_to_be_settled(round_):
    form = edited(round_.forms()["team-0"], lambda page, _: page.__setitem__("J9", "It is open."))
    outcome = round_.merged(form)
    assert codes(outcome.remarks) == [("row-without-key", "Reading at home!J9")]
    assert not outcome.is_clean


def test_a_row_that_stands_twice_counts_once_where_both_say_the_same(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"rating": "Red", "comment": "One"}})
    outcome = round_.merged(edited(form, twice), writes=True)
    assert (outcome.is_clean, round_.update("0.1")["rating"]) == (True, "red")


def test_a_row_that_stands_twice_with_two_answers_is_said_with_both_cells(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"rating": "Red", "comment": "One"}})
    other = edited(edited(form, twice), lambda page, _: page.__setitem__("I8", "Green"))
    outcome = round_.merged(other, writes=True)
    assert codes(outcome.remarks) == [
        ("two-answers", "Reading at home!I5"), ("two-answers", "Reading at home!I8"),
    ]  # fmt: skip
    assert round_.update("0.1") == {}


def twice(page, cells):
    """Row 0.1 stands once more, in line 8."""
    for address in cells["0.1"].values():
        page[f"{address.rstrip('0123456789')}8"].value = page[address].value


def test_two_returns_of_one_respondent_are_both_read(round_):
    blank = round_.forms()["team-0"]
    one = filled(blank, {"0.0": {"rating": "Red"}, "0.1": {"comment": "Same"}})
    two = filled(blank, {"0.1": {"rating": "Green", "comment": "Same"}})
    outcome = round_.merged(one, two, writes=True)
    assert codes(outcome.remarks) == [("two-returns", "")]
    assert (round_.update("0.0")["rating"], round_.update("0.1")["rating"]) == ("red", "green")


def test_two_returns_that_disagree_are_said_and_one_can_be_taken_alone(round_):
    blank = round_.forms()["team-0"]
    one = filled(blank, {"0.1": {"rating": "Red"}})
    two = filled(blank, {"0.1": {"rating": "Green"}})
    outcome = round_.merged(one, two, writes=True)
    assert [code for code, _ in codes(outcome.remarks)] == [
        "two-returns", "two-answers", "two-answers",
    ]  # fmt: skip
    assert round_.update("0.1") == {}
    assert round_.merged(one, two, only=["1.xlsx"], writes=True).is_clean
    assert round_.update("0.1")["rating"] == "green"


def test_only_one_action_can_be_merged(round_):
    form = filled(round_.forms()["team-0"], {"0.0": {"rating": "Mauve"}, "0.1": {"rating": "Red"}})
    assert round_.merged(form, only=["0.1"], writes=True).is_clean
    assert (round_.update("0.0"), round_.update("0.1")["rating"]) == ({}, "red")


def test_a_row_copied_from_another_form_can_fill_what_is_empty_only(round_):
    form = filled(
        round_.forms()["team-0"], {"0.1": {"fingerprint": "0" * 16, "rating": "Red"}}
    )  # fmt: skip
    outcome = round_.merged(form)
    assert codes(outcome.remarks) == [("stale-row", "Reading at home!C5")]
    assert outcome.is_clean
    round_.merged(filled(round_.forms()["team-0"], {"0.1": {"rating": "Green"}}), writes=True)
    (conflict,) = round_.merged(form).conflicts
    assert (conflict.said.made, conflict.current) == (None, "Green")


def test_an_action_that_is_gone_is_said(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"rating": "Red"}})
    text = round_.file.read_text("utf-8").replace("uid: action-0-1", "uid: another")
    round_.file.write_text(text, "utf-8")
    outcome = round_.merged(form)
    assert codes(outcome.remarks) == [("unknown-row", "Reading at home!I5")]
    assert round_.merged(form, takes={"reading/uid:action-0-1": "ours"}).is_clean


def test_without_uids_an_action_is_found_by_its_text_after_renumbering(tmp_path):
    text = "\n".join(line for line in plan_text().splitlines() if "uid:" not in line)
    round_ = Round(tmp_path, text + "\n")
    form = filled(round_.forms()["team-0"], {"0.1": {"rating": "Red"}})
    renumbered = text.replace("ref: 0.1", "ref: 9.9").replace("ref: 1.0", "ref: 0.1")
    round_.file.write_text(renumbered + "\n", "utf-8")
    assert round_.merged(form, writes=True).is_clean
    assert (round_.update("9.9")["rating"], round_.update("0.1")) == ("red", {})


def test_promises_that_changed_meanwhile_are_a_conflict(round_):
    form = filled(round_.forms()["team-0"], {"0.1": {"kept": "yes"}})
    text = round_.file.read_text("utf-8").replace("Find two volunteers", "Find three volunteers")
    round_.file.write_text(text, "utf-8")
    (conflict,) = round_.merged(form).conflicts
    assert conflict.current == "promised by now: Find three volunteers by 31 January 2018"


def test_several_promises_are_answered_by_their_numbers(tmp_path):
    step = "- {text: Find two volunteers, due: 2018-01-31}"
    round_ = Round(tmp_path, plan_text().replace(step, f"{step}\n              - Ask the school"))
    form = filled(round_.forms()["team-0"], {"0.1": {"kept": "1 yes, 2 no"}})
    round_.merged(form, writes=True)
    assert round_.update("0.1", "2017-18 autumn")["next_steps"] == [
        {"text": "Find two volunteers", "due": "2018-01-31", "kept": "done"},
        {"text": "Ask the school", "kept": "not_done"},
    ]


def test_finished_is_the_stage_complete(round_):
    round_.merged(filled(round_.forms()["team-0"], {"0.1": {"stage": "Yes"}}), writes=True)
    assert round_.update("0.1")["stage"] == "complete"


def test_another_heading_is_said(round_):
    form = edited(round_.forms()["team-0"], lambda page, _: page.__setitem__("I3", "RAG"))
    (remark,) = round_.merged(form).remarks
    assert (remark.code, remark.message) == (
        "column-missing",
        "A heading is missing on sheet 'Reading at home': 'How is it going?'.",
    )


def test_gaps_are_filled_and_nothing_else(tmp_path):
    text = plan_text(1, 2).replace("        responsible: [{party: team-0, role: lead}]\n", "")
    round_ = Round(tmp_path, text.replace("        schedule: [Year 1]\n", ""))
    form = filled(
        round_.forms(Kind.GAPS)["keeper"],
        {"0.0": {"responsible": "Team 0 and the board", "due": "30/06/2018"},
         "0.1": {"responsible": "team-0"}}, Kind.GAPS,
    )  # fmt: skip
    outcome = round_.merged(form, writes=True)
    assert outcome.remarks == ()
    actions = round_.group().plans[0].document.root["themes"][0]["actions"]
    assert [(one.get("responsible"), one.get("due")) for one in actions] == [
        (["team-0", "board"], "2018-06-30"), (["team-0"], None),
    ]  # fmt: skip


def test_an_unknown_owner_is_said(tmp_path):
    text = plan_text(1, 1).replace("        responsible: [{party: team-0, role: lead}]\n", "")
    round_ = Round(tmp_path, text)
    form = filled(
        round_.forms(Kind.GAPS)["keeper"], {"0.0": {"responsible": "Teem 0"}}, Kind.GAPS
    )  # fmt: skip
    (remark,) = round_.merged(form).remarks
    assert (remark.message, remark.remedy) == (
        "'Who is responsible?' of 0.0: 'Teem 0' names 'Teem 0', who is not among the parties.",
        "Did you mean Team 0? Add the party to the plan or its programme, or correct the name.",
    )
