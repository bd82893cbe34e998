"""The words of a comparison's page, beside those that reports have."""

from types import MappingProxyType
from typing import Final

from planctl.report.words import ENGLISH, Words

_FRAME: Final = {
    "changes_title": "What changed from {old} to {new}",
    "changes_title_incomplete": "Incomplete: what changed from {old} to {new}",
    "shown_band": "Comparison of two versions",
    "shown_skip": "Skip to the comparison",
    "shown_contents": "On this page",
    "shown_unread": "This comparison is incomplete",
    "shown_beside": "Side by side",
    "shown_beside_note": (
        "Words that went are struck through in the column Before; words that came are underlined "
        "in the column Now. A long stretch that is the same on both sides is shortened."
    ),
    "shown_changes": "Changes",
    "shown_decision": "Decision",
    "shown_reason": "Reason",
    "shown_question": "To ask",
    "shown_see_beside": "Side by side:",
    "shown_removed": "removed:",
    "shown_added": "added:",
    "shown_before": "Before",
    "shown_now": "Now",
    "shown_what": "What",
    "shown_nothing": "nothing",
    "side_shown": "{name}, as on {day}",
    "side_commit": "{name}, as on {day}, commit {commit}",
    "plans_compared": "Plans",
    "plans_looked_at.one": "{n} compared",
    "plans_looked_at.other": "{n} compared",
    "changes_foot": "{title} · {made}",
    "made_with_version": "made with planctl {version}",
    "several_plans": "All plans",
    "change_number": "Change {n}",
    "subject_caption": "{subject} before and now",
    "subject_": "{subject}",
    "subject_gone": "{subject} (gone)",
    "subject_come": "{subject} (new)",
    "theme_named": "Theme {theme}",
    "whole_plan": "The plan as a whole",
}

_VERDICT: Final = {
    "verdict_same_of_kinds": "Nothing of the kinds asked for changed.",
    "verdict_left_out.one": "1 other change is left out.",
    "verdict_left_out.other": "{n} other changes are left out.",
    "verdict_same": "Nothing changed.",
    "verdict_only_waived": "Nothing changed but what is waived; {gone}.",
    "verdict": "{counts}; {gone}.",
    "verdict_audit.one": "{n} needs a decision",
    "verdict_audit.other": "{n} need a decision",
    "verdict_no_audit": "Nothing needs a decision",
    "verdict_worse.one": "{n} got worse",
    "verdict_worse.other": "{n} got worse",
    "verdict_better.one": "{n} got better",
    "verdict_better.other": "{n} got better",
    "verdict_calm": "Nothing needs a decision, and nothing got worse or better",
    "verdict_part": "{said}, {next}",
    "verdict_gone": "{said}; {gone}",
    "gone_none": "nothing was dropped",
    "gone_no_action": "no action was dropped",
    "gone_plan.one": "{n} plan was dropped: {names}",
    "gone_plan.other": "{n} plans were dropped: {names}",
    "gone_action.one": "{n} action was dropped: {names}",
    "gone_action.other": "{n} actions were dropped: {names}",
    "gone_kpi.one": "{n} KPI was dropped: {names}",
    "gone_kpi.other": "{n} KPIs were dropped: {names}",
    "gone_commitment.one": "{n} commitment was dropped: {names}",
    "gone_commitment.other": "{n} commitments were dropped: {names}",
    "gone_recommendation.one": "{n} recommendation was dropped: {names}",
    "gone_recommendation.other": "{n} recommendations were dropped: {names}",
    "gone_evidence.one": "{n} piece of evidence was dropped: {names}",
    "gone_evidence.other": "{n} pieces of evidence were dropped: {names}",
    "gone_approval.one": "{n} approval was dropped: {names}",
    "gone_approval.other": "{n} approvals were dropped: {names}",
    "and_more": "{names} and {n} more",
    "waivers_came.one": "This change brings {n} waiver of its own.",
    "waivers_came.other": "This change brings {n} waivers of its own.",
    "unread_so.one": (
        "{n} file could not be read. What changed there is not known, and the rest of this page "
        "leaves it out."
    ),
    "unread_so.other": (
        "{n} files could not be read. What changed there is not known, and the rest of this page "
        "leaves them out."
    ),
    "read_is_same": "What could be read is the same on both sides; the rest is not known.",
    "of_what_was_read": "In what could be read: {verdict}",
    "unread_at": "{file}, line {line}",
}  # fmt: skip

_SUMMARY: Final = {
    "summary_caption": "changes by plan, by worry, and by whether things got worse or better",
    "summary_note": (
        "Each change stands in one of the first three columns; where it made something worse or "
        "better, it is counted there as well."
    ),
    "summary_waived.one": "{n} change that is waived is not counted.",
    "summary_waived.other": "{n} changes that are waived are not counted.",
    "column_plan": "Plan",
    "column_audit": "Need a decision",
    "column_warning": "Worth asking",
    "column_info": "For the record",
    "column_worse": "Got worse",
    "column_better": "Got better",
}

_CHANGELOG: Final = {
    "worry_audit": "Needs a decision",
    "worry_warning": "Worth asking",
    "worry_info": "For the record",
    "worry_waived": "Waived",
    "worry_none_audit": "Nothing needs a decision.",
    "worry_none_warning": "There is nothing to ask.",
    "worry_none_info": "There is nothing else.",
    "worry_count": "{worry} ({n})",
    "leaning_worse": "got worse",
    "leaning_better": "got better",
    "decided": "{id}, minuted: {minute}",
    "decided_unminuted": "{id}",
    "part_theme": "Theme",
    "part_owners": "Responsible",
    "part_before": "Before",
    "part_now": "Now",
    "part_rule": "Kind of change",
    "part_match": "Found again",
    "match_likeness": "by likeness of its words, {score} of 100",
    "match_ref": "by its reference; its words are alike to {score} of 100",
    "spot.one": "{file}, line {lines}",
    "spot.other": "{file}, lines {lines}",
}

_VALUES: Final = {
    "value_true": "yes",
    "value_false": "no",
    "value_path": ", ",
    "value_whole": "The whole entry",
    "value_place": "Place in the file",
    "value_numbered": "{label} {n}",
    "value_elided.one": "[… {n} word is the same …]",
    "value_elided.other": "[… {n} words are the same …]",
}

CHANGE_WORDS: Final = Words(
    ENGLISH.language,
    MappingProxyType({
        **ENGLISH.texts, **_FRAME, **_VERDICT, **_SUMMARY, **_CHANGELOG, **_VALUES
    }),
)  # fmt: skip
"""British English."""
