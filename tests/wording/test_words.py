"""Texts are compared by their words."""

import pytest

from planctl.wording.words import normalised, words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Open a\n homework  CLUB ", "open a homework club"),
        ("‘Drop-ins’ – “now”", "'drop-ins' - \"now\""),
        ("Cafe\u0301", "caf\u00e9"),
        ("", ""),
    ],
)
def test_case_spacing_and_typography_are_set_aside(text, plain):
    assert normalised(text) == plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Schools' websites: 31 of 44.", ("schools", "websites", "31", "of", "44")),
        ("the child’s voice", ("the", "child's", "voice")),
        ("FSD/FIS (MAP)", ("fsd", "fis", "map")),
        ("...", ()),
    ],
)
def test_words_are_letters_and_digits(text, found):
    assert words(text) == found
