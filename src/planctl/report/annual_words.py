"""The words of the annual delivery plan."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "label_year": "The year, term by term",
    "annual_kind": "Annual delivery plan of {plan}",
    "annual_kind_without_ref": "Annual delivery plan of the {plan}",
    "annual_year": "{year} ({days})",
    "annual_year_of_plan": "{plan_year}, {year} ({days})",
    "annual_lead.sole": "The one action is worked on in {year}.",
    "annual_lead.one": "{n} of {of} actions is worked on in {year}; {new} begins in it.",
    "annual_lead.other": (
        "{n} of {of} actions are worked on in {year}, {new} of them for the first time."
    ),
    "annual_none": "None of {of} actions is worked on in {year}.",
    "annual_carried_said.one": "{n} more is carried over from earlier years and still open.",
    "annual_carried_said.other": "{n} more are carried over from earlier years and still open.",
    "annual_none_carried": "Nothing is carried over from earlier years.",
    "annual_later.one": "{n} is planned for other years, or had ended before this one.",
    "annual_later.other": "{n} are planned for other years, or had ended before this one.",
    "annual_ended.one": "{n} that was planned for it was not done: {refs}.",
    "annual_ended.other": "{n} that were planned for it were not done: {refs}.",
    "annual_ended_how": "{ref} ({how})",
    "annual_ended_on": "{ref} ({how}, {day})",
    "annual_untimed.one": "{n} has no time given and may belong here: {refs}.",
    "annual_untimed.other": "{n} have no time given and may belong here: {refs}.",
    "annual_note": (
        "✓ or the kind of work marks the terms in which an action is worked on; in brackets, that "
        "is provisional. A rating stands beside it as soon as there is one."
    ),
    "annual_caption": "the actions of {year} by theme, term by term",
    "annual_carried_heading": "Carried over from earlier years",
    "annual_carried_caption": "actions of earlier years that are still open",
    "annual_when": "When",
    "annual_success": "How we shall know",
    "annual_dates": "Milestones and dates",
    "annual_no_success": "No success measure",
    "annual_kpi": "KPI",
    "annual_was_to_end": "Was to end",
    "annual_money": "Money for the year",
    "annual_no_money": "the plan names none",
    "annual_money_of": "{amount} ({origin})",
    "annual_money_spent": "{amount} spent",
    "annual_money_forecast": "{amount} forecast",
    "annual_no_measures": "No action of the year has a success measure.",
    "annual_no_dates": "No milestone or date is named for the year.",
    "annual_decisions.one": "A decision is needed on {refs}: the delivery report has it in full.",
    "annual_decisions.other": "Decisions are needed on {refs}: the delivery report has them.",
    "annual_term_mark": "{period} {mark}",
    "annual_theme_step": "Milestone of the theme",
})  # fmt: skip
