"""The words on how commitments, actions, KPIs and evidence hang together."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "coverage_gaps": "Where the chain is broken",
    "coverage_gaps_caption": "what nothing stands behind, and what serves nothing",
    "coverage_question": "Gap",
    "coverage_number": "How many",
    "coverage_which": "Which",
    "coverage_n_of": "{n} of {of}",
    "coverage_rule": "{code}",
    "coverage_none": "None",
    "coverage_in_plan": "{plan}: {refs}",
    "coverage_commitments": "Commitments that no action delivers",
    "coverage_recommendations": "Recommendations that no action carries out",
    "coverage_kpis": "KPIs that no action is meant to move",
    "coverage_figures": "KPIs of which no figure is known yet",
    "coverage_measures": "Actions without a success measure",
    "coverage_unserving": "Actions that serve no commitment and no recommendation",
    "coverage_evidence": "Actions for which no evidence is named",
    "coverage_nothing_to_serve.one": (
        "{plans} names neither commitments nor recommendations: what its {n} action serves "
        "cannot be said."
    ),
    "coverage_nothing_to_serve.other": (
        "{plans} names neither commitments nor recommendations: what its {n} actions serve "
        "cannot be said."
    ),
    "coverage_nothing_to_serve_many.one": (
        "{plans} name neither commitments nor recommendations: what their {n} action serves "
        "cannot be said."
    ),
    "coverage_nothing_to_serve_many.other": (
        "{plans} name neither commitments nor recommendations: what their {n} actions serve cannot "
        "be said."
    ),
    "coverage_counted_out.one": "{n} commitment is a vision, aim, principle or call, or the whole "
    "of others, and needs no action of its own.",
    "coverage_counted_out.other": "{n} commitments are visions, aims, principles or calls, or the "
    "whole of others, and need no action of their own.",
    "coverage_rules_note": (
        "The number of a rule stands where the checks find the same gap; the counts agree."
    ),
    "coverage_down": "From each commitment down",
    "coverage_down_caption": "each commitment and recommendation, and what carries it out",
    "coverage_commitment": "Commitment or recommendation",
    "coverage_actions": "Actions",
    "coverage_kpis_column": "KPIs",
    "coverage_evidence_column": "Evidence",
    "coverage_no_action": "No action",
    "coverage_needs_none": "Needs none",
    "coverage_no_kpi": "No KPI",
    "coverage_no_evidence": "None of {of}",
    "coverage_some_evidence.one": "{n} of {of} action",
    "coverage_some_evidence.other": "{n} of {of} actions",
    "coverage_elsewhere": "not among these plans: {name}",
    "coverage_nth": "({n})",
    "coverage_up": "From each KPI back up",
    "coverage_up_caption": "each KPI, what is meant to move it, and whether it is measured",
    "coverage_kpi": "KPI",
    "coverage_moved_by": "Moved by",
    "coverage_measured": "Figure",
    "coverage_by_theme": "a theme as a whole",
    "coverage_watched": "Only watched or withdrawn",
    "coverage_has_figure": "known",
    "coverage_no_figure": "none yet",
    "coverage_to_follow": "The KPI is still to follow",
    "coverage_nothing": (
        "No plan names commitments, recommendations or KPIs: there is nothing that could be "
        "followed down to evidence."
    ),
})  # fmt: skip
