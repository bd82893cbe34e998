"""Dates are found in running text, and told from those that only say what is meant."""

from datetime import date

import pytest

from planctl.model import Timeline
from planctl.rules.said_dates import said_dates

MARCH = (date(2019, 3, 1), date(2019, 3, 31))
THE_25TH = (date(2019, 1, 25), date(2019, 1, 25))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It opens on 2019-01-25.", [("2019-01-25", THE_25TH)]),
        ("It opens (25/01/19).", [("25/01/19", THE_25TH)]),
        ("On 25th of January, 2019 it opens", [("25th of January, 2019", THE_25TH)]),
        ("January 25, 2019", [("January 25, 2019", THE_25TH)]),
        ("By Mar 2019, or the end of March 2019.", [("Mar 2019", MARCH), ("March 2019", MARCH)]),
        ("Spring term 2019", [("Spring term 2019", (date(2019, 1, 1), date(2019, 4, 30)))]),
        ("the survey of March 2019, since March 2019 and before the March 2019", []),
        ("room 1/25/2019/3, the 2018-19 plan, 30 February 2019, version 3.2.19.4", []),
        ("Ask 12 parents in 2019", []),
    ],
)
def test_a_text_gives_the_dates_at_which_something_may_be_done(text, found):
    assert list(said_dates(text, Timeline())) == found
