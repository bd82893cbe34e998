"""Whether one target asks for more than another."""

from decimal import Decimal
from itertools import product

import pytest

from planctl.diff.yardstick import Yardstick, amount, in_words, yardstick_of
from planctl.model import Better, Kpi, Target

HIGHER, LOWER, BAND = Yardstick(Better.HIGHER), Yardstick(Better.LOWER), Yardstick(Better.BAND)
NOBODY_KNOWS = Yardstick(None)


def target(written):
    """`kind value of`, of which the last may be left out; other words are words."""
    kind, _, rest = written.partition(" ")
    value, _, of = rest.partition(" ")
    if kind in {"narrative", "establish", "benchmark"}:
        return Target.model_validate({"kind": kind, "text": rest or None})
    return Target.model_validate({"kind": kind, "value": value} | ({"of": of} if of else {}))


@pytest.mark.parametrize(
    ("yardstick", "old", "new", "expected"),
    [
        (HIGHER, "absolute 60", "absolute 61", 1),
        (HIGHER, "absolute 60", "absolute 59", -1),
        (HIGHER, "absolute 60", "absolute 60.0", 0),
        (LOWER, "absolute 60", "absolute 61", -1),
        (LOWER, "absolute 60", "absolute 59", 1),
        (BAND, "absolute 60", "absolute 61", None),
        (NOBODY_KNOWS, "absolute 60", "absolute 61", None),
        (NOBODY_KNOWS, "absolute 60", "absolute 60", 0),
        (NOBODY_KNOWS, "at_least 60", "at_least 61", 1),
        (NOBODY_KNOWS, "at_least 60", "absolute 61", 1),
        (LOWER, "at_least 60", "at_least 59", -1),
        (NOBODY_KNOWS, "at_most 60", "at_most 61", -1),
        (HIGHER, "at_most 60", "at_most 59", 1),
        (HIGHER, "at_most 60", "at_least 60", None),
        (HIGHER, "at_least 60", "at_most 60", None),
        (HIGHER, "absolute 60", "narrative as many as can", -1),
        (HIGHER, "establish", "absolute 60", 1),
        (NOBODY_KNOWS, "absolute 60", "establish", -1),
        (HIGHER, "narrative a few", "narrative many", None),
        (HIGHER, "narrative a few", "narrative a few", 0),
        (HIGHER, "change 5 baseline", "change 6 baseline", 1),
        (LOWER, "change 5 baseline", "change 6 baseline", -1),
        (HIGHER, "change 5 baseline", "change 6 previous", None),
        (HIGHER, "change 5", "change_pct 6", None),
        (HIGHER, "change 5", "absolute 6", None),
        (HIGHER, "absolute 5", "change_pct 6", None),
    ],
)
def test_a_target_asks_for_more_or_less(yardstick, old, new, expected):
    assert yardstick.compared(target(old), target(new)) == expected


def test_from_the_other_side_more_is_less():
    every = [
        target(one)
        for one in ("absolute 60", "absolute 61", "at_least 60", "at_most 60", "establish",
                    "narrative many", "change 5 baseline", "change 6 previous", "change_pct 5")
    ]  # fmt: skip
    for yardstick, old, new in product((HIGHER, LOWER, BAND, NOBODY_KNOWS), every, every):
        forth, back = yardstick.compared(old, new), yardstick.compared(new, old)
        assert forth == (None if back is None else -back)


@pytest.mark.parametrize(
    ("yardstick", "expected"), [(HIGHER, 1), (LOWER, -1), (BAND, None), (NOBODY_KNOWS, None)]
)
def test_numbers_are_in_order_where_it_is_known_which_way_is_better(yardstick, expected):
    assert yardstick.ordered(Decimal(1), Decimal(2)) == expected


@pytest.mark.parametrize(
    ("kpi", "expected"),
    [
        ({"better": "lower", "baseline": "60", "targets": {"Year 1": "70"}}, LOWER),
        ({"better": "band"}, BAND),
        ({"baseline": "60", "targets": {"Year 1": "70", "Year 2": "61"}}, HIGHER),
        ({"baseline": "60", "targets": {"Year 1": "50", "Year 2": "59"}}, LOWER),
        ({"baseline": "60", "targets": {"Year 1": "70", "Year 2": "50"}}, None),
        ({"baseline": "60", "targets": {"Year 1": "60"}}, None),
        ({"baseline": "60", "targets": {"Year 1": "to be set"}}, None),
        ({"baseline": "60", "targets": {"Year 1": {"kind": "change", "value": "5"}}}, None),
        ({"baseline": "60"}, None),
        ({"baseline": "about half", "targets": {"Year 1": "70"}}, None),
        ({"targets": {"Year 1": "70"}}, None),
        ({}, None),
    ],
)
def test_which_way_is_better_is_said_or_lies_between_baseline_and_targets(kpi, expected):
    assert yardstick_of(Kpi.model_validate({"title": "Families in clubs"} | kpi)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"value": "70.50"}, "70.5"),
        ({"value": "1200"}, "1,200"),
        ({"kind": "at_least", "value": "70"}, "at least 70"),
        ({"kind": "at_most", "value": "70"}, "at most 70"),
        ({"kind": "change", "value": "5"}, "+5"),
        ({"kind": "change", "value": "1"}, "+1"),
        ({"kind": "change", "value": "0"}, "0"),
        ({"kind": "change", "value": "-5"}, "-5"),
        ({"kind": "change_pct", "value": "5"}, "+5%"),
        ({"kind": "change_pct", "value": "-5"}, "-5%"),
        ({"value": "70", "text": "all wards"}, "70 (‘all wards’)"),
        ({"kind": "narrative", "text": "as many as can"}, "‘as many as can’"),
        ({"kind": "benchmark", "text": "the county"}, "‘the county’"),
        ({"kind": "establish"}, "to be set"),
        ({"kind": "establish", "text": "TBC"}, "to be set"),
    ],
)
def test_a_target_in_words(written, expected):
    assert in_words(Target.model_validate(written), None) == expected


@pytest.mark.parametrize(
    ("written", "unit", "expected"),
    [
        ({"value": "70.50"}, "%", "70.5%"),
        ({"kind": "at_least", "value": "1200"}, "families", "at least 1,200 families"),
        ({"kind": "at_most", "value": "200"}, "£", "at most £200"),
        ({"kind": "change", "value": "5", "of": "baseline"}, "%", "+5 points on the baseline"),
        ({"kind": "change", "value": "-1"}, "per cent", "-1 point"),
        ({"kind": "change", "value": "5", "of": "previous"}, "families",
         "+5 families on the period before"),
        ({"kind": "change_pct", "value": "5", "of": "previous"}, "families",
         "+5% on the period before"),
        ({"kind": "establish"}, "families", "to be set"),
    ],
)  # fmt: skip
def test_a_target_has_the_unit_of_its_kpi(written, unit, expected):
    assert in_words(Target.model_validate(written), unit) == expected


@pytest.mark.parametrize(
    ("is_stretch", "unit", "expected"),
    [
        (False, "%", "2%"),
        (True, "%", "2 points"),
        (True, "days", "2 days"),
        (True, None, "2"),
    ],
)
def test_what_lies_between_two_percentages_is_so_many_points(is_stretch, unit, expected):
    assert amount(Decimal(2), unit, is_stretch=is_stretch) == expected
