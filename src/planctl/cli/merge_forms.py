"""`planctl collect merge`: the answers of returned forms into the plans."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import Printed, TextOrJson, day, plans_at
from planctl.cli.output import leave_if_broken, say
from planctl.cli.round import (
    Plans,
    closed_terms,
    forms_at,
    plan_files,
    settled_by,
    today,
)
from planctl.errors import ExitCode

if TYPE_CHECKING:
    from planctl.transfer.collecting.outcome import Outcome


def merge(  # noqa: PLR0913 - one parameter for each option of the command line
    inbox: Annotated[
        list[Path], typer.Argument(metavar="INBOX...", help="Forms, or folders that hold some.")
    ],
    *,
    write: Annotated[
        bool,
        typer.Option(
            "--write/--dry-run", help="Write the plans; without it, say what would be written."
        ),
    ] = False,
    take: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SIDE=KEY",
            help="theirs=KEY takes the form's answer, ours=KEY leaves what the plan has. KEY is "
            "printed with each conflict; an action's ref stands for all its fields, all for "
            "everything. May be repeated.",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE|REF", help="Merge this form or action alone. May be repeated."),
    ] = None,
    plans: Plans = None,
    written_on: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The day that updates bear. Default: today."),
    ] = None,
    output_format: Printed = TextOrJson.TEXT,
) -> None:
    """Take the answers of returned forms into the plans.

    Where the plan was changed after the form was made, both are shown and nothing is written until
    you choose. What somebody wrote into locked cells is only proposed. All is written, or nothing;
    each update records its form, the form's check sum and the cells.

    \b
    Examples:
      planctl collect merge inbox/                          what would change
      planctl collect merge inbox/ --write
      planctl collect merge inbox/ --take theirs=1.1a.rating --take ours=1.2b
      planctl collect merge inbox/ --only reading-lead.xlsx --write
    """
    from planctl.transfer.collecting.gathered import changed_files  # noqa: PLC0415 - not for help
    from planctl.transfer.collecting.merging import merged, with_closed  # noqa: PLC0415 - as above

    found, _ = plans_at(plans)
    leave_if_broken(found, "Nothing was merged. Mend that first.")
    files = plan_files(found)
    forms, refused = forms_at(inbox)
    settled = settled_by(take or [], only or [])
    outcome = with_closed(
        merged(forms, {one.plan.id: one.plan for one in files}, settled, refused),
        closed_terms(found),
    )
    on = day(written_on, "--date") if written_on else today()
    changes = tuple(changed_files(files, outcome.changes, on)) if outcome.is_clean else ()
    if write and changes:
        from planctl.source import save_all  # noqa: PLC0415 - only where something is written

        save_all(changes)
    _tell(outcome, output_format, written=write and bool(changes))
    if not outcome.is_clean:
        raise typer.Exit(ExitCode.FINDINGS)


def _tell(outcome: "Outcome", output_format: TextOrJson, *, written: bool) -> None:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.transfer.collecting.telling import as_json, told  # noqa: PLC0415 - as above

    if output_format is TextOrJson.JSON:
        say(as_json(outcome, written=written))
        return
    say("".join(f"{printable(line)}\n" for line in told(outcome, written=written)))
    if written:
        said = dict.fromkeys(one.asked.plan.id for one in outcome.changes)
        say(f"Written to {', '.join(said)}.\n")
