"""Every entry of one version paired with what it is in the other."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from planctl.model import Plan, Theme
from planctl.pairing.kinds import KINDS
from planctl.pairing.match import Match
from planctl.pairing.pairs import Pairs, pair
from planctl.pairing.tree import Node, Tree

_MOST: Final = 0.5
"""Of the actions of a theme, the part that makes another theme the same one under a new heading."""


def paired(old: Tree, new: Tree) -> Pairs:
    """The entries that both plans have: themes before actions, parts of an entry after it."""
    pairs = Pairs()
    pairs.join(old.root, new.root, Match("uid"))
    for kind in KINDS.values():
        if kind is KINDS[Plan]:
            continue
        if not kind.is_local:
            pair(old.of(kind), new.of(kind), pairs)
        if kind.name == "action":
            _pair_themes(pairs, old, new)
    _pair_local([(old.root, new.root), *_others(pairs, old.root)], pairs)
    return pairs


def _others(pairs: Pairs, root: Node) -> Iterator[tuple[Node, Node]]:
    for one, other in pairs.new_of.items():
        if one is not root:
            yield one, other


def _pair_themes(pairs: Pairs, old: Tree, new: Tree) -> None:
    """Joins themes that lost their name and kept their actions."""
    left = {node for node in new.of(KINDS[Theme]) if node not in pairs.old_of}
    for theme in old.of(KINDS[Theme]):
        actions = theme.below.get("actions", [])
        if theme in pairs.new_of or not actions:
            continue
        homes = Counter(other.parent for one in actions if (other := pairs.new_of.get(one)))
        for home, count in homes.items():
            size = max(len(actions), len(home.below.get("actions", ())) if home else 0)
            if home in left and count > size * _MOST:
                left.discard(home)
                pairs.join(theme, home, Match("text", 100 * count // size))
                break


def _pair_local(waiting: list[tuple[Node, Node]], pairs: Pairs) -> None:
    """Pairs the entries that are looked for only where they stood."""
    while waiting:
        one, other = waiting.pop()
        for name, nodes in one.below.items():
            theirs = other.below.get(name, [])
            if theirs and nodes[0].kind.is_local:
                pair(nodes, theirs, pairs)
                waiting += [(n, pairs.new_of[n]) for n in nodes if n in pairs.new_of]
