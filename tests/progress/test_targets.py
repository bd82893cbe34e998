"""A target holds for its period, and for what lies within."""

import pytest

from planctl.model import Kpi, Timeline, read_period
from planctl.progress import target_for


@pytest.mark.parametrize(
    ("period", "value"),
    [
        ("2017-18", 70),
        ("2017-18 spring", 65),
        ("2017-18 autumn", 70),
        ("2017-11", 70),
        ("2018-02", 65),
        ("2018-19 autumn", None),
        ("Year 1", None),
    ],
)
def test_the_exact_period_counts_before_the_enclosing_one(period, value):
    targets = {"2017-18": "70%", "2017-18 spring": "65%"}
    kpi = Kpi.model_validate({"title": "Attendance", "targets": targets})
    asked = read_period(period)
    assert asked is not None
    found = target_for(kpi, asked, Timeline())
    assert (found.value if found else None) == value
