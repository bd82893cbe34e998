"""Days and deadlines in the spellings that people use."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Timeline
from planctl.model.dates import DayOrSpan, DeadlineKind, FuzzyDate, read_deadline
from planctl.model.days import Day, read_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-01-25", date(2018, 1, 25)),
        ("2018-1-5", date(2018, 1, 5)),
        ("25/01/2018", date(2018, 1, 25)),
        ("25/01/18", date(2018, 1, 25)),
        ("5/1/18", date(2018, 1, 5)),
        ("25.01.2018", date(2018, 1, 25)),
        ("01/02/2018", date(2018, 2, 1)),
        ("25 January 2018", date(2018, 1, 25)),
        ("25 Jan 2018", date(2018, 1, 25)),
        ("25 Jan. 2018", date(2018, 1, 25)),
        ("25th january, 2018", date(2018, 1, 25)),
        ("1st Sept 2018", date(2018, 9, 1)),
        ("  25  March  2018 ", date(2018, 3, 25)),
        ("29/02/2020", date(2020, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
        ("25-01-2018", date(2018, 1, 25)),
        ("2018/01/25", date(2018, 1, 25)),
        ("2018–01–25", date(2018, 1, 25)),
        ("Thursday 25 January 2018", date(2018, 1, 25)),
        ("Thu, 25th of January 2018", date(2018, 1, 25)),
        ("January 25, 2018", date(2018, 1, 25)),
        ("25-Jan-18", date(2018, 1, 25)),
        ("25 Jan 18", date(2018, 1, 25)),
    ],
)
def test_a_day_is_read_with_the_day_before_the_month(written, day):
    assert read_day(written) == day


NO_DAY = [
    "", "soon", "0", "0000-00-00", "31/02/18", "2018-02-30", "2018-13-01", "01/25/2018",
    "29/02/2019", "25/01/0018", "25/01/118", "1899-12-31", "2200-01-01", "9999-12-31",
    "99999-01-01", "18-01-25", "2018-01-25T00:00", "2018-01-25 10:00", "25 Month 2018",
    "25 Ja 2018", "0 January 2018", "\u0662\u0665/\u0660\u0661/\u0662\u0660\u0661\u0668",
    "²5/01/2018", "2018-01-²5", "\uff12\uff10\uff11\uff18-01-25", "-25/01/2018",
    "25//01/2018", "25", "Friday 25 January 2018", "Mon 25/01/18",
]  # fmt: skip


@pytest.mark.parametrize("written", [*NO_DAY, "January 2018", "2018", "spring 2018"])
def test_what_names_no_day_is_none(written):
    assert read_day(written) is None


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("January 2018", date(2018, 1, 1), date(2018, 1, 31)),
        ("feb 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-03", date(2018, 3, 1), date(2018, 3, 31)),
        ("spring 2018", date(2018, 1, 1), date(2018, 4, 30)),
        ("summer term 2018", date(2018, 5, 1), date(2018, 8, 31)),
        ("Autumn 2018", date(2018, 9, 1), date(2018, 12, 31)),
        ("2017-18 spring", date(2018, 1, 1), date(2018, 4, 30)),
        ("early 2018", date(2018, 1, 1), date(2018, 4, 30)),
        ("early-2018", date(2018, 1, 1), date(2018, 4, 30)),
        ("Mid  2018", date(2018, 5, 1), date(2018, 8, 31)),
        ("late 2018", date(2018, 9, 1), date(2018, 12, 31)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2017-18", date(2017, 9, 1), date(2018, 8, 31)),
        ("2018-19 Q4", date(2019, 1, 1), date(2019, 3, 31)),
        ("by the end of March 2018", date(2018, 3, 21), date(2018, 3, 31)),
        ("end of spring 2018", date(2018, 3, 22), date(2018, 4, 30)),
        ("mid-March 2018", date(2018, 3, 11), date(2018, 3, 20)),
        ("first half of 2018", date(2018, 1, 1), date(2018, 6, 30)),
        ("start of 2018-19", date(2018, 9, 1), date(2018, 12, 31)),
        ("winter 2018", date(2018, 12, 1), date(2019, 2, 28)),
        ("w/c 5 March 2018", date(2018, 3, 5), date(2018, 3, 11)),
        ("week commencing 05/03/18", date(2018, 3, 5), date(2018, 3, 11)),
        ("week ending 9 March 2018", date(2018, 3, 3), date(2018, 3, 9)),
        ("June to July 2018", date(2018, 6, 1), date(2018, 7, 31)),
        ("3 to 7 July 2017", date(2017, 7, 3), date(2017, 7, 7)),
        ("September 2017 – July 2018", date(2017, 9, 1), date(2018, 7, 31)),
        ("2017-09-01 to 2018-07-31", date(2017, 9, 1), date(2018, 7, 31)),
        ("no later than the summer 2018", date(2018, 5, 1), date(2018, 8, 31)),
        ("before summer 2018", None, date(2018, 4, 30)),
        ("after 1 March 2018", date(2018, 3, 2), None),
        ("before the end of March 2018", None, date(2018, 3, 31)),
        ("before end of summer term 2018", None, date(2018, 8, 31)),
        ("once in autumn 2017", date(2017, 9, 1), date(2017, 12, 31)),
        ("early-mid 2018", date(2018, 1, 1), date(2018, 8, 31)),
        ("mid - late 2018", date(2018, 5, 1), date(2018, 12, 31)),
        ("mid-late 2018", date(2018, 5, 1), date(2018, 12, 31)),
        ("end of the first half of 2018", date(2018, 5, 1), date(2018, 6, 30)),
        ("winter 2017-18", date(2017, 12, 1), date(2018, 2, 28)),
    ],
)
def test_a_deadline_has_an_earliest_and_a_latest_day(written, earliest, latest):
    text = " ".join(written.split())
    assert read_deadline(written) == FuzzyDate(text, earliest, latest, DeadlineKind.FUZZY)


def test_a_day_is_an_exact_deadline():
    day = date(2018, 1, 25)
    assert read_deadline("25/01/18") == FuzzyDate("25/01/18", day, day, DeadlineKind.EXACT)


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("termly", None, None),
        ("Every term", None, None),
        ("each March", None, None),
        ("every two weeks", None, None),
        ("twice a year", None, None),
        ("three times a term", None, None),
        ("every other month", None, None),
        ("every Friday", None, None),
        ("annually in March", None, None),
        ("monthly until July 2019", None, date(2019, 7, 31)),
        ("annually from September 2018 to August 2020", date(2018, 9, 1), date(2020, 8, 31)),
    ],
)
def test_a_deadline_can_come_round_again(written, since, until):
    assert read_deadline(written) == FuzzyDate(written, since, until, DeadlineKind.RECURRING)


@pytest.mark.parametrize(
    ("written", "event"),
    [
        ("after the inspection", "the inspection"),
        ("within 6 weeks of the visit", "the visit"),
        ("two terms after the pilot", "the pilot"),
        ("10 working days before the meeting", "the meeting"),
        ("on completion of 2.1a", "2.1a"),
        ("once staff are appointed", "staff are appointed"),
        ("6 weeks after 1 March 2018", "1 March 2018"),
        ("after the Ofsted visit.", "the Ofsted visit"),
        ("after the May 2018 elections", "the May 2018 elections"),
        ("before Easter 2018", "Easter 2018"),
        ("after 2.1.3", "2.1.3"),
    ],
)
def test_a_deadline_can_wait_for_something(written, event):
    found = FuzzyDate(written, None, None, DeadlineKind.RELATIVE, event)
    assert read_deadline(written) == found


@pytest.mark.parametrize(
    ("written", "since"),
    [
        ("ongoing", None), ("On-going.", None), ("continuous", None),
        ("ongoing from September 2018", date(2018, 9, 1)),
        ("from January 2018 onwards", date(2018, 1, 1)),
        ("September 2018 onwards", date(2018, 9, 1)),
    ],
)  # fmt: skip
def test_a_deadline_can_be_left_open(written, since):
    assert read_deadline(written) == FuzzyDate(written, since, None, DeadlineKind.ONGOING)


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("Year 2", date(2018, 9, 1), date(2019, 8, 31)),
        ("end of Year 1", date(2018, 5, 1), date(2018, 8, 31)),
        ("by Year 3", date(2019, 9, 1), date(2020, 8, 31)),
    ],
)
def test_a_year_of_the_plan_has_the_plans_days(written, earliest, latest):
    timeline = Timeline(date(2017, 9, 1), date(2020, 8, 31))
    found = FuzzyDate(written, earliest, latest, DeadlineKind.FUZZY)
    assert read_deadline(written, timeline) == found


@pytest.mark.parametrize("written", ["Year 1", "by the end of Year 2", "Year 1 to Year 3"])
def test_a_year_of_a_plan_without_days_is_a_deadline_without_days(written):
    assert read_deadline(written) == FuzzyDate(written, None, None, DeadlineKind.FUZZY)


def test_what_is_ongoing_can_have_an_end():
    until = FuzzyDate("ongoing until July 2019", None, date(2019, 7, 31), DeadlineKind.ONGOING)
    assert read_deadline("ongoing until July 2019") == until


@pytest.mark.parametrize(
    "written",
    [
        *NO_DAY, "early", "early 18", "early 0000", "late 9999", "0000", "9999", "1899", "²018",
        "after", "of the visit", "from the start", "monthly until soon", "ongoing from then",
        "July to June 2018", "w/c March 2018", "end of the project", "every so often",
        "mid 5 March 2018", "Easter 2018", "winter 2018/20", "when in March 2018",
        "upon 2018", "termly from July 2018 to June 2018", "ongoing from 2019 until 2018",
    ],
)  # fmt: skip
def test_what_names_no_deadline_is_none(written):
    assert read_deadline(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "after 31/02/2018", "before 31 June 2018", "before 25 Jan", "after Sept 17",
        "following January 208", "2 weeks after 30.02.2018", "before summer", "after spring 218",
        "before the autumn term", "once March", "after 2018-02-30", "after the 31st of April 2018",
        "after Janaury 2018", "2 weeks after 3 Febuary 2018", "before Autum 2018",
    ],
)  # fmt: skip
def test_what_was_meant_for_a_date_is_no_event_to_wait_for(written):
    assert read_deadline(written) is None


@pytest.mark.parametrize("written", [{"from": "2017-07-03", "to": "7/7/17"}, "3 to 7 July 2017"])
def test_a_stretch_of_days_is_given_by_words_or_by_its_ends(written):
    found = TypeAdapter(DayOrSpan).validate_python(written)
    assert (found.earliest, found.latest) == (date(2017, 7, 3), date(2017, 7, 7))


@pytest.mark.parametrize(
    ("written", "is_exact", "printed"),
    [("25/01/18", True, "2018-01-25"), ("early  2018", False, "early 2018")],
)
def test_an_exact_deadline_is_printed_as_its_day_and_another_in_its_words(
    written, is_exact, printed
):
    deadline = TypeAdapter(FuzzyDate).validate_python(written)
    assert (deadline.is_exact, str(deadline)) == (is_exact, printed)


@pytest.mark.parametrize("kind", [Day, FuzzyDate])
def test_a_date_that_is_one_already_is_kept(kind):
    date_of = TypeAdapter(kind)
    once = date_of.validate_python("2018-01-25")
    assert date_of.validate_python(once) == once


@pytest.mark.parametrize("kind", [Day, FuzzyDate])
@pytest.mark.parametrize("written", ["0", "soon", "1516838400", ["2018-01-25"], {"a": "b"}, None])
def test_what_is_no_date_is_refused(kind, written):
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(written)


def test_dates_are_written_as_text():
    deadline = TypeAdapter(FuzzyDate)
    assert deadline.dump_json(deadline.validate_python("25/01/18")) == b'"2018-01-25"'
    assert TypeAdapter(FuzzyDate).json_schema()["type"] == "string"
    assert TypeAdapter(Day).json_schema()["type"] == "string"
