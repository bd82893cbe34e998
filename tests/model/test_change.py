"""Changes with the decision behind them, and revisions of an action's time."""

from datetime import date

import pytest
from pydantic import ValidationError

from planctl.model import Action, Change, Period, PeriodKind, Revised, ScheduleEntry, read_deadline


def test_a_change_holds_what_stood_there_and_what_stands_there_now():
    written = {"target": "2.1f", "date": "14/03/2018", "from": ["Year 1", "Year 2"], "to": "Year 2"}
    assert Change.model_validate(written) == Change(
        target="2.1f", date=date(2018, 3, 14), from_=("Year 1", "Year 2"), to=("Year 2",)
    )


def test_a_change_is_a_change_of_something():
    with pytest.raises(ValidationError) as refused:
        Change.model_validate({"id": "C1"})
    assert [error["loc"] for error in refused.value.errors()] == [("target",)]


def test_an_action_keeps_each_revision_of_its_time():
    written = {
        "text": "Open a club",
        "revised": [
            {"date": "early 2018", "from": "2017-10-01", "change": "C1"},
            {"schedule": ["Year 2"], "from": "Year 1"},
        ],
    }
    assert Action.model_validate(written).revised == (
        Revised(date=read_deadline("early 2018"), from_=("2017-10-01",), change="C1"),
        Revised(schedule={Period(PeriodKind.PLAN_YEAR, 2): ScheduleEntry()}, from_=("Year 1",)),
    )
