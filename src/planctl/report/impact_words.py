"""The words of the part in `impact`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_EVIDENCE: Final = {
    "impact_heading_board": "Promises and risks",
    "impact_heading_public": "Impact",
    "impact_heading_scrutiny": "Impact, risks and links",
    "impact_heading_officer": "Impact, risks and links",
    "impact_judged": "What difference it makes",
    "impact_triangulated.one": (
        "{n} of {of} judgement of impact rests on figures and on accounts, each from another "
        "perspective."
    ),
    "impact_triangulated.one_of": (
        "{n} of {of} judgements of impact rests on figures and on accounts, each from another "
        "perspective."
    ),
    "impact_triangulated.other": (
        "{n} of {of} judgements of impact rest on figures and on accounts, each from another "
        "perspective."
    ),
    "impact_not_yet.one": (
        "Impact has not been judged, so it is not yet evident, for {n} of {of} action. With "
        "evidence in the plan: {some} of {n}."
    ),
    "impact_not_yet.other": (
        "Impact has not been judged, so it is not yet evident, for {n} of {of} actions. With "
        "evidence in the plan: {some} of {n}."
    ),
    "impact_complete_unjudged": "Complete, and impact not judged",
    "impact_judged_caption": "impact as last judged, and what the judgement rests on",
    "impact_term": "Term",
    "impact_rating": "Impact",
    "impact_rests_on": "Rests on",
    "impact_rests_on_nothing": "no evidence in the plan",
    "impact_no_view.one": "{n} piece of evidence, without a perspective",
    "impact_no_view.other": "{n} pieces of evidence, none with a perspective",
    "impact_borne_out.one": "{n} piece of evidence: {views}",
    "impact_borne_out.other": "{n} pieces of evidence, figures and accounts: {views}",
    "impact_one_sided.one": "{n} piece of evidence: {views}; not yet triangulated",
    "impact_one_sided.other": "{n} pieces of evidence: {views}; not yet triangulated",
    "impact_evidence": "Evidence",
    "impact_pieces.one": (
        "{n} piece of evidence stands in the plan, for {rows} of {of} actions; {undated} of {n} "
        "without a day."
    ),
    "impact_pieces.other": (
        "{n} pieces of evidence stand in the plan, for {rows} of {of} actions; {undated} of {n} "
        "without a day."
    ),
    "impact_evidence_caption": "evidence by method, and by whose view it gives",
    "impact_method": "Method",
    "impact_no_method": "method not said",
    "impact_view_unsaid": "not said",
    "impact_total": "All",
    "impact_all_pieces": "All evidence",
    "impact_success": "Criteria of success",
    "impact_counted": "{n} {what}",
    "impact_no_state": "{n} not reported on",
    "impact_criteria.one": "Of {n} criterion: {parts}.",
    "impact_criteria.other": "Of {n} criteria: {parts}.",
    "impact_criteria_met": "Met",
    "impact_criteria_not_met": "Not met",
}

_PROMISES: Final = {
    "impact_outcomes": "Outcomes",
    "impact_outcomes_shown.one": "{n} of {of} outcome has a KPI that shows it.",
    "impact_outcomes_shown.one_of": "{n} of {of} outcomes has a KPI that shows it.",
    "impact_outcomes_shown.other": "{n} of {of} outcomes have a KPI that shows them.",
    "impact_outcomes_caption": "outcomes, and the KPIs that show them",
    "impact_number": "No.",
    "impact_nth": "({n})",
    "impact_shown_by": "Shown by",
    "impact_no_kpi": "No KPI",
    "impact_commitments": "Commitments",
    "impact_delivered.one": (
        "{n} of {of} promise, objective or ‘we will’ has something to deliver it."
    ),
    "impact_delivered.one_of": (
        "{n} of {of} promises, objectives and ‘we will’ has something to deliver it."
    ),
    "impact_delivered.other": (
        "{n} of {of} promises, objectives and ‘we will’ have something to deliver them."
    ),
    "impact_undelivered": "Nothing delivers",
    "impact_other_commitments.one": (
        "{n} of {of} commitments is a vision, an aim or the like, or is made of others."
    ),
    "impact_other_commitments.other": (
        "{n} of {of} commitments are visions, aims or the like, or are made of others."
    ),
    "impact_commitments_caption": "commitments, and what delivers them",
    "impact_commitment": "Commitment",
    "impact_delivered_by": "Delivered by",
    "impact_nothing": "Nothing",
    "impact_type_vision": "vision", "impact_type_aim": "aim", "impact_type_promise": "promise",
    "impact_type_principle": "principle", "impact_type_objective": "objective",
    "impact_type_we_will": "we will", "impact_type_call": "call on others",
}  # fmt: skip

_RISKS: Final = {
    "impact_risks": "Risks",
    "impact_open.one": "{n} of {of} risk is open.",
    "impact_open.one_of": "{n} of {of} risks is open.",
    "impact_open.other": "{n} of {of} risks are open.",
    "impact_closed.one": "{n} of {of} is closed: {refs}.",
    "impact_closed.other": "{n} of {of} are closed: {refs}.",
    "impact_happened.one": "{n} of {of} has happened: {refs}.",
    "impact_happened.other": "{n} of {of} have happened: {refs}.",
    "impact_bands": (
        "A score is likelihood times impact, each from 1 to 5: low up to 5, medium from 6, high "
        "from 12, very high from 20."
    ),
    "impact_lower_risks.one": "The {most} with the highest scores are shown; {n} more: {refs}.",
    "impact_lower_risks.other": "The {most} with the highest scores are shown; {n} more: {refs}.",
    "impact_risks_caption": "risks, the highest score first",
    "impact_risk": "Risk",
    "impact_inherent": "If nothing is done",
    "impact_response": "What is done",
    "impact_no_response": "No response given",
    "impact_residual": "What is left",
    "impact_owner": "Owner",
    "impact_no_score": "No score",
    "impact_consequence": "What would follow",
    "impact_review_by": "Review by",
    "impact_score": "{likelihood} × {impact} = {product}, {band}",
    "impact_product": "{likelihood} × {impact}",
    "impact_band_low": "low", "impact_band_medium": "medium", "impact_band_high": "high",
    "impact_band_very_high": "very high",
    "impact_trend_rising": "Rising", "impact_trend_falling": "Falling",
    "impact_trend_steady": "Unchanged",
    "impact_with_response": "as planned",
    "impact_scored_then": "{when} {score}",
    "impact_status_closed": "Closed", "impact_status_happened": "Has happened",
}  # fmt: skip

_TIES: Final = {
    "impact_links": "Links",
    "impact_linked.one": "{n} link to another plan, group or commitment.",
    "impact_linked.other": "{n} links to other plans, groups and commitments.",
    "impact_links_caption": "what is linked with what",
    "impact_link_from": "From",
    "impact_link_to": "To",
    "impact_whole_plan": "the whole plan",
    "impact_to_plan": "Plan",
    "impact_relation": "How",
    "impact_note": "Note",
    "impact_engagement": "Who was asked",
    "impact_events.one": "{n} event; people were counted at {counted} of {n}: {people}.",
    "impact_events.other": "{n} events; people were counted at {counted} of {n}: {people}.",
    "impact_events_uncounted.one": "{n} event; how many took part is not known.",
    "impact_events_uncounted.other": "{n} events; how many took part is not known.",
    "impact_people_invited": "{n} invited",
    "impact_people_reached": "{n} reached",
    "impact_people_responded": "{n} answered",
    "impact_engagement_caption": "events, and how many were asked and answered",
    "impact_event": "Event",
    "impact_when": "When",
    "impact_people": "Who, and how many",
    "impact_spoke_to": "Spoke to",
    "impact_uncounted": "number not known",
    "impact_group": "{group}: {count}",
    "impact_group_did": "{group}: {count} {what}",
    "impact_did_invited": "invited",
    "impact_did_reached": "reached",
    "impact_did_responded": "answered",
}

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    **_EVIDENCE, **_PROMISES, **_RISKS, **_TIES,
})  # fmt: skip
