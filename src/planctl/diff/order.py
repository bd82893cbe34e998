"""Which entries of a list changed their places, and which only made room."""

import hashlib
from collections.abc import Sequence
from itertools import pairwise

from planctl.pairing.tree import Node

_Weight = tuple[int, int]
_NONE: _Weight = (0, 0)


def moved(old: Sequence[Node], new: Sequence[Node]) -> list[int]:
    """The numbers of the entries that were put elsewhere among the others.

    The two lists hold the same entries pair by pair: `old[n]` is `new[n]`. As many as possible are
    taken to have stayed (longest increasing subsequence). Where several choices are as good, what
    the entries say decides: seen from the other side, the same ones have moved.
    """
    order = sorted(range(len(old)), key=lambda number: old[number].place[1])
    places = [new[number].place[1] for number in order]
    if all(one < other for one, other in pairwise(places)):
        return []
    stayed = {
        order[place] for place in _longest_rise(places, [_say(old[n], new[n]) for n in order])
    }
    return [number for number in order if number not in stayed]


def _say(old: Node, new: Node) -> int:
    """A number that hardly another entry has, from what it says on both sides."""
    texts = "\n".join(sorted((old.text, new.text)))
    digest = hashlib.blake2b(texts.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest, "big")


def _longest_rise(values: Sequence[int], says: Sequence[int]) -> list[int]:
    """The places of the longest rising choice of the values; of several, the one that says most."""
    rank = {value: number + 1 for number, value in enumerate(sorted(values))}
    best: list[tuple[_Weight, int]] = [(_NONE, -1)] * (len(values) + 1)
    came_from = [-1] * len(values)
    for place, value in enumerate(values):
        (length, said), before = _highest(best, rank[value] - 1)
        came_from[place] = before
        _raise(best, rank[value], ((length + 1, said + says[place]), place))
    place = _highest(best, len(values))[1]
    chain = []
    while place >= 0:
        chain.append(place)
        place = came_from[place]
    return chain


def _highest(best: Sequence[tuple[_Weight, int]], upto: int) -> tuple[_Weight, int]:
    """The highest of the first so many, in a binary indexed tree."""
    found = (_NONE, -1)
    while upto:
        found = max(found, best[upto])
        upto -= upto & -upto
    return found


def _raise(best: list[tuple[_Weight, int]], at: int, value: tuple[_Weight, int]) -> None:
    while at < len(best):
        best[at] = max(best[at], value)
        at += at & -at
