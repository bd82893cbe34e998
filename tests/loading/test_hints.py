"""Advice on values that cannot be read: what was probably meant, and nothing where that is open."""

import pytest

from planctl.loading.hints import (
    listed,
    of_day,
    of_deadline,
    of_field,
    of_id,
    of_number,
    of_period,
    of_word,
)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("31 June 2018", "June 2018 has 30 days. "),
        ("31/06/2018", "June 2018 has 30 days. "),
        ("2018-06-31", "June 2018 has 30 days. "),
        ("2018-6-31", "June 2018 has 30 days. "),
        ("29 Febuary 2018", "February 2018 has 28 days. "),
        ("12/15/2017", "Did you mean 2017-12-15? "),
        ("12-15-2017", "Did you mean 2017-12-15? "),
        ("23 Mach 2018", "Did you mean 2018-03-23? "),
        ("by 23 March 2018", "Did you mean 2018-03-23? "),
        ("13/13/2018", ""),
        ("soon", ""),
        ("Friday 25 January 2018", "25 January 2018 is a Thursday. "),
        ("by 31 June 2018", "June 2018 has 30 days. "),
    ],
)
def test_a_day_is_guessed_from_a_slip(written, advice):
    assert of_day(written) == advice


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("by about March 2018", "Did you mean March 2018? "),
        ("about early 2018", "Did you mean early 2018? "),
        ("30 Feb 2018", "February 2018 has 28 days. "),
        ("after 31/02/2018", "February 2018 has 28 days. "),
        ("by Fri 25/01/18", "25 January 2018 is a Thursday. "),
        ("before Janaury 2018", "Did you mean before January 2018? "),
        ("by half term", ""),
    ],
)
def test_a_deadline_is_guessed_without_the_words_before_it(written, advice):
    assert of_deadline(written) == advice


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("Autmn 2017", "Did you mean 2017-18 autumn? "),
        ("2018-20", "Give each year an entry of its own: 2018-19, 2019-20. "),
        ("2018-2020", "Give each year an entry of its own: 2018-19, 2019-20. "),
        ("2018-25", "Give each year an entry of its own: 2018-19, 2019-20, 2020-21. "),
        ("2018-17", ""),
        ("Years 1 and 2", "Give each period an entry of its own. "),
        ("Year 1, Year 2", "Give each period an entry of its own. "),
        ("whenever", ""),
    ],
)
def test_a_period_is_guessed_or_parted(written, advice):
    assert of_period(written) == advice


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("£30k", "Did you mean 30,000? "),
        ("1.5m", "Did you mean 1,500,000? "),
        ("about £500", "Did you mean 500? "),
        ("about 60", "Did you mean 60? "),
        ("£12,000 a year", "Did you mean 12,000? "),
        ("10 to 20", ""),
        ("-1", ""),
        ("3.0", ""),
        ("1_000", ""),
        ("9" * 19, ""),
        ("high", ""),
        ("\u22125", "The dash before 5 is no minus sign: type - in its place. "),
        ("\u2013£1,500", "The dash before 1,500 is no minus sign: type - in its place. "),
        ("-5 pupils", ""),
        ("(5)", ""),
        ("<5%", ""),
        ("≥ 5 pupils", ""),
    ],
)
def test_a_number_is_guessed_where_the_words_hold_one(written, advice):
    assert of_number(written) == advice


@pytest.mark.parametrize(
    ("written", "advice"),
    [("School street trial", "Did you mean school-street-trial? "), ("con", ""), ("…", "")],
)
def test_an_id_is_made_of_the_words(written, advice):
    assert of_id(written) == advice


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("gren", "Did you mean green? "),
        ("Amber/Green", "Choose green or amber. "),
        ("blue", ""),
    ],
)
def test_a_word_is_guessed_or_one_of_two_is_asked_for(written, advice):
    assert of_word(written, ("green", "amber", "red")) == advice


def test_words_are_listed_as_in_a_sentence():
    assert [listed(()), listed(("a",)), listed(("a", "b")), listed(("a", "b", "c"), "and")] == [
        "",
        "a",
        "a or b",
        "a, b and c",
    ]


@pytest.mark.parametrize(
    ("written", "names", "meant"),
    [
        ("Owner", ("text", "responsible"), "responsible"),
        ("By when", ("schedule", "due"), "due"),
        ("By when", ("schedule",), "schedule"),
        ("description", ("title", "text"), "text"),
        ("tilte", ("title", "text"), "title"),
        ("owner", ("owner", "text"), "owner"),
        ("RAG", ("comment", "rating"), "rating"),
        ("xyz", ("title", "text"), None),
    ],
)
def test_a_field_by_its_name_in_word_and_excel_is_the_one_of_the_format(written, names, meant):
    assert of_field(written, names) == meant


def test_a_quarter_of_one_year_asks_of_which():
    advice = "Say of which year: 2018-19 Q1, or list calendar among the calendars. "
    assert of_period("Q1 2018") == advice


def test_a_field_is_not_guessed_from_afar():
    assert of_field("updates", ("parties", "status")) is None
    assert of_field("reponsible", ("responsible", "text")) == "responsible"
