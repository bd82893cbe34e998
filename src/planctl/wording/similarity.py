"""How alike two texts are, and which of many are nearly the same."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from planctl.wording.words import words

_TELLING: Final = 8
"""How many of a text's rarest words are looked up."""
_CANDIDATES: Final = 12
"""How many texts that share such words are compared with it."""
_POSTINGS: Final = 64
"""Of how many texts a word is remembered: one that stands in more tells nothing."""

_TIMES: Final = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "autumn", "winter", "spring", "summer", "first",
    "second", "third", "fourth",
})  # fmt: skip


def similarity(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 100, whatever the order of their words."""
    return _likeness(words(one), words(other), 0)


def near_pairs(texts: Sequence[str], least: int) -> Iterator[tuple[int, int]]:
    """Each text that is at least so like an earlier one, behind the number of that one.

    Texts that differ in a number or a time of the year are two on purpose, however alike. Only
    texts that share one of their rarest words are compared, so that thousands take seconds.
    """
    every = [words(text) for text in texts]
    found_in = Counter(word for each in every for word in set(each))
    index: dict[str, list[int]] = {}
    for number, own in enumerate(every):
        telling = sorted(set(own), key=lambda word: (found_in[word], word))[:_TELLING]
        shared = Counter(earlier for word in telling for earlier in index.get(word, ()))
        ranked = sorted(shared, key=lambda earlier: (-shared[earlier], earlier))
        for earlier in ranked[:_CANDIDATES]:
            other = every[earlier]
            if not _is_apart(own, other) and _likeness(own, other, least) >= least:
                yield earlier, number
                break
        for word in telling:
            known = index.setdefault(word, [])
            if len(known) < _POSTINGS:
                known.append(number)


def _likeness(one: Sequence[str], other: Sequence[str], least: int) -> float:
    # Its import takes longer than a check of a plan, and few commands compare texts.
    from rapidfuzz import fuzz  # noqa: PLC0415

    return fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(other)), score_cutoff=least)


def _is_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a number or a time of the year sets the two apart."""
    return any(word in _TIMES or any(map(str.isdigit, word)) for word in {*one} ^ {*other})
