"""`planctl git merge-driver`: three versions of a plan made into one, as git asks for it."""

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.output import note
from planctl.errors import ExitCode

MARKS = 7
"""How many signs git's own conflict marks have."""


def merge_driver(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The plan before they parted (%O).")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Ours, which is written (%A).")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Theirs (%B).")],
    size: Annotated[
        int, typer.Argument(metavar="SIZE", help="How long conflict marks are (%L).", min=1)
    ] = MARKS,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the plan is called (%P).")] = "",
) -> None:
    """Merge three versions of a plan field by field, for git.

    OURS becomes the merged file: our text with their changes. Exit code 1 where both sides changed
    one value, which then stands there twice between marks; 2 where the merge cannot be proved to
    lose nothing: then nothing is written, and git merges line by line.

    \b
    Examples:
      planctl git merge-driver %O %A %B %L %P
    """
    from planctl.merging import UnsureError, merge  # noqa: PLC0415 - help does not need the model
    from planctl.source import file_bytes, write_atomic  # noqa: PLC0415 - as above
    from planctl.workspace.places import PROGRAMME  # noqa: PLC0415 - as above

    if Path(name).name == PROGRAMME:
        raise typer.Exit(ExitCode.USAGE)  # not a plan: git merges its lines, and that is no trouble
    try:
        merged = merge(file_bytes(base), file_bytes(ours), file_bytes(theirs), size)
    except UnsureError as error:
        note(f"planctl: {name or ours}: {error}. git merges its lines.")
        raise typer.Exit(ExitCode.USAGE) from None
    write_atomic(ours, merged.content)
    if merged.conflicts:
        several = "" if merged.conflicts == 1 else "s"
        note(
            f"planctl: {name or ours}: {merged.conflicts} conflict{several}. "
            "Keep one value of each, and take away the marks."
        )
        raise typer.Exit(ExitCode.FINDINGS)
