"""The colours of a report, each pair measured; those that may be chosen come from the settings."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.model import Level, Scale, State
from planctl.settings.colours import (
    ACCENT,
    INK,
    LINK,
    SHADE,
    TEXT,
    WHITE,
    contrast,
    darkened,
    mixed,
)

__all__ = [
    "ACCENT", "FOCUS", "INK", "LINK", "MUTED", "RULE", "SHADE", "TINTS", "WHITE", "Tint",
    "level_class", "level_tints", "own_tint", "slug", "state_tint", "style_colours",
]  # fmt: skip

MUTED: Final = "#505a5f"
RULE: Final = "#b1b4b6"
FOCUS: Final = "#ffdd00"


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of one state: a tag's ink on its paper, and a bar's text on its fill."""

    ink: str
    paper: str
    fill: str
    on_fill: str


_PALE: Final = 0.18
"""How much of a level's colour there is in the paper of its tag."""
_BLACK: Final = "#000000"
"""Where neither white nor ink can be read on a colour, black can."""
_GREY: Final = Tint("#383f43", "#eeeeee", "#e4e5e6", "#383f43")

TINTS: Final = MappingProxyType({
    State.COMPLETE: Tint("#144e81", "#d2e2f1", "#144e81", WHITE),
    State.ON_TRACK: Tint("#005a30", "#cce2d8", "#005a30", WHITE),
    State.AT_RISK: Tint("#594d00", "#fff7bf", "#ffdd55", "#3d3500"),
    State.OFF_TRACK: Tint("#942514", "#f6d7d2", "#942514", WHITE),
    State.NOT_STARTED: _GREY,
    State.PAUSED: _GREY,
    State.NOT_DUE: _GREY,
    State.DROPPED: _GREY,
    State.UNKNOWN: Tint("#383f43", WHITE, WHITE, "#383f43"),
})  # fmt: skip
"""By state; which level of a plan's own scale stands for a state is the scale's affair."""


def own_tint(colour: str) -> Tint:
    """What is made of a colour that a plan's level gives: the ink is darkened until it is read.

    Text keeps 4.5:1 with its paper, with its fill and with the page, whatever the colour.
    """
    paper = mixed(colour, WHITE, _PALE)
    on_fill = next(one for one in (WHITE, INK, _BLACK) if contrast(one, colour) >= TEXT)
    return Tint(darkened(colour, (paper, WHITE, SHADE)), paper, colour, on_fill)


def state_tint(state: State, scale: Scale) -> Tint:
    """The colours of a state: those of the first level that stands for it, if it has its own."""
    level = next((one for one in scale.all_levels if one.state.value == state.value), None)
    return own_tint(level.colour) if level and level.colour else TINTS[state]


def level_tints(scale: Scale) -> tuple[tuple[str, Tint], ...]:
    """Each level with a colour of its own, by its class name."""
    return tuple(
        (level_class(level), own_tint(level.colour)) for level in scale.all_levels if level.colour
    )


def level_class(level: Level | None) -> str:
    """The class name of a level with a colour of its own; nothing for any other."""
    return f"level-{level.id}" if level and level.colour else ""


def style_colours() -> tuple[tuple[str, str], ...]:
    """The custom properties of the style sheet: name without its dashes, colour."""
    plain = (
        ("ink", INK), ("paper", WHITE), ("muted", MUTED), ("rule", RULE), ("shade", SHADE),
        ("accent", ACCENT), ("heading", INK), ("link", LINK), ("focus", FOCUS),
    )  # fmt: skip
    tints = tuple(
        entry
        for state, tint in TINTS.items()
        for entry in ((f"{slug(state)}-ink", tint.ink), (f"{slug(state)}-paper", tint.paper))
    )
    return plain + tints


def slug(state: State) -> str:
    """The state for a class name or attribute, such as on-track."""
    return state.value.replace("_", "-")
