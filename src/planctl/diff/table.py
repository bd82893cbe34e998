"""The kinds of change there are: how much each weighs, and what it is seen from the other side."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.diff.change import Direction, Level

_WORSE: Final = Direction.WORSE
_BETTER: Final = Direction.BETTER


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """One kind of change.

    `mirror` is the kind that it is when the sides are swapped. `direction` is None where it depends
    on the values. `question` is what a member of a board may ask; it may name {subject}.
    """

    name: str
    level: Level
    direction: Direction | None
    mirror: str
    summary: str
    question: str = ""


def _audit(
    name: str, direction: Direction | None, mirror: str, summary: str, question: str
) -> ChangeRule:
    return ChangeRule(name, Level.AUDIT, direction, mirror, summary, question)


def _warning(
    name: str, direction: Direction | None, mirror: str, summary: str, question: str
) -> ChangeRule:
    return ChangeRule(name, Level.WARNING, direction, mirror, summary, question)


def _info(
    name: str, mirror: str, summary: str, direction: Direction | None = Direction.NEUTRAL
) -> ChangeRule:
    return ChangeRule(name, Level.INFO, direction, mirror, summary)


CHANGE_RULES: Final = (
    _audit("action-dropped", _WORSE, "action-added", "An action is no longer in the plan.",
           "Who decided that {subject} is not done, and what takes its place?"),
    _audit("kpi-removed", _WORSE, "kpi-added", "A KPI is no longer in the plan.",
           "Why is {subject} no longer measured?"),
    _audit("kpi-target-loosened", _WORSE, "target-tightened",
           "A target asks for less than it did.",
           "Who agreed to a lower target for {subject}?"),
    _audit("kpi-target-falls", _WORSE, "falling-target-withdrawn",
           "A new target asks for less than that of the period before it.",
           "Why is less asked of {subject} than in the period before?"),
    _audit("kpi-target-removed", _WORSE, "target-added", "A period has no target any more.",
           "Why is there no target for {subject} any more?"),
    _audit("kpi-baseline-removed", _WORSE, "baseline-set",
           "The figure that a KPI starts from is gone.",
           "What is {subject} measured against now?"),
    _audit("kpi-baseline-changed", None, "kpi-baseline-changed",
           "The figure that a KPI starts from is another.",
           "Why does {subject} start from another figure?"),
    _audit("kpi-redefined", None, "kpi-redefined",
           "A KPI keeps its name and measures another thing.",
           "Can the figures of {subject} still be compared with the earlier ones?"),
    _audit("kpi-due-postponed", _WORSE, "kpi-due-advanced",
           "The day by which a KPI is to be settled is later, or gone.",
           "When will {subject} be settled?"),
    _audit("history-rewritten", None, "history-rewritten",
           "A value of a term that had ended is another.",
           "Who changed what had been reported of {subject}, and why?"),
    _audit("history-erased", None, "history-filled-in",
           "A value of a term that had ended is gone.",
           "Why is it gone what had been reported of {subject}?"),
    _audit("evidence-removed", _WORSE, "evidence-added", "A piece of evidence is gone.",
           "What shows now what was said of {subject}?"),
    _audit("evidence-altered", None, "evidence-altered",
           "A piece of evidence is another than it was.",
           "Why is the evidence for {subject} another than it was?"),
    _audit("figure-unsettled", None, "figure-settled",
           "A figure of a KPI that was final is provisional.",
           "Why is a figure of {subject} in doubt that was final?"),
    _audit("figure-withdrawn", None, "figure-reported", "A figure of a KPI is gone.",
           "Why is a figure of {subject} gone?"),
    _audit("funding-reduced", _WORSE, "funding-increased", "There is less money.",
           "What is not done for the money that {subject} no longer has?"),
    _audit("date-moved", None, "date-moved", "The agreed time of an action is another.",
           "Who agreed that the time of {subject} should change?"),
    _audit("complete-without-evidence", None, "unproven-completion-withdrawn",
           "An action is called complete, and nothing shows it.",
           "What shows that {subject} is complete?"),
    _audit("approval-stale", None, "approval-stale",
           "What was approved has changed since, and was not approved again.",
           "Does the approval of {subject} still hold?"),
    _audit("approval-removed", _WORSE, "approval-added", "An approval is no longer recorded.",
           "Why is the approval of {subject} no longer recorded?"),
    _audit("commitment-removed", _WORSE, "commitment-added", "A commitment is gone.",
           "Is {subject} no longer promised?"),
    _audit("recommendation-removed", _WORSE, "recommendation-added",
           "A recommendation is gone.", "Who decided that {subject} needs no answer?"),
    _audit("decision-removed", _WORSE, "decision-added",
           "The record of a decision is gone.", "Why is {subject} no longer on record?"),
    _audit("decision-altered", None, "decision-altered",
           "The record of a decision says something else.",
           "Who changed the record of {subject}, and why?"),
    _warning("scope-softened", _WORSE, "scope-firmed", "The words promise less than they did.",
             "Is less meant to be done for {subject} than was agreed?"),
    _warning("kpi-target-changed", None, "kpi-target-changed",
             "A target is another, and nobody has said which way is better.",
             "Is more or less asked of {subject} than before?"),
    _warning("carried-over", _WORSE, "carried-over-no-more",
             "An action is open after its last period.", "When will {subject} be done?"),
    _warning("promise-missed", _WORSE, "promise-missed-no-more",
             "What was promised for the term was not done, or not all of it.",
             "Why was what {subject} had promised not done?"),
    _warning("rating-worsened", None, "rating-improved", "A rating is worse than it was.",
             "What brings {subject} back on track?"),
    _warning("action-slipped", _WORSE, "brought-forward",
             "An action ends later than was thought, by the plan or by its owner's word.",
             "What keeps {subject}, and will the new date hold?"),
    _warning("newly-overdue", _WORSE, "overdue-no-more", "The due day has passed since.",
             "When will {subject} be done?"),
    _warning("tick-removed", _WORSE, "tick-added", "Fewer periods are marked than before.",
             "What is not done in the period that {subject} has lost?"),
    _warning("owner-removed", _WORSE, "owner-named", "Nobody answers for it any more.",
             "Who answers for {subject} now?"),
    _warning("missed-update", _WORSE, "update-received", "An update is owed, and was not given.",
             "Why is nothing said of {subject}?"),
    _warning("reopened", _WORSE, "completed", "What was complete is open again.",
             "What was left to do for {subject} after it was called complete?"),
    _warning("closed-undone", _WORSE, "taken-up-again", "An action was closed without being done.",
             "Who decided that {subject} ends here, and what takes its place?"),
    _warning("no-movement", None, "no-movement", "Two terms are told in the same words.",
             "Has anything happened for {subject} since last term?"),
    _warning("possible-renumbering", None, "possible-renumbering",
             "One entry went and a rather similar one came; they may be the same.",
             "Is {subject} the entry that went, or another one?"),
    _warning("action-split", None, "actions-merged", "One action became two.",
             "Is all that {subject} was to do in one of the two?"),
    _warning("actions-merged", None, "action-split", "Two actions became one.",
             "Is all that the two were to do in {subject}?"),
    _warning("ref-reused", None, "ref-reused", "A reference now means another thing.",
             "Do the minutes that speak of {subject} mean the old one or the new one?"),
    _info("action-added", "action-dropped", "An action is new."),
    _info("rating-improved", "rating-worsened", "A rating is better than it was.", None),
    _info("rating-started", "rating-withdrawn", "It is rated for the first time."),
    _info("rating-withdrawn", "rating-started", "It is no longer rated."),
    _info("completed", "reopened", "An action is complete.", _BETTER),
    _info("taken-up-again", "closed-undone", "An action that was closed is open again.", _BETTER),
    _info("unproven-completion-withdrawn", "complete-without-evidence",
          "What was called complete without evidence is no longer called so."),
    _info("brought-forward", "action-slipped", "An action ends earlier than was thought.", _BETTER),
    _info("carried-over-no-more", "carried-over",
          "An action is no longer open after its last period."),
    _info("overdue-no-more", "newly-overdue", "An action is no longer overdue."),
    _info("promise-kept", "promise-kept-no-more", "What was promised for the term was done.",
          _BETTER),
    _info("promise-kept-no-more", "promise-kept",
          "What was said to be done is no longer said to be.", _WORSE),
    _info("promise-missed-no-more", "promise-missed",
          "What was said not to be done is no longer said so.", _BETTER),
    _info("promise-made", "promise-withdrawn", "The owner promises a next step."),
    _info("promise-withdrawn", "promise-made", "A next step is no longer promised."),
    _info("update-received", "missed-update", "An update that was owed is there.", _BETTER),
    _info("phase-changed", "phase-changed", "A marked period has another phase."),
    _info("owner-changed", "owner-changed", "Others answer for it than before."),
    _info("owner-named", "owner-removed", "It has somebody who answers for it.", _BETTER),
    _info("tick-added", "tick-removed", "More periods are marked than before.", _BETTER),
    _info("scope-firmed", "scope-softened", "The words promise more than they did.", _BETTER),
    _info("reworded", "reworded", "The words are others."),
    _info("renumbered", "renumbered", "It goes by another reference."),
    _info("moved-theme", "moved-theme", "It stands under another heading."),
    _info("reordered", "reordered", "It stands in another place of its list."),
    _info("comment-added", "comment-removed", "There is a comment."),
    _info("comment-removed", "comment-added", "A comment is gone."),
    _info("update-added", "update-removed", "There is an update."),
    _info("update-removed", "update-added", "An update is gone."),
    _info("evidence-added", "evidence-removed", "There is a piece of evidence.", _BETTER),
    _info("history-filled-in", "history-erased",
          "A value of a term that had ended was filled in."),
    _info("funding-increased", "funding-reduced", "There is more money.", _BETTER),
    _info("target-added", "kpi-target-removed", "A period has a target."),
    _info("falling-target-withdrawn", "kpi-target-falls",
          "A target that asked for less than the one before it is gone."),
    _info("baseline-set", "kpi-baseline-removed", "A KPI has a figure that it starts from."),
    _info("target-tightened", "kpi-target-loosened", "A target asks for more.", _BETTER),
    _info("kpi-due-advanced", "kpi-due-postponed",
          "The day by which a KPI is to be settled is earlier, or new.", _BETTER),
    _info("kpi-added", "kpi-removed", "A KPI is new."),
    _info("figure-reported", "figure-withdrawn", "A KPI has a new figure."),
    _info("figure-settled", "figure-unsettled", "A provisional figure of a KPI is final."),
    _info("figure-revised", "figure-revised", "A figure of a KPI is another."),
    _info("grade-changed", "grade-changed", "A recommendation is graded otherwise.", None),
    _info("approval-added", "approval-removed", "An approval is recorded.", _BETTER),
    _info("commitment-added", "commitment-removed", "A commitment is new."),
    _info("recommendation-added", "recommendation-removed", "A recommendation is new."),
    _info("decision-added", "decision-removed", "A decision is recorded."),
    _info("entry-added", "entry-removed", "An entry is new."),
    _info("entry-removed", "entry-added", "An entry is gone."),
    _info("plan-added", "plan-removed", "A plan is new."),
    _audit("plan-removed", _WORSE, "plan-added", "A plan is gone.",
           "Who decided that there is no plan for {subject} any more?"),
    _info("metadata-changed", "metadata-changed", "A detail is another."),
)  # fmt: skip

BY_NAME: Final = MappingProxyType({rule.name: rule for rule in CHANGE_RULES})
