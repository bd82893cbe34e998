"""Abbreviations in capitals, and the texts that spell them out."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_ACRONYM: Final = re.compile(
    r"(?<![\w@.#-])([A-Z]{1,8}(?:&|[a-z])?[A-Z]{1,8})(?:['’]?s)?(?![\w@]|\.\w)"
)
"""Two capitals or more; one small letter may stand among them, as in DfE."""

_ROMAN: Final = re.compile("[IVX]+")
_KNOWN: Final = frozenset({"AM", "BBC", "EU", "GB", "NHS", "OK", "PDF", "PM", "TV", "UK", "USA"})
"""Those that nobody spells out."""

_LONGEST: Final = 8
_NEAR: Final = 200
"""Characters within which an abbreviation is spelt out."""
_SHOUTED: Final = 3
"""So many words in capitals in a row are an emphasis and no abbreviations."""
_CAPITALS: Final = re.compile(rf"\b[A-Z]{{2,}}(?:[ ,]+(?:A|I|[A-Z]{{2,}})){{{_SHOUTED - 1},}}\b")

_SMALL: Final = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
)
_NAME: Final = re.compile(r"[^\W\d_]+")
_BEHIND: Final = re.compile(r"\(([A-Z][A-Za-z&]{1,12}?)(?:['’]?s)?\)")
_BEFORE: Final = re.compile(
    r"\b([A-Z][A-Za-z&]{0,12}[A-Z])(?:['’]?s)? ?(?:\(|:|=|,? or | [-–—] |[-–—] )"
)


def acronyms(text: str) -> tuple[str, ...]:
    """The abbreviations of the text, each once, without the s of a plural."""
    spoken = _CAPITALS.sub(" ", text)
    found = (match[1] for match in _ACRONYM.finditer(spoken))
    return tuple(dict.fromkeys(name for name in found if _is_acronym(name)))


def spelt_out(text: str) -> Iterator[str]:
    """The abbreviations that the text explains: `Early Help Hub (EHH)`, `EHH (Early Help Hub)`."""
    for match in _BEHIND.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()].rpartition(")")[2]
        names = _NAME.findall(before.casefold())
        if _stands_for(match[1][::-1], reversed(names)):
            yield match[1]
    for match in _BEFORE.finditer(text):
        behind = text[match.end() : match.end() + _NEAR].partition("(")[0]
        if _stands_for(match[1], _NAME.findall(behind.casefold())):
            yield match[1]


def _is_acronym(name: str) -> bool:
    return len(name) <= _LONGEST and name not in _KNOWN and not _ROMAN.fullmatch(name)


def _stands_for(letters: str, names: Iterable[str]) -> bool:
    """Whether the names begin with the letters one after the other; small words may be passed."""
    wanted = letters.casefold().replace("&", "")
    # Of `as an additional` it may be the first or the last word that gives the a.
    reached = {0}
    for name in names:
        given = {at + 1 for at in reached if name[0] == wanted[at]}
        reached = given | (reached if name in _SMALL else set())
        if len(wanted) in reached or not reached:
            break
    return len(wanted) in reached
