"""The file that holds a workspace's settings: planctl.toml, or a table of pyproject.toml."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from planctl.errors import SettingsError, UnreadableError
from planctl.settings.record import Settings, read_settings

SETTINGS: Final = "planctl.toml"
_PROJECT: Final = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class SettingsFound:
    """The settings in force, the file they came from, and what that file sets."""

    settings: Settings
    file: Path | None = None
    written: Mapping[str, Any] | None = None


def settings_of(root: Path) -> SettingsFound:
    """The settings of a workspace. Raises SettingsError for what they may not hold."""
    for file in (root / SETTINGS, root / _PROJECT):
        written = _written(file)
        if written is None:
            continue
        settings = read_settings(written)
        if isinstance(settings, str):
            raise SettingsError(file, settings)
        return SettingsFound(settings, file, written)
    return SettingsFound(Settings())


def has_settings(folder: Path) -> bool:
    """Whether the folder holds settings, and so is a workspace."""
    return _is_file(folder / SETTINGS) or _written(folder / _PROJECT) is not None


def _written(file: Path) -> Any:
    """What the file sets for planctl; None where it sets nothing or is not there."""
    if not _is_file(file):
        return None
    table = _toml(file)
    if file.name == SETTINGS:
        return table
    tools = table.get("tool")
    return tools.get("planctl") if isinstance(tools, dict) else None


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - the method raises where a folder may not be searched


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UnreadableError(file, (error.strerror or "unknown reason").lower()) from error
    except UnicodeDecodeError as error:
        raise SettingsError(file, "it is not UTF-8. Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(file, f"it is not TOML: {error}.") from error
