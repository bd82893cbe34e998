"""The words of the part on KPIs and money, and of the figures on the way from term to term."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_KPIS: Final = {
    "label_measures_kpis": "Key performance indicators",
    "measure_lead.one": "The plan has {n} KPI: {parts}.",
    "measure_lead.other": "The plan has {n} KPIs: {parts}.",
    "measure_missed.one": "{n} missed its target",
    "measure_missed.other": "{n} missed their targets",
    "measure_met.one": "{n} met its target",
    "measure_met.other": "{n} met their targets",
    "measure_within.one": "{n} is within the tolerance of its target",
    "measure_within.other": "{n} are within the tolerance of their targets",
    "measure_within_by": "within tolerance (±{by})",
    "measure_provisional_in.one": "{n} is provisional and not judged yet",
    "measure_provisional_in.other": "{n} are provisional and not judged yet",
    "measure_open.one": "{n} cannot be judged yet",
    "measure_open.other": "{n} cannot be judged yet",
    "measure_to_follow.one": "{n} is still to follow",
    "measure_to_follow.other": "{n} are still to follow",
    "measure_withdrawn.one": "{n} is withdrawn",
    "measure_withdrawn.other": "{n} are withdrawn",
    "measure_caption.one": "the KPI that is in use, as at {day}",
    "measure_caption.other": (
        "the {n} KPIs that are in use, as at {day}; missed, off track and at risk first"
    ),
    "measure_note": (
        "The distance is the latest figure less the target of its own period: a minus is below the "
        "target."
    ),
    "measure_kpi": "KPI",
    "measure_baseline": "Baseline",
    "measure_target": "Target",
    "measure_actual": "Actual",
    "measure_last": "Last",
    "measure_distance": "Distance",
    "measure_trend": "Trend",
    "measure_rating": "Rating",
    "measure_unit": "in {unit}",
    "measure_not_known": "not known",
    "measure_no_figure": "no figure yet",
    "measure_first": "first figure",
    "measure_held_back": "held back",
    "measure_held_back_why": "too few people to publish",
    "measure_in_words": "in words",
    "measure_provisional": "provisional",
    "measure_forecast": "forecast {figure}",
    "measure_to_be_set": "to be set",
    "measure_baseline_to_come": "to come",
    "measure_at_least": "at least {figure}",
    "measure_at_most": "at most {figure}",
    "measure_on_baseline": "{change} on the baseline",
    "measure_on_previous": "{change} on the period before",
    "measure_change": "change of {change}",
    "measure_that_is": "{words}: {figure}",
    "measure_benchmark": "benchmark {figure}",
    "measure_in": "in {period}",
    "measure_for": "for {period}",
    "measure_from": "from {figure} for {period}",
    "measure_points.one": "{n} point",
    "measure_points.other": "{n} points",
    "measure_improving": "improving",
    "measure_steady": "steady",
    "measure_worsening": "worsening",
    "measure_higher": "higher",
    "measure_lower": "lower",
    "measure_verdict_met": "Met",
    "measure_verdict_missed": "Missed",
    "measure_verdict_provisional": "Provisional",
    "measure_verdict_not_yet": "Not due yet",
    "measure_verdict_unknown": "Not known",
    "measure_computed": "computed, not stated",
    "measure_differs_met": "but the figure meets its target",
    "measure_differs_missed": "but the figure misses its target",
    "measure_why_no_target": "no target in figures",
    "measure_why_no_direction": "which way is good is not said",
    "measure_why_provisional": "judged when it is settled",
    "measure_why_watched": "only watched",
    "measure_following": "Still to follow: {kpis}.",
    "measure_follows_by": "{kpi} (by {day})",
    "measure_followed_not": "{kpi} (promised by {day})",
    "measure_follows": "{kpi} (no day given)",
    "measure_gone": "Withdrawn: {kpis}.",
    "measure_series_caption": "KPIs over time; the line of dashes is the target",
    "measure_series_cut": (
        "KPIs over time, the last {n} figures of each; the line of dashes is the target"
    ),
    "measure_line": "Line",
    "measure_figures": "Figures and targets",
    "measure_series_title": "{kpi}: {figures}.",
    "measure_series_at": "{period}: {figure}",
    "measure_series_aim": "{period}: {figure}, target {target}",
}

_MONEY: Final = {
    "label_measures_money": "Money",
    "funding_caption": "money by period",
    "funding_period": "Period",
    "funding_amount": "Allocated",
    "funding_secured": "Secured",
    "funding_spent": "Spent",
    "funding_forecast": "Forecast",
    "funding_total": "Total",
    "funding_part": "part of {amount}",
    "funding_none": "none",
    "funding_unsaid": "not said of {amount}",
    "funding_not_known": "not known",
    "funding_share": "{amount} ({share})",
    "funding_beyond_spent": "{amount} too much was spent in {period}.",
    "funding_beyond_forecast": "{amount} too much is forecast for {period}.",
    "funding_over": "{amount} over",
    "funding_incomplete": "{amount} so far known",
    "funding_columns_out": "Not in the plan: {missing}.",
    "funding_no_secured": "how much is secured",
    "funding_no_spent": "what has been spent",
    "funding_no_forecast": "what is forecast",
}

_TERMS: Final = {
    "flow_caption": "how each action stood at the end of the {before}, and stands now",
    "flow_chart_caption": (
        "From the {before} (left) to the {now} (right). The same figures are in Table {number}."
    ),
    "flow_chart_title": "{n} actions from the {before} to the {now}. {figures}.",
    "flow_move": "{before} to {now}: {n}",
    "flow_row_head": "{before}, then",
    "flow_total": "All",
    "flow_all": "All, now",
    "flow_unrated": "Not rated",
    "flow_note": (
        "Rows: how actions stood at the end of the {before}. Columns: how the same actions stand "
        "now. ‘Not rated’ is everything without a rating: not started, paused, not due, dropped, "
        "not known."
    ),
    "burn_caption.one": "what was due and what was complete at the end of each term, of {n} action",
    "burn_caption.other": (
        "what was due and what was complete at the end of each term, of {n} actions"
    ),
    "burn_chart_caption": (
        "Actions complete (line with dots) against actions due (dashes). The same figures are in "
        "Table {number}."
    ),
    "burn_chart_title": "Of {n} actions, by the end of each term. {figures}.",
    "burn_stage": "{term}: {due} due, {complete} complete",
    "burn_stage_unsaid": "{term}: {due} due, none reported complete",
    "burn_stage_to_come": "{term}: {due} due",
    "burn_term": "Term",
    "burn_due": "Due by then",
    "burn_complete": "Complete",
    "burn_to_come": "to come",
    "burn_unsaid": "none reported",
    "burn_note.one": "{n} action has no date and is never counted as due.",
    "burn_note.other": "{n} actions have no date and are never counted as due.",
    "burn_as_at": "The {term} is shown as at the close of {day}.",
    "burn_line_due": "due",
    "burn_line_complete": "complete",
}

WORDS: Final[Mapping[str, str]] = MappingProxyType({**_KPIS, **_MONEY, **_TERMS})
