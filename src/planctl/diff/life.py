"""The life of an action as it is shown: what each commit did to it."""

from dataclasses import dataclass
from datetime import date

from planctl.diff.change import Change

_ENDS = frozenset({"action-dropped", "actions-merged"})


@dataclass(frozen=True, slots=True)
class Event:
    """What one commit changed of the action; what is not committed yet has no commit and no day.

    `ref` is what the action was called from then on.
    """

    ref: str
    changes: tuple[Change, ...]
    commit: str = ""
    author: str = ""
    day: date | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """An action as it stands, or last stood, and all that became of it, the oldest first.

    `is_cut_off` says that the history begins later than the action may have, as it does in a
    shallow clone.
    """

    plan: str
    file: str
    ref: str
    uid: str
    text: str
    events: tuple[Event, ...]
    is_cut_off: bool = False

    @property
    def is_gone(self) -> bool:
        """Whether it is no longer in the plan."""
        last = self.events[-1].changes if self.events else ()
        return any(change.rule in _ENDS for change in last)
