"""Arguments and options that several commands share, and how their values are read."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.errors import WrongValueError

if TYPE_CHECKING:
    from planctl.console.terminal import Paint
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
        "--as-of", metavar="DATE", help="The day on which due, ended and overdue are judged."
    ),
]
NoColor = Annotated[
    bool, typer.Option("--no-color", help="No colour, also on a terminal.", show_default=False)
]


def workspace_at(paths: list[Path] | None) -> "tuple[tuple[Group, ...], SettingsFound]":
    """The plans at the paths, and the settings of the workspace that the first of them is in."""
    from planctl.workspace import (  # noqa: PLC0415 - help does not need the model
        default_path,
        groups,
        settings_of,
        workspace_of,
    )

    places = paths or [default_path(Path.cwd())]
    found = groups(places)
    return found, settings_of(workspace_of(places[0]))


def day(text: str) -> date:
    """The day that an option names. Raises WrongValueError."""
    from planctl.model import read_day  # noqa: PLC0415 - help does not need the model

    found = read_day(text)
    if found is None:
        raise WrongValueError("--as-of", text, "Write a day as 2018-01-01 or 1 January 2018.")
    return found


def paint(*, no_color: bool) -> "Paint":
    """Colour when standard output is a terminal that takes it."""
    from planctl.console.terminal import Paint, wants_colour  # noqa: PLC0415 - as above

    return Paint(not no_color and wants_colour(sys.stdout))
