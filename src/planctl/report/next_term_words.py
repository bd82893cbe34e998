"""The words of the part in `next_term`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "next_overdue": "Overdue and carried over",
    "next_nothing_due.one": "The one action of the plan was not due at the close of {day}.",
    "next_nothing_due.other": "None of the {n} actions was due at the close of {day}.",
    "next_cohort": "what was due at the close of {day}, and what is carried over",
    "next_cohort_note.one": (
        "Done and outstanding go by the date now in force, {n} action in all, as on the front "
        "page. Deferred is what was agreed first for {day} or before, and now has a later day."
    ),
    "next_cohort_note.other": (
        "Done and outstanding go by the date now in force, {n} actions in all, as on the front "
        "page. Deferred is what was agreed first for {day} or before, and now has a later day."
    ),
    "next_group": "Of what fell due",
    "next_number": "How many",
    "next_refs": "Which",
    "next_of_cohort": "{n} of {of} due",
    "next_of_outstanding": "{n} of {of} outstanding",
    "next_of_open": "{n} of {of} open",
    "next_of_milestones": "{n} of {of} due",
    "next_none": "none",
    "next_done": "Done",
    "next_deferred": "Deferred to a later date",
    "next_outstanding": "Outstanding, so overdue",
    "next_newly": "newly overdue since the {term}",
    "next_carried": "Carried over: open after the last period it is planned for",
    "next_milestones": "Milestones past their day and not reached",
    "next_deferred_ref": "{ref} (to {day})",
    "next_heading": "What comes next: {term}",
    "next_rest_heading": "What comes next: the rest of this term, and {term}",
    "next_no_heading": "What comes next",
    "next_last_term": "This is the last term of the plan.",
    "next_ahead": "what starts or is due from {days}",
    "next_nothing_ahead": "No milestone is due, and no open action starts or is due, from {days}.",
    "next_reached.one": "Milestones due: {n} of {of} not reached yet",
    "next_reached.other": "Milestones due: {n} of {of} not reached yet",
    "next_starting.one": "Actions that start: {n} of {of} open",
    "next_starting.other": "Actions that start: {n} of {of} open",
    "next_ending.one": "Actions that are due: {n} of {of} open",
    "next_ending.other": "Actions that are due: {n} of {of} open",
    "next_and_more.one": "The first {shown} by day are shown; {n} more: {refs}.",
    "next_and_more.other": "The first {shown} by day are shown; {n} more: {refs}.",
    "next_what": "Milestone or action",
    "next_day": "Day",
    "next_steps": "Next steps promised",
    "next_steps_caption.one": "next steps for the coming term: {n}, in {of} of {updates}",
    "next_steps_caption.other": "next steps for the coming term: {n}, in {of} of {updates}",
    "next_updates.one": "{n} update of this term",
    "next_updates.other": "{n} updates of this term",
    "next_no_steps.one": "The one update of this term promises no next step.",
    "next_no_steps.other": "None of the {n} updates of this term promises a next step.",
    "next_no_updates": "No action has an update for this term, so no next step is promised.",
    "next_step": "Next step",
    "next_by": "By",
    "next_no_day": "no day given",
})  # fmt: skip
