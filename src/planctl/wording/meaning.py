"""Whether two wordings say the same thing: spelling, punctuation and small words aside."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.wording.numerals import in_figures
from planctl.wording.words import normalised


def is_another_meaning(old: str, new: str) -> bool:
    """Whether a word that tells something, or a number, stands in one of the two texts alone."""
    return frozenset(_telling(old)) != frozenset(_telling(new))


_TOKEN: Final = re.compile(
    r"(?:(?<![\w-])-)?\d+(?:\.\d+)*[^\W\d_]*|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[%£$€<>≤≥]|(?<=\d)\+"
)
_RANGE: Final = re.compile(r"(?<=\d) ?[–—-] ?(?=\d)")
_PERCENTAGE: Final = re.compile(r"\bpercentages?\b|\bpct\b")
_ORDINALS: Final = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
}  # fmt: skip

_SMALL: Final = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "being", "between", "by", "for", "from",
    "had", "has", "have", "in", "into", "is", "it", "its", "of", "on", "our", "so", "that", "the",
    "their", "them", "there", "these", "they", "this", "those", "to", "was", "we", "were", "which",
    "who", "whom", "whose", "will", "with",
})  # fmt: skip
_SAME: Final = {"each": "every", "yr": "year"}
_ZED: Final = re.compile(r"(?<=\w\w[iy])z(?=(?:e|es|ed|er|ers|ing|able|ation|ations|ational)$)")
_HISSING: Final = ("sses", "shes", "ches", "xes")
_SHORTEST: Final = 4
"""Letters of the shortest word of which an s at the end may be that of a plural."""


def _telling(text: str) -> Iterator[str]:
    said = _PERCENTAGE.sub("%", in_figures(normalised(text).replace("\u00ad", "")))
    for token in _TOKEN.findall(_RANGE.sub(" to ", said)):
        word = _stem(_ORDINALS.get(token, token))
        if word not in _SMALL:
            yield word


def _stem(word: str) -> str:
    """The word without the s of a plural or an owner, spelt as in Britain."""
    plain = _ZED.sub("s", word.removesuffix("'s"))
    if plain.endswith("ies") and len(plain) > _SHORTEST:
        plain = f"{plain[:-3]}y"
    elif plain.endswith(_HISSING):
        plain = plain[:-2]
    elif plain.endswith("s") and len(plain) >= _SHORTEST and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-1]
    return _SAME.get(plain, plain)
