"""The colours of a report, each pair measured: the one place that holds them."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.model import State

WHITE: Final = "#ffffff"
INK: Final = "#0b0c0c"
MUTED: Final = "#505a5f"
RULE: Final = "#b1b4b6"
SHADE: Final = "#f3f2f1"
ACCENT: Final = "#12436d"
LINK: Final = "#144e81"
FOCUS: Final = "#ffdd00"


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of one state: a tag's ink on its paper, and a bar's text on its fill."""

    ink: str
    paper: str
    fill: str
    on_fill: str


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


def style_colours() -> tuple[tuple[str, str], ...]:
    """The custom properties of the style sheet: name without its dashes, colour."""
    plain = (
        ("ink", INK), ("paper", WHITE), ("muted", MUTED), ("rule", RULE), ("shade", SHADE),
        ("accent", ACCENT), ("link", LINK), ("focus", FOCUS),
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
