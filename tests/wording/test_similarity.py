"""Texts are more or less alike, whatever the order of their words."""

import random

import pytest

from planctl.wording.similarity import near_pairs, similarity

CLUB = "Open a homework club in the three libraries of the town"


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (CLUB, CLUB, 100),
        (CLUB, "in the three libraries of the town: open a HOMEWORK club.", 100),
        ("abcd", "abce", 75),
        ("one", "two", pytest.approx(33.3, abs=0.1)),
        ("", "", 100),
    ],
)
def test_likeness_goes_from_0_to_100(one, other, likeness):
    assert similarity(one, other) == likeness
    assert similarity(other, one) == likeness


def test_each_text_is_paired_with_the_first_that_it_is_like():
    texts = [CLUB, "Ask parents what they want", CLUB + "s", "Ask families", CLUB.upper()]
    assert list(near_pairs(texts, 90)) == [(0, 2), (0, 4)]


def test_the_threshold_itself_is_like_enough():
    texts = ["abcd efgh", "abcd efgx"]
    assert similarity(*texts) == pytest.approx(88.9, abs=0.1)
    assert [list(near_pairs(texts, least)) for least in (88, 89)] == [[(0, 1)], []]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Report to the board in the autumn term", "Report to the board in the spring term"),
        (
            "Train the staff of all schools in cluster 1",
            "Train the staff of all schools in cluster 2",
        ),
        ("Hold the conference for all PSAs in May", "Hold the conference for all PSAs in March"),
        ("Write to the parents of Year 7 pupils", "Write to the parents of pupils"),
    ],
)
def test_a_number_or_a_time_of_the_year_sets_two_texts_apart(one, other):
    assert similarity(one, other) >= 75
    assert list(near_pairs([one, other], 75)) == []


def test_thousands_of_texts_that_are_all_alike_are_compared_with_few():
    chosen = random.Random(7)  # noqa: S311 - the same words in each run
    vocabulary = [f"{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200)]
    texts = [" ".join(chosen.choices(vocabulary, k=15)) for _ in range(3000)]
    found = {second: first for first, second in near_pairs([*texts, texts[17]], 95)}
    assert found[3000] == 17
