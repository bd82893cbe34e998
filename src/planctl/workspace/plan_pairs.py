"""Plans found again: by their ids, by their actions, or by ref and title."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from planctl.model import rows
from planctl.wording.similarity import similarity
from planctl.wording.words import normalised
from planctl.workspace.side_plans import PlanFile

_LIKE: Final = 60
"""How alike the titles are of two plans that go by the same ref."""


@dataclass(frozen=True, slots=True)
class PlanPairs:
    """The plans that both sides have, and those of one side alone.

    `unknown` counts the plans of which a side cannot be read: nobody knows whether they are there.
    """

    pairs: tuple[tuple[PlanFile, PlanFile], ...] = ()
    removed: tuple[PlanFile, ...] = ()
    added: tuple[PlanFile, ...] = ()
    unknown: int = 0


_Mark = TypeVar("_Mark")
Key = Callable[[Path], Path]
"""The name that a file has in the comparison, whatever folder its side is in."""


def plan_pairs(old: Iterable[PlanFile], new: Iterable[PlanFile], key: tuple[Key, Key]) -> PlanPairs:
    """The plans of both sides, each with itself: a renamed file is the same plan."""
    sides = _Sides(list(old), list(new), key)
    unknown = sides.without_unread()
    pairs = sides.taken(lambda number, one: (one.id, key[number](one.path)))
    pairs += sides.taken(lambda _, one: one.id)
    pairs += sides.best(_actions, _shared)
    pairs += sides.best(_names, _like_title)
    ordered = tuple(sorted(pairs, key=lambda pair: key[1](pair[1].path)))
    # What nobody could read may be any of those that seem to have gone, or to be new.
    removed = () if sides.is_unsure_of_new else tuple(sides.old)
    added = () if sides.is_unsure_of_old else tuple(sides.new)
    unknown += len(sides.old) + len(sides.new) - len(removed) - len(added)
    return PlanPairs(ordered, removed, added, unknown)


@dataclass
class _Sides:
    """What is left of both sides."""

    old: list[PlanFile]
    new: list[PlanFile]
    key: tuple[Key, Key]
    is_unsure_of_old: bool = False
    is_unsure_of_new: bool = False

    def without_unread(self) -> int:
        """Takes out what does not load, and its like on the other side; gives how many plans."""
        broken = [one for one in (*self.old, *self.new) if one.whole is None]
        ids = {one.id for one in broken}
        names = {self.key[0](one.path) for one in self.old if one.whole is None}
        names |= {self.key[1](one.path) for one in self.new if one.whole is None}
        known_old = {one.id for one in self.old} | {self.key[0](one.path) for one in self.old}
        known_new = {one.id for one in self.new} | {self.key[1](one.path) for one in self.new}
        self.is_unsure_of_old = any(
            one.whole is None and known_new.isdisjoint({one.id, self.key[0](one.path)})
            for one in self.old
        )
        self.is_unsure_of_new = any(
            one.whole is None and known_old.isdisjoint({one.id, self.key[1](one.path)})
            for one in self.new
        )
        self.old = [o for o in self.old if o.id not in ids and self.key[0](o.path) not in names]
        self.new = [n for n in self.new if n.id not in ids and self.key[1](n.path) not in names]
        return len(ids)

    def taken(self, mark: Callable[[int, PlanFile], Hashable]) -> list[tuple[PlanFile, PlanFile]]:
        """Pairs of the same mark; it is given the number of the side, and the plan."""
        waiting: dict[Hashable, list[PlanFile]] = {}
        for new in self.new:
            waiting.setdefault(mark(1, new), []).append(new)
        pairs = [
            (old, found.pop(0)) for old in self.old if (found := waiting.get(mark(0, old), []))
        ]
        self._drop(pairs)
        return pairs

    def best(
        self, mark: Callable[[PlanFile], _Mark], score: Callable[[_Mark, _Mark], float]
    ) -> list[tuple[PlanFile, PlanFile]]:
        """Pairs whose marks are alike to some degree, the most alike first."""
        after = [(new, mark(new)) for new in self.new]
        every = [
            (score(seen, other), old, new)
            for old, seen in [(old, mark(old)) for old in self.old]
            for new, other in after
        ]
        ranked = sorted((one for one in every if one[0]), key=self._rank)
        pairs: list[tuple[PlanFile, PlanFile]] = []
        for _, old, new in ranked:
            if old in self.old and new in self.new:
                pairs.append((old, new))
                self._drop(pairs[-1:])
        return pairs

    def _rank(self, one: tuple[float, PlanFile, PlanFile]) -> tuple[float, Sequence[str]]:
        # Of neither side first: with the sides swapped, the pairs are the same.
        return -one[0], sorted((one[1].id, one[2].id))

    def _drop(self, pairs: list[tuple[PlanFile, PlanFile]]) -> None:
        gone = {id(one) for pair in pairs for one in pair}
        self.old = [one for one in self.old if id(one) not in gone]
        self.new = [one for one in self.new if id(one) not in gone]


def _actions(file: PlanFile) -> tuple[set[str], set[str]]:
    """The uids and the texts of its actions."""
    every = [row.action for row in rows(file.whole)] if file.whole else []
    return {one.uid for one in every if one.uid}, {normalised(one.text) for one in every}


def _shared(old: tuple[set[str], set[str]], new: tuple[set[str], set[str]]) -> float:
    """How many actions both have, where that is the majority of each."""
    shared = max(len(one & other) for one, other in zip(old, new, strict=True))
    return shared if shared * 2 > max(len(old[1]), len(new[1])) else 0


def _names(file: PlanFile) -> tuple[str, str]:
    """Its ref and its title."""
    return (file.written.ref or "", file.written.title) if file.written else ("", "")


def _like_title(old: tuple[str, str], new: tuple[str, str]) -> float:
    """How alike the titles are of plans that go by one ref."""
    found = similarity(old[1], new[1]) if old[0] and old[0] == new[0] else 0
    return found if found >= _LIKE else 0
