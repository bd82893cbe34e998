"""What the validator looks for: the catalogue of rules, and the check that runs them."""

from operator import attrgetter

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
from planctl.rules.policy import Policy, usual
from planctl.rules.rule import Case, Earlier, Problem, Rule, Weight
from planctl.rules.run import CheckRun
from planctl.rules.selection import is_called, rules_called, selected

_FAMILIES = (
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

CATALOGUE: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=attrgetter("code"))
)
"""Every rule, in the order of its code."""

__all__ = [
    "CATALOGUE",
    "Case",
    "CheckRun",
    "Checked",
    "Earlier",
    "Policy",
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
    "usual",
]
