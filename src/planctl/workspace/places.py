"""Where a workspace keeps its plans, and which files a path stands for."""

import os
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Final

from planctl.errors import (
    NoPlansError,
    NoPlansFolderError,
    PathNotFoundError,
    UnreadableError,
    reason_of,
)
from planctl.findings import did_you_mean
from planctl.workspace.settings_file import has_settings, settings_of

PROGRAMME: Final = "programme.yaml"
PLANS: Final = "plans"
WAIVERS: Final = "waivers.yaml"
SEALS: Final = "seals"
_SUFFIXES: Final = (".yaml", ".yml")


def plan_files(path: Path) -> tuple[Path, ...]:
    """The plan files at the path, in order of their names; a workspace stands for its plans folder.

    A programme in a folder is not a plan, nor are waivers, nor what the settings exclude, and no
    link leads out of the workspace. Raises PathNotFoundError, NoPlansError, UnreadableError,
    SettingsError.
    """
    _must_be_there(path)
    if not _is_folder(path):
        return (path,)
    top = workspace_of(path)
    found = tuple(_included(path, top))
    if not found:
        raise NoPlansError(path)
    return found


def links_left_out(path: Path) -> tuple[Path, ...]:
    """The links below a folder that `plan_files` leaves alone: they lead out of it, or nowhere."""
    if not _is_folder(path):
        return ()
    top = workspace_of(path)
    return tuple(file for file in _walk(_plans_folder(path)) if not _is_within(file, top))


def default_path(folder: Path) -> Path:
    """The plans folder of the workspace that the folder is in, as seen from the folder.

    Raises NoPlansFolderError.
    """
    plans = workspace_of(folder) / PLANS
    if not _is_folder(plans):
        raise NoPlansFolderError(folder)
    return Path(os.path.relpath(plans, folder))


def workspace_of(path: Path) -> Path:
    """The nearest folder above that holds settings, else the one with the plans folder it is in.

    Where there is neither, the folder itself.
    """
    folder = _real(path if _is_folder(path) else path.parent)
    above = (folder, *folder.parents)
    for candidate in above:
        if has_settings(candidate):
            return candidate
    return next((candidate.parent for candidate in above if candidate.name == PLANS), folder)


def programme_for(
    file: Path, root: Path, is_there: Callable[[Path], bool] | None = None
) -> Path | None:
    """The programme nearest above the plan, else that of the workspace; named as the plan is.

    `is_there` tells which files there are, where that is not for the disk to say.
    """
    beside = _real(file.parent)
    folders = [folder for folder in (beside, *beside.parents) if folder.is_relative_to(root)]
    for folder in (*folders, root / PLANS):
        if (is_there or _is_file)(folder / PROGRAMME):
            return _named_like(file, folder, PROGRAMME)
    return None


def waivers_for(
    file: Path, root: Path, is_there: Callable[[Path], bool] | None = None
) -> Path | None:
    """The workspace's file of waivers, named as the plan is; None when it has none."""
    is_held = (is_there or _is_file)(root / WAIVERS)
    return _named_like(file, root, WAIVERS) if is_held else None


def seals_for(file: Path, root: Path) -> Path:
    """The workspace's folder of seals, named as the plan is, whether or not it is there."""
    return _named_like(file, root, SEALS)


def neighbours(root: Path, programme: Path | None, asked: tuple[Path, ...]) -> tuple[Path, ...]:
    """The other plans that share the programme: those of the plans folder, and those beside.

    They are what a plan may link to.
    """
    taken = {_real(file) for file in asked}
    shared = _real(programme) if programme else None
    near: dict[Path, Path] = {}
    for file in _nearby(root, asked):
        near.setdefault(_real(file), file)
    one_of = {file.parent: file for file in near.values()}
    programmes = {folder: programme_for(file, root) for folder, file in one_of.items()}
    sharing = {folder for folder, found in programmes.items() if (found and _real(found)) == shared}
    return tuple(
        file for real, file in near.items() if real not in taken and file.parent in sharing
    )


def is_plan(name: str) -> bool:
    """Whether a file of that name is taken for a plan where a folder is asked for."""
    return name.lower().endswith(_SUFFIXES) and name not in {PROGRAMME, WAIVERS}


def is_source(path: Path) -> bool:
    """Whether a file of that name holds a plan or settings, or is one of git's own."""
    real = _real(path)
    return real.name.lower().endswith((*_SUFFIXES, ".toml")) or ".git" in real.parts


def _included(folder: Path, top: Path) -> Iterator[Path]:
    """The files below the folder, without those that the settings of its workspace exclude.

    The folder itself was asked for by name: no pattern is held against it.
    """
    patterns = settings_of(top).settings.workspace.exclude
    asked = PurePath(os.path.relpath(_real(folder), top))
    for file in _walk(_plans_folder(folder)):
        inside = PurePath(os.path.relpath(_real(file.parent) / file.name, top))
        below = [place for place in (inside, *inside.parents) if asked in place.parents]
        if _is_file_within(file, top) and not _matches(below, patterns):
            yield file


def _matches(places: Iterable[PurePath], patterns: tuple[str, ...]) -> bool:
    return any(
        fnmatchcase(place.as_posix(), one.rstrip("/")) for place in places for one in patterns
    )


def _nearby(root: Path, asked: tuple[Path, ...]) -> Iterator[Path]:
    if _is_folder(root / PLANS):
        yield from (file for file in _walk(root / PLANS) if _is_file_within(file, root))
    for folder in sorted({_real(file.parent) for file in asked}):
        beside = (folder / entry.name for entry in _entries(folder) if is_plan(entry.name))
        yield from (file for file in beside if _is_file_within(file, root))


def _must_be_there(path: Path) -> None:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.is_symlink():
            raise UnreadableError(path, "it is a link that leads nowhere") from error
        raise PathNotFoundError(path, _near(path)) from error
    except OSError as error:
        raise UnreadableError(path, reason_of(error)) from error


def _near(path: Path) -> Path | None:
    """What stands in the same folder under nearly the same name."""
    names = [entry.name for entry in _entries(path.parent)] if _is_folder(path.parent) else []
    name = did_you_mean(path.name, names)
    return path.with_name(name) if name else None


def _walk(folder: Path) -> Iterator[Path]:
    """What could be plans below a folder, links to files and folders among them."""
    for entry in _entries(folder):
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(_plans_folder(path))
        elif is_plan(entry.name) or (entry.is_symlink() and _is_folder(path)):
            yield path


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What stands in the folder, in order of names, without what is hidden."""
    try:
        with os.scandir(folder) as entries:
            seen = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        raise UnreadableError(folder, reason_of(error)) from error
    return sorted(seen, key=lambda entry: entry.name)


def _plans_folder(folder: Path) -> Path:
    plans = folder / PLANS
    return plans if _is_folder(plans) and has_settings(folder) else folder


def _is_file_within(path: Path, top: Path) -> bool:
    return _is_file(path) and _is_within(path, top)


def _is_within(path: Path, top: Path) -> bool:
    """Whether the path leads to a file or folder that the top folder holds."""
    return (_is_file(path) or _is_folder(path)) and _real(path).is_relative_to(top)


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - the method raises where a folder may not be searched


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - as above


def _named_like(file: Path, folder: Path, name: str) -> Path:
    """The folder's file of the name, seen from where the other file is named from."""
    if folder == _real(file.parent):
        return file.parent / name
    return folder / name if file.is_absolute() else Path(os.path.relpath(folder / name))


def _real(path: Path) -> Path:
    # Not Path.resolve, which raises for a loop of links in Python before 3.13.
    return Path(os.path.realpath(path))
