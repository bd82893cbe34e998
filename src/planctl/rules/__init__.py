"""What the validator looks for: the catalogue of rules, and the check that runs them."""

from planctl.rules import (
    assertions,
    funding,
    identity,
    links,
    measures,
    ownership,
    rating,
    scalars,
    schedule,
)
from planctl.rules.check import Checked, by_place, check
from planctl.rules.funding import pounds
from planctl.rules.grouping import grouped
from planctl.rules.rule import Case, Problem, Rule, Weight
from planctl.rules.run import CheckRun
from planctl.rules.selection import is_called, rules_called, selected

CATALOGUE: tuple[Rule, ...] = (
    *scalars.RULES,
    *identity.RULES,
    *links.RULES,
    *assertions.RULES,
    *ownership.RULES,
    *schedule.RULES,
    *rating.RULES,
    *funding.RULES,
    *measures.RULES,
)
"""Every rule, in the order of its code."""

__all__ = [
    "CATALOGUE",
    "Case",
    "CheckRun",
    "Checked",
    "Problem",
    "Rule",
    "Weight",
    "by_place",
    "check",
    "grouped",
    "is_called",
    "pounds",
    "rules_called",
    "selected",
]
