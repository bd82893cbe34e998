"""The words of the part in `exceptions`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "exceptions_decisions": "Decisions needed",
    "exceptions_asked.one": "{n} of the {of} updates of this term asks for a decision.",
    "exceptions_asked.other": "{n} of the {of} updates of this term ask for a decision.",
    "exceptions_none_asked.one": "The one update of this term asks for no decision.",
    "exceptions_none_asked.other": "None of the {n} updates of this term asks for a decision.",
    "exceptions_no_updates": "No action has an update for this term, so none asks for a decision.",
    "exceptions_more_decisions.one": "{n} more is asked for on {refs}.",
    "exceptions_more_decisions.other": "{n} more are asked for on {refs}.",
    "exceptions_cases": "Off track, and at risk where it got worse",
    "exceptions_off.sole": "The one action of the plan is off track.",
    "exceptions_off.one": "{n} of {of} actions is off track.",
    "exceptions_off.other": "{n} of {of} actions are off track.",
    "exceptions_none_off.one": "The one action of the plan is not known to be off track.",
    "exceptions_none_off.other": "None of the {n} actions is known to be off track.",
    "exceptions_not_known.sole": "It has no rating, so that is not known of it.",
    "exceptions_not_known.one": "{n} of {of} has no rating, so of that one it is not known.",
    "exceptions_not_known.other": "{n} of {of} have no rating, so of those it is not known.",
    "exceptions_worse.sole": "The one at risk has got worse since the {term}.",
    "exceptions_worse.one": "{n} of {of} at risk has got worse since the {term}.",
    "exceptions_worse.other": "{n} of {of} at risk have got worse since the {term}.",
    "exceptions_none_worse.one": "The one at risk is not known to have got worse since the {term}.",
    "exceptions_none_worse.other": (
        "None of the {n} at risk is known to have got worse since the {term}."
    ),
    "exceptions_order": (
        "Off track first, then the longest late, counted from the date agreed first."
    ),
    "exceptions_in_full": "The first {full} stand in full.",
    "exceptions_rest.one": "the last of {of} exceptions, on one line",
    "exceptions_rest.other": "{n} more of {of} exceptions, one line each",
    "exceptions_named.one": "One more exception",
    "exceptions_named.other": "{n} more exceptions",
    "exceptions_as_before": "At risk, and no worse than in the {term}",
    "exceptions_unrated_before": "At risk, without a rating in the {term} to compare with",
    "exceptions_first_term": (
        "At risk; this is the first term of the plan, so whether they got worse is not known"
    ),
    "exceptions_slipping": "Neither off track nor at risk, and expected later than agreed first",
    "exceptions_slipped.one": "{ref} (now expected {day}; {n} day late)",
    "exceptions_slipped.other": "{ref} (now expected {day}; {n} days late)",
    "exceptions_slipped_unsaid.one": "{ref} ({n} day late; no new date given)",
    "exceptions_slipped_unsaid.other": "{ref} ({n} days late; no new date given)",
    "exceptions_expected": "{ref} (expected {day})",
    "exceptions_last": "last term:",
    "exceptions_last_column": "Last term",
    "exceptions_now_column": "This term",
    "exceptions_dates_column": "Agreed first",
    "exceptions_new_column": "New date",
    "exceptions_older": "Rated for",
    "exceptions_older_term": "{period}; there is no update for this term",
    "exceptions_no_cause": "not given",
    "exceptions_impact": "Impact",
    "exceptions_no_impact": "not rated",
    "exceptions_first_date": "Agreed first",
    "exceptions_no_date": "no date",
    "exceptions_ends": "{day}, the end of {period}",
    "exceptions_revised": "Revised to",
    "exceptions_by_change": "{day} (change {change})",
    "exceptions_by_nobody": "{day} (no decision recorded)",
    "exceptions_new_date": "Now expected",
    "exceptions_no_new_date": "no new date given",
    "exceptions_late.one": "{day}; {n} day late",
    "exceptions_late.other": "{day}; {n} days late",
    "exceptions_comment": "Comment",
    "exceptions_no_path": "not given",
    "exceptions_decision": "number {n} above",
})  # fmt: skip
