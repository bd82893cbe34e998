"""The words of the part in `recommended`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "recommended_caption.one": "the recommendation, and how far it has come",
    "recommended_caption.other": "the {n} recommendations, and how far each has come",
    "recommended_number": "No.",
    "recommended_nth": "({n})",
    "recommended_text": "Recommendation",
    "recommended_answer": "Answer, and who acts",
    "recommended_grades": "Grades",
    "recommended_standing": "Evidence, dates and sign-off",
    "recommended_actions": "Carried out by",
    "recommended_no_action": "No action is named that carries it out",
    "recommended_no_answer": "No answer recorded",
    "recommended_response": "Answer",
    "recommended_evidence": "Evidence",
    "recommended_explanation": "Why",
    "recommended_signed_off": "Signed off",
    "recommended_ask": "Sign-off asked",
    "recommended_no_evidence": "No evidence is named, so sign-off is not asked for",
    "recommended_no_reason": "No reason given",
    "recommended_no_date": "No new date given",
    "recommended_not_assessed": "Not graded yet",
    "recommended_older.one": "{n} earlier period is left out.",
    "recommended_older.other": "{n} earlier periods are left out.",
    "recommended_level": "{level} {n}",
    "recommended_graded.one": "{n} of {of} recommendation is graded: {levels}.",
    "recommended_graded.other": "{n} of {of} recommendations are graded: {levels}.",
    "recommended_none_graded.one": "{n} of {of} recommendation is graded.",
    "recommended_none_graded.other": "{n} of {of} recommendations are graded.",
    "recommended_answered.one": "{n} of {of} has an answer: {answers}.",
    "recommended_answered.other": "{n} of {of} have an answer: {answers}.",
    "recommended_none_answered.one": "{n} of {of} has an answer.",
    "recommended_none_answered.other": "{n} of {of} have an answer.",
    "recommended_acted_on.one": "{n} of {of} names an action that carries it out.",
    "recommended_acted_on.other": "{n} of {of} name an action that carries them out.",
    "recommended_signed.one": "{n} of {of} is signed off.",
    "recommended_signed.other": "{n} of {of} are signed off.",
    "recommended_asked.one": (
        "Sign-off is asked for {n}, which is graded achieved with evidence: {refs}."
    ),
    "recommended_asked.other": (
        "Sign-off is asked for {n}, which are graded achieved with evidence: {refs}."
    ),
    "recommended_of_accepted": "{n} accepted",
    "recommended_of_part": "{n} accepted in part",
    "recommended_of_rejected": "{n} rejected",
    "recommended_of_pending": "{n} pending",
    "recommended_decision_accepted": "accepted",
    "recommended_decision_part": "accepted in part",
    "recommended_decision_rejected": "rejected",
    "recommended_decision_pending": "pending",
    "recommended_stage_not_started": "not started",
    "recommended_stage_in_progress": "in progress",
    "recommended_stage_complete": "complete",
    "recommended_stage_paused": "paused",
    "and_more.one": "{names} and {n} more",
    "and_more.other": "{names} and {n} more",
})  # fmt: skip
