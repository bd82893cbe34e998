"""Where a parser stopped."""

from yaml import YAMLError

from planctl.source import Lines
from planctl.source.stop import Stop, stop_of


def test_an_error_that_names_no_place_is_taken_for_the_top_of_the_file():
    lines = Lines.of("title: Reading\n")
    assert stop_of(YAMLError("no place"), lines) == Stop(lines, 0, None)


def test_the_lines_that_may_hold_a_slip_are_told_once_each():
    lines = Lines.of("title: Reading\n\nnotes: [north\nref: 2\n")
    assert Stop(lines, at=30, opened=23).suspects() == (4, 3)
    assert Stop(lines, at=16, opened=None).suspects() == (3, 1)


def test_above_the_first_text_of_a_file_there_is_no_line():
    lines = Lines.of("\n\nnotes: [\n")
    assert Stop(lines, at=9, opened=None).above == 0
