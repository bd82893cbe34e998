"""The words of the part in `since`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "label_deciding": "Changes that need a decision",
    "label_weighing": "What got worse or is worth asking",
    "label_decided": "Changes that were decided",
    "label_promises": "Promises kept",
    "label_promises_late": "Late, which means done in part or not done:",
    "since_unknown": (
        "Not known: there is no earlier version of this plan. What got worse or better, was moved, "
        "added or dropped since the last report cannot be said."
    ),
    "since_version": (
        "What is different from version {name} of the plan, as it stood on {day}."
    ),
    "since_sealed": (
        "How ratings have moved since the {term}, by its seal of {day} (check code {code}). No "
        "earlier version of the plan is at hand: whether dates were moved, or actions added, "
        "dropped, closed or given to others since then is not known from a seal."
    ),
    "since_sealed_of.one": "A rating of {n} of {of} action is sealed; no other is compared.",
    "since_sealed_of.other": "Ratings of {n} of {of} actions are sealed; no others are compared.",
    "since_none": "No action got worse or better, was moved, added or dropped, or changed hands.",
    "since_caption": "actions that changed since {day}",
    "since_kind": "What changed",
    "since_count": "Actions",
    "since_refs": "Which",
    "since_of": "{n} of {of}",
    "since_of_unknown": "{n}",
    "since_denominators": (
        "Each count is out of all actions in the plan ({now}); of those dropped or merged, out of "
        "all in the earlier version ({then})."
    ),
    "since_denominator": "Each count is out of all actions in the plan ({now}).",
    "since_nothing": "No action: {kinds}.",
    "since_worse": "Got worse",
    "since_better": "Got better",
    "since_complete": "Complete",
    "since_overdue": "Newly overdue",
    "since_moved_approved": "Dates moved, with a recorded decision",
    "since_moved": "Dates moved, no decision recorded",
    "since_later": "Expected later than before",
    "since_added": "Added or split off",
    "since_dropped": "Dropped or merged",
    "since_closed": "Closed without being done",
    "since_owners": "Owners changed",
    "since_days_later.one": "{label} ({n} day later)",
    "since_days_later.other": "{label} ({n} days later)",
    "since_days_earlier.one": "{label} ({n} day earlier)",
    "since_days_earlier.other": "{label} ({n} days earlier)",
    "since_decided_none": "No change needs a decision that is not recorded.",
    "since_deciding.one": "{n} change needs a decision, and none is recorded.",
    "since_deciding.other": "{n} changes need a decision, and none is recorded for any of them.",
    "since_deciding_let.one": "{said} {n} more was let stand by a waiver.",
    "since_deciding_let.other": "{said} {n} more were let stand by waivers.",
    "since_decided.one": "{n} change has a decision behind it.",
    "since_decided.other": "{n} changes have a decision behind them.",
    "since_minuted": "{said} ({minute})",
    "since_rest.one": "Those are the weightiest; {n} more is about {names}.",
    "since_rest.other": "Those are the weightiest; {n} more are about {names}.",
    "promises_none": "No next steps were promised in the {term}.",
    "promises_no_term": "This is the first term of the plan: there are no earlier promises.",
    "promises_said.one": (
        "Of {n} promise made in the {term}: {kept} kept, {late} late, {unsaid} not mentioned again."
    ),
    "promises_said.other": (
        "Of {n} promises made in the {term}: {kept} kept, {late} late, {unsaid} not mentioned "
        "again."
    ),
    "promise_late": "{ref}: {step} ({kept})",
    "promises_rest.one": "One more: {names}.",
    "promises_rest.other": "{n} more: {names}.",
})  # fmt: skip
