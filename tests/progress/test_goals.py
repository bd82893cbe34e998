"""What a target asks: which figure, which way is good, and how far off still counts as met."""

from decimal import Decimal

import pytest

from planctl.model import Better, Kpi, Timeline, read_period
from planctl.progress.goals import figure_asked, figure_before, goal_in, is_worse


def period_named(name):
    found = read_period(name)
    assert found is not None
    return found


def kpi(**fields):
    return Kpi.model_validate({"title": "Books lent", **fields})


def asked(given):
    """What the first target asks for."""
    return figure_asked(given, next(iter(given.targets)), Timeline())


def goal(given):
    return goal_in(given, next(iter(given.targets)), Timeline())


@pytest.mark.parametrize(
    ("better", "tolerance", "figure", "met"),
    [
        ("higher", "0", "70", True),
        ("higher", "0", "69.9", False),
        ("higher", "2", "68", True),
        ("higher", "2", "67.9", False),
        ("lower", "0", "70", True),
        ("lower", "0.5", "70.5", True),
        ("lower", "0.5", "70.6", False),
        ("band", "1", "71", True),
        ("band", "1", "69", True),
        ("band", "1", "68.9", False),
        ("band", "1", "71.1", False),
    ],
)
def test_a_figure_meets_its_target_within_the_tolerance(better, tolerance, figure, met):
    given = kpi(better=better, tolerance=tolerance, targets={"2017-18": "70"})
    assert goal(given).is_met_by(Decimal(figure)) is met


@pytest.mark.parametrize(
    ("target", "figure", "met"),
    [
        ("at least 70", "71", True),
        ("at least 70", "69", False),
        ("at most 70", "69", True),
        ("at most 70", "71", False),
        ("70", "71", None),
        ("as many as elsewhere", "71", None),
    ],
)
def test_without_a_direction_only_a_bound_can_be_met(target, figure, met):
    given = kpi(targets={"2017-18": target})
    found = goal(given)
    assert (found and found.is_met_by(Decimal(figure))) is met


@pytest.mark.parametrize(
    ("target", "figure"),
    [
        ("70", "70"),
        ("at most 70", "70"),
        ({"kind": "benchmark", "value": "64"}, "64"),
        ({"kind": "benchmark", "text": "The best"}, None),
        ({"kind": "change", "value": "-5", "of": "baseline"}, "75"),
        ({"kind": "change_pct", "value": "12.5", "of": "baseline"}, "90"),
        ({"kind": "change", "value": "5", "of": "previous"}, "85"),
        ({"kind": "change_pct", "value": "-10", "of": "previous"}, "72"),
        ({"kind": "change", "of": "baseline"}, None),
        ({"kind": "change", "value": "5"}, None),
        ({"kind": "narrative", "value": "5", "of": "baseline"}, None),
        ("to be set", None),
    ],
)
def test_a_change_is_counted_from_the_baseline(target, figure):
    given = kpi(baseline="80", targets={"2017-18": target})
    assert asked(given) == (None if figure is None else Decimal(figure))


def test_a_change_on_a_baseline_that_is_not_known_asks_no_figure():
    given = kpi(targets={"2017-18": {"kind": "change", "value": "5", "of": "baseline"}})
    assert asked(given) is None


@pytest.mark.parametrize(
    ("fields", "target", "figure"),
    [
        ({"benchmark": {"value": "64.8", "text": "All towns"}}, {"kind": "benchmark"}, "64.8"),
        ({"benchmark": {"value": "64.8"}}, {"kind": "benchmark", "value": "70"}, "70"),
        ({"benchmark": "All towns"}, {"kind": "benchmark"}, None),
    ],
)
def test_a_benchmark_without_a_figure_of_its_own_is_that_of_the_kpi(fields, target, figure):
    given = kpi(targets={"2017-18": target}, **fields)
    assert asked(given) == (None if figure is None else Decimal(figure))


@pytest.mark.parametrize(
    ("period", "fields", "figure"),
    [
        ("2017-18", {"actuals": {"2016-17": "60", "2015-16": "50"}}, "60"),
        ("2017-18", {"actuals": {"2016-17": {"value": "60", "provisional": "true"}}}, "60"),
        ("2017-18", {"actuals": {"2016-17": {"value": "3", "suppressed": "true"}}, "baseline": "5"},
         None),
        ("2017-18", {"actuals": {"2015-16": "50"}}, None),
        ("2017-18", {"actuals": {"2016-17 summer": "60"}}, None),
        ("2017-18 spring", {"actuals": {"2017-18 autumn": "60", "2016-17": "50"}}, "60"),
        ("2017-18 autumn", {"actuals": {"2016-17 summer": "60"}}, "60"),
        ("2017-18 Q1", {"actuals": {"2016-17 Q4": "60"}}, "60"),
        ("2018-01", {"actuals": {"2017-12": "60"}}, "60"),
        ("Year 2", {"actuals": {"Year 1": "60"}}, "60"),
        ("Year 3", {"actuals": {"Year 1": "60"}}, None),
        ("2017-18", {"baseline": "50"}, "50"),
        ("2017-18", {"baseline": {"value": "50", "period": "2016-17"}}, "50"),
        ("2017-18", {"baseline": {"value": "50", "period": "2014-15"}}, None),
        ("2017-18", {"baseline": "50", "targets": {"2016-17": "55"}}, None),
        ("2017-18", {"baseline": "few"}, None),
        ("2017-18", {}, None),
    ],
)  # fmt: skip
def test_the_figure_before_is_that_of_the_period_which_ended_the_day_before(period, fields, figure):
    found = figure_before(kpi(**fields), period_named(period), Timeline())
    assert found == (None if figure is None else Decimal(figure))


def test_a_period_without_a_target_asks_nothing():
    given, spring = kpi(better="higher", targets={"2017-18": "70"}), period_named("2017-18 spring")
    assert (figure_asked(given, spring, Timeline()), goal_in(given, spring, Timeline())) == (
        None,
        None,
    )


@pytest.mark.parametrize(
    ("better", "worse"),
    [(Better.HIGHER, True), (Better.LOWER, False), (Better.BAND, False), (None, False)],
)
def test_a_lower_figure_is_worse_where_higher_is_better(better, worse):
    assert is_worse(Decimal(1), Decimal(2), better) is worse
