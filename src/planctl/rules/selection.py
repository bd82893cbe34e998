"""Which rules run: all, or those chosen by code or name."""

from collections.abc import Iterable

from planctl.errors import WrongValueError
from planctl.findings import did_you_mean
from planctl.loading import SHAPES
from planctl.rules.check import CRASH
from planctl.rules.policy import usual
from planctl.rules.rule import Rule
from planctl.settings.choices import Profile
from planctl.source import REFUSALS


def selected(
    rules: Iterable[Rule],
    wanted: Iterable[Rule],
    unwanted: Iterable[Rule],
    profile: Profile = Profile.ANALYST,
) -> tuple[Rule, ...]:
    """The rules that are wanted (the usual ones when none is) without those that are not."""
    rules = tuple(rules)
    chosen = {rule.code for rule in (tuple(wanted) or usual(rules, profile))}
    left_out = {rule.code for rule in unwanted}
    return tuple(rule for rule in rules if rule.code in chosen and rule.code not in left_out)


def rules_called(names: Iterable[str], rules: Iterable[Rule], option: str) -> tuple[Rule, ...]:
    """The rules with these codes or names; `option` is where the names were given.

    Raises WrongValueError for a name that no rule has.
    """
    every = tuple(rules)
    return tuple(_called(name, every, option) for name in names)


def is_called(name: str, code: str, rule_name: str) -> bool:
    """Whether the name means the rule with that code and name: PLN301, 301 or no-responsible."""
    wanted = name.strip().casefold()
    return wanted in {code.casefold(), code.removeprefix("PLN"), rule_name}


def _called(name: str, rules: tuple[Rule, ...], option: str) -> Rule:
    for rule in rules:
        if is_called(name, rule.code, rule.name):
            return rule
    fixed = [(code, refusal.name) for code, refusal in REFUSALS.items()]
    fixed += [(code, shape.name) for code, shape in SHAPES.items()]
    if any(is_called(name, code, its_name) for code, its_name in fixed):
        remedy = "Rules can only run on a file that loads, so this one is always looked for."
        raise WrongValueError(option, name, remedy, "can be neither chosen nor left out")
    if is_called(name, CRASH.code, CRASH.name):
        remedy = "It speaks of planctl itself, and is always said."
        raise WrongValueError(option, name, remedy, "can be neither chosen nor left out")
    near = did_you_mean(name, [rule.name for rule in rules])
    hint = f"Did you mean {near}? " if near else ""
    remedy = f"{hint}`planctl rules` lists the codes and names."
    raise WrongValueError(option, name, remedy, "is not a rule")
