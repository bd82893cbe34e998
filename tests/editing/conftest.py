"""Documents for the tests of editing."""

from collections.abc import Callable
from datetime import date

import pytest

from planctl.editing import formatted
from planctl.model import Plan, Timeline
from planctl.source import read

TIMELINE = Timeline(date(2017, 9, 1), date(2020, 8, 31))


@pytest.fixture
def form() -> Callable[[str], str]:
    """`form(text)` is the text of a plan as `planctl fmt` writes it."""

    def formed(text: str) -> str:
        return formatted(read(text.encode(), "plan.yaml"), Plan, TIMELINE).text

    return formed
