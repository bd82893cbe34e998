"""Where a plan stands: states on a day, what is due, and the counts."""

from planctl.progress.due import (
    effective_due,
    is_carried_over,
    is_due,
    is_open,
    is_overdue,
    owes_update,
    update_in,
)
from planctl.progress.next_steps import steps_promised, update_before
from planctl.progress.state import (
    ENDED,
    is_closed_undone,
    is_merged,
    latest_update,
    state_of,
    state_said,
)
from planctl.progress.summary import (
    Promises,
    Summary,
    awaits_responsible,
    lacks_responsible,
    lacks_timeline,
    summarise,
)
from planctl.progress.targets import target_for
from planctl.progress.terms import term_asked

__all__ = [
    "ENDED",
    "Promises",
    "Summary",
    "awaits_responsible",
    "effective_due",
    "is_carried_over",
    "is_closed_undone",
    "is_due",
    "is_merged",
    "is_open",
    "is_overdue",
    "lacks_responsible",
    "lacks_timeline",
    "latest_update",
    "owes_update",
    "state_of",
    "state_said",
    "steps_promised",
    "summarise",
    "target_for",
    "term_asked",
    "update_before",
    "update_in",
]
