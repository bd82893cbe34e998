"""The words of the part in `questions`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "questions_note": (
        "{most} at most, in this order: changes without a decision; what is off track, overdue or "
        "waits for a decision; what stands still; promises not kept; other changes; what the "
        "checks found. At most {of_one} of each; two on the same action only from the first two."
    ),
    "questions_where": "See",
    "questions_page": ", page ",
    "ask_off-track": "What will bring {subject} back on track, and by when?",
    "ask_still-off-track": (
        "What has changed for {subject} since it was last told in the same words?"
    ),
    "ask_decision-awaited": "Who takes the decision that {subject} waits for, and when?",
    "ask_overdue": "When will {subject} be done?",
    "ask_same-comment": (
        "{subject} has been {level} for {terms} with the same comment: what has changed?"
    ),
    "ask_long-at-risk": (
        "{subject} has been {level} for {terms}: what would bring it back on track?"
    ),
    "ask_promise-late": "Why was what {subject} had promised not done, or not all of it?",
    "asked_why_level": "{subject} is {level}",
    "asked_why_still": "{subject} has been {level} for {terms}",
    "asked_why_same": "{subject} has been {level} for {terms} with the same comment",
    "asked_why_overdue": "{subject} was due by {day} and is not said to be done",
    "asked_why_part": "{subject} promised ‘{step}’ in the {term}, and it was done in part",
    "asked_why_not_done": "{subject} promised ‘{step}’ in the {term}, and it was not done",
    "asked_why_many.one": "{n} entry; of the first, {why}",
    "asked_why_many.other": "{n} entries; of the first: {why}",
    "asked_why_some.one": "{n} of {of} entries; of the first, {why}",
    "asked_why_some.other": "{n} of {of} entries; of the first: {why}",
    "asked_commitment": "commitment ({n})",
    "asked_each": "each of {names}",
    "asked_recommendation": "recommendation {name}",
    "asked_each_recommendation": "each of the recommendations {names}",
    "asked_and_more": "{names} and {n} more",
    "terms_2": "two terms", "terms_3": "three terms", "terms_4": "four terms",
    "terms_5": "five terms", "terms_6": "six terms", "terms_7": "seven terms",
    "terms_8": "eight terms", "terms_9": "nine terms", "terms_many": "{n} terms",
})  # fmt: skip
