"""The merged plan without its text: what a merged file has to say."""

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from planctl.diff.delta import folded
from planctl.merging.entries import are_rivals, named_values
from planctl.merging.three import Three
from planctl.model import Plan
from planctl.model.plain import Plain, plain
from planctl.pairing.tree import Node

Nodes: TypeAlias = tuple[Node | None, Node | None, Node | None]


def meant(three: Three, preferred: int) -> Plain:
    """What the merged plan says, in whatever order.

    Where both sides changed one field it has the value of the preferred side: 1 for ours, 2 for
    theirs.
    """
    return _unordered(_entry(three, three.sides[0].names[()], preferred))


def said_by(plan: Plan) -> Plain:
    """What a plan says, in whatever order."""
    return _unordered(plain(plan))


def _entry(three: Three, name: int, preferred: int) -> Plain:
    base, ours, theirs = (nodes.get(name) for nodes in three.nodes)
    if ours is None or theirs is None:
        return _of_one_side(three, name, preferred)
    merged = three_way(base.own if base else {}, (ours.own, theirs.own), preferred) or {}
    lists = {alias for node in (ours, theirs) for alias in node.below}
    for alias in lists:
        home = (name, alias)
        names = [found for found in three.within[home] if three.home(found) == home]
        entries = [_entry(three, found, preferred) for found in names]
        if any(entry is not None for entry in entries):
            merged[alias] = [entry for entry in entries if entry is not None]
    return merged


def _of_one_side(three: Three, name: int, preferred: int) -> Plain:
    base, *others = (nodes.get(name) for nodes in three.nodes)
    kept = others[0] or others[1]
    if kept is None:
        return None
    if base is None:
        return plain(kept.entry)
    homes = three.homes(name)
    is_moved = homes[0] not in homes[1:]
    if folded(plain(base.entry)) == folded(plain(kept.entry)) and not is_moved:
        return None
    found = others[preferred - 1]
    return None if found is None else plain(found.entry)


def three_way(was: Plain, sides: tuple[Plain, Plain], preferred: int) -> Plain:
    """The merged value; None stands for nothing said."""
    one, other = sides
    before, mine, yours = (folded(value) or None for value in (was, one, other))
    if yours in (before, mine):
        return one
    if mine == before:
        return other
    if isinstance(one, dict) and isinstance(other, dict):
        old = was if isinstance(was, dict) else {}
        merged = {
            name: three_way(old.get(name), (one.get(name), other.get(name)), preferred)
            for name in dict.fromkeys((*one, *other))
        }
        return {name: value for name, value in merged.items() if value is not None}
    if isinstance(one, list) and isinstance(other, list):
        return _lists(was if isinstance(was, list) else [], one, other, preferred)
    return sides[preferred - 1]


def _lists(was: Sequence[Any], one: list[Any], other: list[Any], preferred: int) -> Plain:
    old, mine, yours = (named_values(folded(list(values))) for values in (was, one, other))
    if are_rivals(old, mine, yours):
        return (one, other)[preferred - 1]
    merged = [
        three_way(
            was[old[name]] if name in old else None,
            (one[mine[name]] if name in mine else None,
             other[yours[name]] if name in yours else None),
            preferred,
        )
        for name in dict.fromkeys((*mine, *yours))
    ]  # fmt: skip
    return [value for value in merged if value is not None]


def _unordered(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {name: _unordered(one) for name, one in value.items() if one not in ([], {})}
    if isinstance(value, list):
        entries = [_unordered(entry) for entry in value]
        return sorted(entries, key=lambda entry: json.dumps(entry, sort_keys=True))
    return folded(value)
