"""Edits of what stands beside the actions: KPIs, money, commitments, recommendations, themes."""

from typing import Any, Final

from tests.diff.planted_plan import CURRENT, Draft, Entry, name_of
from tests.diff.planted_rows import softer
from tests.diff.planted_truth import Edit, Truth, Truths
from tests.diff.planted_words import title

_TERM: Final = "2017-18"


def target_loosened(draft: Draft) -> Truths | None:
    return _target(draft, -3, "kpi-target-loosened")


def target_tightened(draft: Draft) -> Truths | None:
    return _target(draft, 3, "target-tightened")


def target_removed(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    del kpi.new["targets"][_TERM]
    return (Truth("kpi-target-removed", kpi.name, f"targets/{_TERM}"),)


def target_added(draft: Draft) -> Truths | None:
    """One that asks for as much as the one before it."""
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.new["targets"]["2019-20"] = kpi.new["targets"]["2018-19"]
    return (Truth("target-added", kpi.name, "targets/2019-20"),)


def target_falls(draft: Draft) -> Truths | None:
    """One that asks for less than the one before it."""
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.new["targets"]["2019-20"] = kpi.new["targets"][_TERM]
    return (
        Truth("target-added", kpi.name, "targets/2019-20"),
        Truth("kpi-target-falls", kpi.name, "targets/2019-20"),
    )


def target_in_words(draft: Draft) -> Truths | None:
    """Nobody can be held to words as to a figure."""
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.new["targets"][_TERM] = title(draft.chosen)
    return (Truth("kpi-target-loosened", kpi.name, f"targets/{_TERM}"),)


def target_neither_more_nor_less(draft: Draft) -> Truths | None:
    """Of a KPI of which nobody has said which way is better."""
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    for version in (kpi.old, kpi.new):
        del version["better"], version["baseline"]
    kpi.new["targets"][_TERM] = "5"
    return (Truth("kpi-target-changed", kpi.name, f"targets/{_TERM}"),)


def retitled(draft: Draft) -> Truths | None:
    """A KPI under its reference, of which another thing is told."""
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.new["title"] += " taken twice"
    return (Truth("kpi-redefined", kpi.name, "title"),)


def _target(draft: Draft, more: int, rule: str) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    upwards = more if kpi.new["better"] == "higher" else -more
    kpi.new["targets"][_TERM] = str(int(kpi.new["targets"][_TERM]) + upwards)
    return (Truth(rule, kpi.name, f"targets/{_TERM}"),)


def baseline_changed(draft: Draft) -> Truths | None:
    return _kpi(draft, {}, {"baseline": {"value": 33}}, "kpi-baseline-changed")


def baseline_removed(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    del kpi.new["baseline"]
    return (Truth("kpi-baseline-removed", kpi.name, "baseline"),)


def baseline_set(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    del kpi.old["baseline"]
    return (Truth("baseline-set", kpi.name, "baseline"),)


def due_postponed(draft: Draft) -> Truths | None:
    old, new = {"to_follow_by": "2018-04-30"}, {"to_follow_by": "2018-06-30"}
    return _kpi(draft, old, new, "kpi-due-postponed")


def due_advanced(draft: Draft) -> Truths | None:
    old, new = {"to_follow_by": "2018-06-30"}, {"to_follow_by": "2018-04-30"}
    return _kpi(draft, old, new, "kpi-due-advanced")


def unit_changed(draft: Draft) -> Truths | None:
    return _kpi(draft, {}, {"unit": "%"}, "kpi-redefined")


def defined_otherwise(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.new["definition"] += " for girls"
    return (Truth("kpi-redefined", kpi.name, "definition"),)


def spelt_otherwise(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.new["definition"] = kpi.new["definition"].replace(" each ", " “every” ").upper()
    return (Truth("reworded", kpi.name, "definition"),)


def kpi_removed(draft: Draft) -> Truths | None:
    return _gone(draft, "kpis", "kpi-removed")


def kpi_added(draft: Draft) -> Truths:
    number = draft.number()
    fresh = {"ref": f"K{number}", "title": f"{title(draft.chosen)} {title(draft.chosen)}"}
    if draft.has_uids:
        fresh["uid"] = f"kpi-{number}"
    draft.new["kpis"].append(fresh)
    return (Truth("kpi-added", name_of(fresh)),)


def figure_reported(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.old["actuals"] = {"2016-17": {"value": 40}}
    kpi.new["actuals"] = {"2016-17": {"value": 40}, _TERM: {"value": 45}}
    return (Truth("figure-reported", kpi.name, f"actuals/{_TERM}"),)


def figure_withdrawn(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.old["actuals"] = {"2016-17": {"value": 40}, _TERM: {"value": 45}}
    kpi.new["actuals"] = {"2016-17": {"value": 40}}
    return (Truth("figure-withdrawn", kpi.name, f"actuals/{_TERM}"),)


def figure_of_the_past_changed(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.old["actuals"], kpi.new["actuals"] = {"2016-17": {"value": 44}}, {"2016-17": {"value": 45}}
    return (Truth("history-rewritten", kpi.name, "actuals/2016-17"),)


def figure_revised(draft: Draft) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.old["actuals"], kpi.new["actuals"] = {_TERM: {"value": 44}}, {_TERM: {"value": 45}}
    return (Truth("figure-revised", kpi.name, f"actuals/{_TERM}"),)


def funding_reduced(draft: Draft) -> Truths | None:
    return _amount(draft, -2000, "funding-reduced")


def funding_increased(draft: Draft) -> Truths | None:
    return _amount(draft, 2000, "funding-increased")


def _amount(draft: Draft, more: int, rule: str) -> Truths | None:
    line = draft.take("funding")
    if line is None:
        return None
    line.new["amount"] += more
    return (Truth(rule, line.name, "amount"),)


def commitment_removed(draft: Draft) -> Truths | None:
    return _gone(draft, "commitments", "commitment-removed")


def commitment_added(draft: Draft) -> Truths:
    fresh = {"ref": f"P{draft.number()}", "statement": draft.texts.fresh()}
    draft.new["commitments"].append(fresh)
    return (Truth("commitment-added", fresh["ref"]),)


def commitment_softened(draft: Draft) -> Truths | None:
    found = draft.take("commitments")
    if found is None:
        return None
    found.new["statement"] = softer(draft, found.old["statement"])
    return (Truth("scope-softened", found.name, "statement"),)


def recommendation_removed(draft: Draft) -> Truths | None:
    return _gone(draft, "recommendations", "recommendation-removed")


def recommendation_added(draft: Draft) -> Truths:
    fresh = {"ref": f"R{draft.number()}", "text": draft.texts.fresh()}
    draft.new["recommendations"].append(fresh)
    return (Truth("recommendation-added", fresh["ref"]),)


def grade_changed(draft: Draft) -> Truths | None:
    found = draft.take("recommendations")
    if found is None:
        return None
    for entry, grade in ((found.old, "on_track"), (found.new, "slipped")):
        entry["assessments"] = {CURRENT: {"rating": grade}}
    return (Truth("grade-changed", found.name, f"assessments/{CURRENT}/rating"),)


def risk_removed(draft: Draft) -> Truths | None:
    return _gone(draft, "risks", "entry-removed")


def risk_added(draft: Draft) -> Truths:
    fresh = {"ref": f"X{draft.number()}", "text": draft.texts.fresh()}
    draft.new["risks"].append(fresh)
    return (Truth("entry-added", fresh["ref"]),)


def decision_removed(draft: Draft) -> Truths | None:
    return _gone(draft, "changes", "decision-removed")


def decision_altered(draft: Draft) -> Truths | None:
    found = draft.take("changes")
    if found is None:
        return None
    found.new["minute"] = "Item 99"
    return (Truth("decision-altered", found.name, "minute"),)


def theme_retitled(draft: Draft) -> Truths | None:
    theme = draft.take("themes")
    if theme is None:
        return None
    theme.new["title"] += f" {title(draft.chosen)}"[:18]
    return (Truth("reworded", theme.name, "title"),)


def _kpi(draft: Draft, old: dict[str, Any], new: dict[str, Any], rule: str) -> Truths | None:
    kpi = draft.take("kpis")
    if kpi is None:
        return None
    kpi.old |= old
    kpi.new |= new
    return (Truth(rule, kpi.name, next(iter(new))),)


def _gone(draft: Draft, kind: str, rule: str) -> Truths | None:
    found: Entry | None = draft.take(kind)
    if found is None:
        return None
    found.leave()
    return (Truth(rule, found.was),)


EDITS: Final[tuple[Edit, ...]] = (
    target_loosened, target_tightened, target_removed, target_added, target_falls, target_in_words,
    target_neither_more_nor_less, retitled,
    baseline_changed, baseline_removed, baseline_set, figure_withdrawn, figure_of_the_past_changed,
    due_postponed, due_advanced, unit_changed,
    defined_otherwise, spelt_otherwise, kpi_removed, kpi_added, figure_reported, figure_revised,
    funding_reduced, funding_increased, commitment_removed, commitment_added, commitment_softened,
    recommendation_removed, recommendation_added, grade_changed,
    risk_removed, risk_added, decision_removed, decision_altered, theme_retitled,
)  # fmt: skip
