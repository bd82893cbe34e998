"""When an action is worked on: ticks, phases and full entries by period."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Certainty, Phase, Schedule, ScheduleEntry, Timeline, read_period
from planctl.model.schedule import PeriodRecords

TICK = ScheduleEntry()


def schedule(**entries: ScheduleEntry):
    return {read_period(name.replace("_", " ")): entry for name, entry in entries.items()}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Year 1", schedule(Year_1=TICK)),
        (["Year 1", "autumn 2018"], schedule(Year_1=TICK, autumn_2018=TICK)),
        ([], {}),
        ({"Year 1": "pilot"}, schedule(Year_1=ScheduleEntry(phase=Phase.PILOT))),
        ({"Year 1": "Roll out"}, schedule(Year_1=ScheduleEntry(phase=Phase.ROLL_OUT))),
        ({"Year 1": {"phase": "review"}}, schedule(Year_1=ScheduleEntry(phase=Phase.REVIEW))),
        ({"Year 1": {}}, schedule(Year_1=TICK)),
        (
            {"Year 2": {"certainty": "Provisional", "note": "If funded"}},
            schedule(Year_2=ScheduleEntry(certainty=Certainty.PROVISIONAL, note="If funded")),
        ),
    ],
)
def test_a_schedule_has_short_forms(written, expected):
    assert TypeAdapter(Schedule).validate_python(written) == expected


@pytest.mark.parametrize("tick", ["√", "✓", "✔", "☑", "x", "X", " ✓ "])
def test_a_tick_is_a_period_without_a_phase(tick):
    assert TypeAdapter(Schedule).validate_python({"Year 1": tick}) == schedule(Year_1=TICK)


@pytest.mark.parametrize(
    "written",
    [
        {"Year 1": "xx"}, {"Year 1": "yes"}, {"Year 1": None}, {"Year 1": ["pilot"]}, {"soon": "✓"},
        ["soon"], [["Year 1"]], [{"Year 1": "pilot"}], ["Year 1", None], None, 5,
    ],
)  # fmt: skip
def test_what_is_no_schedule_is_refused(written):
    with pytest.raises(ValidationError):
        TypeAdapter(Schedule).validate_python(written)


@pytest.mark.parametrize(
    "written",
    [
        {"2017-18 autumn": "✓", "autumn 2017": "✓"},
        ["Year 1", "Year 2", "year 1"],
        ["Year 1", "Year 1"],
    ],
)
def test_a_period_is_given_once_however_it_is_spelt(written):
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Schedule).validate_python(written)
    assert [error["type"] for error in refused.value.errors()] == ["duplicate_period"]


@pytest.mark.parametrize(
    ("calendars", "year"), [((), "2017-18"), (("financial",), "2017-18"), (("calendar",), "2017")]
)
def test_a_year_of_the_plan_is_the_year_that_it_is(calendars, year):
    context = {"timeline": Timeline(date(2017, 9, 1), date(2020, 8, 31), calendars)}
    for periods in (["Year 1", year], {year: "✓", "Year 2": "✓", "Year 1": "pilot"}):
        with pytest.raises(ValidationError) as refused:
            TypeAdapter(Schedule).validate_python(periods, context=context)
        assert [error["type"] for error in refused.value.errors()] == ["duplicate_period"]
    apart = TypeAdapter(Schedule).validate_python(["Year 2", year], context=context)
    assert [str(period) for period in apart] == ["Year 2", year]


def test_periods_keep_the_order_in_which_they_are_written():
    read = TypeAdapter(Schedule).validate_python(["Year 3", "Year 1", "Year 2"])
    assert [str(period) for period in read] == ["Year 3", "Year 1", "Year 2"]


def test_a_blank_record_of_a_period_says_nothing():
    records = TypeAdapter(PeriodRecords[ScheduleEntry])
    assert records.validate_python({"Year 1": None, "Year 2": {}}) == schedule(Year_2=TICK)
    with pytest.raises(ValidationError):
        records.validate_python([None])
