"""The line break at the end of a file."""

import pytest

HEAD = "format: planctl/1\nid: plan\ntitle: Plan\n"


@pytest.mark.parametrize("end", ["", "\n", "\n  ", "\n   \t"])
def test_a_file_ends_with_one_line_break(form, end):
    assert form(f"{HEAD}aim: Ask.{end}") == f"{HEAD}aim: Ask.\n"


@pytest.mark.parametrize(
    ("written", "formed"),
    [
        ("|\n  One.", "|-\n  One.\n"),
        ("|\n  One.\n  ", "|\n  One.\n"),
        (">2-\n  One.\n ", ">2-\n  One.\n"),
        ("|+\n  One.\n\n ", "|+\n  One.\n\n"),
    ],
)
def test_the_last_text_of_a_file_keeps_its_own_end(form, written, formed):
    assert form(f"{HEAD}aim: {written}") == f"{HEAD}aim: {formed}"
