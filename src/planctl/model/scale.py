"""Rating scales: levels in words, letters and symbols, and the state that each stands for."""

from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from planctl.model.record import Record
from planctl.model.short_forms import text_for
from planctl.model.values import Id, Text
from planctl.model.vocabulary import Vocabulary, folded


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


class Level(Record):
    """One level of a scale."""

    place: ClassVar[str] = "the level"

    id: Id
    label: Text
    state: RatedState
    letter: Text | None = None
    symbol: Text | None = None
    meaning: Text | None = None


class Scale(Record):
    """A preset, or levels of the plan's own from best to worst."""

    place: ClassVar[str] = "the scale"

    preset: Preset | None = None
    levels: tuple[Level, ...] = ()

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
