"""What is said of mistakes: codes with names, and values made fit for a message."""

import re

import pytest

from planctl.loading.sentences import SHAPES, Mistake, shown, worded


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Open a\n  club", "'Open a club'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 60}…'"),
        ({"a": "b"}, "a group of fields"),
        ([], "a list"),
        (None, "nothing"),
    ],
)
def test_what_was_written_is_shown_on_one_short_line(written, words):
    assert shown(written) == words


def test_each_code_has_a_name_of_its_own_and_a_sentence():
    names = [shape.name for shape in SHAPES.values()]
    assert sorted(set(names)) == sorted(names)
    assert [
        code for code, shape in SHAPES.items() if not re.match("[A-Z].*[.]$", shape.summary)
    ] == []
    assert list(SHAPES) == sorted(SHAPES)


@pytest.mark.parametrize(
    ("error_type", "written", "wording"),
    [
        ("too_long", ["a", "b"], ("PLN112", "links takes up to 1 entries", "Leave some out.")),
        (
            "an error that nobody foresaw",
            ["a"],
            (
                "PLN103",
                "links takes one value, not a list",
                "Write one value there, without hyphens or brackets.",
            ),
        ),
    ],
)
def test_what_the_model_does_not_say_yet_has_words(error_type, written, wording):
    mistake = Mistake("links", written, record=None, expected=None, context={"max_length": 1})
    assert worded(error_type, mistake) == wording
