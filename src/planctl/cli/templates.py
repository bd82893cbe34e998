"""`planctl templates`: which templates make a report, and copies of the shipped ones to change."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planctl.cli.options import DryRun, Force, Printed, TextOrJson
from planctl.cli.output import note, say
from planctl.cli.replacing import must_be_free
from planctl.errors import PathNotFoundError, PlanctlError, UnreadableError, WrongValueError

if TYPE_CHECKING:
    from planctl.report.own_templates import TemplateFound

templates = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

_FOLDER = "templates"
_NONE_NAMED = (
    "No template is named. Name some of those that `planctl templates list` shows, or give --all."
)
_USED = "The next report is made with them. What you change in them is yours to check."


@templates.callback()
def templates_commands() -> None:
    """List templates of reports; copy shipped ones to change.

    \b
    Examples:
      planctl templates list
      planctl templates copy parts/front.html    into templates/ of the workspace
      planctl templates copy --all -o look/      all of them, into another folder
    """


@templates.command("list")
def list_templates(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]", help="A workspace, or a plan in it. Default: this folder."
        ),
    ] = None,
    *,
    own: Annotated[
        Path | None,
        typer.Option("--templates", metavar="DIR", help="A folder of templates of your own."),
    ] = None,
    output_format: Printed = TextOrJson.TEXT,
) -> None:
    """List the templates, and where each is taken from.

    \b
    Examples:
      planctl templates list
      planctl templates list --templates look/    with a folder of your own first
      planctl templates list --format json        for other programs
    """
    from planctl.report.own_templates import templates_found  # noqa: PLC0415 - help needs none

    folders = _folders(path or Path.cwd(), own)
    found = templates_found([folder for folder in folders if folder.is_dir()])
    if output_format is TextOrJson.JSON:
        say(_as_json(folders, found))
    else:
        say("".join(f"{line}\n" for line in _lines(folders, found)))


@templates.command("copy")
def copy_templates(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Its name in planctl templates list."),
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="All that are shipped.")] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="The folder to copy to. Default: templates in the workspace.",
        ),
    ] = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    """Copy shipped templates, to be changed. What is there already stays, unless you use --force.

    A copy does not follow the shipped one when planctl changes: copy as little as you need, or
    extend the shipped one, as docs/templates.md shows.

    \b
    Examples:
      planctl templates copy parts/front.html parts/grid.html
      planctl templates copy --all --dry-run
      planctl templates copy report.css -o look/
      planctl report --templates look/           what you then see
    """
    from planctl.report.shipped import SHIPPED  # noqa: PLC0415 - help does not need it
    from planctl.source import write_atomic  # noqa: PLC0415 - as above

    folder = output if output is not None else _own_folder(Path.cwd())
    contents = {
        folder / name: (SHIPPED / name).read_bytes() for name in _chosen(names or [], every=every)
    }
    wanted = {path: content for path, content in contents.items() if not _holds(path, content)}
    if not force:
        must_be_free(wanted)
    for path, content in wanted.items():
        if not dry_run:
            write_atomic(path, content)
        say(f"{path}\n")
    for path in contents:
        if path not in wanted:
            note(f"{path} is there already, as it is shipped.")
    if wanted and not dry_run and output is None:
        note(_USED)


def _chosen(names: list[str], *, every: bool) -> tuple[str, ...]:
    from planctl.report.own_templates import (  # noqa: PLC0415 - help does not need them
        near_name,
        shipped_templates,
    )

    shipped = shipped_templates()
    if every:
        return shipped
    if not names:
        raise PlanctlError(_NONE_NAMED)
    for name in names:
        if name not in shipped:
            near = near_name(name)
            hint = f"Did you mean {near}?" if near else "`planctl templates list` names them all."
            raise WrongValueError("NAME", name, hint, "is not a shipped template")
    return tuple(dict.fromkeys(names))


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _own_folder(place: Path) -> Path:
    """The workspace's folder of templates, as seen from here."""
    from planctl.workspace import workspace_of  # noqa: PLC0415 - help does not need it

    return Path(os.path.relpath(workspace_of(place) / _FOLDER))


def _folders(place: Path, own: Path | None) -> tuple[Path, ...]:
    """The folders of one's own, in the order in which they are looked through."""
    if not place.exists():
        raise PathNotFoundError(place)
    if own is not None and not own.is_dir():
        raise UnreadableError(own, "it is not a folder") if own.exists() else PathNotFoundError(own)
    return (*([own] if own is not None else []), _own_folder(place))


def _lines(folders: tuple[Path, ...], found: "tuple[TemplateFound, ...]") -> Iterator[str]:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it

    yield "Looked for in this order:"
    for number, folder in enumerate(folders, start=1):
        missing = "" if folder.is_dir() else " (not there)"
        yield f"  {number}. {printable(str(folder))}{missing}"
    yield f"  {len(folders) + 1}. the templates that planctl ships; planctl/NAME is always theirs"
    yield ""
    width = max(len(one.name) for one in found)
    for one in found:
        yield f"{printable(one.name):<{width}}  {printable(_origin(one))}".rstrip()


def _origin(one: "TemplateFound") -> str:
    if one.folder is None:
        return "shipped"
    said = str(one.file)
    if one.near:
        said += f" (planctl asks for no template of that name; did you mean {one.near}?)"
    elif not one.is_shipped:
        said += " (for your own templates alone)"
    elif one.is_same:
        said += " (the same as the shipped one)"
    return said + "".join(f", before {path}" for path in one.hidden)


def _as_json(folders: tuple[Path, ...], found: "tuple[TemplateFound, ...]") -> str:
    from planctl.console.as_json import FORMAT_VERSION, dumped  # noqa: PLC0415 - not for help

    entries: list[dict[str, Any]] = [
        {
            "name": one.name,
            "file": one.file.as_posix() if one.folder else None,
            "folder": one.folder.as_posix() if one.folder else None,
            "shipped": one.is_shipped,
            "same": one.is_same if one.folder else True,
            "hidden": [path.as_posix() for path in one.hidden],
        }
        for one in found
    ]
    places = [folder.as_posix() for folder in folders]
    return dumped({"format_version": FORMAT_VERSION, "folders": places, "templates": entries})
