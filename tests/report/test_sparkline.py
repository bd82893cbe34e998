"""A small line of a KPI's figures."""

import re
from decimal import Decimal

from planctl.report.drawing import FONT
from planctl.report.sparkline import Moment, sparkline


def moments(*pairs):
    return [
        Moment(*(None if value is None else Decimal(value) for value in pair)) for pair in pairs
    ]


def lines(drawn):
    return re.findall('<polyline points="([^"]*)"', drawn)


def test_figures_and_targets_share_one_scale():
    drawn = sparkline(moments((0, 10), (5, 10), (10, 10)), "A & B: 0, 5, 10.")
    assert drawn == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 34" role="img"'
        f' font-family="{FONT}" font-size="13.5"><title>A &amp; B: 0, 5, 10.</title>'
        '<polyline points="6.00,6.00 75.00,6.00 144.00,6.00" fill="none" stroke="#505a5f"'
        ' stroke-width="1.2" stroke-dasharray="4 3"/>'
        '<polyline points="6.00,28.00 75.00,17.00 144.00,6.00" fill="none" stroke="#12436d"'
        ' stroke-width="1.8"/>'
        '<circle cx="6.00" cy="28.00" r="2.6" fill="#ffffff" stroke="#12436d"/>'
        '<circle cx="75.00" cy="17.00" r="2.6" fill="#ffffff" stroke="#12436d"/>'
        '<circle cx="144.00" cy="6.00" r="2.6" fill="#12436d" stroke="#12436d"/></svg>'
    )


def test_the_line_is_broken_where_a_figure_is_missing():
    drawn = sparkline(moments((1, None), (2, None), (None, None), (3, None)), "T")
    assert lines(drawn) == ["6.00,28.00 52.00,17.00", "144.00,6.00"]
    assert drawn.count("<circle") == 3


def test_a_target_that_stands_alone_has_some_width():
    drawn = sparkline(moments((1, None), (2, 1), (3, None)), "T")
    assert lines(drawn)[0] == "69.00,28.00 81.00,28.00"


def test_figures_that_never_change_run_through_the_middle():
    assert lines(sparkline(moments((5, None), (5, None)), "T")) == ["6.00,17.00 144.00,17.00"]
