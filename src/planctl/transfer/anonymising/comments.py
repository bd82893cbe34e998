"""Comments of which only the words are replaced that say nothing to planctl."""

import re
from typing import Final

from planctl.transfer.anonymising.prose import Prose
from planctl.transfer.anonymising.word_map import RUN

_MODELINE: Final = re.compile(r"#\s*(?:yaml-language-server\s*:|-\*-)", re.IGNORECASE)
_IGNORE: Final = re.compile(
    r"#\s*planctl\s*:?\s*(?:ignore(?:-file)?)?\s*(?:\[[^\]]*\])?", re.IGNORECASE
)
_BY_AND_UNTIL: Final = re.compile(r"\((?:by|until)\s[^()]*\)[.\s]*$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\buntil\s+[^,;()]*", re.IGNORECASE)


def stays(comment: str) -> bool:
    """Whether planctl or an editor reads the comment, so that words of it must stay."""
    return bool(_MODELINE.match(comment) or _IGNORE.match(comment))


def replaced(comment: str, prose: Prose) -> str:
    """The comment with other words, of the same length; what planctl reads in it stays."""
    if _MODELINE.match(comment):
        return comment
    found = _IGNORE.match(comment)
    if not found:
        return prose.written(comment)
    head, rest = comment[: found.end()], comment[found.end() :]
    note = _BY_AND_UNTIL.search(rest)
    if not note:
        return head + prose.name(rest)
    return head + prose.name(rest[: note.start()]) + _noted(note[0], prose)


def _noted(note: str, prose: Prose) -> str:
    """Who lets something stand, renamed, and until when, as it is."""
    kept = [found.span() for found in _UNTIL.finditer(note)]

    def word(found: re.Match[str]) -> str:
        is_kept = any(start <= found.start() < end for start, end in kept)
        return found[0] if is_kept else prose.words.word(found[0])

    return RUN.sub(word, note)
