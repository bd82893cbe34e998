"""Every table of the settings refuses what it does not know, and stays as it was read."""

import pytest
from pydantic import ValidationError

from planctl.settings.section import Section


def test_what_a_table_does_not_know_is_an_error():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Section.model_validate({"colour": "red"})
