"""How a state is shown: a word with a letter and a symbol, so that colour is never alone."""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from planctl.model import Level, Period, Row, Scale, State, Update
from planctl.progress import ENDED, is_merged, owes_update, state_of, state_said, update_in
from planctl.report.occasion import Occasion
from planctl.report.palette import level_class, slug
from planctl.report.references import closure_words
from planctl.report.words import Words

_SYMBOLS: Final = MappingProxyType({
    State.COMPLETE: "◆",
    State.ON_TRACK: "●",
    State.AT_RISK: "▲",
    State.OFF_TRACK: "■",
    State.NOT_STARTED: "□",
    State.PAUSED: "‖",
    State.NOT_DUE: "○",
    State.DROPPED: "×",
    State.UNKNOWN: "?",
})  # fmt: skip
STATE_ORDER: Final = (
    State.COMPLETE, State.ON_TRACK, State.AT_RISK, State.OFF_TRACK, State.NOT_STARTED,
    State.PAUSED, State.NOT_DUE, State.DROPPED, State.UNKNOWN,
)  # fmt: skip
"""Left to right in every bar, row and list: best to worst, then what is not rated."""

_NONE_DUE: Final = "–"
_EARLY: Final = frozenset({*ENDED, State.NOT_DUE})


@dataclass(frozen=True, slots=True)
class Tag:
    """A rating or state as it is printed; `state` chooses the colours, and is the last to speak."""

    word: str
    """The state or the level of the plan's scale, in a word or two."""
    letter: str
    """Its letter or figure; nothing where it has none."""
    symbol: str
    """Its shape, which tells it apart without colour."""
    state: str
    """The state as a class name, such as `on-track`."""
    level: str = ""
    """The class name of a level that has a colour of its own, such as `level-there`."""


def state_tag(state: State, scale: Scale, words: Words) -> Tag:
    """The tag of a state, with the symbol of the first level that stands for it; all letters."""
    levels = [level for level in scale.all_levels if level.state.value == state.value]
    level = levels[0] if levels else None
    symbol = (level.symbol if level else None) or _SYMBOLS[state]
    said = words.say("letter_complete") if state is State.COMPLETE else ""
    letter = "/".join(map(_letter, levels)) or said
    return Tag(words.say(f"state_{state.value}"), letter, symbol, slug(state), level_class(level))


def level_tag(level: Level, scale: Scale, words: Words) -> Tag:
    """The tag of a level of the plan's scale, in the scale's own word."""
    state = State(level.state.value)
    word = level_word(level, scale, words)
    return Tag(
        word, _letter(level), level.symbol or _SYMBOLS[state], slug(state), level_class(level)
    )


def level_word(level: Level, scale: Scale, words: Words) -> str:
    """The level's label, as the plan writes it; that of a preset is the catalogue's."""
    return level.label if scale.levels else words.say(f"level_{level.id}")


def said_tag(update: Update, scale: Scale, words: Words) -> Tag:
    """The tag of what an update says: its level, unless its stage decides."""
    level = scale.level(update.rating) if update.rating else None
    state = state_said(update, scale)
    if level and level.state.value == state.value:
        return level_tag(level, scale, words)
    return state_tag(state, scale, words)


def term_tag(row: Row, term: Period, report: Occasion) -> Tag:
    """How the row is shown for one term: what was said of it then, else why nothing was."""
    update = update_in(row, report.timeline, term)
    if update is not None:
        return said_tag(update, report.scale, report.words)
    state = state_of(row, report.scale, report.timeline, report.judged_on(term))
    closure = row.action.closure
    if closure and is_merged(row, report.judged_on(term)):
        how = closure_words(closure, report)
        return replace(state_tag(state, report.scale, report.words), word=how[:1].upper() + how[1:])
    if state in _EARLY or state is State.UNKNOWN:
        return state_tag(state, report.scale, report.words)
    if not owes_update(row, report.scale, report.timeline, term):
        return Tag(report.words.say("none_due_then"), "", _NONE_DUE, slug(State.NOT_DUE))
    unsaid = state_tag(State.UNKNOWN, report.scale, report.words)
    return Tag(report.words.say("no_update"), unsaid.letter, unsaid.symbol, unsaid.state)


def _letter(level: Level) -> str:
    return level.letter or level.label[:1].upper()
