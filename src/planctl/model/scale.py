"""Rating scales: levels in words, letters and symbols, and the state that each stands for."""

import re
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from planctl.model.record import Record
from planctl.model.short_forms import text_for
from planctl.model.values import Id, Text
from planctl.model.vocabulary import Vocabulary, folded

_HEX: Final = re.compile(r"^#[0-9A-Fa-f]{6}$", re.ASCII)


class State(StrEnum):
    """How an action stands on a day, in one set of words whatever the plan's scale."""

    NOT_DUE = "not_due"
    NOT_STARTED = "not_started"
    OFF_TRACK = "off_track"
    AT_RISK = "at_risk"
    ON_TRACK = "on_track"
    COMPLETE = "complete"
    PAUSED = "paused"
    DROPPED = "dropped"
    UNKNOWN = "unknown"


class RatedState(Vocabulary):
    """The states that a level of a scale can stand for."""

    NOT_STARTED = "not_started"
    OFF_TRACK = "off_track"
    AT_RISK = "at_risk"
    ON_TRACK = "on_track"
    COMPLETE = "complete"


class Preset(Vocabulary):
    """Scales that come with planctl."""

    RAG = "rag"
    BRAG = "brag"
    SCRUTINY = "scrutiny"


def _colour(written: Any) -> Any:
    if not isinstance(written, str) or not _HEX.match(written.strip()):
        known = {"written": written, "allowed": ["#1b7837", "another colour of that form"]}
        raise PydanticCustomError("not_in_vocabulary", "{written}", known)
    return written.strip().casefold()


Colour = Annotated[
    str, BeforeValidator(_colour), WithJsonSchema({"type": "string", "pattern": _HEX.pattern})
]
"""Red, green and blue as screens have them."""


class Level(Record):
    """One level of a scale.

    Example (in a plan):
        scale:
          levels:
            - id: there
              label: There
              state: complete
              letter: T
              symbol: ◆
              colour: "#1b4f72"
              meaning: finished, and seen to be
            - {id: going, label: Going well, state: on_track, letter: G, symbol: ●}
            - {id: stuck, label: Stuck, state: off_track, letter: S, symbol: ■}
    """

    place: ClassVar[str] = "the level"

    id: Id
    """A short name for the level: small letters, digits and hyphens."""
    label: Text
    """What reports call it."""
    state: RatedState
    """How work stands that is rated so, in the words that all scales share."""
    letter: Text | None = None
    """One letter or figure that may be written in its place."""
    symbol: Text | None = None
    """A shape that tells it apart without colour."""
    colour: Colour | None = None
    """Its colour as screens have it, in quotes: `"#1b7837"`. Left out, one is chosen by its
    state."""
    meaning: Text | None = None
    """What the level means, for the key in each report."""


class Scale(Record):
    """The rating scale: one that comes with planctl, or levels of the plan's own.

    A word alone stands for its `preset`. Without a scale, ratings are red, amber and green.

    Example (in a plan):
        scale: {preset: brag}

    Example (in a programme):
        scale: rag
    """

    place: ClassVar[str] = "the scale"

    preset: Preset | None = None
    """A scale that comes with planctl: `rag` has red, amber and green, `brag` blue besides, and
    `scrutiny` the grades 1 to 4."""
    levels: tuple[Level, ...] = ()
    """The plan's own levels, from best to worst. They take the place of a preset."""

    @property
    def all_levels(self) -> tuple[Level, ...]:
        """The plan's own levels, else those of the preset, from best to worst."""
        return self.levels or PRESETS[self.preset or Preset.RAG]

    def level(self, written: str) -> Level | None:
        """The level that goes by this id, label or letter, in any case."""
        wanted = folded(written)
        for level in self.all_levels:
            if wanted in {folded(name) for name in (level.id, level.label, level.letter or "")}:
                return level
        return None


def _level(name: str, state: RatedState, letter: str, symbol: str, meaning: str) -> Level:
    label = name.replace("-", " ").capitalize()
    return Level(id=name, label=label, state=state, letter=letter, symbol=symbol, meaning=meaning)


_RAG: Final = (
    _level("green", RatedState.ON_TRACK, "G", "●", "on track"),
    _level("amber", RatedState.AT_RISK, "A", "▲", "at risk"),
    _level("red", RatedState.OFF_TRACK, "R", "■", "off track"),
)

PRESETS: Final = MappingProxyType({
    Preset.RAG: _RAG,
    Preset.BRAG: (_level("blue", RatedState.COMPLETE, "B", "◆", "complete"), *_RAG),
    Preset.SCRUTINY: (
        _level("achieved", RatedState.COMPLETE, "1", "◆", "done, and evidence shows it"),
        _level("on-track", RatedState.ON_TRACK, "2", "●", "going as agreed"),
        _level("slipped", RatedState.AT_RISK, "3", "▲", "late, with a new date"),
        _level("not-achieved", RatedState.OFF_TRACK, "4", "■", "not done"),
    ),
})  # fmt: skip


def _rating(written: Any, info: ValidationInfo) -> Any:
    scale = info.context.get("scale") if info.context else None
    if scale is None or not isinstance(written, str):
        return written
    level = scale.level(written)
    if level is None:
        allowed = [level.id for level in scale.all_levels]
        raise PydanticCustomError(
            "not_in_vocabulary", "{written}", {"written": written, "allowed": allowed}
        )
    return level.id


Rating = Annotated[
    str,
    BeforeValidator(_rating),
    WithJsonSchema({"type": "string", "examples": ["green", "amber", "R", "on track"]}),
]
"""A level's id; its label or letter is read too, on the scale of the validation's context."""

ScaleField = Annotated[Scale, text_for("preset")]


def _assessment(written: Any, info: ValidationInfo) -> Any:
    level = Scale(preset=Preset.SCRUTINY).level(written) if isinstance(written, str) else None
    scale = info.context.get("scale") if info.context else None
    on_plans_scale = scale is not None and isinstance(written, str) and scale.level(written)
    return level.id if level and not on_plans_scale else _rating(written, info)


AssessmentRating = Annotated[
    str,
    BeforeValidator(_assessment),
    WithJsonSchema({"type": "string", "examples": ["achieved", "2", "slipped"]}),
]
"""A level's id on the plan's scale, or else on the preset `scrutiny`."""
