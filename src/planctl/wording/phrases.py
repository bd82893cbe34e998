"""A text as words and phrases that promise something, and what each of them is where it stands."""

import re
from collections.abc import Sequence
from typing import Final

from planctl.wording.numerals import in_figures
from planctl.wording.scales import (
    ALSO_NOUNS,
    ESCAPES,
    MODALS,
    PHRASES,
    QUANTIFIERS,
    VERBS,
    ScaleOf,
)
from planctl.wording.words import normalised

Tokens = Sequence[str]


def phrases(text: str) -> tuple[str, ...]:
    """The words of the text in small letters, what is read as one as one, numbers in figures."""
    said = _AIMING.sub(r"\1 to", in_figures(normalised(text)))
    return tuple(_TOKEN.findall(_TRYING.sub("try to", said)))


def stands_in(scale: ScaleOf, tokens: Tokens, at: int) -> bool:
    """Whether the word there belongs to the scale, and has that meaning where it stands."""
    if tokens[at] not in scale:
        return False
    if scale is VERBS:
        return tokens[at] not in ALSO_NOUNS or _is_verb(tokens, at)
    if scale is MODALS:
        return _is_modal(tokens, at)
    if scale is QUANTIFIERS:
        return _is_quantifier(tokens, at)
    return True


def is_escape(tokens: Tokens, at: int) -> bool:
    """Whether the words there leave a way out."""
    if tokens[at] == "up to":
        return _behind(tokens, at)[:1].isdigit()
    return tokens[at] in ESCAPES and (tokens[at] not in MODALS or _is_modal(tokens, at))


_TOKEN: Final = re.compile(
    r"(?<![\w-])(?:" + "|".join(map(re.escape, PHRASES)) + r")(?![\w-])"
    r"|[£$€]?\d+(?:[.,:/-]\d+)*[a-z]*%?|[^\W\d_]+(?:[-'][^\W\d_]+)*|[.;:,()?!]"
)
_AIMING: Final = re.compile(r"\b(aim|expect|hope|intend|look|plan|seek)(?:s|ing) to\b")
_TRYING: Final = re.compile(r"\b(?:tries|trying|attempt(?:s|ing)?|endeavour(?:s|ing)?) to\b")

_CLAUSE: Final = frozenset({"", ".", ";", ":", ",", "(", "?", "!", "and", "or", "then", "also"})
_BEFORE_VERB: Final = {"to", "be", "been", "is", "are", "was", "were", "not", "we"} | MODALS.keys()
_AFTER_NOUN: Final = frozenset({
    "", "and", "at", "for", "from", "group", "groups", "in", "is", "of", "on", "or", "service",
    "services", "team", "teams", "to", "with", "worker", "workers", ".", ",", ";", ":", ")",
})  # fmt: skip
_NO_QUANTIFIER: Final = frozenset({"at", "not", "the"})
_ARTICLES: Final = frozenset({"a", "an", "the", "this", "our", "their", "its", "good", "free"})
_DATED: Final = frozenset({
    "after", "before", "by", "during", "each", "early", "every", "from", "in", "last", "late",
    "mid", "next", "of", "on", "since", "this", "to", "until",
})  # fmt: skip


def _is_verb(tokens: Tokens, at: int) -> bool:
    before = _before(tokens, at)
    if before in _BEFORE_VERB or before in ESCAPES:
        return True
    return before in _CLAUSE and _behind(tokens, at) not in _AFTER_NOUN


def _is_quantifier(tokens: Tokens, at: int) -> bool:
    before = _before(tokens, at)
    if (before, tokens[at]) == ("for", "certain"):
        return False
    return before not in _NO_QUANTIFIER and _behind(tokens, at) != "other"


def _is_modal(tokens: Tokens, at: int) -> bool:
    before, behind = _before(tokens, at), _behind(tokens, at)
    if tokens[at] == "may":
        # Of a name of a month nothing else tells once the text is in small letters.
        return before not in _DATED and not before[-1:].isdigit() and not behind[:1].isdigit()
    return before not in _ARTICLES


def _before(tokens: Tokens, at: int) -> str:
    return tokens[at - 1] if at else ""


def _behind(tokens: Tokens, at: int) -> str:
    return tokens[at + 1] if at + 1 < len(tokens) else ""
