"""What every record of a plan is: frozen, closed, and deaf to blanks."""

import pytest
from pydantic import ValidationError

from planctl.model import Action, DaySpan, Milestone, Party, PartyKind


def test_a_blank_counts_as_not_written():
    written = {"text": "Open a club", "notes": None, "schedule": None, "due": None}
    assert Action.model_validate(written) == Action(text="Open a club")


def test_a_blank_does_not_make_do_for_what_is_needed():
    with pytest.raises(ValidationError) as refused:
        Action.model_validate({"text": None, "ref": "2.1a"})
    assert [(error["type"], error["loc"]) for error in refused.value.errors()] == [
        ("missing", ("text",))
    ]


def test_a_blank_under_an_unknown_name_is_not_overlooked():
    with pytest.raises(ValidationError) as refused:
        Action.model_validate({"text": "Open a club", "nots": None, "notes": None})
    assert [(error["type"], error["loc"]) for error in refused.value.errors()] == [
        ("extra_forbidden", ("nots",))
    ]


def test_a_blank_under_a_name_that_python_keeps_for_itself_says_nothing():
    party = Party.model_validate({"id": "map", "kind": "group", "name": "MAP", "from": None})
    assert party == Party(id="map", kind=PartyKind.GROUP, name="MAP")


def test_what_is_read_cannot_be_changed():
    action = Action(text="Open a club")
    with pytest.raises(ValidationError, match="frozen"):
        action.text = "Close it"  # type: ignore[misc] # that it cannot be is the point


@pytest.mark.parametrize("written", ["text", ["text"], None, 5])
def test_a_record_is_written_as_fields(written):
    with pytest.raises(ValidationError):
        DaySpan.model_validate(written)


def test_each_record_says_what_an_officer_calls_it():
    assert (Action.place, Milestone.place, DaySpan.place) == (
        "the action",
        "the milestone",
        "the period",
    )
