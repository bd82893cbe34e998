"""Complete against due, term by term."""

import re

import pytest

from planctl.report.burn_up import BurnUp, Stage, burn_up_chart
from planctl.report.drawing import FONT


def chart(*stages, whole=10):
    shown = tuple(
        Stage((f"T{number}", "2017-18"), *stage) for number, stage in enumerate(stages, 1)
    )
    return burn_up_chart(BurnUp(shown, whole, "due", "complete"), "Of 10 & more.")


def words(drawn):
    return re.findall("<text[^>]*>([^<]*)</text>", drawn)


def lines(drawn):
    return re.findall('<polyline points="([^"]*)"', drawn)


def test_both_lines_are_named_with_their_last_number():
    drawn = chart((2, 1), (5, 4), (10, None))
    assert words(drawn) == [
        "0", "10", "T1", "2017-18", "T2", "2017-18", "T3", "2017-18", "due 10", "complete 4",
    ]  # fmt: skip
    assert lines(drawn)[2:] == [
        "46.00,78.00 301.00,54.00 556.00,14.00",
        "46.00,86.00 301.00,62.00",
    ]
    assert "<title>Of 10 &amp; more.</title>" in drawn
    assert f'font-family="{FONT}"' in drawn


def test_what_is_due_is_told_apart_without_colour():
    drawn = chart((2, 1), (5, 4))
    assert drawn.count("stroke-dasharray") == 1
    assert (drawn.count("<rect"), drawn.count("<circle")) == (2, 2)


@pytest.mark.parametrize(
    ("stages", "whereabouts"),
    [
        (((2, 1), (5, 5)), [58.59, 74.59]),
        (((2, 1), (9, 2)), [26.59, 82.59]),
        (((2, 0), (5, None)), [58.59, 98.59]),
        (((2, 2), (5, None)), [58.59, 94.0]),
    ],
)
def test_the_two_names_never_meet(stages, whereabouts):
    named = re.findall(r'y="([\d.]+)"[^>]*>(?:due|complete) \d', chart(*stages))
    assert [float(y) for y in named] == whereabouts


def test_a_term_without_anything_complete_yet_has_one_line():
    assert words(chart((2, None), (5, None)))[-1] == "due 5"
