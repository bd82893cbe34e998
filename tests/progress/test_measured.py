"""A KPI's figures against its targets: which counts, how far off it is, and whether it is met."""

from datetime import date
from decimal import Decimal

import pytest

from planctl.model import Kpi, Timeline, Trend, read_period
from planctl.progress.measured import Verdict, aim_in, readings, trend_of

NEW_YEAR = date(2019, 1, 4)


def kpi(**fields):
    return Kpi.model_validate({"title": "Books lent", **fields})


def period(name):
    found = read_period(name)
    assert found is not None
    return found


def latest(given, on=NEW_YEAR):
    return readings(given, Timeline(), on)[-1]


def test_the_latest_figure_is_held_against_the_target_of_its_own_period():
    given = kpi(
        better="higher",
        targets={"2017-18": "70", "2018-19": "80"},
        actuals={"2016-17": "60", "2017-18": "68"},
    )
    found = latest(given)
    assert found.aim is not None
    assert (
        str(found.period), str(found.aim.period), found.figure, found.before, found.distance,
        found.verdict,
    ) == ("2017-18", "2017-18", 68, 60, -2, Verdict.MISSED)  # fmt: skip


@pytest.mark.parametrize(
    ("actuals", "on", "found"),
    [
        ({"2017-18": "1", "2018-19": "2"}, date(2017, 8, 31), []),
        ({"2017-18": "1", "2018-19": "2"}, date(2018, 8, 31), ["2017-18"]),
        ({"2017-18": "1", "2018-19": "2"}, date(2018, 9, 1), ["2017-18", "2018-19"]),
        ({"2017-18": {"value": "1", "date": "2018-07-01"}}, date(2018, 6, 30), []),
        ({"2017-18": {"value": "1", "date": "2018-07-01"}}, date(2018, 7, 1), ["2017-18"]),
        ({"2017-18": {"value": "1", "date": "2018-09-10"}}, date(2018, 8, 31), ["2017-18"]),
        ({"2017-18": "1", "2017-18 summer": "2"}, date(2018, 8, 31), ["2017-18"]),
        ({"2017-18": "1", "2017-18 summer": "2"}, date(2018, 7, 1), ["2017-18 summer"]),
        ({"2016-17": "1", "2017-18 autumn": "2"}, date(2018, 7, 1), ["2017-18 autumn"]),
        ({"Year 2": "1", "Year 1": "2"}, date(2018, 7, 1), ["Year 1", "Year 2"]),
    ],
)
def test_figures_count_that_were_known_by_the_day(actuals, on, found):
    made = readings(kpi(actuals=actuals), Timeline(), on)
    assert [str(one.period) for one in made] == found


@pytest.mark.parametrize(
    ("targets", "actuals", "verdict"),
    [
        ({"2018-19": "50"}, {"2018-19 autumn": "60"}, Verdict.NOT_YET),
        ({"2018-19 autumn": "50"}, {"2018-19 autumn": "60"}, Verdict.MET),
        ({"2017-18": "50"}, {"2017-18 summer": "40"}, Verdict.MISSED),
        ({"2017-18": "50"}, {"2017-18 spring": "40"}, Verdict.NOT_YET),
        ({"2018-19": "50"}, {"2018-19": "60"}, Verdict.NOT_YET),
        ({"Year 1": "50"}, {"Year 1": "60"}, Verdict.MET),
        ({}, {"2017-18": "60"}, Verdict.UNKNOWN),
        ({"2017-18": "50"}, {"2017-18": {"comment": "Late"}}, Verdict.UNKNOWN),
        ({"2017-18": "to be set"}, {"2017-18": "60"}, Verdict.UNKNOWN),
        (
            {"2017-18": "50"},
            {"2017-18": {"value": "60", "provisional": "true"}},
            Verdict.PROVISIONAL,
        ),
        (
            {"2017-18": "50"},
            {"2017-18": {"value": "40", "provisional": "true"}},
            Verdict.PROVISIONAL,
        ),
        ({"2018-19": "50"}, {"2018-19": {"value": "40", "provisional": "true"}}, Verdict.NOT_YET),
        ({}, {"2017-18": {"value": "40", "provisional": "true"}}, Verdict.UNKNOWN),
        ({"2017-18": "50"}, {"2017-18": {"value": "40", "suppressed": "true"}}, Verdict.UNKNOWN),
    ],
)
def test_a_target_is_met_or_missed_when_its_period_has_ended(targets, actuals, verdict):
    given = kpi(better="higher", targets=targets, actuals=actuals)
    assert latest(given).verdict is verdict


def test_a_figure_that_is_held_back_is_told_by_nothing_else():
    given = kpi(
        better="higher",
        targets={"2016-17": "5", "2017-18": "5"},
        actuals={
            "2016-17": {"value": "3", "suppressed": "true"},
            "2017-18": {"value": "4", "last": "3"},
        },
    )
    before, now = readings(given, Timeline(), NEW_YEAR)
    assert (before.figure, before.distance, before.verdict) == (None, None, Verdict.UNKNOWN)
    assert (now.figure, now.before, trend_of(given, now)) == (Decimal(4), None, None)


def test_what_is_said_of_the_figure_before_counts_before_the_one_given_then():
    given = kpi(actuals={"2016-17": "60", "2017-18": {"value": "64", "last": "61"}})
    assert latest(given).before == 61


@pytest.mark.parametrize(
    ("fields", "now", "trend"),
    [
        ({"better": "higher"}, "61", Trend.IMPROVING),
        ({"better": "higher"}, "59", Trend.WORSENING),
        ({"better": "lower"}, "59", Trend.IMPROVING),
        ({"better": "lower"}, "61", Trend.WORSENING),
        ({}, "60", Trend.STEADY),
        ({}, "61", None),
        ({"better": "band"}, "61", None),
        ({"better": "higher", "tolerance": "1"}, "59", Trend.STEADY),
        ({"better": "higher"}, {"value": "59", "trend": "improving"}, Trend.IMPROVING),
        ({"better": "higher", "basis": "to_date", "unit": "books"}, "61", None),
        ({"better": "higher", "basis": "to_date", "unit": "per cent"}, "61", Trend.IMPROVING),
        ({"better": "higher"}, {"comment": "Late"}, None),
    ],
)
def test_a_trend_is_the_one_stated_or_the_way_the_figures_went(fields, now, trend):
    given = kpi(actuals={"2016-17": "60", "2017-18": now}, **fields)
    assert trend_of(given, latest(given)) is trend


def test_a_change_on_the_period_before_is_held_against_what_was_reported_then():
    given = kpi(
        better="higher",
        targets={
            "2016-17": {"kind": "change_pct", "value": "5", "of": "previous"},
            "2017-18": {"kind": "change_pct", "value": "5", "of": "previous"},
        },
        baseline={"value": "200", "period": "2015-16"},
        actuals={"2016-17": "220", "2017-18": "230"},
    )
    assert [
        (str(one.period), one.aim and one.aim.figure, one.distance, one.verdict)
        for one in readings(given, Timeline(), NEW_YEAR)
    ] == [
        ("2016-17", Decimal(210), Decimal(10), Verdict.MET),
        ("2017-18", Decimal(231), Decimal(-1), Verdict.MISSED),
    ]


def test_quarters_are_held_against_their_own_targets_and_the_year_against_its():
    given = kpi(
        better="higher",
        basis="to_date",
        unit="visits",
        targets={"2017-18 Q3": "30", "2017-18 Q4": "40", "2017-18": "45"},
        actuals={"2017-18 Q3": "28", "2017-18 Q4": "41", "2017-18": "44"},
    )
    quarters = readings(given, Timeline(calendars=("financial",)), date(2018, 3, 31))
    assert [(str(one.period), one.verdict) for one in quarters] == [("2017-18", Verdict.MISSED)]
    only = given.model_copy(update={"actuals": {p: a for p, a in given.actuals.items() if p.part}})
    assert [
        (str(one.period), one.distance, one.verdict)
        for one in readings(only, Timeline(calendars=("financial",)), date(2018, 3, 31))
    ] == [("2017-18 Q3", Decimal(-2), Verdict.MISSED), ("2017-18 Q4", Decimal(1), Verdict.MET)]


def test_a_first_figure_has_no_trend():
    given = kpi(better="higher", actuals={"2017-18": "60"})
    assert trend_of(given, latest(given)) is None


@pytest.mark.parametrize(
    ("targets", "aimed_at"),
    [
        ({"2018-19": "1", "2018-19 autumn": "2"}, "2018-19 autumn"),
        ({"2017-18": "1", "2018-19": "2", "2019-20": "3"}, "2018-19"),
        ({"2018-19 Q2": "1", "2018-19 Q3": "2", "2018-19 Q4": "3"}, "2018-19 Q3"),
        ({"2017-18": "1", "2019-20": "2", "2020-21": "3"}, "2019-20"),
        ({"2016-17": "1", "2017-18": "2"}, "2017-18"),
        ({}, None),
    ],
)
def test_the_target_of_a_term_is_the_nearest_one_at_hand(targets, aimed_at):
    aim = aim_in(kpi(targets=targets), period("2018-19 autumn"), Timeline())
    assert (str(aim.period) if aim else None) == aimed_at


def test_a_term_without_days_has_only_a_target_of_its_own():
    given = kpi(targets={"Year 1": "5"})
    year_2 = aim_in(given, period("Year 2"), Timeline())
    year_1 = aim_in(given, period("Year 1"), Timeline())
    assert year_1 is not None
    assert (year_1.figure, year_2) == (Decimal(5), None)
