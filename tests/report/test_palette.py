"""The colours: every pair can be read, every shape can be seen."""

import re
from pathlib import Path

import pytest

from planctl.model import State
from planctl.report import palette

TEXT, GRAPHICS = 4.5, 3.0


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_of_black_on_white_is_21():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("state", list(State))
def test_a_state_can_be_read_on_its_tag_and_in_its_bar(state):
    tint = palette.TINTS[state]
    assert contrast(tint.ink, tint.paper) >= TEXT
    assert contrast(tint.on_fill, tint.fill) >= TEXT


@pytest.mark.parametrize("state", list(State))
def test_a_bar_stands_out_from_the_page_by_its_outline(state):
    assert contrast(palette.TINTS[state].ink, palette.WHITE) >= GRAPHICS


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        (palette.INK, palette.WHITE),
        (palette.MUTED, palette.WHITE),
        (palette.LINK, palette.WHITE),
        (palette.ACCENT, palette.WHITE),
        (palette.WHITE, palette.ACCENT),
        (palette.INK, palette.SHADE),
        (palette.MUTED, palette.SHADE),
        (palette.LINK, palette.SHADE),
        (palette.INK, palette.FOCUS),
    ],
)
def test_text_can_be_read(ink, paper):
    assert contrast(ink, paper) >= TEXT


@pytest.mark.parametrize(
    ("state", "measured"),
    [
        (State.ON_TRACK, 6.2),
        (State.AT_RISK, 7.8),
        (State.OFF_TRACK, 6.1),
        (State.COMPLETE, 6.5),
        (State.NOT_DUE, 9.2),
    ],
)
def test_the_tags_are_as_measured(state, measured):
    tint = palette.TINTS[state]
    assert round(contrast(tint.ink, tint.paper), 1) == measured


def test_the_foot_of_a_page_has_the_muted_colour():
    style = (Path(palette.__file__).parents[3] / "templates" / "print.css").read_text("utf-8")
    assert set(re.findall(r"#[0-9a-f]+", style)) == {palette.MUTED}
