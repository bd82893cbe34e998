"""The words of the part in `annex`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_POSITION: Final = {
    "annex_about": "About the plan",
    "annex_name": "Name in planctl",
    "annex_status": "Status of the plan",
    "annex_plan_draft": "draft", "annex_plan_live": "live", "annex_plan_closed": "closed",
    "annex_group": "Group",
    "annex_coordinator": "Coordinator",
    "annex_period": "Runs from",
    "annex_calendar": "Calendar",
    "annex_calendar_academic": "academic years and terms",
    "annex_calendar_financial": "financial years and quarters",
    "annex_calendar_municipal": "municipal years and quarters",
    "annex_calendar_calendar": "calendar years and quarters",
    "annex_named_days": "{name} from {days}",
    "annex_assertions": "As the plan counts itself",
    "annex_themes.one": "{n} theme", "annex_themes.other": "{n} themes",
    "annex_ticks.one": "{n} tick", "annex_ticks.other": "{n} ticks",
    "annex_funding": "funding of {amount}",
    "annex_position": "Position statement",
    "annex_vision": "Vision",
    "annex_priority": "Priority",
    "annex_aim": "Aim",
    "annex_fact": "Fact",
    "annex_fact_value": "{fact}: {value}",
    "annex_sourced": "{text} ({source})",
    "annex_judged_promised": "Progress is judged",
    "annex_judged_recorded": "Ratings are recorded",
    "annex_monthly": "every month", "annex_quarterly": "every quarter",
    "annex_termly": "every term", "annex_yearly": "every year",
    "annex_triangulation": "Held against each other",
    "annex_question": "Each review asks",
    "annex_narrative": "The text around the plan",
}  # fmt: skip

_REFERENCE: Final = {
    "annex_parties": "Who is who",
    "annex_parties_caption": "parties",
    "annex_party": "Name",
    "annex_kind": "Kind",
    "annex_organisation": "Organisation",
    "annex_also": "Also called",
    "annex_from": "From",
    "annex_to": "Until",
    "annex_public_label": "In public",
    "annex_party_person": "person", "annex_party_post": "post", "annex_party_team": "team",
    "annex_party_organisation": "organisation", "annex_party_partnership": "partnership",
    "annex_party_group": "group", "annex_party_collective": "collective",
    "annex_glossary": "Words and abbreviations",
    "annex_words_used.one": "{n} of {of} word of the glossary is used in the plan.",
    "annex_words_used.one_of": "{n} of {of} words of the glossary is used in the plan.",
    "annex_words_used.other": "{n} of {of} words of the glossary are used in the plan.",
    "annex_word": "{word}: {meaning}",
    "annex_unused": "Not used in the plan",
    "annex_documents": "Documents",
    "annex_documents_placed.one": "For {n} of {of} entry a place is named where it can be found.",
    "annex_documents_placed.one_of": (
        "For {n} of {of} entries a place is named where it can be found."
    ),
    "annex_documents_placed.other": (
        "For {n} of {of} entries a place is named where they can be found."
    ),
    "annex_documents_caption": "documents that the plan promises or rests on",
    "annex_document": "Document",
    "annex_role": "What for",
    "annex_expected": "How many",
    "annex_place": "Where",
    "annex_version": "Version",
    "annex_printed": "planctl prints it from the plan",
    "annex_no_place": "No place named",
    "annex_role_three_year_plan": "three-year plan",
    "annex_role_priority_action_plan": "priority action plan",
    "annex_role_annual_delivery_plan": "annual delivery plan",
    "annex_role_strategy": "strategy",
    "annex_role_minutes": "minutes",
    "annex_role_evidence": "evidence",
    "annex_fields": "Fields of the plan’s own",
    "annex_fields_caption": "fields that the plan adds",
    "annex_field": "Field",
    "annex_for": "For",
    "annex_type": "Holds",
    "annex_choices": "Choices",
    "annex_required": "{type}, needed",
    "annex_type_text": "text", "annex_type_number": "a number", "annex_type_money": "money",
    "annex_type_date": "a date", "annex_type_period": "a period", "annex_type_choice": "a choice",
}  # fmt: skip

_KPIS: Final = {
    "annex_kpis": "What the KPIs count",
    "annex_kpis_caption": "KPIs, what they count and what was said with their figures",
    "annex_kpi": "KPI",
    "annex_kpi_given": "Given by",
    "annex_kpi_source": "Figures from",
    "annex_kpi_owner": "Answers for it",
    "annex_kpi_follows": "To follow by",
    "annex_kpi_tolerance": "Tolerance",
    "annex_kpi_total": "Targets add up to",
    "annex_kpi_baseline": "Baseline",
    "annex_kpi_benchmark": "Benchmark",
    "annex_kpi_target": "Target for {period}",
    "annex_kpi_performance": "the plan answers for it", "annex_kpi_contextual": "only watched",
    "annex_kpi_higher": "higher is better", "annex_kpi_lower": "lower is better",
    "annex_kpi_band": "best near the target",
    "annex_kpi_point": "on one day", "annex_kpi_to_date": "of the year so far",
    "annex_kpi_rolling": "of the months before",
}  # fmt: skip

_DECISIONS: Final = {
    "annex_changes": "Decisions recorded",
    "annex_changes_decided.one": "{n} of {of} change names who decided it.",
    "annex_changes_decided.one_of": "{n} of {of} changes names who decided it.",
    "annex_changes_decided.other": "{n} of {of} changes name who decided them.",
    "annex_changes_caption": "changes to what was agreed",
    "annex_decision": "Decision",
    "annex_what": "What",
    "annex_was_and_is": "What changed",
    "annex_was": "Was",
    "annex_is": "Is",
    "annex_reason": "Why",
    "annex_no_reason": "No reason given",
    "annex_decided_by": "Decided by",
    "annex_undated": "No day given",
    "annex_approvals": "Approvals",
    "annex_approvals_caption": "who approved the plan",
    "annex_as": "As",
    "annex_by": "By",
    "annex_on": "When, and where minuted",
    "annex_agreed": "What was agreed",
    "annex_entries_kept.one": "{n} entry, kept with the plan as it was agreed",
    "annex_entries_kept.other": "{n} entries, kept with the plan as they were agreed",
}

_REST: Final = {
    "annex_rest": "What else the plan says",
    "annex_rest_caption": "what the plan says and no other part shows",
    "annex_says": "What it says",
    "annex_paper_rows.one": "On paper stands the first {n} of {of} row.",
    "annex_paper_rows.other": "On paper stand the first {n} of {of} rows.",
    "annex_paper_texts.one": "On paper stands the first {n} of {of} paragraph.",
    "annex_paper_texts.other": "On paper stand the first {n} of {of} paragraphs.",
    "annex_paper_where": "The report as HTML has them all, and so has the plan’s file, which is "
    "inside this one.",
    "annex_paper_names": "Not on paper: {names}.",
    "annex_source": "{field} ‘{text}’",
    "annex_entry": "{kind} {name}",
    "annex_entry_of": "{entry}, of {of}",
    "annex_action_action": "ordinary action",
    "annex_action_generic": "for the whole plan",
    "annex_action_enabling": "makes others possible",
    "annex_first_agreed": "First agreed",
    "annex_revised": "Revised",
    "annex_instead_of": "{now}, before that {before}",
    "annex_by_change": "{said} (decision {change})",
    "annex_spend": "Money rated",
    "annex_risk": "Risk rated",
    "annex_verified": "Checked",
}

_KINDS: Final = {
    "plan": ("The plan", "the plan"), "theme": ("Theme", "themes"), "action": ("Action", "actions"),
    "milestone": ("Milestone", "milestones"), "update": ("Update", "updates"),
    "success": ("Criterion", "criteria of success"), "evidence": ("Evidence", "evidence"),
    "kpi": ("KPI", "KPIs"), "funding_line": ("Money for", "lines of money"),
    "outcome": ("Outcome", "outcomes"), "commitment": ("Commitment", "commitments"),
    "recommendation": ("Recommendation", "recommendations"),
    "engagement": ("Event", "events"), "risk": ("Risk", "risks"), "party": ("Party", "parties"),
    "document": ("Document", "documents"), "link": ("Link to", "links"),
    "change": ("Change", "changes"), "approval": ("Approval as", "approvals"),
    "report": ("Report on", "reports"),
}  # fmt: skip

_METHOD: Final = {
    "annex_method": "How the figures are counted",
    "annex_method_rows": (
        "Every action and every sub-action counts once. A sub-action that names nobody, or no "
        "time, has those of the action above it."
    ),
    "annex_method_state": (
        "The state on a day is that of the closure, if the action has been closed. Otherwise the "
        "latest update decides: its stage where that says paused, complete or not started, and if "
        "not, its rating."
    ),
    "annex_method_unknown": (
        "An action without an update is not due until its first period begins, and not known "
        "afterwards. Not known is never counted as red, nor as better or worse than anything."
    ),
    "annex_method_due": (
        "An action is due on its deadline, or on the last day of its last period. It is overdue "
        "when that day is past and it is neither complete nor closed. A deadline in words counts "
        "to the last day that the words allow."
    ),
    "annex_method_carried": (
        "Carried over is what is still open after the last period that it was planned for."
    ),
    "annex_method_owed": (
        "An update is due in a term from each action that is planned in it or carried over into "
        "it. Actions that had ended before are not asked, nor sub-actions without a time of their "
        "own."
    ),
    "annex_method_promises": (
        "A promise is a next step of the term before. It is kept when it is marked done, late when "
        "it is marked otherwise, and else not mentioned."
    ),
    "annex_method_terms": (
        "Ratings of earlier terms stand in the grid; what was said with them stands in the reports "
        "of those terms, and in the plan’s file."
    ),
}

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    **_POSITION, **_REFERENCE, **_KPIS, **_DECISIONS, **_REST, **_METHOD,
    **{f"annex_one_{kind}": one for kind, (one, _) in _KINDS.items()},
    **{f"annex_of_{kind}": many for kind, (_, many) in _KINDS.items()},
})  # fmt: skip
