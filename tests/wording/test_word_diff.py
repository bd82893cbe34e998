"""A word diff loses nothing of either text, and reads well."""

import itertools
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.wording.word_diff import Piece, Run, runs, word_diff

TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(["the", "of", "club", "club,", "all", " ", "\n", "é", "’s", "."])).map(
        " ".join
    ),
)


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", ()),
        ("Open a club", "Open a club", (Piece("same", "Open a club"),)),
        ("", "Open", (Piece("added", "Open"),)),
        ("Open", "", (Piece("removed", "Open"),)),
        (
            "Open clubs in all schools",
            "Open clubs in some schools",
            (
                Piece("same", "Open clubs in "),
                Piece("removed", "all "),
                Piece("added", "some "),
                Piece("same", "schools"),
            ),
        ),
        ("Open clubs", "Open clubs soon", (Piece("same", "Open clubs"), Piece("added", " soon"))),
        (
            "Open clubs, and visit schools.",
            "Open clubs.",
            (
                Piece("same", "Open clubs"),
                Piece("removed", ", and visit schools"),
                Piece("same", "."),
            ),
        ),
        (
            "Open  clubs",
            "Open clubs",
            (
                Piece("same", "Open"),
                Piece("removed", "  "),
                Piece("added", " "),
                Piece("same", "clubs"),
            ),
        ),
    ],
)
def test_a_word_that_changed_stands_between_those_that_stayed(old, new, pieces):
    assert word_diff(old, new) == pieces


def test_small_words_amid_changes_change_with_them():
    assert word_diff("the cost of the hall today", "the price of the room today") == (
        Piece("same", "the "),
        Piece("removed", "cost of the hall "),
        Piece("added", "price of the room "),
        Piece("same", "today"),
    )


def test_a_telling_word_amid_few_changes_stays():
    assert word_diff("big club one", "small club two") == (
        Piece("removed", "big "),
        Piece("added", "small "),
        Piece("same", "club "),
        Piece("removed", "one"),
        Piece("added", "two"),
    )


def test_a_telling_word_amid_many_changes_changes_with_them():
    old, new = "a1 a2 a3 a4 club b1 b2 b3 b4", "c1 c2 c3 c4 club d1 d2 d3 d4"
    assert runs(old.split(), new.split()) == (Run(is_same=False, old=range(9), new=range(9)),)


@given(TEXTS, TEXTS)
def test_the_pieces_join_to_both_texts(old, new):
    pieces = word_diff(old, new)
    assert "".join(each.text for each in pieces if each.kind != "added") == old
    assert "".join(each.text for each in pieces if each.kind != "removed") == new


@given(TEXTS, TEXTS)
def test_no_piece_is_empty_and_neighbours_differ(old, new):
    pieces = word_diff(old, new)
    kinds = [each.kind for each in pieces]
    assert all(each.text for each in pieces)
    assert all(one != other for one, other in itertools.pairwise(kinds))
    assert ("added", "removed") not in set(itertools.pairwise(kinds))


@given(TEXTS)
def test_a_text_and_itself_are_one_piece(text):
    assert word_diff(text, text) == ((Piece("same", text),) if text else ())


def test_a_report_of_4000_words_is_compared_at_once():
    chosen = random.Random(7)  # noqa: S311 - the same words in each run
    vocabulary = [f"word{number}" for number in range(400)]
    old, new = (" ".join(chosen.choices(vocabulary, k=4000)) for _ in range(2))
    word_diff("", "")
    begin = time.process_time()
    assert word_diff(old, new)
    assert time.process_time() - begin < 2
