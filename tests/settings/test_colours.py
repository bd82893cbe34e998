"""Contrast as WCAG 2.2 measures it, and the nearest colour that has enough."""

import pytest

from planctl.settings.colours import SHADE, WHITE, contrast, darkened, least_contrast, mixed


@pytest.mark.parametrize(
    ("one", "other", "measured"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ffdd00", "#0b0c0c", 14.55),
    ],
)
def test_contrast_is_that_of_the_guidelines_either_way_round(one, other, measured):
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == measured


def test_the_worst_ground_counts():
    ratio, ground = least_contrast("#767676", (WHITE, SHADE))
    assert (round(ratio, 2), ground) == (4.06, SHADE)


@pytest.mark.parametrize("colour", ["#ffdd00", "#ffffff", "#f47738", "#767676", "#00ffff"])
def test_the_nearest_darker_colour_has_enough_and_the_next_lighter_one_has_not(colour):
    darker = darkened(colour, (WHITE, SHADE))
    assert least_contrast(darker, (WHITE, SHADE))[0] >= 4.5
    brighter = mixed(darker, colour, 0.8)
    assert least_contrast(brighter, (WHITE, SHADE))[0] < 4.5


def test_a_colour_that_has_enough_stays():
    assert darkened("#12436d", (WHITE, SHADE)) == "#12436d"


def test_colours_are_mixed_by_shares():
    assert mixed("#ff0000", "#0000ff", 0.5) == "#800080"
    assert mixed("#123456", "#ffffff", 1) == "#123456"
