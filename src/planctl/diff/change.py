"""What a comparison gives: changes, each with its weight, its words, and the edits behind it."""

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from planctl.findings import Path
from planctl.pairing.match import Match

Plain = Any
"""A value as JSON has it: text, number, truth value, list, mapping; None where nothing is said."""


class Level(StrEnum):
    """How much a change weighs: `audit` is what nobody may do without a decision."""

    AUDIT = "audit"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for audit, 1 for a warning, 2 for an info."""
        return tuple(Level).index(self)


class Direction(StrEnum):
    """Whether things got better or worse by it, or neither, or nobody can tell."""

    BETTER = "better"
    WORSE = "worse"
    NEUTRAL = "neutral"

    @property
    def reverse(self) -> "Direction":
        """The direction of the same change with its sides swapped."""
        turned = {Direction.BETTER: Direction.WORSE, Direction.WORSE: Direction.BETTER}
        return turned.get(self, self)


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between the two versions, exactly.

    Both paths: what stands at `old` in the old version was `was`, and is `now` at `new` in the new
    one, where None stands for nothing; with neither value, the entry has moved from `old` to `new`.
    Only `new`: an entry was added there. Only `old`: the entry there was removed.
    """

    old: Path | None
    new: Path | None
    was: Plain = None
    now: Plain = None

    @property
    def is_move(self) -> bool:
        """Whether it only puts an entry into another place."""
        return None not in {self.old, self.new} and self.was is None and self.now is None


@dataclass(frozen=True, slots=True)
class Decision:
    """The record behind a change that was agreed: its id, and where it is minuted."""

    id: str
    minute: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: line and column in code points, from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is another than it was.

    `kind` is what has changed (`action`, `kpi`, `plan` ...), `label` what people call it, `theme`
    and `owners` where it belongs and who answers for it. `field` is the field, or the path of
    fields, that differs; `old` and `new` are its values in full. Every edit of a comparison belongs
    to one change; a change that follows from others, such as a rating that got worse, may have
    none. The spots are filled in where the files are known.
    """

    rule: str
    level: Level
    direction: Direction
    message: str
    question: str = ""
    plan: str = ""
    kind: str = ""
    uid: str = ""
    ref: str = ""
    label: str = ""
    theme: str = ""
    owners: tuple[str, ...] = ()
    field: str = ""
    old: Plain = None
    new: Plain = None
    match: Match | None = None
    decision: Decision | None = None
    old_path: Path | None = None
    new_path: Path | None = None
    old_spot: Spot | None = None
    new_spot: Spot | None = None
    edits: tuple[Edit, ...] = ()
    waived: str = ""

    @property
    def is_approved(self) -> bool:
        """Whether a record names the decision behind it, and where that is minuted."""
        return self.decision is not None

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that are the same wherever and whenever the change is seen."""
        parts = [self.rule, self.plan, self.kind, self.uid or self.ref or self.label, self.field]
        whole = json.dumps([*parts, self.old, self.new], sort_keys=True, default=str)
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def approved_by(self, decision: Decision) -> "Change":
        """The same change with the decision behind it, which takes its weight away."""
        return replace(self, decision=decision, level=Level.INFO)
