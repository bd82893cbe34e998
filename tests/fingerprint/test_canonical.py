"""One value, one spelling, one hash."""

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from planctl.fingerprint import canonical, fingerprint

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def test_names_are_sorted_and_nothing_stands_between():
    assert canonical({"b": [1, True, None], "a": "x"}) == b'{"a":"x","b":[1,true,null]}'


def test_two_spellings_of_one_letter_are_one_text():
    assert canonical({"e\u0301": "e\u0301"}) == canonical({"\xe9": "\xe9"})


def test_a_tuple_is_a_list_and_a_name_is_text():
    assert canonical({1: ("a", "b")}) == b'{"1":["a","b"]}'


def test_a_number_that_some_readers_would_round_is_text():
    assert canonical([2**53 - 1, 2**53, -(10**17)]) == (
        b'[9007199254740991,"9007199254740992","-100000000000000000"]'
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), "\ud800"])
def test_what_json_does_not_have_is_refused(value):
    with pytest.raises(rfc8785.CanonicalizationError):
        canonical([value])


def test_a_fingerprint_is_the_sha256_of_the_canonical_form():
    assert fingerprint({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@given(VALUES)
def test_the_canonical_form_of_what_was_read_from_it_is_the_same(value):
    once = canonical(value)
    assert canonical(json.loads(once)) == once


@pytest.mark.thorough
@given(st.dictionaries(TEXTS, VALUES, min_size=2, max_size=5))
def test_the_order_of_names_makes_no_difference(value):
    composed = json.loads(canonical(value))
    turned = dict(reversed(composed.items()))
    assert fingerprint(turned) == fingerprint(composed)
