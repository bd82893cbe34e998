"""A figure with its unit, as people write it."""

import pytest

from planctl.model import Kpi
from planctl.progress.units import in_unit, is_percentage


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        ("64", None, "64"),
        ("64", "%", "64%"),
        ("-0.4", "per cent", "-0.4%"),
        ("64", "% of pupils", "64% of pupils"),
        ("1,200", "£", "£1,200"),
        ("-1,200", "£", "-£1,200"),
        ("+12", "£ per pupil", "+£12 per pupil"),
        ("58", "families", "58 families"),
        ("1", "families", "1 (families)"),
        ("-1", "places", "-1 (places)"),
        ("0", "days per pupil", "0 days per pupil"),
    ],
)
def test_a_sign_goes_with_the_number_and_words_follow_it(number, unit, said):
    assert in_unit(number, unit) == said


@pytest.mark.parametrize(
    ("unit", "is_one"),
    [("%", True), ("Per cent", True), ("percentage", True), ("% of pupils", False), (None, False)],
)
def test_only_per_cent_and_nothing_more_is_a_percentage(unit, is_one):
    assert is_percentage(Kpi(title="T", unit=unit)) is is_one
