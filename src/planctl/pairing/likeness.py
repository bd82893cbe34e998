"""How alike the texts of two versions are, as far as they can be the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.pairing.tree import Node
from planctl.wording.words import words

_FEW: Final = 40_000
"""So many pairs are all compared; of more, only those that share a telling word."""

_TELLING: Final = 8
"""How many of a text's rarest words are looked up."""

_COMMON: Final = 1_000
"""A word that more texts of both versions have tells hardly anything, and would take long."""

_CANDIDATES: Final = 12
"""With how many texts that share such words a text is compared."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The scores of the pairs that reach the least asked for, from 0 to 100."""

    scores: Mapping[tuple[Node, Node], float]
    best_of: Mapping[Node, float]

    @classmethod
    def between(cls, old: Sequence[Node], new: Sequence[Node], least: int) -> "Likeness":
        """The scores between the nodes of two versions.

        Token-sort ratio: the words in order of the alphabet, compared letter by letter.
        """
        # Its import takes longer than a small comparison, and most find every text unchanged.
        from rapidfuzz import fuzz  # noqa: PLC0415

        every = {node: words(node.text) for node in (*old, *new)}
        spelt = {node: " ".join(sorted(own)) for node, own in every.items()}
        scores: dict[tuple[Node, Node], float] = {}
        best_of: defaultdict[Node, float] = defaultdict(float)
        for one, other in _candidates(old, new, every):
            if not spelt[one] or not spelt[other]:
                continue
            score = fuzz.ratio(spelt[one], spelt[other], score_cutoff=least)
            if score >= least:
                scores[one, other] = score
                best_of[one] = max(best_of[one], score)
                best_of[other] = max(best_of[other], score)
        return cls(scores, best_of)

    def score(self, old: Node, new: Node) -> float:
        """How alike the two are; 0 where that is less than was asked for."""
        return self.scores.get((old, new), 0)

    def best(self, old: Node, new: Node) -> float:
        """The highest score that either of the two reaches with any other or with each other."""
        return max(self.best_of.get(old, 0), self.best_of.get(new, 0))

    def pairs(self) -> Iterator[tuple[Node, Node, float]]:
        """All pairs with their scores."""
        for (old, new), score in self.scores.items():
            yield old, new, score


def _candidates(
    old: Sequence[Node], new: Sequence[Node], every: Mapping[Node, tuple[str, ...]]
) -> Iterator[tuple[Node, Node]]:
    """The pairs that are worth comparing: all of a few; of many, those that share rare words.

    Each node of either side chooses, so that it is the same seen from both.
    """
    if len(old) * len(new) <= _FEW:
        yield from ((one, other) for one in old for other in new)
        return
    spread = Counter(word for own in every.values() for word in set(own))
    telling = {node: _telling(own, spread) for node, own in every.items()}
    # A dict and no set: the order must not hang on where objects lie in memory.
    found = dict.fromkeys((one, other) for one, other in _nearest(old, new, telling))
    found |= dict.fromkeys((one, other) for other, one in _nearest(new, old, telling))
    # Entries of one reference are compared whatever their words are.
    by_ref = {node.ref: node for node in new if node.ref}
    found |= dict.fromkeys((node, by_ref[node.ref]) for node in old if node.ref in by_ref)
    yield from found


def _telling(own: Iterable[str], spread: Mapping[str, int]) -> list[str]:
    """The rarest of the words; where all of them are common, the rarest alone."""
    rarest = sorted(set(own), key=lambda word: (spread[word], word))[:_TELLING]
    return [word for word in rarest if spread[word] <= _COMMON] or rarest[:1]


def _nearest(
    these: Sequence[Node], those: Sequence[Node], telling: Mapping[Node, list[str]]
) -> Iterator[tuple[Node, Node]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(those):
        for word in telling[node]:
            index[word].append(number)
    for node in these:
        shared = Counter(number for word in telling[node] for number in index.get(word, ()))
        ranked = sorted(shared, key=lambda number: (-shared[number], number))
        yield from ((node, those[number]) for number in ranked[:_CANDIDATES])
