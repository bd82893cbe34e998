"""A number counts something, and more of it promises more or less."""

from decimal import Decimal

import pytest

from planctl.wording.amounts import Amount, amount
from planctl.wording.phrases import phrases


def amounts(text):
    read = phrases(text)
    return [each for at in range(len(read)) if (each := amount(read, at))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Train 12 teachers", Amount("12", Decimal(12), "", ("teachers",), 1)),
        ("Reach 95% of families", Amount("95%", Decimal(95), "%", ("families",), 1)),
        ("Spend £1,500", Amount("£1500", Decimal(1500), "£", (), 1)),
        ("Raise it from 90% to 95%", Amount("95%", Decimal(95), "%", (), 1)),
        ("At most 12 teachers", Amount("12", Decimal(12), "", ("teachers",), -1)),
        ("Reduce exclusions to 12", Amount("12", Decimal(12), "", (), -1)),
        ("Reduce exclusions by 12", Amount("12", Decimal(12), "", (), 1)),
        ("Answer within 2 weeks", Amount("2", Decimal(2), "", ("weeks",), -1)),
        ("Meet every 2 weeks", Amount("2", Decimal(2), "", ("weeks",), -1)),
        ("Visit for 2 weeks", Amount("2", Decimal(2), "", ("weeks",), 1)),
        ("A wait of 2 weeks", Amount("2", Decimal(2), "", ("weeks",), 0)),
    ],
)
def test_a_number_counts_something(text, found):
    assert amounts(text)[-1] == found


@pytest.mark.parametrize(
    "text",
    [
        "Year 7 pupils", "Key Stage 2", "pupils aged 5 to 16", "5 year olds", "by 12 May 2018",
        "on May 12", "see 2.1a and page 12", "between 5 and 16", "from 5 to 16", "at 10:30",
        "2017-18", "5th visit", "phases 1, 2 and 3",
    ],
)  # fmt: skip
def test_names_ages_and_dates_count_nothing(text):
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("12 teachers", "8 new teachers", True),
        ("12 teachers", "8 parents", False),
        ("12 teachers", "8", False),
        ("reach 12", "reach 8", True),
        ("12%", "8", False),
        ("at most 12 clubs", "8 clubs", False),
        ("12 visits a term", "8 clubs a term", False),
    ],
)
def test_two_numbers_are_of_the_same_where_the_words_behind_them_meet(one, other, is_same):
    assert amounts(one)[0].is_of_same(amounts(other)[0]) is is_same


def test_a_list_of_thousands_of_numbers_is_no_trouble():
    assert len(amounts(", ".join(["7"] * 5000))) == 5000
