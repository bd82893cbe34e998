"""Column widths: long text gets the room, and short text no more than it needs."""

import pytest

from planctl.report.marks import Tag
from planctl.report.tables import Cell, Line, shared_out
from planctl.report.widths import fitted_widths, lines_taken, tags_width

SHORT = (Cell((Line("2.1a"),)),) * 3
LONG = (Cell((Line("word " * 60),)),) * 3
LONGER = (Cell((Line("word " * 120),)),) * 3


def test_the_longest_column_gets_most_of_what_is_left():
    short, long, longer = fitted_widths([SHORT, LONG, LONGER], [20, 30, 30], 200)
    assert short == 20
    assert 30 < long < longer
    assert short + long + longer in {199, 200}


def test_a_line_is_never_too_long_to_read():
    assert fitted_widths([LONGER], [30], 269) == (126,)


def test_where_nothing_needs_room_none_is_given():
    assert fitted_widths([SHORT, SHORT], [20, 20], 200) == (20, 20)


def test_a_row_takes_as_many_lines_as_its_longest_cell():
    assert lines_taken([SHORT[0], Cell((Line("x" * 100), Line("y")))], [20, 42]) == pytest.approx(
        180.03 / 36 + 1
    )


def test_percentages_sum_to_the_whole():
    columns = shared_out([("a", "A", 1), ("b", "B", 3)])
    assert [column.percent for column in columns] == ["25.00%", "75.00%"]


def test_a_tag_gets_the_width_in_which_it_stands_on_one_line():
    short, long = (Cell(tag=Tag(word, "N", "▲", "at-risk")) for word in ("Ok", "Needs watching"))
    assert tags_width([short, Cell()], 22) == 22
    assert 32 < tags_width([short, long], 22) < 40
    assert tags_width([Cell(tag=Tag("word " * 30, "", "?", "unknown"))], 22) == 38
