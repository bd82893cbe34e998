"""The entries of a list or mapping on three sides: which are the same, and in which order."""

import json
import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, TypeAlias

from planctl.findings import Path
from planctl.loading import field_names, record_at
from planctl.merging.result import UnsureError
from planctl.merging.side import Side
from planctl.merging.three import Three
from planctl.model import Plan, read_period
from planctl.source.nodes import Mapping as Fields
from planctl.source.nodes import Sequence as Listed

Paths: TypeAlias = tuple[Path | None, Path | None, Path | None]
"""Where something stands in base, ours and theirs; None where it does not."""

_KNOWN_BY: Final = ("id", "uid", "ref", "party", "text", "title", "plan", "commitment", "name")
_NUMBER: Final = re.compile(r"(\d+)")


def entries(three: Three, paths: Paths) -> list[Paths]:
    """Where each entry of the merged list or mapping stands on each side, in order.

    What one side has removed is among them: whether it stays is for the caller to say.
    """
    met = [
        {} if path is None else _named(side, path)
        for side, path in zip(three.sides, paths, strict=True)
    ]
    here = _homes_of(three, paths)
    names = [name for keyed in met for name in keyed]
    absent = {name for name in names if _is_elsewhere(three, name, here)}
    found = {
        name: tuple(_place(three, number, met[number], name) for number in range(3))
        for name in dict.fromkeys(names)
        if name not in absent
    }
    orders = [[name for name in keyed if name in found] for keyed in met]
    is_list = any(
        isinstance(side.node(path), Listed)
        for side, path in zip(three.sides, paths, strict=True)
        if path is not None
    )
    ranks = _ranks(three, paths, found)
    return [found[name] for name in woven(orders, ranks.get, is_list=is_list)]  # type: ignore[misc]


def is_replaced_by_both(three: Three, paths: Paths, places: Sequence[Paths]) -> bool:
    """Whether both sides put something else in the place of the same entry of a list.

    `places` are those of its entries. Entries that have names are told apart one by one.
    """
    listed = [
        isinstance(side.node(path), Listed) and (*path, 0) not in side.names
        for side, path in zip(three.sides, paths, strict=True)
        if path is not None
    ]
    if not all(listed):
        return False
    met: tuple[dict[int, None], ...] = ({}, {}, {})
    for name, place in enumerate(places):
        for side, path in zip(met, place, strict=True):
            if path is not None:
                side[name] = None
    return are_rivals(*met)


def are_rivals(base: Mapping[Any, Any], ours: Mapping[Any, Any], theirs: Mapping[Any, Any]) -> bool:
    """Whether both sides put something else in the place of the same entry."""
    gone = [name for name in base if name not in ours and name not in theirs]
    added = [{name for name in side if name not in base} for side in (ours, theirs)]
    return bool(gone) and all(added) and added[0] != added[1]


def named_values(values: Sequence[Any]) -> dict[Hashable, int]:
    """Where each entry of a list stands, by what it is known by among the others."""
    met: Counter[Hashable] = Counter()
    found: dict[Hashable, int] = {}
    for place, value in enumerate(values):
        name = _known_by(value)
        found[(name, met[name])] = place
        met[name] += 1
    return found


def woven(
    orders: Sequence[Sequence[Hashable]],
    rank: Callable[[Hashable], Any],
    *,
    is_list: bool,
) -> list[Hashable]:
    """The names of base, ours and theirs in one order.

    What both have added at one place goes by its rank where it has one, else ours comes first.
    Raises UnsureError for a list in which each side has put the same entry elsewhere.
    """
    base, ours, theirs = orders
    both = set(ours) & set(theirs)
    was, one, other = ([name for name in order if name in both] for order in orders)
    kept = [name for name in one if name in set(was)] == was
    first, second = (theirs, ours) if kept and one != other else (ours, theirs)
    if is_list and one != other and not kept and [n for n in other if n in set(was)] != was:
        first = _both_moved(was, ours, other)
    result = list(first)
    fresh = set(first) - set(base) - set(second)
    place = 0
    for name in second:
        if name in both:
            place = result.index(name) + 1
            continue
        if name not in result:
            while place < len(result) and result[place] in fresh:
                if _goes_before(rank(name), rank(result[place]), is_second=first is theirs):
                    break
                place += 1
            result.insert(place, name)
        place = result.index(name) + 1
    return [*result, *(name for name in base if name not in result)]


def _both_moved(
    was: list[Hashable], ours: Sequence[Hashable], theirs: list[Hashable]
) -> list[Hashable]:
    """Our order with what theirs has moved put behind what it stands behind there."""
    mine, yours = (set(was) - _stayed(was, side) for side in (ours, theirs))
    if mine & yours:
        raise UnsureError("both sides moved an entry within its list")
    result = [name for name in ours if name not in yours]
    for before, name in zip((None, *theirs), theirs, strict=False):
        if name in yours:
            result.insert(result.index(before) + 1 if before in result else 0, name)
    return result


def _stayed(was: Sequence[Hashable], now: Sequence[Hashable]) -> set[Hashable]:
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    return {name for start, _, size in blocks for name in was[start : start + size]}


def _goes_before(rank: Any, other: Any, *, is_second: bool) -> bool:
    if rank is None or other is None or rank == other:
        return is_second
    return bool(rank < other)


def _named(side: Side, path: Path) -> dict[Hashable, Path]:
    """The places of the entries by name: that of the plan, or what they are known by."""
    node = side.node(path)
    if isinstance(node, Fields):
        steps = [entry.name for entry in node.entries]
        return {_field(name): (*path, name) for name in steps if name is not None}
    if not isinstance(node, Listed):
        return {}
    places: list[Path] = [(*path, number) for number in range(len(node.entries))]
    if places and places[0] in side.names:
        return {side.names[place]: place for place in places}
    values = named_values([side.said(place) for place in places])
    return {name: places[number] for name, number in values.items()}


def _field(name: str) -> Hashable:
    period = read_period(name)
    return name if period is None else ("period", str(period))


def _known_by(value: Any) -> Hashable:
    if isinstance(value, dict):
        for field in _KNOWN_BY:
            if isinstance(value.get(field), str):
                return field, value[field]
    return json.dumps(value, sort_keys=True)


def _homes_of(three: Three, paths: Paths) -> set[tuple[int, str]]:
    """What the list is called that stands there; empty where its entries have no names."""
    return {
        (side.names[path[:-1]], str(path[-1]))
        for side, path in zip(three.sides, paths, strict=True)
        if path and path[:-1] in side.names
    }


def _is_elsewhere(three: Three, name: Hashable, here: set[tuple[int, str]]) -> bool:
    return isinstance(name, int) and three.home(name) not in here


def _place(three: Three, number: int, met: Mapping[Hashable, Path], name: Hashable) -> Path | None:
    if isinstance(name, int):
        return three.places[number].get(name)
    return met.get(name)


def _ranks(three: Three, paths: Paths, found: Mapping[Hashable, Any]) -> dict[Hashable, Any]:
    """What tells in which order entries stand that were added at one place."""
    record = next((record_at(Plan, path) for path in paths if path is not None), None)
    fields = field_names(record) if record else ()
    ranks: dict[Hashable, Any] = {}
    for name in found:
        if isinstance(name, int):
            node = next(nodes[name] for nodes in three.nodes if name in nodes)
            parts = [*_NUMBER.split(node.ref)] if node.ref else None
            ranks[name] = parts and [part.zfill(9) for part in parts]
        elif name in fields:
            ranks[name] = [f"{fields.index(str(name)):03}"]
        elif isinstance(name, tuple) and name[0] == "period":
            ranks[name] = [name[1]]
    return ranks
