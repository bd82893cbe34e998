"""What may reach a terminal."""

import io
import os

import pytest

from planctl.console.terminal import Paint, cells, filled, placed, printable, wants_colour
from planctl.findings import Span


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Reading – für alle, 日本", "Reading – für alle, 日本"),
        ("a\tb\nc", "a b c"),
        ("\x00\x07\x1b[2J\x7f", "\ufffd\ufffd\ufffd[2J\ufffd"),
        ("\r\x0b\x0c", "\ufffd\ufffd\ufffd"),
        ("\x80\x85\x9b", "\ufffd\ufffd\ufffd"),
        ("\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u2029", "\ufffd" * 9),
    ],
)
def test_what_acts_on_a_terminal_is_shown_as_a_mark_letter_for_letter(text, shown):
    assert printable(text) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\N{COMBINING ACUTE ACCENT}", 1),
        ("日本", 4),
        ("£–…", 3),
        ("\uff21", 2),
    ],
)
def test_width_is_counted_in_columns_of_a_terminal(text, width):
    assert cells(text) == width


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        ([], []),
        (["a"], ["a"]),
        (["aaa", "bbb"], ["aaa, bbb"]),
        (["aaa", "bbb", "ccc"], ["aaa, bbb,", "ccc"]),
        (["a" * 20, "b"], [f"{'a' * 20},", "b"]),
        (["日本", "日本", "a"], ["日本,", "日本, a"]),
    ],
)
def test_parts_fill_lines_and_none_is_cut(parts, lines):
    assert filled(iter(parts), 10) == lines


def test_a_place_is_file_line_and_column_on_one_line():
    assert placed("a\n.yaml", Span(1, 2, 3, 4)) == "a .yaml:1:2"
    assert placed("a.yaml", None) == "a.yaml"


def test_paint_colours_or_leaves_plain():
    assert Paint(is_on=True)("x", "error") == "\x1b[1;31mx\x1b[0m"
    assert Paint()("x", "error") == "x"


@pytest.fixture
def terminal():
    """A stream on a terminal of its own."""
    controller, replica = os.openpty()
    with os.fdopen(replica, "w") as stream:
        yield stream
    os.close(controller)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, True),
        ({"TERM": "xterm-256color"}, True),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_gets_colour_unless_somebody_asks_for_none(environment, coloured, terminal):
    assert wants_colour(terminal, environment) is coloured


def test_a_file_and_a_closed_stream_get_none():
    assert not wants_colour(io.StringIO(), {})
    assert not wants_colour(None, {})
