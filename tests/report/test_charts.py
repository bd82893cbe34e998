"""Stacked bars: figures in, one SVG element as text out."""

from planctl.model import State
from planctl.report.charts import Bar, Segment, stacked_bars
from planctl.report.drawing import FONT


def test_a_bar_is_drawn_with_letter_and_number_inside():
    bar = Bar("A & B", (Segment(State.ON_TRACK, "G", 3), Segment(State.UNKNOWN, "?", 1)))
    assert stacked_bars([bar], "<3 & 1>") == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 32" role="img"'
        f' font-family="{FONT}" font-size="13.5">'
        "<title>&lt;3 &amp; 1&gt;</title>"
        '<text x="0.00" y="17.59" fill="#0b0c0c" font-weight="normal"'
        ' text-anchor="start">A &amp; B</text>'
        '<rect x="226.50" y="2.50" width="312.00" height="21.00" fill="#005a30" stroke="#005a30"/>'
        '<text x="382.50" y="17.59" fill="#ffffff" font-weight="bold"'
        ' text-anchor="middle">G 3</text>'
        '<rect x="541.50" y="2.50" width="102.00" height="21.00" fill="#ffffff" stroke="#383f43"/>'
        '<text x="592.50" y="17.59" fill="#383f43" font-weight="bold"'
        ' text-anchor="middle">? 1</text>'
        '<text x="652.00" y="17.59" fill="#0b0c0c" font-weight="bold"'
        ' text-anchor="start">4</text></svg>'
    )


def test_a_segment_too_narrow_for_its_words_has_none():
    bar = Bar("All", (Segment(State.ON_TRACK, "G", 1), Segment(State.UNKNOWN, "?", 199)))
    drawn = stacked_bars([bar], "Figures")
    assert ">G 1<" not in drawn
    assert ">? 199<" in drawn


def test_no_bars_are_an_empty_drawing():
    assert stacked_bars([], "Nothing").endswith("<title>Nothing</title></svg>")
