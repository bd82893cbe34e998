"""What a word promises depends on where it stands."""

import pytest

from planctl.wording.phrases import is_escape, phrases, stands_in
from planctl.wording.scales import MODALS, QUANTIFIERS, VERBS


def test_phrases_are_read_as_one_and_numbers_in_figures():
    assert phrases("We are aiming to At Least twenty-five of the half-term’s clubs, 5%") == (
        "we", "are", "aim to", "at least", "25", "of", "the", "half-term's", "clubs", ",", "5%",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "is_verb"),
    [
        ("Support schools", "support", True),
        ("Support for families", "support", False),
        ("Train staff and support families", "support", True),
        ("Advice and support for families", "support", False),
        ("Clubs to support families", "support", True),
        ("The trial to support", "trial", False),
        ("Schools deliver clubs", "deliver", True),
        ("Provide support", "support", False),
        ("A club", "club", False),
    ],
)
def test_a_verb_is_none_where_it_is_a_noun(text, word, is_verb):
    read = phrases(text)
    assert stands_in(VERBS, read, read.index(word)) is is_verb


@pytest.mark.parametrize(
    ("text", "word", "is_modal"),
    [
        ("Schools may come", "may", True),
        ("Come in May 2018", "may", False),
        ("Come on 4 May", "may", False),
        ("The will of parents", "will", False),
        ("Parents will come", "will", True),
        ("The plan to read", "plan to", False),
        ("We plan to read", "plan to", True),
    ],
)
def test_a_month_and_a_noun_are_no_modal_verbs(text, word, is_modal):
    read = phrases(text)
    assert stands_in(MODALS, read, read.index(word)) is is_modal


@pytest.mark.parametrize(
    ("text", "word", "is_quantifier"),
    [
        ("All schools", "all", True),
        ("None at all", "all", False),
        ("Not all schools", "all", False),
        ("The most vulnerable", "most", False),
        ("Most schools", "most", True),
        ("Visit each other", "each", False),
        ("For certain", "certain", False),
        ("For some schools", "some", True),
    ],
)
def test_a_quantifier_says_of_how_many(text, word, is_quantifier):
    read = phrases(text)
    assert stands_in(QUANTIFIERS, read, read.index(word)) is is_quantifier


@pytest.mark.parametrize(
    ("text", "word", "leaves_a_way_out"),
    [
        ("Open up to 12 clubs", "up to", True),
        ("Keep up to date", "up to", False),
        ("Clubs where possible", "where possible", True),
        ("The aim to read", "aim to", False),
        ("Aim to read", "aim to", True),
    ],
)
def test_an_escape_is_one_where_it_is_said_of_what_is_done(text, word, leaves_a_way_out):
    read = phrases(text)
    assert is_escape(read, read.index(word)) is leaves_a_way_out
