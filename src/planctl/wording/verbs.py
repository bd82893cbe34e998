"""What a text asks for: the verbs it begins with, and whether it asks at all."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.wording.words import normalised

_CLEAR: Final = frozenset({
    "advertise", "advise", "agree", "analyse", "appoint", "arrange", "ask", "assess",
    "attend", "bring", "build", "buy", "carry", "choose", "circulate", "co-ordinate",
    "collate", "collect", "commission", "compile", "complete", "conduct", "confirm",
    "consult", "convene", "coordinate", "create", "decide", "define", "deliver", "design",
    "develop", "discuss", "distribute", "draft", "establish", "evaluate", "examine",
    "explain", "extend", "find", "fund", "gather", "hold", "identify", "implement", "inform",
    "install", "introduce", "investigate", "invite", "launch", "liaise", "listen", "maintain",
    "make", "measure", "meet", "monitor", "negotiate", "nominate", "obtain", "offer", "open",
    "organise", "pay", "prepare", "present", "procure", "produce", "provide", "publish",
    "put", "recruit", "refer", "remove", "renew", "replace", "run", "secure", "send", "set",
    "speak", "submit", "take", "talk", "teach", "tell", "train", "translate", "visit", "write",
})  # fmt: skip
_VAGUE: Final = frozenset({
    "address", "champion", "consider", "embed", "encourage", "engage", "enhance", "ensure",
    "explore", "facilitate", "foster", "help", "improve", "maximise", "optimise",
    "prioritise", "promote", "seek", "strengthen", "support", "tackle",
})  # fmt: skip
"""Of these nobody can say afterwards whether they were done."""

_ALSO_NOUNS: Final = frozenset({
    "audit", "champion", "contact", "feed", "help", "lead", "list", "map", "network", "pilot",
    "plan", "report", "review", "share", "support", "survey", "target", "test",
    "update", "work",
})  # fmt: skip
_VERBS: Final = _CLEAR | _VAGUE | _ALSO_NOUNS

_VAGUE_PHRASES: Final = (
    "aim to", "be aware of", "continue to", "give support", "look at", "look into",
    "provide support", "raise awareness", "try to", "work closely", "work together",
    "work towards", "work with",
)  # fmt: skip

_OBJECT: Final = r"(?:a|all|an|each|every|its|our|the|their|them|this|these|those)"
_AFTER_NOUN: Final = "(?:and|at|for|from|groups?|in|is|of|on|services?|teams?|to|with|workers?)"
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BOUNDARY: Final = re.compile(r"[.;:!]\s+(?:and |then )?|,? and (?:then |also )?|, (?:then )?")
_TOLD: Final = re.compile(
    rf"\b(?:to (?:be )?({'|'.join(sorted(_VERBS - {'work'}))}|be)"
    r"|(?:are|has|have|is|needs?) to [a-z]+|(?:must|shall|should|will) [a-z]+)\b"
)
_ASKED: Final = re.compile(
    rf"({'|'.join(sorted(_VERBS | {'see'}))}) (?:{_OBJECT}|above|below|with)\b"
)


def vague_opening(text: str) -> str | None:
    """The verb or phrase that the text begins with, where nobody can say when it is done."""
    said = normalised(text).removeprefix("to ")
    for phrase in _VAGUE_PHRASES:
        if re.match(rf"{phrase}\b", said):
            return phrase
    verb = _first(said)
    is_noun = verb in _ALSO_NOUNS and re.match(rf"{verb} {_AFTER_NOUN}\b", said)
    return verb if verb in _VAGUE and not is_noun else None


def several_verbs(text: str) -> tuple[str, ...]:
    """The verbs with which the text asks for one thing after another; nothing when it is one.

    Two verbs on one thing, as in `review and update the list`, count as one.
    """
    found = tuple(_asked_for(normalised(text).removeprefix("to ")))
    return found if len(found) > 1 else ()


def is_question(text: str) -> bool:
    """Whether the text only asks something; `Ask parents what they want?` says what to do."""
    said = normalised(text)
    return said.rstrip("'\") ").endswith("?") and _first(said) not in _VERBS


def is_instruction(name: str) -> bool:
    """Whether what should be a name says what is to be done: `Head Start to collate information`.

    Names are taken as they are written: `School to School Support` is one.
    """
    return told_at(name) is not None


def told_at(name: str) -> tuple[int, int] | None:
    """Where a name says what is to be done: the verb, with what shows that it is one."""
    first, _, rest = name.partition(" ")
    if asked := _ASKED.match(f"{first.casefold()} {rest}"):
        return asked.span()
    told, before = _TOLD.search(rest), len(first) + 1
    return (told.start() + before, told.end() + before) if told else None


def _asked_for(said: str) -> Iterator[str]:
    """The verb of each part of the text that has one and something it is done to."""
    has_object = True
    for part in _BOUNDARY.split(said):
        verb = _first(part)
        if verb in _VERBS and has_object and not _is_noun(verb, part):
            yield verb
        has_object = verb not in _VERBS or len(part.split()) > 1


def _first(said: str) -> str:
    found = _WORD.match(said)
    return found[0] if found else ""


def _is_noun(verb: str, said: str) -> bool:
    """Whether the word can be a noun here: no `the` or `all` behind it shows that it is none."""
    return verb in _ALSO_NOUNS and not re.match(rf"{verb} {_OBJECT}\b", said)
