"""E-mail addresses and telephone numbers, and what only looks like them."""

import pytest

from planctl.audit import CONTACTS_REMOVED, without_contacts


@pytest.mark.parametrize(
    "written",
    [
        "ann.example@council.example",
        "ann+o'neil@sub.council.example.org",
        "0161 496 0000",
        "01614960000",
        "(0161) 496 0000",
        "0161.496.0000",
        "020-7946-0958",
        "07700\u00a0900123",
        "01632 96000",
        "+44 161 496 0000",
        "+44 (0)161 496 0000",
        "0044 20 7946 0958",
    ],
)
def test_an_address_or_a_number_is_taken_out(written):
    assert without_contacts(f"Ask: {written}, at noon") == (f"Ask: {CONTACTS_REMOVED}, at noon", 1)


def test_a_number_that_a_day_follows_is_taken_out_alone():
    said, _ = without_contacts("Tel.0161 496 0000 10 May; 01632 960001 2017-18")
    assert said == f"Tel.{CONTACTS_REMOVED} 10 May; {CONTACTS_REMOVED} 2017-18"


@pytest.mark.parametrize(
    "written",
    [
        "From 01-09-2017 30-11-2017",
        "01.09.2017 to 31.08.2020",
        "2017-18 autumn, 2017-2018",
        "0.1234567890123",
        "£1,000,000 of 10,000,000",
        "0161",
        "The @ sign, a@b",
        "00000 00000",
    ],
)
def test_dates_and_figures_stay(written):
    assert without_contacts(written) == (written, 0)


def test_a_long_word_takes_no_time():
    assert without_contacts("a" * 200_000 + " @ " + "0" * 200_000)[1] == 0
