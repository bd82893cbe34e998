"""Arguments and options that several commands share, and how their values are read."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.output import note
from planctl.errors import NoPlansError, WrongValueError

if TYPE_CHECKING:
    from planctl.workspace import Group, SettingsFound


class TextOrJson(StrEnum):
    """For people or for programs."""

    TEXT = "text"
    JSON = "json"


PlanPaths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Plan files, or folders that hold some. Default: the plans folder of the workspace.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day on which due, ended and overdue are judged. Default: today.",
    ),
]
Printed = Annotated[TextOrJson, typer.Option("--format", help="How it is printed.")]
TermNamed = Annotated[
    str,
    typer.Option(
        "--term", metavar="TERM", help="The term, such as '2017-18 autumn', current or last."
    ),
]
PlanNamed = Annotated[
    str | None,
    typer.Option(
        "--plan",
        metavar="ID|PATH",
        help="The plan, where several have such an action. Default: all of the workspace.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace files that are there already.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
]
NoColor = Annotated[
    bool, typer.Option("--no-color", help="No colour, also on a terminal.", show_default=False)
]


def workspace_at(paths: list[Path] | None) -> "tuple[tuple[Group, ...], SettingsFound]":
    """The plans at the paths, and the settings of the workspace that the first of them is in."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need the model
    from planctl.workspace import (  # noqa: PLC0415 - as above
        default_path,
        groups,
        links_left_out,
        settings_of,
        workspace_of,
    )

    places = paths or [default_path(Path.cwd())]
    found = groups(places)
    for link in dict.fromkeys(link for place in places for link in links_left_out(place)):
        note(
            f"{printable(str(link))} is left out: it is a link that leads out of the workspace, "
            "or nowhere. Put the file itself there, or name it on the command line."
        )
    return found, settings_of(workspace_of(places[0]))


def plans_at(paths: list[Path] | None) -> "tuple[tuple[Group, ...], SettingsFound]":
    """The same where at least one plan is wanted. Raises NoPlansError for a programme alone."""
    found, settings = workspace_at(paths)
    if paths and not any(group.asked for group in found):
        raise NoPlansError(paths[0])
    return found, settings


def day(text: str, option: str = "--as-of") -> date:
    """The day that the option names. Raises WrongValueError."""
    from planctl.model import read_day  # noqa: PLC0415 - help does not need the model

    found = read_day(text)
    if found is None:
        remedy = "Write a day as 2018-01-31, 31/01/2018 or 31 January 2018."
        raise WrongValueError(option, text, remedy, "is not a day")
    return found
