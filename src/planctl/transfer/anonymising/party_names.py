"""What a party is called, where that says what is to be done: it goes on saying so."""

import re
from collections.abc import Iterable
from typing import Final

from planctl.findings import Path
from planctl.transfer.anonymising.vocabulary import ALSO_NOUNS, CLEAR, MODALS, VAGUE
from planctl.transfer.anonymising.word_map import LONG, WordMap
from planctl.wording.verbs import told_at

_VERBS: Final = tuple(dict.fromkeys((*CLEAR, *VAGUE, *(set(ALSO_NOUNS) - {"work"}))))
_OBJECTS: Final = (
    "each", "this", "them", "every", "their", "these", "those", "all", "our", "its",
)  # fmt: skip
"""What stands behind a verb and shows that it is one, the longer ones first."""
_NEEDS: Final = ("have", "need", "has", "is")
_TOLD: Final = re.compile(r"(?P<to>to (?:be )?)(?P<verb>[a-z-]+)|(?P<must>[a-z]+) (?P<what>[a-z]+)")
_NEEDED: Final = re.compile(r"(?P<must>[a-z]+) to (?P<what>[a-z]+)")
_AT_LEAST: Final = "to be"


def is_party_name(path: Path) -> bool:
    """Whether a party is called by what stands there, or named by it as responsible."""
    names = [step for step in path if isinstance(step, str)]
    ends = (names[-2:], names[-1:])
    return any(end in (["parties", "name"], ["parties", "aliases"]) for end in ends) or (
        "responsible" in names[-2:] and names[-1] in {"responsible", "party"}
    )


def flat(text: str) -> str:
    """The text with single spaces, however its lines are broken."""
    return " ".join(text.split())


def told_in(text: str) -> re.Match[str] | None:
    """The part of a name that says what is to be done, however its lines are broken."""
    name = flat(text)
    span = told_at(name)
    if span is None:
        return None
    before, told = name[: span[0]].split(), name[slice(*span)].split()
    pattern = r"\s+".join(map(re.escape, told))
    start = 0
    for word in before:
        start = text.index(word, start) + len(word)
    return re.compile(pattern).search(text, start)


def anew(name: str, words: WordMap) -> str:
    """What stands for that part of the name."""
    start, end = told_at(name) or (0, 0)
    return _told(name[start:end], words) if start else _asked(name[:end], words)


def _asked(said: str, words: WordMap) -> str:
    """Another verb and what shows that it is one, for those that a name begins with."""
    verb, _, shown = said.partition(" ")
    return f"{_other(verb, _VERBS, words, 'ask')} {_other(shown, _OBJECTS, words, 'all')}"


def _told(said: str, words: WordMap) -> str:
    """What else there is to be done, for that which a name goes on with; of the same length.

    The end of a name is never blank: what refers to it is not read like that.
    """
    if found := _NEEDED.fullmatch(said):
        needs = _other(found["must"], _NEEDS, words, "is")
        return f"{needs} to {words.word(found['what'])}".rjust(len(said))
    found = _TOLD.fullmatch(said)
    if found and found["to"]:
        return f"{found['to']}{_other(found['verb'], _VERBS, words, 'ask')}".rjust(len(said))
    modal = words.in_name(found["must"], MODALS) if found else None
    if found is None or modal is None:
        return _AT_LEAST.rjust(len(said))
    return f"{modal} {words.word(found['what'])}".rjust(len(said))


def _other(run: str, choice: Iterable[str], words: WordMap, least: str) -> str:
    """Another word that says the same to a rule, with its capital; a short one stays."""
    if len(run) < LONG:
        return run
    made = words.in_name(run, choice) or least
    return made.capitalize() if run[:1].isupper() else made
