"""What the words of the format are called in a report."""

from typing import Final

VOCABULARY: Final = {
    "plan_kind_priority_action_plan": "Priority action plan", "plan_kind_strategy": "Strategy",
    "plan_kind_recommendations": "Recommendations", "plan_kind_delivery_plan": "Delivery plan",
    "plan_kind_improvement_plan": "Improvement plan",
    "report_draft": "Draft", "report_for_approval": "For approval", "report_final": "Final",
    "phase_plan": "plan", "phase_pilot": "pilot", "phase_measure": "measure",
    "phase_roll_out": "roll-out", "phase_deliver": "deliver", "phase_embed": "embed",
    "phase_sustain": "sustain", "phase_review": "review",
    "role_accountable": "accountable", "role_lead": "lead", "role_partner": "partner",
    "role_supporter": "supporter", "role_funder": "funder", "role_sponsor": "sponsor",
    "role_political_lead": "political lead", "role_consulted": "consulted",
    "role_informed": "informed", "role_coordinates": "coordinates",
    "success_not_started": "not started", "success_in_progress": "in progress",
    "success_partially_met": "partly met", "success_met": "met", "success_not_met": "not met",
    "closure_done": "done", "closure_merged": "merged", "closure_superseded": "superseded",
    "closure_dropped": "dropped", "closure_transferred": "transferred",
    "closure_no_longer_relevant": "no longer relevant",
    "cause_capacity": "too few hands", "cause_funding": "funding", "cause_partner": "a partner",
    "cause_policy": "policy", "cause_data": "data", "cause_dependency": "waits for other work",
    "cause_procurement": "procurement", "cause_scope": "scope", "cause_other": "other",
    "kept_done": "Done", "kept_part": "Done in part", "kept_not_done": "Not done",
    "method_quantitative": "quantitative", "method_qualitative": "qualitative",
    "method_research": "research",
    "perspective_pupil": "pupils", "perspective_parent": "parents", "perspective_staff": "staff",
    "perspective_partner": "partners", "perspective_official": "officials",
    "severity_error": "Error", "severity_warning": "Warning", "severity_info": "Information",
}  # fmt: skip
