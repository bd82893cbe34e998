"""`planctl init`: a workspace to begin with."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import DryRun
from planctl.cli.output import note, say
from planctl.errors import ThereAlreadyError, UnwritableError

if TYPE_CHECKING:
    from planctl.starting import NewFile


class CiChoice(StrEnum):
    """The service that checks plans when they are sent in."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="[DIR]",
            help="Where it begins; it is made if it is not there. Default: this folder.",
            show_default=False,
        ),
    ] = Path(),
    *,
    with_example: Annotated[
        bool,
        typer.Option(
            "--example", help="A whole invented partnership over three years, to look at and try."
        ),
    ] = False,
    ci: Annotated[
        CiChoice, typer.Option("--ci", help="Add what this service needs to check plans.")
    ] = CiChoice.NONE,
    dry_run: DryRun = False,
) -> None:
    """Begin a workspace, empty or with an example to look at.

    It gets settings, a programme, a first plan, and files for git and editors.

    What is there already is never written over. Where a plan or the settings are there, nothing is
    written at all.

    \b
    Examples:
      planctl init                    in this folder
      planctl init partnership        in a new one
      planctl init trial --example    an invented partnership, to look at
    """
    from planctl.starting import example, new_workspace  # noqa: PLC0415 - help does not need it

    files = example() if with_example else new_workspace(ci.value)
    _refuse_workspace(folder, files)
    for file in files:
        path = folder / file.place
        if path.exists():
            note(f"{path} is there already and stays as it is.")
            continue
        if not dry_run:
            _write(path, file.content)
        say(f"{path}\n")
    if not dry_run:
        note(_next_steps(folder, is_example=with_example))


def _refuse_workspace(folder: Path, files: "tuple[NewFile, ...]") -> None:
    if folder.exists() and not folder.is_dir():
        raise UnwritableError(folder, "it is a file, not a folder")
    for file in files:
        path = folder / file.place
        if (file.place.parts[0] == "plans" or file.place.name == "planctl.toml") and path.exists():
            remedy = "It belongs to a workspace. Name another folder: planctl init DIR."
            raise ThereAlreadyError(path, remedy)


def _write(path: Path, content: bytes) -> None:
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it

    write_atomic(path, content)


def _next_steps(folder: Path, *, is_example: bool) -> str:
    there = [] if folder == Path() else [f"  cd {folder}"]
    day = " --as-of 2024-08-31" if is_example else ""
    term = "--term '2023-24 summer'" if is_example else "--term current"
    return "\n".join([
        "What to do next:",
        *there,
        f"  planctl validate{day}",
        f"  planctl report {term}",
        "  planctl git setup          where git keeps the plans",
    ])  # fmt: skip
