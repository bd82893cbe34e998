"""The colours: every pair can be read, every shape can be seen; none is used that is not listed.

What style sheets and charts use is read out of them, so that a new colour or pair fails until it
stands in the tables of this module and has been measured.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planctl.model import State
from planctl.report import palette

TEXT, GRAPHICS = 4.5, 3.0
TEMPLATES = Path(palette.__file__).parents[3] / "templates"
STYLES = tuple(path for path in sorted(TEMPLATES.rglob("*.css")) if path.name != "print.css")

GROUNDS = ("paper", "shade")
"""What text without a ground of its own may stand on: the page, and a row that a link leads to."""
INKS = frozenset({
    "accent", "heading", "ink", "link", "muted",
})  # fmt: skip
"""The colours of such text."""
PAIRS = frozenset({
    ("complete-ink", "complete-paper"), ("on-track-ink", "on-track-paper"),
    ("at-risk-ink", "at-risk-paper"), ("off-track-ink", "off-track-paper"),
    ("paused-ink", "paused-paper"), ("unknown-ink", "unknown-paper"),
    ("ink", "paper"), ("paper", "accent"), ("ink", "focus"), ("ink", "shade"),
})  # fmt: skip
"""Text and the ground that is set with it."""
LINES = frozenset({
    "accent", "at-risk-ink", "complete-ink", "ink", "off-track-ink", "on-track-ink", "unknown-ink",
})  # fmt: skip
"""Lines that say something: a state, or where something begins."""
DECORATIVE = frozenset({"rule", "shade"})
"""Lines that only part what stands apart anyway."""
UNUSED = frozenset({
    "not-started-ink", "not-started-paper", "not-due-ink", "not-due-paper", "dropped-ink",
    "dropped-paper",
})  # fmt: skip
"""Those that templates of one's own may use; they are the same as the paused ones."""

SHAPES = frozenset({
    palette.INK, palette.MUTED, palette.ACCENT,
    *(tint.fill for tint in palette.TINTS.values()), *(tint.ink for tint in palette.TINTS.values()),
})  # fmt: skip
GROUNDS_OF_CHARTS = frozenset({
    palette.WHITE, palette.SHADE, *(tint.paper for tint in palette.TINTS.values()),
})  # fmt: skip


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
    style = (TEMPLATES / "print.css").read_text("utf-8")
    assert set(re.findall(r"#[0-9a-f]+", style)) == {palette.MUTED}


def declarations() -> Iterator[dict[str, str]]:
    """The declarations of each rule of the style sheets; those for paper alone have none."""
    for path in STYLES:
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        for body in re.findall(r"\{([^{}]*)\}", text):
            parts = (one.partition(":") for one in body.split(";") if ":" in one)
            yield {name.strip(): value.strip() for name, _, value in parts}


def variable(value: str) -> str:
    found = re.search(r"var\(--([\w-]+)", value)
    return found[1] if found else ""


def test_style_sheets_use_no_colour_but_those_that_have_a_name():
    is_colour = re.compile(r"^(?:color|background(?:-color)?|border[\w-]*|outline[\w-]*)$")
    known = re.compile(
        r"var\(--[\w-]+\)|transparent|inherit|none|solid|collapse|[\d.]+\w*|!important"
    )
    odd = [
        (name, value)
        for rule in declarations()
        for name, value in rule.items()
        if is_colour.match(name) and known.sub("", value).strip()
    ]
    assert odd == []


def test_every_pair_of_text_and_ground_in_the_style_sheets_is_measured_here():
    rules = [
        (variable(rule.get("color", "")), variable(rule.get("background", "")))
        for rule in declarations()
    ]
    alone = {ink for ink, ground in rules if ink and not ground}
    pairs = {(ink or "ink", ground) for ink, ground in rules if ground}
    assert alone | {"ink"} == INKS
    assert pairs == PAIRS


def test_every_line_in_the_style_sheets_is_measured_here():
    used = {
        variable(value)
        for rule in declarations()
        for name, value in rule.items()
        if name.startswith(("border", "outline", "box-shadow")) and variable(value)
    }
    assert used == LINES | DECORATIVE


def test_every_colour_of_the_style_sheet_is_used_and_measured_here():
    named = {name for name, _ in palette.style_colours()}
    assert named == {*INKS, *LINES, *DECORATIVE, *GROUNDS, *UNUSED, *sum(PAIRS, ())}


@pytest.mark.parametrize("ink", sorted(INKS))
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(ink, ground):
    colours = dict(palette.style_colours())
    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize(("ink", "ground"), sorted(PAIRS))
def test_text_can_be_read_on_its_own_ground(ink, ground):
    colours = dict(palette.style_colours())
    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize("line", sorted(LINES))
def test_a_line_that_says_something_can_be_seen(line):
    assert contrast(dict(palette.style_colours())[line], palette.WHITE) >= GRAPHICS


def drawn(pages) -> Iterator[str]:
    """The shapes and words of every chart of a page that says everything once."""
    for chart in re.findall(r"<svg .*?</svg>", "".join(pages.values()), re.DOTALL):
        yield from re.findall(r"<(?:rect|circle|path|polyline|text) [^>]*>", chart)


def test_words_of_charts_are_read_on_white_or_inside_their_bar(pages):
    inks = {found[1] for one in drawn(pages) if (found := re.match(r'<text .*?fill="(#\w+)"', one))}
    inside = {tint.on_fill for tint in palette.TINTS.values()}
    assert inks - inside <= {palette.INK, palette.MUTED, palette.ACCENT}
    assert min(contrast(ink, palette.WHITE) for ink in inks - inside) >= TEXT
    # The numbers of a flow stand on its bands.
    assert min(contrast(palette.INK, ground) for ground in GROUNDS_OF_CHARTS) >= TEXT


def test_every_shape_of_a_chart_can_be_seen(pages):
    for one in drawn(pages):
        if one.startswith("<text"):
            continue
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', one)) - {"none"}
        assert colours <= SHAPES | GROUNDS_OF_CHARTS | {palette.RULE}
        is_line_of_a_scale = colours == {palette.RULE}
        is_band = palette.RULE in colours and colours <= GROUNDS_OF_CHARTS | {palette.RULE}
        if not is_line_of_a_scale and not is_band:
            assert max(contrast(colour, palette.WHITE) for colour in colours) >= GRAPHICS
