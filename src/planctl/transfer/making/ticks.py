"""Ticks in the columns of periods, with what stands beside them."""

import re
from typing import Final

from planctl.model import Phase
from planctl.model.vocabulary import folded
from planctl.source import Value
from planctl.transfer.ledger import Span
from planctl.transfer.making.draft import Draft
from planctl.transfer.making.prose import says_nothing
from planctl.transfer.mapping.words import EMPTY_BOX, TICK

_PROVISIONAL: Final = re.compile(
    r"\b(?:potential(?:ly)?|possibl[ey]|provisional(?:ly)?|tbc|to be confirmed|if funded|"
    r"subject to|may(?:be)?|perhaps)\b|\?",
    re.IGNORECASE,
)
_PHASES: Final = {folded(phase): phase for phase in Phase} | {
    "rollout": Phase.ROLL_OUT, "piloting": Phase.PILOT, "planning": Phase.PLAN,
    "delivery": Phase.DELIVER, "embedding": Phase.EMBED, "evaluate": Phase.REVIEW,
    "implement": Phase.DELIVER, "evaluation": Phase.REVIEW,
}  # fmt: skip
_BOX_RULE: Final = "boxes that are not ticked"


def entry_for(span: Span, draft: Draft) -> Value:
    """What the schedule has for a period's cell: a tick, a phase, or a note; None for a blank."""
    ledger = draft.ledger
    for box in span.cut(EMPTY_BOX)[1]:
        ledger.ignore(box, _BOX_RULE)
    if not EMPTY_BOX.sub("", span.text).strip() or says_nothing(span, ledger):
        return None
    rest, ticks = span.cut(TICK)
    said = [part for whole in rest for part in whole.cut(EMPTY_BOX)[0] if part]
    for one in (*ticks, *said):
        ledger.map(one, "schedule")
    words = " ".join(" ".join(part.text.split()) for part in said).strip(" ()-–:")
    if not ticks:
        draft.warn("a period without a tick, but with words, was taken as one that is worked in")
    return _worded(words) if words else "✓"


def ticks_in(text: str) -> int:
    """How many ticks a text holds."""
    return len(TICK.findall(text))


def _worded(words: str) -> Value:
    if phase := _PHASES.get(folded(words)):
        return str(phase)
    if _PROVISIONAL.search(words):
        return {"certainty": "provisional", "note": words}
    return {"note": words}
