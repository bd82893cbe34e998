"""How late an action is: against the date agreed first, whatever was agreed or said since."""

from datetime import date

import pytest

from planctl.report import ReportRequest
from planctl.report.delays import Delay, Time, delay_of
from planctl.report.occasion import occasion
from planctl.report.words import ENGLISH

ON = date(2018, 4, 30)
JANUARY = Time("25 January 2018", date(2018, 1, 25))
AUTUMN = Time("31 December 2017", date(2017, 12, 31), "Autumn term 2017-18")
UNKNOWN = Time()


@pytest.fixture
def delay(plan, rich_plan):
    def made(action, place=0):
        report = occasion(plan(action), ReportRequest(rich_plan.term, ON), ENGLISH)
        return delay_of(report.rows[place], report)

    return made


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, Delay(UNKNOWN, UNKNOWN, UNKNOWN, 0)),
        ({"due": "2018-01-25"}, Delay(JANUARY, JANUARY, UNKNOWN, 95)),
        ({"schedule": ["2017-18 autumn"]}, Delay(AUTUMN, AUTUMN, UNKNOWN, 120)),
        ({"due": "termly"}, Delay(Time("termly"), Time("termly"), UNKNOWN, 0)),
        (
            {"due": "May 2018"},
            Delay(
                Time("May 2018", date(2018, 5, 31)), Time("May 2018", date(2018, 5, 31)), UNKNOWN, 0
            ),
        ),
        (
            {"due": "2018-01-25", "revised": [{"date": "2018-02-25"}, {"date": "2018-06-25"}]},
            Delay(JANUARY, Time("25 June 2018", date(2018, 6, 25)), UNKNOWN, 95),
        ),
        (
            {"due": "2018-01-25", "updates": {"2017-18 spring": {"expected": "2018-05-25"}}},
            Delay(JANUARY, JANUARY, Time("25 May 2018", date(2018, 5, 25)), 120),
        ),
        (
            {"due": "2018-01-25", "updates": {"2017-18 spring": {"expected": "2018-02-25"}}},
            Delay(JANUARY, JANUARY, Time("25 February 2018", date(2018, 2, 25)), 95),
        ),
    ],
)
def test_a_delay_counts_from_the_date_agreed_first(delay, fields, expected):
    assert delay({"text": "Read.", **fields}) == expected


def test_a_part_takes_the_first_date_of_what_it_is_part_of(delay):
    action = {
        "text": "Read.",
        "due": "2018-01-25",
        "revised": [{"date": "2018-06-25"}],
        "sub_actions": [{"text": "Find a room."}],
    }
    part = delay(action, 1)
    assert (part.first, part.now, part.is_revised) == (
        JANUARY,
        Time("25 June 2018", date(2018, 6, 25)),
        True,
    )


def test_without_days_the_periods_stand_for_the_time(plan, rich_plan):
    dayless = plan({"text": "Read.", "schedule": ["Year 1", "Year 2"]}, period=None)
    report = occasion(dayless, ReportRequest(rich_plan.term, ON), ENGLISH)
    assert delay_of(report.rows[0], report).first == Time("Year 1 and Year 2")
