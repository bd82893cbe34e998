"""References in their natural order: 2.1a before 2.1b, K9 before K10, iv before v."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeVar

T = TypeVar("T")

_COUNTED: Final = re.compile(r"(.*?)([0-9]{1,9}|[a-z]{1,5}|[A-Z]{1,5})", re.DOTALL)
_ROMAN: Final = MappingProxyType({
    f"{tens}{ones}": 10 * at + unit
    for at, tens in enumerate(("", "x", "xx", "xxx"))
    for unit, ones in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if at or unit
})  # fmt: skip
_LEAST: Final = 3
"""A stretch shorter than that is not shortened by naming its ends."""


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A reference as a number of a table: 2.1c is the third of those that begin with 2.1."""

    stem: str
    count: int

    def precedes(self, other: "Number") -> bool:
        """Whether the other is the very next."""
        return (self.stem, self.count + 1) == (other.stem, other.count)


def numbers(refs: Iterable[str]) -> Mapping[str, Number]:
    """The references that count something, each as a number.

    Those of one table are read alike: i is the ninth where h stands beside it, the first where ii
    does. A table that mixes figures and letters has no order.
    """
    tables: dict[str, dict[str, str]] = defaultdict(dict)
    for ref in refs:
        if found := _COUNTED.fullmatch(ref):
            tables[found[1]][ref] = found[2]
    return {
        ref: Number(stem, count)
        for stem, tails in tables.items()
        for ref, count in _counts(tails).items()
    }


def runs(
    entries: Iterable[T], numbered: Callable[[T], tuple[Number, ...]]
) -> Iterator[tuple[T, ...]]:
    """The entries in their order, cut wherever not each of the numbers is the next one."""
    run: list[T] = []
    for entry in sorted(entries, key=numbered):
        if run and not all(
            before.precedes(after)
            for before, after in zip(numbered(run[-1]), numbered(entry), strict=True)
        ):
            yield tuple(run)
            run = []
        run.append(entry)
    if run:
        yield tuple(run)


def stretches(refs: Iterable[str]) -> tuple[str, ...]:
    """The references in their order, `2.1c to 2.1f` for three and more that follow each other.

    Those that are no numbers come last, as given.
    """
    every = tuple(refs)
    known = numbers(every)
    parts: list[str] = []
    for run in runs((ref for ref in every if ref in known), lambda ref: (known[ref],)):
        parts += [f"{run[0]} to {run[-1]}"] if len(run) >= _LEAST else run
    return (*parts, *(ref for ref in every if ref not in known))


def listed(parts: Iterable[str]) -> str:
    """A, b and c."""
    every = tuple(parts)
    return " and ".join(filter(None, (", ".join(every[:-1]), *every[-1:])))


def _counts(tails: Mapping[str, str]) -> dict[str, int]:
    """The place of each in its table; nothing where they are not all of one sort."""
    every = tails.values()
    if all(tail.isdigit() for tail in every):
        return {ref: int(tail) for ref, tail in tails.items()}
    # A table of capitals and small letters has an order of its own for each.
    if not (all(map(str.islower, every)) or all(map(str.isupper, every))):
        return {}
    small = {ref: tail.lower() for ref, tail in tails.items()}
    if all(tail in _ROMAN for tail in small.values()):
        return {ref: _ROMAN[tail] for ref, tail in small.items()}
    if all(len(tail) == 1 for tail in small.values()):
        return {ref: ord(tail) for ref, tail in small.items()}
    return {}
