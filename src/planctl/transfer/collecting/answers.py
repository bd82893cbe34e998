"""What is meant by what somebody wrote into a cell of a form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from planctl.editing.kept import kept_word
from planctl.findings import did_you_mean
from planctl.model import Stage, party_called, read_deadline
from planctl.model.vocabulary import folded
from planctl.source import Value
from planctl.source.decode import UNSEEN, name_of
from planctl.transfer.collecting.asked import Asked
from planctl.transfer.collecting.ratings import level_meant
from planctl.transfer.collecting.standing import KEPT_SHOWN, promised
from planctl.transfer.collecting.words import (
    day_shown,
    lines_of,
    step_said,
    steps_as_said,
    tidied,
)

_NUMBERED: Final = re.compile(r"(\d{1,2})\s*[.):=-]?\s*([^\d;,\n]+)")
_PARTS: Final = re.compile(r"\s*[;\n]\s*")
_FINER: Final = re.compile(r"\s*(?:[;\n,/&]|\band\b)\s*")
_STAGES: Final[Mapping[str, Stage | None]] = MappingProxyType({
    "yes": Stage.COMPLETE, "y": Stage.COMPLETE, "true": Stage.COMPLETE, "x": Stage.COMPLETE,
    "✓": Stage.COMPLETE, "done": Stage.COMPLETE, "finished": Stage.COMPLETE,
    "complete": Stage.COMPLETE, "completed": Stage.COMPLETE, "paused": Stage.PAUSED,
    "not-started": Stage.NOT_STARTED, "no": None, "n": None, "not-yet": None, "false": None,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What is meant: in the words of the form, and as a file has it.

    `read_as` is said where the words were others than those of the form.
    """

    shown: str
    value: Value = None
    kept: Mapping[int, str] = field(default_factory=dict)
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why the words cannot be used, and what to do."""

    problem: str
    remedy: str


def answer(name: str, text: str, one: Asked) -> Answer | Unclear:
    """What the text means in the column of that field; the text is tidied, and not empty."""
    if unseen := UNSEEN.search(text):
        problem = f"holds {name_of(unseen[0])}, which cannot be seen"
        return Unclear(problem, "Type it anew; pasted text brings such characters along.")
    return _READERS.get(name, _prose)(text, one)


def _prose(text: str, one: Asked) -> Answer:
    del one
    return Answer(text, text)


def _rating(text: str, one: Asked) -> Answer | Unclear:
    scale = one.plan.rating_scale
    level = level_meant(text, scale)
    if level is None:
        labels = [known.label for known in scale.all_levels]
        choice = " or ".join([", ".join(labels[:-1]), labels[-1]] if labels[1:] else labels)
        return Unclear("is not on the scale", f"Choose {choice}.")
    said = "" if scale.level(text) else level.label
    return Answer(level.label, level.id, read_as=said)


def _steps(text: str, one: Asked) -> Answer:
    steps = [step_said(line, one.plan.timeline) for line in lines_of(text)]
    value: list[Value] = [
        step["text"] if "due" not in step else {"text": step["text"], "due": step["due"]}
        for step in steps
    ]
    return Answer(tidied(steps_as_said(steps, one.plan.timeline)), value)


def _evidence(text: str, one: Asked) -> Answer:
    del one
    lines: list[Value] = [*dict.fromkeys(lines_of(text))]
    return Answer("\n".join(map(str, lines)), lines)


def _kept(text: str, one: Asked) -> Answer | Unclear:
    steps = promised(one)[1]
    if not steps:
        return Unclear("cannot be said: nothing was promised", "Leave the cell empty.")
    found = _kept_words(text, len(steps))
    if found is None:
        several = f"; of several, write 1 yes, 2 no up to {len(steps)}" if len(steps) > 1 else ""
        return Unclear("is not yes, part or no", f"Write yes, part or no{several}.")
    known = [found.get(at, step.kept) for at, step in enumerate(steps)]
    words = [KEPT_SHOWN[word] if word else None for word in known]
    if None not in words and len({*words}) == 1:
        return Answer(str(words[0]), kept=found)
    listed = (f"{number} {word}" for number, word in enumerate(words, 1) if word)
    return Answer(", ".join(listed), kept=found)


def _kept_words(text: str, count: int) -> Mapping[int, str] | None:
    """The word of the format for each step, from 0; None where that is not what the text says."""
    if word := kept_word(text):
        return dict.fromkeys(range(count), word)
    if not _NUMBERED.sub("", text).strip(" ,;\n."):
        pairs = [(int(n) - 1, kept_word(said.strip())) for n, said in _NUMBERED.findall(text)]
        found = {number: word for number, word in pairs if word and 0 <= number < count}
        if pairs and len(found) == len(pairs):
            return found
    return None


def _stage(text: str, one: Asked) -> Answer | Unclear:
    del one
    word = folded(text.rstrip("."))
    if word not in _STAGES:
        return Unclear("is not yes", "Write yes where the whole action is done, or leave it empty.")
    stage = _STAGES[word]
    if stage is None:
        return Answer("")
    return Answer("yes" if stage is Stage.COMPLETE else stage.replace("_", " "), stage.value)


def _responsible(text: str, one: Asked) -> Answer | Unclear:
    parties = one.plan.parties
    if not parties:
        names = [name for name in _PARTS.split(text) if name]
        return Answer("; ".join(names), [*names])
    for cut in (_PARTS, _FINER):
        names = [name for name in cut.split(text) if name]
        found = [party for name in names if (party := party_called(name, parties))]
        if names and len(found) == len(names):
            ids: list[Value] = [party.id for party in found]
            return Answer("; ".join(party.name for party in found), ids)
    lacking = next(name for name in _FINER.split(text) if not party_called(name, parties))
    near = did_you_mean(lacking, [name for party in parties for name in (party.id, party.name)])
    hint = f"Did you mean {near}? " if near else ""
    return Unclear(
        f"names {lacking!r}, who is not among the parties",
        f"{hint}Add the party to the plan or its programme, or correct the name.",
    )


def _due(text: str, one: Asked) -> Answer | Unclear:
    due = read_deadline(text, one.plan.timeline)
    if due is None:
        return Unclear("is not a day", "Write 30 April 2018, or words such as early 2018.")
    return Answer(day_shown(due), str(due))


_READERS: Final[Mapping[str, Callable[[str, Asked], Answer | Unclear]]] = MappingProxyType({
    "rating": _rating,
    "next_steps": _steps,
    "evidence": _evidence,
    "kept": _kept,
    "stage": _stage,
    "responsible": _responsible,
    "due": _due,
})  # fmt: skip
