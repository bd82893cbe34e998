"""Text, ids, refs, money and numbers: what each takes, and what it refuses."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model.values import Count, Id, Money, Number, Ref, ShortTitle, Text, Title, is_id

NO_NUMBER = [
    "",
    "about 5",
    "five",
    "1_000",
    "1e9",
    "0x10",
    "nan",
    "inf",
    "٣",
    "²",
    "\uff11\uff12",
    "1,00",
    "1,0000",
    "5 000",
    "--5",
    "5.",
    ".5",
    "9" * 5000,
]


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("40000", "40000"), ("40,000", "40000"), ("£40,000", "40000"), ("£ 40,000.50", "40000.50"),
        ("0", "0"), (" 5 ", "5"), ("1,234,567.89", "1234567.89"),
        ("999999999999999.99", "999999999999999.99"),
    ],
)  # fmt: skip
def test_money_is_read_in_pounds_and_pence(written, amount):
    assert TypeAdapter(Money).validate_python(written) == Decimal(amount)


@pytest.mark.parametrize(
    "written", [*NO_NUMBER, "-5", "40k", "$5", "5.123", "£", "£5-£6", ["5"], {}]
)
def test_what_is_no_amount_is_refused(written):
    with pytest.raises(ValidationError):
        TypeAdapter(Money).validate_python(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("249", "249"),
        ("1,800", "1800"),
        ("73.4%", "73.4"),
        ("73.4 %", "73.4"),
        ("-2.5", "-2.5"),
        ("+3", "3"),
    ],
)
def test_a_number_is_read_as_written(written, number):
    assert TypeAdapter(Number).validate_python(written) == Decimal(number)


@pytest.mark.parametrize("written", [*NO_NUMBER, "%", "5%%", "\u22125", ["5"], None])
def test_what_is_no_number_is_refused(written):
    with pytest.raises(ValidationError):
        TypeAdapter(Number).validate_python(written)


@pytest.mark.parametrize(("written", "count"), [("33", 33), ("1,800", 1800), ("0", 0), ("007", 7)])
def test_a_count_is_whole(written, count):
    counted = TypeAdapter(Count).validate_python(written)
    assert (counted, type(counted)) == (count, int)


@pytest.mark.parametrize("written", [*NO_NUMBER, "-1", "+1", "2.5", "3.0", "5%"])
def test_what_is_no_count_is_refused(written):
    with pytest.raises(ValidationError):
        TypeAdapter(Count).validate_python(written)


@pytest.mark.parametrize(
    "written", ["a", "2", "parental-partnership", "named-officer-2-1d", "a" * 80]
)
def test_an_id_is_of_small_letters_digits_and_single_hyphens(written):
    assert TypeAdapter(Id).validate_python(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "A",
        "a b",
        "a_b",
        "a--b",
        "-a",
        "a-",
        "é",
        "a\n",
        "²",
        "٣",
        "a" * 81,
        "con",
        "nul",
        "com1",
        "lpt9",
        None,
        5,
    ],
)
def test_what_cannot_name_a_file_everywhere_is_no_id(written):
    assert is_id(written) is False
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(written)


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        (Text, "  Reading \n", "Reading"),
        (Text, "Cafe\u0301", "Caf\u00e9"),
        (Title, "x" * 200, "x" * 200),
        (Title, "e\u0301" * 200, "\u00e9" * 200),
        (ShortTitle, " " + "x" * 60, "x" * 60),
        (Ref, " 2.1a ", "2.1a"),
        (Ref, "x" * 30, "x" * 30),
        (Ref, "i and ii", "i and ii"),
    ],
)
def test_text_is_kept_in_one_spelling_without_space_round_it(kind, written, kept):
    assert TypeAdapter(kind).validate_python(written) == kept


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Text, ""), (Text, " \n"), (Text, ["a"]), (Text, 5), (Title, "x" * 201), (Title, " "),
        (ShortTitle, "x" * 61), (Ref, ""), (Ref, "x" * 31), (Ref, "2.1\na"),
    ],
)  # fmt: skip
def test_text_that_is_empty_or_too_long_is_refused(kind, written):
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(written)
