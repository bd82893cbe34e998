"""What commands print, and what becomes of it when nobody reads on."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from planctl.errors import ExitCode

if TYPE_CHECKING:
    from planctl.console.terminal import Paint
    from planctl.workspace import Group


def say(text: str) -> None:
    """Prints to standard output. A reader that has left (`| head`) is no error."""
    try:
        typer.echo(text, nl=False)
    except BrokenPipeError:
        drop_output()


def drop_output() -> None:
    """Sends the rest of the output nowhere: Python would fail again when it ends and flushes."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(text: str) -> None:
    """Prints a line to standard error."""
    typer.echo(text, err=True)


def paint(*, no_color: bool) -> "Paint":
    """Colour when standard output is a terminal that takes it."""
    from planctl.console.terminal import Paint, wants_colour  # noqa: PLC0415 - not for help

    return Paint(not no_color and wants_colour(sys.stdout))


def leave_if_broken(found: "Iterable[Group]", consequence: str) -> None:
    """Says what keeps plans from loading, and ends with the exit code for findings."""
    from planctl.console import concise_line  # noqa: PLC0415 - help does not need it

    broken = [finding for group in found for finding in group.broken()]
    for finding in broken:
        note(concise_line(finding))
    if broken:
        note(consequence)
        raise typer.Exit(ExitCode.FINDINGS)
