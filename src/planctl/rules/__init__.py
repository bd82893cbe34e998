"""What the validator looks for: the catalogue of rules, and the check that runs them."""

from operator import attrgetter

from planctl.rules import (
    actuals,
    approvals,
    assertions,
    comments,
    commitments,
    completion,
    deadline,
    dependencies,
    evidence,
    explanation,
    funding,
    governance,
    identity,
    judgement,
    kpis,
    lifecycle,
    links,
    measures,
    owners,
    ownership,
    period,
    persons,
    placeholders,
    promise,
    ranges,
    rating,
    redefined,
    restated,
    revision,
    scalars,
    schedule,
    scrutiny,
    sealed,
    targets,
    texts,
    unmeasured,
    waivers,
)
from planctl.rules.check import CRASH, Checked, by_place, check
from planctl.rules.funding import pounds
from planctl.rules.grouping import grouped
from planctl.rules.ignoring import (
    Ignore,
    Reason,
    can_be_waived,
    codes_of,
    ignores_in,
    reason_of,
    waived,
    with_use,
)
from planctl.rules.policy import Policy, usual
from planctl.rules.rule import Case, Earlier, Problem, Rule, Weight
from planctl.rules.run import CheckRun
from planctl.rules.selection import is_called, rules_called, selected

_FAMILIES = (
    actuals,
    approvals,
    assertions,
    comments,
    commitments,
    completion,
    deadline,
    dependencies,
    evidence,
    explanation,
    funding,
    governance,
    identity,
    judgement,
    kpis,
    lifecycle,
    links,
    measures,
    owners,
    ownership,
    period,
    persons,
    placeholders,
    promise,
    ranges,
    rating,
    redefined,
    restated,
    revision,
    scalars,
    schedule,
    scrutiny,
    sealed,
    targets,
    texts,
    unmeasured,
    waivers,
)

CATALOGUE: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=attrgetter("code"))
)
"""Every rule, in the order of its code."""

__all__ = [
    "CATALOGUE",
    "CRASH",
    "Case",
    "CheckRun",
    "Checked",
    "Earlier",
    "Ignore",
    "Policy",
    "Problem",
    "Reason",
    "Rule",
    "Weight",
    "by_place",
    "can_be_waived",
    "check",
    "codes_of",
    "grouped",
    "ignores_in",
    "is_called",
    "pounds",
    "reason_of",
    "rules_called",
    "selected",
    "usual",
    "waived",
    "with_use",
]
