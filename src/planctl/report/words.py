"""The words of a report, all in one catalogue: templates and code hold none."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.report.annex_words import WORDS as ANNEX
from planctl.report.annual_words import WORDS as ANNUAL
from planctl.report.assured_words import WORDS as ASSURED
from planctl.report.coverage_words import WORDS as COVERAGE
from planctl.report.exceptions_words import WORDS as EXCEPTIONS
from planctl.report.impact_words import WORDS as IMPACT
from planctl.report.measures_words import WORDS as MEASURES
from planctl.report.next_term_words import WORDS as NEXT_TERM
from planctl.report.programme_words import WORDS as PROGRAMME
from planctl.report.questions_words import WORDS as QUESTIONS
from planctl.report.recommended_words import WORDS as RECOMMENDED
from planctl.report.scrutiny_words import WORDS as SCRUTINY
from planctl.report.since_words import WORDS as SINCE
from planctl.report.source_words import SOURCES
from planctl.report.vocabulary_words import VOCABULARY


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words by key; a key that counts has the forms `.one` and `.other`.

    Where it counts some of a number, it may have two more: `.one_of` for one of several, `.sole`
    for any of one.
    """

    language: str
    texts: Mapping[str, str]

    def say(self, key: str, **values: str | int) -> str:
        """The text with its gaps filled; whole numbers get separators."""
        given = {
            name: f"{value:,}" if isinstance(value, int) else value
            for name, value in values.items()
        }
        return self.texts[key].format(**given)

    def count(self, key: str, number: int, **values: str | int) -> str:
        """The form of the text that goes with the number, which fills the gap `n` unless given."""
        given = {"n": number, **values}
        form = "one" if number == 1 else "other"
        rarer = "sole" if given.get("of") == 1 else "one_of" if given["n"] == 1 else ""
        form = rarer if "of" in given and f"{key}.{rarer}" in self.texts else form
        return self.say(f"{key}.{form}", **given)

    def table(self, number: int, caption: str) -> str:
        """A numbered caption."""
        return self.say("table", number=number, caption=caption)


_FRAME: Final = {
    "document_title_delivery": "{plan}: delivery report, {term}",
    "document_title_annual": "{plan}: annual delivery plan, {term}",
    "document_title_programme": "{plan}: programme report, {term}",
    "document_title_scrutiny": "{plan}: scrutiny report, {term}",
    "table": "Table {number}: {caption}",
    "list": "{first} and {last}",
    "both": "{first} {second}",
    "page": "Page ",
    "page_of": " of ",
    "foot_as_at": "as at {day}",
    "label_skip": "Skip to the report",
    "label_contents": "In this report",
    "label_front": "Where the plan stands",
    "label_exceptions": "Decisions and exceptions",
    "label_since": "Since the last report",
    "label_measures": "KPIs and money",
    "label_next_term": "Overdue, and what comes next",
    "label_questions": "Questions members may ask",
    "label_recommendations": "Recommendations",
    "label_impact": "Impact, risks and links",
    "label_annex": "Annex",
    "label_asks": "What the meeting is asked to do",
    "label_standing": "Where the plan stands",
    "label_achievements": "What went well",
    "label_concerns": "What needs attention",
    "label_key": "Key to the ratings",
    "label_other_key": "Other states",
    "label_progress": "Progress by theme",
    "all_terms": "all terms\N{NO-BREAK SPACE}{mark}",
    "label_slide": "On a narrow screen a chart goes on to the right: slide it.",
    "label_grid": "All actions at a glance",
    "label_themes": "Themes in full",
    "label_sources": "Sources, findings and how to check this report",
    "label_missing": "Updates that are missing",
    "label_findings": "What the checks found",
    "label_files": "What this report was made from",
    "label_again": "How to check this report",
}

_TIME: Final = {
    "date": "{day} {month} {year}",
    "day_and_month": "{day} {month}",
    "range": "{first} to {last}",
    "month_1": "January", "month_2": "February", "month_3": "March", "month_4": "April",
    "month_5": "May", "month_6": "June", "month_7": "July", "month_8": "August",
    "month_9": "September", "month_10": "October", "month_11": "November", "month_12": "December",
    "term_autumn": "Autumn", "term_spring": "Spring", "term_summer": "Summer",
    "quarter": "Q{number}",
    "plan_year": "Year {number}",
    "academic_year": "Academic year {years}", "financial_year": "Financial year {years}",
    "municipal_year": "Municipal year {years}", "calendar_year": "{years}",
    "month_of": "{month} {year}",
    "term_long": "{part} term {years}",
    "term_short": "{part} {years}",
    "quarter_long": "{part} of {years}",
    "quarter_short": "{part} {years}",
}  # fmt: skip

_STATES: Final = {
    "state_complete": "Complete", "state_on_track": "On track", "state_at_risk": "At risk",
    "state_off_track": "Off track", "state_not_started": "Not started", "state_paused": "Paused",
    "state_not_due": "Not due", "state_dropped": "Dropped", "state_unknown": "Not known",
    "of_complete": "{n} complete", "of_on_track": "{n} on track", "of_at_risk": "{n} at risk",
    "of_off_track": "{n} off track", "of_not_started": "{n} not started",
    "of_paused": "{n} paused", "of_not_due": "{n} not due", "of_dropped": "{n} dropped",
    "of_unknown": "{n} not known",
    "in_words_complete": "complete", "in_words_on_track": "on track",
    "in_words_at_risk": "at risk", "in_words_off_track": "off track",
    "in_words_not_started": "not started",
    "meaning_complete": "done", "meaning_not_started": "", "meaning_paused": "",
    "meaning_not_due": "its first period has not begun", "meaning_dropped": "",
    "meaning_unknown": "no rating",
    "letter_complete": "C",
    "level_green": "Green", "level_meaning_green": "on track",
    "level_amber": "Amber", "level_meaning_amber": "at risk",
    "level_red": "Red", "level_meaning_red": "off track",
    "level_blue": "Blue", "level_meaning_blue": "complete",
    "level_achieved": "Achieved", "level_meaning_achieved": "done, and evidence shows it",
    "level_on-track": "On track", "level_meaning_on-track": "going as agreed",
    "level_slipped": "Slipped", "level_meaning_slipped": "late, with a new date",
    "level_not-achieved": "Not achieved", "level_meaning_not-achieved": "not done",
    "no_update": "No update", "none_due_then": "None due",
}  # fmt: skip

_FRONT: Final = {
    "subtitle": "{term} ({days})",
    "subtitle_without_days": "{term}",
    "as_at": "As at",
    "as_at_with_cut_off": "{day} (updates taken until {cut})",
    "status": "Status of this report",
    "prepared_by": "Prepared by",
    "meeting": "Meeting",
    "not_recorded": "Not recorded",
    "no_asks": "No request to the meeting is recorded for this term.",
    "decisions.one": "A decision is needed on {refs}: see ‘Decisions and exceptions’.",
    "decisions.other": "Decisions are needed on {refs}: see ‘Decisions and exceptions’.",
    "no_actions": "The plan has no actions yet.",
    "nothing_rated": "No action has been rated yet: {states}.",
    "updated.one": "{n} of {of} action has an update for this term.",
    "updated.other": "{n} of {of} actions have an update for this term.",
    "older_rating.one": "{n} more is counted with the rating of an earlier term.",
    "older_rating.other": "{n} more are counted with the rating of an earlier term.",
    "out_of": "of {n}",
    "count_complete": "complete",
    "count_on_track": "on track",
    "count_behind": "at risk or off track",
    "count_unknown": "not known",
    "count_unknown_note": "no rating",
    "count_overdue": "overdue",
    "due_by.one": "{n} was due by the close of {day}",
    "due_by.other": "{n} were due by the close of {day}",
    "none_due": "nothing was due by the close of {day}",
    "count_none": "none",
    "count_unsaid": "reported",
    "count_before": "last term {n} of {of}",
    "counts_rest": "Not among the first four counts: {states}.",
    "counts_merged.one": "{n} of those complete was merged into another.",
    "counts_merged.other": "{n} of those complete were merged into others.",
    "first_term": "First term of the plan: there is no earlier term to compare with.",
    "compared_with": "‘Last term’ is the {term}, as it stood on its last day.",
    "money": "Money",
    "money_in": "{amount} in {period}",
    "money_over.one": "{total}: {parts}.",
    "money_over.other": "{total} over {n} periods: {parts}.",
    "money_over_years.one": "{total}: {parts}.",
    "money_over_years.other": "{total} over {n} years: {parts}.",
    "total_derived": "The plan states no total; this one is added up.",
    "total_agrees": "The plan states the same total.",
    "total_differs": "The plan itself states {declared}.",
    "complete": "Completeness",
    "rows_shown.one": "{n} action in the plan, {printed} in this report",
    "rows_shown.other": "{n} actions in the plan, {printed} in this report",
    "completeness": "{shown}; {gaps}.",
    "gap_responsible.one": "{n} with nobody responsible",
    "gap_responsible.other": "{n} with nobody responsible",
    "gap_time.one": "{n} without dates",
    "gap_time.other": "{n} without dates",
    "gap_updates.one": "{n} of {of} updates due this term is missing",
    "gap_updates.other": "{n} of {of} updates due this term are missing",
    "no_updates_due": "no updates are due this term",
    "kpis": "KPIs",
    "kpi_defined.one": "{n} KPI is defined",
    "kpi_defined.other": "{n} KPIs are defined",
    "kpi_to_follow.one": "{n} KPI is still to follow",
    "kpi_to_follow.other": "{n} KPIs are still to follow",
    "kpi_establish_baseline.one": "{n} KPI is waiting for its baseline",
    "kpi_establish_baseline.other": "{n} KPIs are waiting for their baseline",
    "kpi_withdrawn.one": "{n} KPI is withdrawn",
    "kpi_withdrawn.other": "{n} KPIs are withdrawn",
    "kpi_line": "{parts}.",
    "kpi_in_all.one": "{n} KPI: {parts}.",
    "kpi_in_all.other": "{n} KPIs in all: {parts}.",
    "no_kpis": "The plan names no KPI.",
}

_TABLES: Final = {
    "theme": "Theme",
    "total": "Actions",
    "all_actions": "All actions",
    "actions.one": "{n} action",
    "actions.other": "{n} actions",
    "theme_with": "{theme}, {total}: {states}",
    "theme_without": "{theme}: no actions",
    "chart_title": "Actions of each theme by state. {figures}.",
    "chart_caption": "Actions of each theme by state. The same figures are in Table {number}.",
    "by_theme_caption": "actions of each theme by state",
    "theme_is_empty": "This theme has no actions yet.",
    "grid_caption": "every action on one line",
    "grid_note": (
        "✓ or the kind of work marks the years in which an action is worked on; in brackets, the "
        "year is provisional."
    ),
    "grid_key": "{entries}.",
    "grid_owners": "{name} +{n}",
    "grid_owners_note": "+1 or more after a name: so many others are responsible too.",
    "ref": "Ref",
    "action": "Action",
    "owner": "Responsible",
    "other_times": "Other times",
    "nobody_named": "Nobody named",
    "nobody_named_theme": "{nobody} (theme: {parties})",
    "nobody_named_above": "{nobody} (as for {parent}: {parties})",
    "nobody_by": "{nobody}; to follow by {day}",
    "nobody_late.one": "{nobody}; was to follow by {day}, {n} day ago",
    "nobody_late.other": "{nobody}; was to follow by {day}, {n} days ago",
    "part_of": "part {n} of {parent}",
    "action_of": "action {n} of {theme}",
    "when": "When",
    "owner_and_when": "Who, and when",
    "rating_column": "Rating",
    "rating_before": "Last term",
    "column_comment": "Comment",
    "column_next_steps": "Next steps, evidence",
    "column_evidence": "Evidence",
    "columns_left_out.one": (
        "No action has anything to show under {columns} for this term; the column is left out."
    ),
    "columns_left_out.other": (
        "No action has anything to show under {columns} for this term; the columns are left out."
    ),
    "theme_caption.one": "the action of {theme} in full: {states}",
    "theme_caption.other": "the {n} actions of {theme} in full: {states}",
    "line_note": (
        "A line number under a reference is that of the document from which the plan was taken."
    ),
    "stands_for": "{short} is {name}.",
    "outcome": "Outcome",
    "due": "Due",
    "no_time": "No time given",
    "to_follow_by": "To follow by",
    "respondent": "Answers for it",
    "as_parent": "as for {parent}",
    "milestone": "Milestone",
    "step_due": "due {day}",
    "step_done": "done on {day}",
    "step_by": "{step} (by {day})",
    "success": "Success",
    "cost": "Cost",
    "costs_nothing": "nothing",
    "days_of_work": "{n} days of work",
    "depends_on": "Depends on",
    "linked_with": "Linked with",
    "completed_on": "Completed",
    "closed": "Closed",
    "as_printed": "As printed",
    "source_line": "line {n}",
    "rated": "rated {level}",
    "percent": "{n}% done",
    "cause": "Cause",
    "path_to_green": "Path to green",
    "expected": "Expected",
    "decision_needed": "Decision needed",
}

_ALL: Final = {
    **_FRAME, **_TIME, **_STATES, **_FRONT, **_TABLES, **VOCABULARY, **SOURCES, **ANNEX, **ASSURED,
    **EXCEPTIONS, **IMPACT, **MEASURES, **NEXT_TERM, **QUESTIONS, **RECOMMENDED, **SINCE,
    **ANNUAL, **SCRUTINY, **PROGRAMME, **COVERAGE,
}  # fmt: skip

ENGLISH: Final = Words("en-GB", MappingProxyType(_ALL))
"""British English."""
