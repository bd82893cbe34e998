"""The look of an organisation's own, as it goes into a report."""

from dataclasses import dataclass
from typing import Final

from planctl.model import Scale, State
from planctl.report.feet import fitted
from planctl.report.palette import level_tints, slug, state_tint, style_colours
from planctl.report.pictures import Picture
from planctl.settings.colours import ACCENT, INK, LINK


@dataclass(frozen=True, slots=True)
class Theme:
    """Name and logo of the organisation, the colours chosen, and the line at the foot."""

    name: str = ""
    logo: Picture | None = None
    accent: str = ACCENT
    heading: str = INK
    link: str = LINK
    footer: str = ""


SHIPPED_LOOK: Final = Theme()
"""The look of a report of an organisation that has not chosen one."""


@dataclass(frozen=True, slots=True)
class ThemeShown:
    """Whose report it is, as each page shows it."""

    name: str
    """The organisation's name, or nothing."""
    logo: str
    """The logo as an address that holds all of it, for `src`; nothing where there is none."""
    footer: str
    """The organisation's line at the foot of each page, or nothing."""


@dataclass(frozen=True, slots=True)
class LevelColours:
    """The colours of a level of the plan's own scale."""

    name: str
    """The class name of its tags, such as `level-there`."""
    ink: str
    """The colour of its letters."""
    paper: str
    """The colour behind them."""


def level_colours(scale: Scale) -> tuple[LevelColours, ...]:
    """The levels that have a colour of their own."""
    return tuple(LevelColours(name, tint.ink, tint.paper) for name, tint in level_tints(scale))


def theme_shown(theme: Theme) -> ThemeShown:
    """What templates see of a theme; its colours stand among the report's."""
    return ThemeShown(theme.name, theme.logo.address if theme.logo else "", fitted(theme.footer))


def themed_colours(theme: Theme, scale: Scale | None = None) -> tuple[tuple[str, str], ...]:
    """The custom properties of the style sheet, with the colours of the theme and of the scale."""
    chosen = {"accent": theme.accent, "heading": theme.heading, "link": theme.link}
    for state in State:
        tint = state_tint(state, scale or Scale())
        chosen |= {f"{slug(state)}-ink": tint.ink, f"{slug(state)}-paper": tint.paper}
    return tuple((name, chosen.get(name, colour)) for name, colour in style_colours())
