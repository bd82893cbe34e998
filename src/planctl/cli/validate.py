"""`planctl validate`: checks plans and says what is wrong, and where."""

from datetime import date
from typing import Annotated

import typer

from planctl.cli.findings_shown import FindingsFormat, RuleCrashedError, show
from planctl.cli.fixing import UnsafeAloneError, mend
from planctl.cli.options import AsOf, DryRun, NoColor, PlanPaths, day, workspace_at
from planctl.cli.output import paint
from planctl.cli.policy import policy_of, rule_names
from planctl.cli.waivers import NewFrom, WriteWaivers, write_waivers
from planctl.errors import ExitCode
from planctl.settings.choices import FailOn, Profile

RuleNames = list[str] | None


def validate(  # noqa: PLR0913 - one parameter for each option of the command line
    paths: PlanPaths = None,
    *,
    output_format: Annotated[
        FindingsFormat | None,
        typer.Option(
            "--format",
            help="How findings are printed. Default: full, or concise when there are many.",
        ),
    ] = None,
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
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics",
            help="How often each rule found something, in place of the findings.",
            show_default=False,
        ),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Mend what can be mended without doubt.", show_default=False),
    ] = False,
    unsafe: Annotated[
        bool,
        typer.Option(
            "--unsafe",
            help="With --fix: mend also what was probably meant, such as a misspelt word.",
            show_default=False,
        ),
    ] = False,
    new_from: NewFrom = None,
    waive: WriteWaivers = None,
    dry_run: DryRun = False,
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
      planctl validate --statistics                 which rules find how much
      planctl validate --fix --dry-run              what could be mended by itself
      planctl validate --new-from main              only what this branch brought
      planctl validate --write-waivers 'Taken over as it was (until 2018-12-31)'
    """
    from planctl.workspace import check_run, findings_at  # noqa: PLC0415 - not for help

    found, settings = workspace_at(paths)
    checks = settings.settings.checks
    on = day(as_of) if as_of is not None else date.today()  # noqa: DTZ011 - the user's own day
    policy = policy_of(rule_names(select), rule_names(ignore), profile, settings)
    older = None if new_from is None else findings_at(found, new_from, policy, on)
    if unsafe and not fix:
        raise UnsafeAloneError
    if fix:
        mend(found, policy, on, unsafe=unsafe, dry_run=dry_run)
        found, _ = workspace_at(paths)
    run = check_run(found, policy, on, older)
    if waive is not None:
        write_waivers(found, run, waive, dry_run=dry_run)
        found, _ = workspace_at(paths)
        run = check_run(found, policy, on, older)
    run = run.strict() if (checks.strict if strict is None else strict) else run
    show(run, output_format, paint(no_color=no_color), statistics=statistics)
    if run.crashes:
        raise RuleCrashedError(run.crashes)
    if run.has_at_least((fail_on or checks.fail_on).severity):
        raise typer.Exit(ExitCode.FINDINGS)
