"""The two sides of a comparison: which plan files each has, by ids that tell what is the same."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planctl.errors import NoPlansError, NoPlansFolderError, PathNotFoundError, WrongValueError
from planctl.gitio import History
from planctl.workspace.disk_side import Raw, disk_files
from planctl.workspace.places import PLANS, PROGRAMME, is_plan, plan_files, workspace_of
from planctl.workspace.settings_file import SETTINGS, has_settings
from planctl.workspace.side_names import InRevision, Name, OnDisk, Revision, Standing


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its files by their full paths, with the ids of their contents.

    `plans` are those to be compared, each seen from `base`; the others may be their programmes and
    waivers. `contents` has what was read from the disk, `named` are files that were asked for by
    name. `is_file`: the side is one file, whatever the other is called.
    """

    name: str
    files: Mapping[Path, str]
    plans: frozenset[Path]
    base: Path
    commit: str = ""
    contents: Mapping[Path, Raw] = field(default_factory=dict)
    is_file: bool = False
    named: frozenset[Path] = frozenset()

    def key(self, path: Path) -> Path:
        """What the file's path is called on both sides."""
        return Path(os.path.relpath(path, self.base))


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the words are said: a folder, its repository, and the paths that limit the sides."""

    folder: Path
    history: History | None
    paths: tuple[str, ...] = ()
    roots: dict[Path, Path] = field(default_factory=dict)

    @property
    def here(self) -> Path:
        """The folder itself, without links."""
        return Path(os.path.realpath(self.folder))

    @property
    def has_files(self) -> bool:
        """Whether there are files on the disk beside the history."""
        return self.history is None or self.history.has_work_tree

    def root_of(self, path: Path) -> Path:
        """The workspace that the file or folder is in."""
        if not self.has_files:
            return _root_by_name(path, self.here)
        if path.is_dir():
            return workspace_of(path)
        if path.parent not in self.roots:
            self.roots[path.parent] = workspace_of(path)
        return self.roots[path.parent]

    def scopes(self) -> tuple[Path, ...]:
        """What the paths lead to; without them, the workspace's plans folder."""
        if self.paths:
            return tuple(Path(os.path.realpath(self.folder / path)) for path in self.paths)
        return (Path(os.path.realpath(self.root_of(self.here) / PLANS)),)


def side_of(name: Name, commit: str, ground: Ground, like: str) -> Side:
    """The side of that name; files on the disk get ids that are like that one.

    Raises PathNotFoundError, NoPlansError, UnreadableError, UnmergedError, WrongValueError.
    """
    match name:
        case OnDisk(path):
            return _place_on_disk(Path(path), ground, like)
        case InRevision(revision, path):
            return _place_in_commit(f"{revision}:{path}", _full(path, ground), commit, ground)
        case Revision(word):
            return _listed(word, _commit_files(commit, ground, ground.scopes()), ground, commit)
        case Standing.INDEX:
            history = _needed(ground)
            files = history.index(_under(ground, ground.scopes()))
            return _listed(name.value, _on_top(history, files), ground, "")
        case Standing.FILES:
            return _standing_files(ground, like)


def must_hold_plans(old: Side, new: Side, ground: Ground) -> None:
    """Raises PathNotFoundError, NoPlansError or NoPlansFolderError for paths without a plan."""
    every = {*old.files, *new.files}
    plans = {*old.plans, *new.plans}
    for given, scope in zip(ground.paths or ("",), ground.scopes(), strict=True):
        is_programme = scope.name == PROGRAMME and scope in every
        if is_programme or any(path.is_relative_to(scope) for path in plans):
            continue
        if not given:
            raise NoPlansFolderError(ground.folder)
        if any(path.is_relative_to(scope) for path in every) or os.path.lexists(scope):
            raise NoPlansError(Path(given))
        raise PathNotFoundError(Path(given))


def _place_on_disk(path: Path, ground: Ground, like: str) -> Side:
    full = Path(os.path.realpath(ground.folder / path))
    if not full.exists():
        raise PathNotFoundError(path)
    found = plan_files(full)
    files = disk_files(found, ground.root_of, like)
    base = full if full.is_dir() else full.parent
    named = frozenset() if full.is_dir() else frozenset({full})
    plans = frozenset(found) if full.name != PROGRAMME else frozenset()
    return Side(str(path), files.ids, plans, base, contents=files.contents,
                is_file=bool(named), named=named)  # fmt: skip


def _place_in_commit(name: str, full: Path, commit: str, ground: Ground) -> Side:
    files = _commit_files(commit, ground, (full,))
    if full in files:
        named = frozenset({full})
        plans = named if full.name != PROGRAMME else frozenset()
        return Side(name, files, plans, full.parent, commit, is_file=True, named=named)
    plans = frozenset(_plans_below(full, files))
    if not plans:
        near = next((path for path in files if path.name == full.name), None)
        top = _needed(ground).top
        hint = f"Did you mean {near.relative_to(top).as_posix()}? " if near else ""
        remedy = f"{hint}The path begins at the top of the repository, or with ./ in this folder."
        raise WrongValueError("planctl diff", name, remedy, "holds no plan")
    return Side(name, files, plans, full, commit)


def _standing_files(ground: Ground, like: str) -> Side:
    history = _needed(ground)
    found: list[Path] = []
    for scope in ground.scopes():
        try:
            every = plan_files(scope) if scope.exists() else ()
        except NoPlansError:
            continue
        found += [path for path in every if not _is_outside_history(path, history.top)]
    plans = frozenset(path for path in found if is_plan(path.name))
    files = disk_files(found, ground.root_of, like)
    named = frozenset(scope for scope in ground.scopes() if scope in files.ids)
    return Side(Standing.FILES.value, files.ids, plans, history.top,
                contents=files.contents, named=named)  # fmt: skip


def _is_outside_history(path: Path, top: Path) -> bool:
    """Whether git keeps something else there: a link, or a repository of its own."""
    if path.is_symlink():
        return True
    inside = [folder for folder in path.parents if folder != top and folder.is_relative_to(top)]
    return any((folder / ".git").exists() for folder in inside)


def _listed(name: str, files: Mapping[Path, str], ground: Ground, commit: str) -> Side:
    plans = {path for scope in ground.scopes() for path in _plans_below(scope, files)}
    named = frozenset(scope for scope in ground.scopes() if scope in files)
    return Side(name, files, frozenset(plans), _needed(ground).top, commit, named=named)


def _plans_below(scope: Path, files: Mapping[Path, str]) -> Iterable[Path]:
    """The plans at the path, by the rules that hold for the disk."""
    if scope in files:
        return [scope] if is_plan(scope.name) else []
    below = [path for path in files if path.is_relative_to(scope)]
    folders = {folder for path in below for folder in _folders(path, scope)}
    limited = {folder for folder in folders if _keeps_plans_apart(folder, files, folders)}
    return [path for path in below if _is_plan_below(path, scope, limited)]


def _is_plan_below(path: Path, scope: Path, limited: set[Path]) -> bool:
    inside = path.relative_to(scope).parts
    if not is_plan(path.name) or any(part.startswith(".") for part in inside):
        return False
    return all(
        path.is_relative_to(folder / PLANS) for folder in _folders(path, scope) if folder in limited
    )


def _keeps_plans_apart(folder: Path, files: Mapping[Path, str], folders: set[Path]) -> bool:
    """Whether the folder is a workspace, all of whose plans are in its plans folder."""
    return folder / PLANS in folders and (folder / SETTINGS in files or has_settings(folder))


def _folders(path: Path, scope: Path) -> Iterable[Path]:
    return (folder for folder in path.parents if folder.is_relative_to(scope))


def _commit_files(commit: str, ground: Ground, scopes: Iterable[Path]) -> Mapping[Path, str]:
    history = _needed(ground)
    return _on_top(history, history.files(commit, _under(ground, scopes)))


def _on_top(history: History, files: Mapping[str, str]) -> Mapping[Path, str]:
    return {history.top / path: one for path, one in files.items()}


def _under(ground: Ground, scopes: Iterable[Path]) -> tuple[str, ...]:
    """The workspaces of the paths as git names them; nothing for all of the repository."""
    top = _needed(ground).top
    roots = []
    for scope in scopes:
        if not scope.is_relative_to(top):
            remedy = f"Name a path inside {top}, or compare two files."
            raise WrongValueError("planctl diff", str(scope), remedy, "is in no history")
        root = ground.root_of(scope)
        if root == top or not root.is_relative_to(top):
            return ()
        roots.append(root.relative_to(top).as_posix())
    return tuple(dict.fromkeys(roots))


def _full(path: str, ground: Ground) -> Path:
    """Where the path of a revision leads: from the top, or from here with a dot in front."""
    start = ground.here if path.split("/", 1)[0] in {".", ".."} else _needed(ground).top
    return Path(os.path.normpath(start / path))


def _needed(ground: Ground) -> History:
    if ground.history is None:
        message = "a side of a history was asked for without one"
        raise TypeError(message)
    return ground.history


def _root_by_name(path: Path, top: Path) -> Path:
    """The workspace of a file that is in a history alone: what holds the plans folder it is in."""
    above = (folder for folder in (path, *path.parents) if folder.is_relative_to(top))
    return next((folder.parent for folder in above if folder.name == PLANS), top)
