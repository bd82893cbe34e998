"""`planctl config`: the settings in force, and where each came from."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from planctl.workspace import SettingsFound


def config(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A workspace; default: this folder's.")
    ] = None,
) -> None:
    """Show the settings in force, and the file that each comes from.

    \b
    Example:
      planctl config
    """
    from planctl.errors import PathNotFoundError  # noqa: PLC0415 - beside the heavy one below
    from planctl.workspace import settings_of, workspace_of  # noqa: PLC0415 - help does not need it

    place = path or Path.cwd()
    if not place.exists():
        raise PathNotFoundError(place)
    for line in _lines(settings_of(workspace_of(place))):
        typer.echo(line)


def _lines(found: "SettingsFound") -> Iterator[str]:
    written = found.written or {}
    origin = found.file.name if found.file else ""
    for section, values in found.settings.model_dump(mode="json", by_alias=True).items():
        yield f"[{section}]"
        for name, value in values.items():
            is_set = name in written.get(section, {})
            yield f"{name} = {_toml(value)}  # {origin if is_set else 'default'}"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(_toml(entry) for entry in value)}]"
    return f'"{value}"'
