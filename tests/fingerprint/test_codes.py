"""Check codes are short, the same everywhere, and read however they were written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.fingerprint import NoCheckCodeError, check_code, code_read

DIGESTS = st.binary(min_size=8, max_size=32)


def test_a_code_is_made_of_the_first_sixty_bits():
    assert check_code(bytes(8)) == "0000-0000-0000"
    assert check_code(b"\xff" * 8) == "ZZZZ-ZZZZ-ZZZZ"
    assert check_code(bytes.fromhex("123456789abcdef0") + b"rest") == "28T5-CY4T-QKFF"


def test_what_stands_behind_the_sixty_bits_makes_no_difference():
    assert check_code(bytes.fromhex("123456789abcdef0")) == check_code(
        bytes.fromhex("123456789abcdeff")
    )


@given(DIGESTS)
def test_a_code_is_read_as_itself(digest):
    code = check_code(digest)
    assert code_read(code) == code
    assert code_read(code.lower().replace("-", "")) == code
    assert code_read(f" {code.replace('-', ' – ')}\n") == code


@given(DIGESTS)
def test_letters_that_look_like_digits_are_read_as_digits(digest):
    code = check_code(digest)
    assert code_read(code.replace("0", "O").replace("1", "l")) == code
    assert code_read(code.replace("0", "o").replace("1", "I")) == code


@given(DIGESTS)
def test_no_code_has_a_letter_that_can_be_misread(digest):
    assert not {*check_code(digest)} & {*"ILOU"}


@pytest.mark.parametrize("written", ["", "4F7K-0ZQ2-M8H", "4F7K-0ZQ2-M8HD4", "4F7K-0ZQ2-M8HU", "é"])
def test_what_cannot_be_a_code_is_refused(written):
    with pytest.raises(NoCheckCodeError, match=r"is no check code\. One has 12 letters and digits"):
        code_read(written)
