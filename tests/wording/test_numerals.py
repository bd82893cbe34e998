"""Numbers are the same however they are spelt."""

import pytest

from planctl.wording.numerals import in_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("twelve schools", "12 schools"),
        ("sixteen", "16"),
        ("twenty-five", "25"),
        ("twenty five of forty", "25 of 40"),
        ("one hundred and twenty", "120"),
        ("two thousand and five", "2005"),
        ("one thousand two hundred and one", "1201"),
        ("three hundred thousand", "300000"),
        ("one and two", "1 and 2"),
        ("two hundred and all", "200 and all"),
        ("1,200 pupils, 3,4", "1200 pupils, 3,4"),
        ("5.0 per cent, 5.50 percent, 7 %", "5%, 5.50%, 7%"),
        ("All 5.0. 2.1.0", "All 5. 2.1.0"),
        ("version 5.0.1", "version 5.0.1"),
        ("none, someone, tent, often", "none, someone, tent, often"),
        ("", ""),
    ],
)
def test_numbers_are_put_in_figures(text, figures):
    assert in_figures(text) == figures


@pytest.mark.parametrize(
    "text",
    ["two three", "twenty twenty", "thirty eleven", "two hundred hundred", "twelve zero",
     "one thousand two thousand", "zero hundred"],
)  # fmt: skip
def test_what_is_not_one_number_stays_in_words(text):
    assert in_figures(text) == text


def test_every_number_below_a_hundred_is_known():
    units = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    teens = "fifteen sixteen seventeen eighteen nineteen"
    tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    small = f"{units} {teens}".split()
    large = [f"{ten}{rest}" for ten in tens.split() for rest in ["", *(f"-{one}" for one in small)]]
    spelt = [*small, *(word for word in large if word.partition("-")[2] in {"", *small[1:10]})]
    assert [in_figures(word) for word in spelt] == [str(number) for number in range(100)]
