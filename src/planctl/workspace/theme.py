"""The look that a workspace has chosen for its reports, with its logo read from the disk."""

import os
from pathlib import Path

from planctl.errors import SettingsError, reason_of
from planctl.findings import did_you_mean
from planctl.report.pictures import LARGEST, Picture, read_picture
from planctl.report.theme import Theme
from planctl.workspace.settings_file import settings_of


def theme_of(root: Path) -> Theme:
    """The theme of the workspace's settings. Raises SettingsError for a logo that cannot be used.

    The logo is a file of the workspace: no link and no path leads out of it.
    """
    found = settings_of(root)
    chosen = found.settings.theme
    logo = _logo(chosen.logo, found.file) if chosen.logo and found.file else None
    return Theme(
        chosen.name or "", logo, chosen.accent, chosen.heading, chosen.link, chosen.footer or ""
    )


def _logo(name: str, settings: Path) -> Picture:
    folder = Path(os.path.realpath(settings.parent))
    path = Path(os.path.realpath(folder / name))
    if not path.is_relative_to(folder):
        raise _refused(settings, name, "it is not in the workspace. Copy it there.")
    if not path.is_file():
        beside = os.listdir(path.parent) if path.parent.is_dir() else []  # noqa: PTH208 - names alone
        near = did_you_mean(path.name, beside)
        hint = f"Did you mean {near}?" if near else "Put it there, or correct the name."
        raise _refused(settings, name, f"it is not there. {hint}")
    picture = read_picture(_read(path, settings, name))
    if isinstance(picture, str):
        raise _refused(settings, name, picture)
    return picture


def _read(path: Path, settings: Path, name: str) -> bytes:
    try:
        with path.open("rb") as opened:
            # One byte more than is taken tells that there are too many.
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise _refused(settings, name, f"it cannot be read: {reason_of(error)}.") from error


def _refused(settings: Path, name: str, reason: str) -> SettingsError:
    return SettingsError(settings, f"theme.logo = {name!r} cannot be used: {reason}")
