"""How plans are judged: what the command line and the settings say, made one."""

from typing import TYPE_CHECKING

from planctl.settings.choices import Profile

if TYPE_CHECKING:
    from planctl.rules import Policy
    from planctl.workspace import SettingsFound


def policy_of(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: Profile | None,
    found: "SettingsFound",
) -> "Policy":
    """How plans are judged. What the command line names counts for more than the file."""
    from planctl.rules import (  # noqa: PLC0415 - help does not need them
        CATALOGUE,
        Policy,
        rules_called,
        selected,
    )

    checks = found.settings.checks
    profile = profile or checks.profile
    wanted = rules_called(select, CATALOGUE, "--select")
    unwanted = rules_called(ignore, CATALOGUE, "--ignore")
    in_file = rules_called(checks.select, CATALOGUE, f"{found.file}: validate.select")
    not_in_file = rules_called(checks.ignore, CATALOGUE, f"{found.file}: validate.ignore")
    left_out = (rule for rule in not_in_file if rule not in wanted)
    rules = selected(CATALOGUE, wanted or in_file, (*unwanted, *left_out), profile)
    table = f"{found.file}: validate"
    severities = {
        rule.code: severity
        for name, severity in checks.severity.items()
        for rule in rules_called([name], CATALOGUE, f"{table}.severity")
    }
    per_file = {
        pattern: frozenset(
            rule.code for rule in rules_called(names, CATALOGUE, f"{table}.per-file")
        )
        for pattern, names in checks.per_file.items()
    }
    return Policy(rules, profile, severities, per_file, checks.thresholds)


def rule_names(given: list[str] | None) -> tuple[str, ...]:
    """The names, also when several stand in one option with commas."""
    return tuple(name.strip() for part in given or () for name in part.split(",") if name.strip())
