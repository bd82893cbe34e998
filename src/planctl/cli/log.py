"""`planctl log`: the life of one action, commit by commit."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.action_called import Called, NoSuchActionError, action_called
from planctl.cli.options import NoColor, PlanNamed, Printed, TextOrJson
from planctl.cli.output import paint, say

if TYPE_CHECKING:
    from planctl.diff.life import Life
    from planctl.workspace.archive import Archive


def log(
    ref: Annotated[
        str,
        typer.Argument(metavar="REF", help="The action or sub-action: its reference or its uid."),
    ],
    *,
    plan_name: PlanNamed = None,
    output_format: Printed = TextOrJson.TEXT,
    no_color: NoColor = False,
) -> None:
    """Tell the life of one action: its ratings, owners, dates, texts.

    It is followed through git however it was numbered and whatever its file was called. One that
    was dropped is found by the name that it had last.

    \b
    Examples:
      planctl log 2.1a                       all that became of 2.1a
      planctl log 1a --plan attendance       where several plans have a 1a
      planctl log homework-club --format json
    """
    from planctl.console import (  # noqa: PLC0415 - help does not need them
        render_life_json,
        render_life_text,
    )

    life = _life(ref, plan_name)
    if output_format is TextOrJson.JSON:
        say(render_life_json(life))
    else:
        say(render_life_text(life, paint(no_color=no_color)))


def _life(ref: str, plan_name: str | None) -> "Life":
    """The life of the action in the plans, else of one that is no longer there.

    Raises WrongValueError, GitMissingError.
    """
    from planctl.workspace.life import life_named  # noqa: PLC0415 - help does not need it

    try:
        called = action_called(ref, plan_name, "told")
    except NoSuchActionError:
        found = life_named(ref, _archive(_folder_of(plan_name)), _stem_of(plan_name))
        if found is None:
            raise
        return found
    return _of_called(called)


def _of_called(called: Called) -> "Life":
    from planctl.diff import Version  # noqa: PLC0415 - help does not need it
    from planctl.workspace.life import Standing, life_of  # noqa: PLC0415 - as above

    archive = _archive(called.file.parent)
    record = next(
        loaded.record
        for file, loaded in zip(called.group.asked, called.group.plans, strict=True)
        if file == called.file
    )
    today = date.today()  # noqa: DTZ011 - the user's own day
    version = Version(record or called.plan, called.plan, today)
    file = Path(os.path.realpath(called.file)).relative_to(archive.history.top)
    return life_of(Standing(version, called.row.path, file.as_posix()), archive)


def _folder_of(plan_name: str | None) -> Path:
    """The folder in which an action that is gone may have stood."""
    from planctl.workspace import default_path  # noqa: PLC0415 - help does not need it

    named = Path(plan_name or "")
    if not plan_name or not named.exists():
        return default_path(Path.cwd())
    return named if named.is_dir() else named.parent


def _stem_of(plan_name: str | None) -> str:
    """The name of the one file that it may have stood in; empty for any."""
    return "" if not plan_name or Path(plan_name).is_dir() else Path(plan_name).stem


def _archive(folder: Path) -> "Archive":
    from planctl.gitio import history_at  # noqa: PLC0415 - help does not need it
    from planctl.workspace.archive import Archive  # noqa: PLC0415 - as above

    history = history_at(folder, ("HEAD",))
    real = Path(os.path.realpath(folder))
    under = real.relative_to(os.path.realpath(history.top)).as_posix()
    return Archive(history, next(iter(history.commits), ""), under)
