"""Spaces between what stands on one line."""

import pytest

HEAD = "format: planctl/1\nid: plan\ntitle: Plan\n"


@pytest.mark.parametrize(
    ("written", "formed"),
    [
        ("{Year 1: pilot, Year 2: }", "{Year 1: pilot, Year 2: }"),
        ("{ Year 1:   }", "{Year 1: }"),
        ("{Year 1: , Year 2: pilot}", "{Year 1: , Year 2: pilot}"),
    ],
)
def test_a_blank_in_brackets_keeps_a_space_behind_its_colon(form, written, formed):
    plan = f"{HEAD}themes:\n  - title: A\n    actions:\n      - text: Ask.\n        schedule: "
    assert form(f"{plan}{written}\n") == f"{plan}{formed}\n"
