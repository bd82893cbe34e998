"""What `planctl import` asks about columns that nothing settles, and keeps for the next time."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from planctl.cli.output import note, say
from planctl.errors import ExitCode, WrongValueError

if TYPE_CHECKING:
    from planctl.transfer import Doubt, Imported, Wanted


def import_shown(
    file: Path, wanted: "Wanted", *, allow_unmapped: bool
) -> "tuple[Imported, Wanted]":
    """The document imported, and its report printed; on a terminal what is unclear is asked."""
    from planctl.cli.answers import is_on_terminal  # noqa: PLC0415 - help does not need it
    from planctl.console.terminal import printable  # noqa: PLC0415 - as above
    from planctl.transfer import imported, told  # noqa: PLC0415 - as above

    found = imported(file, wanted)
    if found.doubts and is_on_terminal() and not allow_unmapped:
        wanted = _asked(found, wanted)
        found = imported(file, wanted)
    say("".join(f"{printable(line)}\n" for line in told(found)))
    return found, wanted


def _asked(found: "Imported", wanted: "Wanted") -> "Wanted":
    """The same with an answer for each column that nothing settles."""
    from planctl.transfer import wishes_in  # noqa: PLC0415 - help does not need it

    wishes = dict(wanted.wishes)
    for heading, doubt in {doubt.column.heading: doubt for doubt in found.doubts}.items():
        if answer := _answer(doubt):
            wishes |= wishes_in([f"{heading}={answer}"])
    return replace(wanted, wishes=wishes)


def _answer(doubt: "Doubt") -> str:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.transfer import wishes_in  # noqa: PLC0415 - as above

    samples = [cell.text for cell in doubt.column.filled[:3]]
    say(f"\nWhat is the column '{printable(doubt.column.heading)}'?\n")
    say("".join(f"  {printable(one[:90])}\n" for one in samples))
    offered = ", ".join(dict.fromkeys((*map(str, doubt.candidates), "own", "notes", "ignore")))
    while True:
        try:
            said = typer.prompt(f"One of {offered} (Enter leaves it out)", default="",
                                show_default=False)  # fmt: skip
        except typer.Abort:
            note("Nothing was written.")
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        try:
            return str(said) if not said or wishes_in([f"{doubt.column.heading}={said}"]) else ""
        except WrongValueError as error:
            note(str(error))


def save_map(target: Path, done: "list[tuple[Imported, Wanted]]", *, dry_run: bool) -> None:
    """Keeps what was said of columns as a file that `--map` takes."""
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it
    from planctl.transfer import saved  # noqa: PLC0415 - as above

    wishes = {name: wish for _, wanted in done for name, wish in wanted.wishes.items()}
    if not dry_run:
        write_atomic(target, saved(wishes).encode())
