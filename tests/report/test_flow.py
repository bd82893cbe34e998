"""Two stacks and the bands between them."""

import re
from itertools import pairwise

from planctl.model import State
from planctl.report.drawing import FONT
from planctl.report.flow import Flow, Stop, flow_chart

STOPS = (Stop(State.ON_TRACK, "G", "On track"), Stop(State.UNKNOWN, "?", "Not rated"))


def words(drawn):
    return re.findall("<text[^>]*>([^<]*)</text>", drawn)


def test_each_side_has_the_sums_of_its_moves():
    flow = Flow(STOPS, ((3, 1), (2, 0)), ("Autumn", "Spring"))
    assert (flow.before, flow.after) == ((4, 2), (5, 1))


def test_blocks_bands_and_names_say_the_numbers():
    drawn = flow_chart(Flow(STOPS, ((3, 1), (2, 0)), ("Autumn", "Spring")), "<T>")
    assert words(drawn) == [
        "Autumn", "Spring", "3", "1", "2",
        "G", "On track 4", "?", "Not rated 2",
        "G", "On track 5", "?", "Not rated 1",
    ]  # fmt: skip
    assert drawn.count("<path") == 3
    assert f'font-family="{FONT}"' in drawn
    assert "<title>&lt;T&gt;</title>" in drawn


def test_a_stop_without_anybody_is_left_out():
    drawn = flow_chart(Flow(STOPS, ((3, 0), (0, 0)), ("A", "S")), "T")
    assert words(drawn) == ["A", "S", "3", "G", "On track 3", "G", "On track 3"]


def test_a_band_too_thin_for_its_number_has_none():
    drawn = flow_chart(Flow(STOPS, ((99, 1), (0, 0)), ("A", "S")), "T")
    assert words(drawn) == ["A", "S", "99", "G", "On track 100", "G", "On track 99", "Not rated 1"]


def test_names_of_thin_blocks_stand_apart():
    stops = (*STOPS, Stop(State.OFF_TRACK, "R", "Off track"))
    drawn = flow_chart(Flow(stops, ((1, 0, 0), (0, 1, 0), (0, 0, 98)), ("A", "S")), "T")
    heights = [float(y) for y in re.findall(r'y="([\d.]+)"[^>]*text-anchor="end">\w+ \w', drawn)]
    assert all(after - before >= 17 for before, after in pairwise(heights))
    assert len(heights) == 3


def test_nobody_at_all_is_an_empty_drawing():
    drawn = flow_chart(Flow(STOPS, ((0, 0), (0, 0)), ("A", "S")), "T")
    assert words(drawn) == ["A", "S"]
