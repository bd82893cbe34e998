"""Offsets and the lines and columns they stand for."""

import pytest

from planctl.findings import Span
from planctl.source import Lines


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab\ncd", 0, (1, 1)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\ncd", 5, (2, 3)),
        ("ab\n", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("a\u2028b\u0085c\nd", 6, (2, 1)),
        ("😀é\nx", 3, (2, 1)),
    ],
)
def test_an_offset_has_a_line_and_a_column_in_code_points(text, offset, place):
    assert Lines.of(text).line_and_column(offset) == place


def test_a_span_runs_from_one_offset_to_before_another():
    assert Lines.of("ab\ncd\n").span(1, 4) == Span(1, 2, 2, 2)


@pytest.mark.parametrize(
    ("number", "line"), [(0, ""), (1, "ab"), (2, "cd\u2028e"), (3, ""), (4, "")]
)
def test_a_line_is_given_without_its_end(number, line):
    assert Lines.of("ab\r\ncd\u2028e\n").line(number) == line


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("\n\n", 2), ("a\u0085b", 1)]
)
def test_lines_are_counted_by_line_feeds(text, count):
    assert Lines.of(text).count == count
