"""A scale of a plan's own: its words, letters, symbols and colours, wherever a rating stands."""

import re
from datetime import date

import pytest

from planctl.model import Level, Scale, State
from planctl.report import render_html, render_pdf
from planctl.report.palette import TINTS, own_tint, state_tint
from planctl.settings.colours import contrast
from tests.report.pdf_parts import faults, text_of

LEVELS = [
    {
        "id": "there", "label": "There", "state": "complete", "letter": "T", "symbol": "✓",
        "colour": "#1b4f72", "meaning": "finished, and seen to be",
    },
    {
        "id": "flying", "label": "Flying", "state": "on_track", "letter": "F", "symbol": "▲",
        "colour": "#2ecc71",
    },
    {"id": "going", "label": "Going well", "state": "on_track", "colour": "#7b2d8b"},
    {"id": "wobbly", "label": "Wobbly", "state": "at_risk", "symbol": "~", "colour": "#ffe600"},
    {"id": "stuck", "label": "Stuck", "state": "off_track", "letter": "S"},
]  # fmt: skip
AUTUMN, SPRING = "2017-18 autumn", "2017-18 spring"


@pytest.fixture(scope="module")
def made(plan, context):
    actions = [
        {
            "ref": f"1{letter}",
            "text": f"Do what {letter} asks",
            "schedule": ["Year 1"],
            "updates": {
                AUTUMN: {"rating": before, "comment": "So it was."},
                SPRING: {"rating": now, "comment": "So it is."},
            },
        }
        for letter, before, now in (
            ("a", "flying", "flying"),
            ("b", "going", "flying"),
            ("c", "Wobbly", "going"),
            ("d", "wobbly", "Stuck"),
            ("e", "stuck", "there"),
        )
    ]
    return context(plan(*actions, scale={"levels": LEVELS}), SPRING, date(2018, 4, 30))


@pytest.fixture(scope="module")
def page(made):
    return render_html(made)


def said(one):
    return (one.word, one.letter, one.symbol, one.state, one.level)


def test_the_key_has_every_level_and_what_it_means(made):
    assert [(*said(entry.tag), entry.meaning) for entry in made.front.key] == [
        ("There", "T", "✓", "complete", "level-there", "finished, and seen to be"),
        ("Flying", "F", "▲", "on-track", "level-flying", "on track"),
        ("Going well", "G", "●", "on-track", "level-going", "on track"),
        ("Wobbly", "W", "~", "at-risk", "level-wobbly", "at risk"),
        ("Stuck", "S", "■", "off-track", "", "off track"),
    ]


def test_the_grid_has_each_rating_as_the_scale_shows_it(made):
    (group,) = made.grid.table.groups
    shown = [[said(cell.tag) for cell in row.cells if cell.tag] for row in group.rows]
    going, wobbly = (
        ("Going well", "G", "●", "on-track", "level-going"),
        ("Wobbly", "W", "~", "at-risk", "level-wobbly"),
    )
    flying, stuck = (
        ("Flying", "F", "▲", "on-track", "level-flying"),
        ("Stuck", "S", "■", "off-track", ""),
    )
    there = ("There", "T", "✓", "complete", "level-there")
    assert shown == [
        [flying, flying],
        [going, flying],
        [wobbly, going],
        [wobbly, stuck],
        [stuck, there],
    ]


def test_a_bar_of_two_levels_has_both_letters_and_the_colours_of_the_first(made):
    drawn = re.findall(r'<rect [^>]*fill="(#\w+)"[^>]*/><text [^>]*>([^<]*)<', made.progress.chart)
    assert drawn == [("#1b4f72", "T 1"), ("#2ecc71", "F/G 3"), (TINTS[State.OFF_TRACK].fill, "S 1")]


def test_the_flow_has_the_colours_of_the_scale(made):
    flow = next(one for one in made.progress.over_time if one.key == "flow")
    fills = set(re.findall(r'<rect [^>]*fill="(#\w+)"', flow.chart))
    assert fills == {"#1b4f72", "#2ecc71", "#ffe600", TINTS[State.OFF_TRACK].fill}


def test_the_page_has_a_rule_for_each_colour_of_a_level(page):
    rules = re.findall(r"\.(level-\w+)\.tag { color: (#\w+); background: (#\w+); }", page)
    assert [name for name, _, _ in rules] == [
        "level-there", "level-flying", "level-going", "level-wobbly",
    ]  # fmt: skip
    assert [name for name, ink, paper in rules if contrast(ink, paper) < 4.5] == []
    used = set(re.findall(r'class="tag [\w-]+ (level-[\w-]+)"', page))
    assert used == {name for name, _, _ in rules}


@pytest.mark.thorough
def test_the_pdf_of_such_a_plan_is_in_order(page):
    pdf = render_pdf(page)
    assert faults(pdf) == []
    assert "G ● Going well" in text_of(pdf)


@pytest.mark.parametrize(
    "colour", ["#000000", "#ffffff", "#ffe600", "#2ecc71", "#767676", "#ff0000", "#7b2d8b"]
)
def test_whatever_colour_a_level_has_its_words_can_be_read(colour):
    tint = own_tint(colour)
    assert contrast(tint.ink, tint.paper) >= 4.5
    assert contrast(tint.ink, "#ffffff") >= 4.5
    assert contrast(tint.on_fill, tint.fill) >= 4.5


def test_a_state_without_a_colour_of_the_scale_keeps_its_own():
    coloured = Level.model_validate(LEVELS[0])
    scale = Scale(levels=(coloured,))
    assert state_tint(State.COMPLETE, scale) == own_tint("#1b4f72")
    assert state_tint(State.AT_RISK, scale) == TINTS[State.AT_RISK]
