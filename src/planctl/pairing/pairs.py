"""Which entry of the old version is which of the new one."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from planctl.pairing.likeness import Likeness
from planctl.pairing.match import Match
from planctl.pairing.tree import Node
from planctl.wording.words import normalised

SAME_REF: Final = 60
"""How alike two texts are, of 100, that may be the same entry under the same reference."""

ALIKE: Final = 80
"""How alike two texts are that are the same entry whatever its reference; below that, down to the
other bound, it is only suggested that they may be."""


@dataclass(slots=True)
class Pairs:
    """The entries found again, and how; and those that may be the same."""

    new_of: dict[Node, Node] = field(default_factory=dict)
    old_of: dict[Node, Node] = field(default_factory=dict)
    matches: dict[Node, Match] = field(default_factory=dict)
    suggested: list[tuple[Node, Node, int]] = field(default_factory=list)

    def join(self, old: Node, new: Node, match: Match) -> None:
        """The two are the same entry; `matches` is by the new one."""
        self.new_of[old] = new
        self.old_of[new] = old
        self.matches[new] = match


def pair(old: Sequence[Node], new: Sequence[Node], pairs: Pairs) -> None:
    """Adds to the pairs what is the same among the nodes, which are all of one kind.

    The answer depends on the nodes alone, and is the mirror answer when the sides are swapped: by
    uid; by reference and text; by text, where several have the same in their order; by reference,
    where the texts are somewhat alike and no other is more so; by texts that are very much alike. A
    uid that several bear by mistake still tells those that nothing else does.
    """
    left = _Left(list(old), list(new), pairs)
    left.join_by(lambda node: node.key or None, "uid")
    left.join_by(_ref_and_text, "text", each_in_turn=True)
    left.join_by(_text, "text", each_in_turn=True)
    left.join_alike()
    left.join_by(lambda node: node.key or None, "uid", each_in_turn=True)


def _ref_and_text(node: Node) -> Hashable | None:
    return (node.ref, normalised(node.text)) if node.ref and node.text else None


def _text(node: Node) -> Hashable | None:
    return normalised(node.text) or None


def _ref(node: Node) -> Hashable | None:
    return node.ref or None


def _own(node: Node) -> str:
    return json.dumps(node.own, sort_keys=True)


@dataclass(slots=True)
class _Left:
    """The nodes that are not paired yet."""

    old: list[Node]
    new: list[Node]
    pairs: Pairs

    def join_by(
        self, name: Callable[[Node], Hashable | None], how: str, *, each_in_turn: bool = False
    ) -> None:
        """Joins the nodes that share a name no other node of their side has.

        Those of one name are joined in turn where that is wanted: first those that say the same
        where they stood, then those that stayed, then the others.
        """
        shared = list(_same_name(self.old, self.new, name))
        for ours, theirs in shared:
            if len(ours) == len(theirs) == 1:
                self._join(ours[0], theirs[0], Match(how))
        if each_in_turn:
            several = [nodes for nodes in shared if not len(nodes[0]) == len(nodes[1]) == 1]
            self._join_in_turn(several, how)
        self._forget()

    def _join_in_turn(self, shared: Iterable[tuple[list[Node], list[Node]]], how: str) -> None:
        # All homes are looked up before anything is joined: the order must not count.
        home = {node: self._home(node) for nodes in shared for node in (*nodes[0], *nodes[1])}
        for ours, theirs in shared:
            for name in (lambda one: (home[one], _own(one)), home.__getitem__, lambda _: ()):
                for some, others in _same_name(*self._free(ours, theirs), name):
                    for one, other in zip(some, others, strict=False):
                        self._join(one, other, Match(how))

    def _home(self, node: Node) -> tuple[Node | None]:
        """What the node stands in, the same for both sides; all that were not found are one."""
        above = node.parent
        if above is None or above in self.pairs.old_of:
            return (above,)
        return (self.pairs.new_of.get(above),)

    def _free(self, old: Iterable[Node], new: Iterable[Node]) -> tuple[list[Node], list[Node]]:
        """Those that are not paired yet."""
        return (
            [node for node in old if node not in self.pairs.new_of],
            [node for node in new if node not in self.pairs.old_of],
        )

    def join_alike(self) -> None:
        """Joins by reference, then by likeness; what is only somewhat alike is suggested."""
        if not self.old or not self.new:
            return
        likeness = Likeness.between(self.old, self.new, SAME_REF)
        self._join_by_ref(likeness)
        for one, other, score in self._ranked(likeness):
            if score >= ALIKE:
                self._join(one, other, Match("likeness", int(score)))
        self._forget()
        taken: set[Node] = set()
        for one, other, score in self._ranked(likeness):
            if one not in taken and other not in taken and _may_be_same(one, other):
                taken |= {one, other}
                self.pairs.suggested.append((one, other, int(score)))

    def _join_by_ref(self, likeness: Likeness) -> None:
        for ours, theirs in _same_name(self.old, self.new, _ref):
            if len(ours) == len(theirs) == 1:
                score = likeness.score(ours[0], theirs[0])
                if score and score >= likeness.best(ours[0], theirs[0]):
                    self._join(ours[0], theirs[0], Match("ref", int(score)))

    def _join(self, one: Node, other: Node, match: Match) -> None:
        is_free = one not in self.pairs.new_of and other not in self.pairs.old_of
        if is_free and _may_be_same(one, other):
            self.pairs.join(one, other, match)

    def _ranked(self, likeness: Likeness) -> list[tuple[Node, Node, float]]:
        """The pairs that are left, the likest first; of two alike, the one that stayed nearest."""
        left = [
            (one, other, score)
            for one, other, score in likeness.pairs()
            if one not in self.pairs.new_of and other not in self.pairs.old_of
        ]
        return sorted(left, key=self._rank)

    def _rank(self, pair: tuple[Node, Node, float]) -> tuple[float, bool, int, int]:
        one, other, score = pair
        stayed = one.parent is not None and self.pairs.new_of.get(one.parent) is other.parent
        apart = abs(one.position - other.position)
        return -score, not stayed, one.position + other.position, apart

    def _forget(self) -> None:
        self.old, self.new = self._free(self.old, self.new)


def _same_name(
    old: Iterable[Node], new: Iterable[Node], name: Callable[[Node], Hashable | None]
) -> Iterator[tuple[list[Node], list[Node]]]:
    """The nodes of both sides that go by the same name."""
    ours, theirs = _by_name(old, name), _by_name(new, name)
    for key, nodes in ours.items():
        if key in theirs:
            yield nodes, theirs[key]


def _by_name(
    nodes: Iterable[Node], name: Callable[[Node], Hashable | None]
) -> dict[Hashable, list[Node]]:
    found: defaultdict[Hashable, list[Node]] = defaultdict(list)
    for node in nodes:
        key = name(node)
        if key is not None:
            found[key].append(node)
    return found


def _may_be_same(one: Node, other: Node) -> bool:
    """Whether nothing forbids it: two that have keys are the same by those alone."""
    return not (one.key and other.key) or one.key == other.key
