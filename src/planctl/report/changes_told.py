"""The changes in the order, and under the numbers, in which the page tells them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.diff import Change, Level
from planctl.diff.folding import Folded, folded

WAIVED: Final = "waived"
WORRIES: Final = (*(level.value for level in Level), WAIVED)
"""In the order of the page: how much each change weighs, and last those that are waived."""


@dataclass(frozen=True, slots=True)
class Told:
    """One change, or several that are told in one sentence, with its number on the page."""

    number: int
    worry: str
    plan: str
    folded: Folded

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"change-{self.number}"


def told_in_order(changes: Sequence[Change]) -> tuple[Told, ...]:
    """All of the changes, by worry and then by plan, from number 1."""
    return tuple(
        Told(number, _worry(one.first), one.first.plan, one)
        for number, one in enumerate(_folded(changes), start=1)
    )


def _folded(changes: Sequence[Change]) -> Iterator[Folded]:
    groups: dict[tuple[str, str], list[Change]] = {
        (worry, plan): []
        for worry in WORRIES
        for plan in dict.fromkeys(change.plan for change in changes)
    }
    for change in changes:
        groups[_worry(change), change.plan].append(change)
    for (worry, _), members in groups.items():
        # Each waiver has a reason of its own.
        alone = (Folded((change,), change.message) for change in members)
        yield from alone if worry == WAIVED else folded(members, changes)


def _worry(change: Change) -> str:
    return WAIVED if change.waived else change.level.value
