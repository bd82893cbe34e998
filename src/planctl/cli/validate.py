"""`planctl validate`: checks plans and says what is wrong, and where."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import AsOf, NoColor, PlanPaths, day, workspace_at
from planctl.cli.output import paint, say
from planctl.errors import ExitCode
from planctl.settings.choices import FailOn, Profile

if TYPE_CHECKING:
    from planctl.rules import Policy
    from planctl.workspace import SettingsFound


class FindingsFormat(StrEnum):
    """How findings are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


RuleNames = list[str] | None


def validate(  # noqa: PLR0913 - one parameter for each option of the command line
    paths: PlanPaths = None,
    *,
    output_format: Annotated[
        FindingsFormat, typer.Option("--format", help="How findings are printed.")
    ] = FindingsFormat.FULL,
    as_of: AsOf = None,
    select: Annotated[
        RuleNames,
        typer.Option(metavar="RULE", help="Only these rules, by code or name; commas between."),
    ] = None,
    ignore: Annotated[
        RuleNames,
        typer.Option(metavar="RULE", help="Not these rules, by code or name; commas between."),
    ] = None,
    profile: Annotated[
        Profile | None,
        typer.Option(help="For whom: some rules are for auditors alone. Default: analyst."),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="From which severity on the exit code is 1. Default: error."),
    ] = None,
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Warnings count as errors.", show_default=False),
    ] = None,
    no_color: NoColor = False,
) -> None:
    """Check plans and say what is wrong, where, and what to do.

    \b
    Examples:
      planctl validate                              the plans of this workspace
      planctl validate plans/reading.yaml           one plan
      planctl validate --format json > findings.json
      planctl validate --select no-responsible --as-of 2018-01-01
      planctl validate --strict                     warnings fail as well
    """
    from planctl.workspace import check_run  # noqa: PLC0415 - help does not need the rules

    found, settings = workspace_at(paths)
    checks = settings.settings.checks
    on = day(as_of) if as_of is not None else date.today()  # noqa: DTZ011 - the user's own day
    run = check_run(found, _policy(_names(select), _names(ignore), profile, settings), on)
    run = run.strict() if (checks.strict if strict is None else strict) else run
    say(_renderer(output_format)(run, paint(no_color=no_color)))
    if run.has_at_least((fail_on or checks.fail_on).severity):
        raise typer.Exit(ExitCode.FINDINGS)


def _policy(
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


def _names(given: RuleNames) -> tuple[str, ...]:
    """The names, also when several stand in one option with commas."""
    return tuple(name.strip() for part in given or () for name in part.split(",") if name.strip())


def _renderer(output_format: FindingsFormat) -> Callable[..., str]:
    from planctl.console import (  # noqa: PLC0415 - help does not need them
        render_concise,
        render_full,
        render_json,
    )

    match output_format:
        case FindingsFormat.FULL:
            return render_full
        case FindingsFormat.CONCISE:
            return render_concise
        case FindingsFormat.JSON:
            return render_json
