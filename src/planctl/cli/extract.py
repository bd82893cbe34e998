"""`planctl extract`: the files inside a report."""

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.options import DryRun
from planctl.cli.output import note, say
from planctl.errors import ExitCode


def extract(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="A report, as PDF or HTML.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write to.")
    ],
    *,
    dry_run: DryRun = False,
) -> None:
    """Write the files that travel inside a report into a folder.

    They are the plan that the report was made from, or the edition of it for the report's readers,
    what was found, and how the report was made. No file that is there already is replaced.

    \b
    Examples:
      planctl extract reading-2017-18-autumn-delivery-officer.pdf -o source/
      planctl extract report.html -o source/ --dry-run
    """
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need the model
    from planctl.verify import DamagedReportError, opened  # noqa: PLC0415 - as above
    from planctl.verify.extracting import targets  # noqa: PLC0415 - as above

    try:
        found = opened(report)
    except DamagedReportError as error:
        note(f"{report}: {error}")
        raise typer.Exit(ExitCode.FINDINGS) from error
    if not found.files:
        note(f"{report}: This copy carries no source; ask for the original.")
        raise typer.Exit(ExitCode.FINDINGS)
    for path, content in targets(found.files, output):
        if not dry_run:
            write_atomic(path, content)
        say(f"{path}\n")
