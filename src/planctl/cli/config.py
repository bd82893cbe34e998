"""`planctl config`: the settings in force, and where each came from."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planctl.cli.output import say
from planctl.errors import PathNotFoundError

if TYPE_CHECKING:
    from planctl.workspace import SettingsFound


def config(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]", help="A workspace, or a plan in it. Default: this folder."
        ),
    ] = None,
) -> None:
    """Show the settings in force, and the file that each comes from.

    \b
    Examples:
      planctl config
      planctl config ../other-partnership
    """
    from planctl.workspace import settings_of, workspace_of  # noqa: PLC0415 - help does not need it

    place = path or Path.cwd()
    if not place.exists():
        raise PathNotFoundError(place)
    say("".join(f"{line}\n" for line in _lines(settings_of(workspace_of(place)))))


def _lines(found: "SettingsFound") -> Iterator[str]:
    written = found.written or {}
    origin = os.path.relpath(found.file) if found.file else ""
    for section, values in found.settings.model_dump(mode="json", by_alias=True).items():
        yield from _table(section, values, written.get(section, {}), origin)


def _table(name: str, values: dict[str, Any], written: Any, origin: str) -> Iterator[str]:
    """A table of the file, with those inside it below."""
    yield f"[{name}]"
    for key, value in values.items():
        if value is None:
            yield f"# {key} is not set"
        elif not isinstance(value, dict):
            yield f"{_key(key)} = {_toml(value)}  # {origin if key in written else 'default'}"
    for key, value in values.items():
        if isinstance(value, dict) and value:
            yield from _table(f"{name}.{key}", value, written.get(key, {}), origin)


def _key(name: str) -> str:
    """The name as TOML has it: bare where it may be."""
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else _toml(name)


def _toml(value: Any) -> str:
    """The value as TOML, whose texts are escaped as those of JSON are."""
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
