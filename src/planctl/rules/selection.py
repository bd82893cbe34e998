"""Which rules run: all, or those chosen by code or name."""

from collections.abc import Iterable

from planctl.errors import WrongValueError
from planctl.findings import did_you_mean
from planctl.loading import SHAPES
from planctl.rules.rule import Rule
from planctl.source import REFUSALS


def selected(
    rules: Iterable[Rule], select: Iterable[str], ignore: Iterable[str]
) -> tuple[Rule, ...]:
    """The rules that `select` names (all when it names none) without those that `ignore` names.

    Raises WrongValueError for a name that no rule has.
    """
    every = tuple(rules)
    wanted = {rule_called(name, every, "--select").code for name in select}
    unwanted = {rule_called(name, every, "--ignore").code for name in ignore}
    return tuple(
        rule for rule in every if (not wanted or rule.code in wanted) and rule.code not in unwanted
    )


def rule_called(name: str, rules: Iterable[Rule], option: str) -> Rule:
    """The rule with this code (PLN301 or 301) or name; WrongValueError when there is none."""
    every = tuple(rules)
    wanted = name.strip().casefold()
    wanted = f"pln{wanted}" if wanted.isdigit() else wanted
    for rule in every:
        if wanted in {rule.code.casefold(), rule.name}:
            return rule
    fixed = {code.casefold() for code in (*REFUSALS, *SHAPES)}
    fixed |= {refusal.name for refusal in REFUSALS.values()} | {s.name for s in SHAPES.values()}
    if wanted in fixed:
        raise WrongValueError(option, name, "A file must be readable before rules run on it.")
    near = did_you_mean(name, [label for rule in every for label in (rule.code, rule.name)])
    hint = f"Did you mean {near}? " if near else ""
    raise WrongValueError(option, name, f"{hint}`planctl rules` lists the codes and names.")
