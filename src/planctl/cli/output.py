"""What commands print, and what becomes of it when nobody reads on."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from io import StringIO
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

import typer

from planctl.errors import ExitCode

if TYPE_CHECKING:
    from planctl.console.terminal import Paint
    from planctl.workspace import Group

_PATIENCE: Final = 1.0
"""Seconds after which a wait is long enough for a progress bar."""

_T = TypeVar("_T")


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


def difference(old: str, new: str, file: str) -> str:
    """What would change in the file, as a unified diff."""
    # Not splitlines: it would also cut at characters that end no line of a file.
    before, after = (list(StringIO(text, newline="\n")) for text in (old, new))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(before, after, file, file)
    )


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


def with_progress(steps: Sequence[_T], title: str) -> Iterator[_T]:
    """The steps; on a terminal a bar shows how far they are, once they take their time."""
    is_watched = sys.stderr is not None and sys.stderr.isatty()
    if len(steps) < 2 or not is_watched:  # noqa: PLR2004 - a single step has no progress
        yield from steps
        return
    from rich.console import Console  # noqa: PLC0415 - slow, and seldom needed
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task, begun = bar.add_task(title, total=len(steps)), monotonic()
    try:
        for step in steps:
            yield step
            bar.advance(task)
            if monotonic() - begun > _PATIENCE:
                bar.start()
    finally:
        bar.stop()
