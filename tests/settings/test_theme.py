"""The look in the settings: what it may hold, and what is said of colours nobody could read."""

import tomllib

import pytest

from planctl.settings.record import Settings, read_settings

COLOUR = "It takes a colour in quotes, such as '#12436d'."
SHADE = "the grey that stands behind some lines (#f3f2f1)"


def read(written):
    return read_settings(tomllib.loads(f"[theme]\n{written}"))


def test_every_part_of_a_look_is_read():
    found = read(
        "name = ' Anywhere Council '\nlogo = 'brand/logo.SVG'\naccent = '#6B1F5C'\n"
        "heading = '#4a1540'\nlink = '#6b1f5c'\nfooter = 'Town Hall'"
    )
    assert isinstance(found, Settings)
    assert found.theme.model_dump() == {
        "name": "Anywhere Council",
        "logo": "brand/logo.SVG",
        "accent": "#6b1f5c",
        "heading": "#4a1540",
        "link": "#6b1f5c",
        "footer": "Town Hall",
    }


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("naem = 'x'", "theme.naem is not a setting. Did you mean name?"),
        ("acent = '#000000'", "theme.acent is not a setting. Did you mean accent?"),
        ("accent = 'red'", f"theme.accent = 'red' cannot be used. {COLOUR}"),
        ("accent = '#123'", f"theme.accent = '#123' cannot be used. {COLOUR}"),
        ("heading = 5", f"theme.heading = 5 cannot be used. {COLOUR}"),
        (
            "link = '#ffdd00'",
            (
                f"theme.link = '#ffdd00' has a contrast of 1.20:1 with {SHADE}; text needs 4.5:1. "
                "#7f6e00 is the nearest darker colour that has it."
            ),
        ),
        (
            "accent = '#777777'",
            (
                f"theme.accent = '#777777' has a contrast of 4.00:1 with {SHADE}; text needs "
                "4.5:1. #6e6e6e is the nearest darker colour that has it."
            ),
        ),
        (
            "logo = 'logo.gif'",
            (
                "theme.logo = 'logo.gif' cannot be used. "
                "It takes the name of a PNG or SVG file, in quotes."
            ),
        ),
        (
            "logo = 'logo.png'",
            (
                "theme has a logo and no name. "
                "Add name: it is read out to those who cannot see the logo."
            ),
        ),
        (
            'name = "two\\nlines"',
            (
                "theme.name = 'two\\nlines' cannot be used. "
                "It takes the name of an organisation in quotes, of 80 characters at most."
            ),
        ),
        (
            "footer = ''",
            (
                "theme.footer = '' cannot be used. "
                "It takes one line of text in quotes, of 120 characters at most."
            ),
        ),
    ],
)
def test_what_a_look_may_not_hold_is_said_with_what_to_write(written, reason):
    assert read(written) == reason
