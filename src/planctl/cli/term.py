"""`planctl term`: which terms are closed, closing one, and amending what was closed."""

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.decided import On, decided_on, party_named, plans_called
from planctl.cli.options import AsOf, DryRun, NoColor, PlanPaths, Printed, TextOrJson, day, plans_at
from planctl.cli.output import leave_if_broken, paint, say
from planctl.errors import ExitCode, WrongValueError

if TYPE_CHECKING:
    from planctl.workspace import Group

Term = Annotated[
    str, typer.Argument(metavar="TERM", help="The term, such as '2017-18 autumn', or last.")
]
Plans = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PLAN]...", help="Ids or files. Default: all of the workspace."),
]
By = Annotated[
    str | None, typer.Option(metavar="PARTY", help="Who decided it: a party's id, name or alias.")
]
Minute = Annotated[
    str | None, typer.Option(metavar="REF", help="Where it is minuted, such as 'Item 3'.")
]

term = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@term.callback()
def term_commands() -> None:
    """Close a term: what was said of it cannot change unnoticed.

    \b
    Examples:
      planctl term list                           which are open, ended or closed
      planctl term close last --by board --minute 'Item 3'
      planctl term amend last --minute 'Item 4' --reason 'A school counted twice'
    """


@term.command("list")
def list_terms(
    paths: PlanPaths = None,
    *,
    as_of: AsOf = None,
    output_format: Printed = TextOrJson.TEXT,
    no_color: NoColor = False,
) -> None:
    """List the terms: open, ended or closed, by whom, and if seals hold.

    The exit code is 1 where a seal is damaged, or the chain is cut.

    \b
    Examples:
      planctl term list
      planctl term list --format json
    """
    from planctl.audit.terms import terms_of  # noqa: PLC0415 - help does not need it
    from planctl.console.terms import (  # noqa: PLC0415 - as above
        render_terms_json,
        render_terms_text,
    )

    found, _ = plans_at(paths)
    leave_if_broken(found, "The terms cannot be listed. Mend that first.")
    groups = _of_one_workspace(found)
    chain = groups[0].seals
    on = decided_on(None) if as_of is None else day(as_of)
    terms = terms_of((plan for group in groups for plan in group.sound_plans()), chain, on)
    if output_format is TextOrJson.JSON:
        say(render_terms_json(terms, chain))
    else:
        say(render_terms_text(terms, chain, paint(no_color=no_color)))
    if chain.faults:
        raise typer.Exit(ExitCode.FINDINGS)


@term.command()
def close(  # noqa: PLR0913 - one parameter for each option of the command line
    term_name: Term,
    plan_names: Plans = None,
    *,
    by: By = None,
    minute: Minute = None,
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """Close a term that has ended: seal what was said of it.

    The seal is a file in the folder seals: commit it. It holds what each action, KPI,
    recommendation and risk said of the term, by its uid, and check sums of the plans' files and of
    the seal before. Without PLAN, the term is closed for each plan of the workspace that runs in it
    and for which it is not closed yet.

    \b
    Examples:
      planctl term close last --by board --minute 'Item 3'
      planctl term close '2017-18 autumn' attendance --by board --minute 'Item 3'
      planctl term close last --dry-run               what would be written
    """
    from planctl.cli.sealing import closed  # noqa: PLC0415 - help does not need it

    groups = _of_one_workspace(plans_called(plan_names))
    leave_if_broken(groups, "Nothing was closed. Mend that first.")
    decided = (decided_on(on), _party(groups, by), minute or "", "")
    closed(groups, (term_name, bool(plan_names)), decided, dry_run=dry_run)


@term.command()
def amend(  # noqa: PLR0913 - one parameter for each option of the command line
    term_name: Term,
    plan_names: Plans = None,
    *,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why what was said was wrong.")],
    minute: Annotated[
        str, typer.Option(metavar="REF", help="Where it is minuted, such as 'Item 4'.")
    ],
    by: By = None,
    on: On = None,
    dry_run: DryRun = False,
) -> None:
    """Record a correction of a closed term. What was sealed stays as it was.

    Correct the plan first; this adds a seal with what was, what is, and the reason. The next report
    prints it.

    \b
    Examples:
      planctl term amend last --minute 'Item 4' --reason 'A school counted twice'
      planctl term amend last attendance --minute 'Item 7' --reason 'By audit'
    """
    from planctl.cli.sealing import amended  # noqa: PLC0415 - help does not need it

    for name, words in (("--reason", reason), ("--minute", minute)):
        if not words.strip():
            raise WrongValueError(name, words, "Write what it is.", "says nothing")
    groups = _of_one_workspace(plans_called(plan_names))
    leave_if_broken(groups, "Nothing was amended. Mend that first.")
    decided = (decided_on(on), _party(groups, by), minute.strip(), reason.strip())
    amended(groups, (term_name, bool(plan_names)), decided, dry_run=dry_run)


def _of_one_workspace(found: "tuple[Group, ...]") -> "tuple[Group, ...]":
    """The groups with plans. Raises WrongValueError for plans of two workspaces: each has seals."""
    groups = tuple(group for group in found if group.asked)
    roots = sorted({group.root for group in groups}, key=str)
    if len(roots) > 1:
        problem = f"and {roots[1]} are two workspaces"
        remedy = "Each has seals of its own: name the plans of one."
        raise WrongValueError("PLAN", str(roots[0]), remedy, problem)
    return groups


def _party(groups: "tuple[Group, ...]", by: str | None) -> str:
    if not by:
        return ""
    return party_named(by, [plan for group in groups for plan in group.sound_plans()])
