"""Approvals, with what was agreed."""

import pytest
from pydantic import ValidationError

from planctl.model import Approval


def test_what_was_agreed_stands_by_uid_and_field():
    agreed = {"homework-club": {"text": "Open a club", "schedule": ["Year 1", "Year 2"]}}
    approval = Approval.model_validate({"role": "Board", "agreed": agreed})
    assert approval.agreed == {
        "homework-club": {"text": ("Open a club",), "schedule": ("Year 1", "Year 2")}
    }


@pytest.mark.parametrize(
    "agreed", ["all of it", {"homework-club": "all"}, {"Homework Club": {"text": "Open"}}]
)
def test_what_was_agreed_is_told_apart_by_uid_and_field(agreed):
    with pytest.raises(ValidationError):
        Approval.model_validate({"role": "Board", "agreed": agreed})
