"""Fields of a plan's own."""

from pydantic import TypeAdapter

from planctl.model import EntityKind, FieldType, OwnField
from planctl.model.own_field import OwnFields


def test_a_name_stands_for_a_text_that_actions_may_have():
    assert TypeAdapter(OwnFields).validate_python(["ward"]) == (
        OwnField(name="ward", type=FieldType.TEXT, required=False, for_=EntityKind.ACTION),
    )


def test_a_field_says_what_it_is_and_what_has_it():
    written = {
        "name": "ward",
        "type": "choice",
        "choices": ["N", "S"],
        "for": "funding line",
    }
    assert OwnField.model_validate(written) == OwnField(
        name="ward",
        type=FieldType.CHOICE,
        choices=("N", "S"),
        for_=EntityKind.FUNDING_LINE,
    )
