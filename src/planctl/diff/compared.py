"""A comparison as it is shown: both sides, what changed, and what could not be compared."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from planctl.diff.change import Change, Direction, Level
from planctl.findings import Finding


@dataclass(frozen=True, slots=True)
class SideShown:
    """A side as people call it: `HEAD`, `the files`, `plans/reading.yaml`; and its day.

    `commit` is the full id where it is one.
    """

    name: str
    on: date
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """All that a comparison found.

    `changes` are in the order in which they are told: by plan, audit before warning before info.
    `unread` is what kept files of either side from being read: while there is any, nobody may say
    that nothing changed. `plans` counts those looked at on both sides or on one; `new_waivers`
    are the waivers that came with this very change; `left_out` counts changes that were found, and
    are not of the kinds asked for.
    """

    old: SideShown
    new: SideShown
    changes: tuple[Change, ...] = ()
    unread: tuple[Finding, ...] = ()
    plans: int = 0
    new_waivers: int = 0
    left_out: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether both sides could be read."""
        return not self.unread

    @property
    def told(self) -> tuple[Change, ...]:
        """The changes that nobody has waived."""
        return tuple(change for change in self.changes if not change.waived)

    def count(self, level: Level) -> int:
        """How many of the changes told weigh so much."""
        return sum(change.level is level for change in self.told)

    def leaning(self, direction: Direction) -> int:
        """How many of the changes told lean that way."""
        return sum(change.direction is direction for change in self.told)

    def by_rule(self) -> dict[str, int]:
        """How many of the changes told there are of each kind, in the order of the kinds' names."""
        return dict(sorted(Counter(change.rule for change in self.told).items()))
