"""The names of two sides brought to files: what is a revision is asked of git, and found once."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from planctl.errors import PlanctlError, WrongValueError
from planctl.gitio import (
    GitMissingError,
    History,
    NoRevisionError,
    Runner,
    history_at,
    since_merge_base,
)
from planctl.workspace.group import shown
from planctl.workspace.side_names import (
    Asked,
    InRevision,
    Name,
    NeitherError,
    NeitherWithoutGitError,
    OnDisk,
    Revision,
    Standing,
)
from planctl.workspace.sides import Ground, Side, must_hold_plans, side_of

_SHORT = 7


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides, where they were asked for, and what their files are called.

    `prefix` stands before a name where the old side's file is meant as its commit has it.
    """

    old: Side
    new: Side
    ground: Ground
    prefix: str

    def called(self, path: Path) -> str:
        """The file's name, seen from the folder."""
        for start in (self.ground.folder, self.ground.here):
            if path.is_relative_to(start):
                return shown(path.relative_to(start))
        near = Path(os.path.relpath(path, self.ground.here))
        return shown(min(near, path, key=lambda one: len(one.parts)))


def is_path_in(folder: Path) -> Callable[[str], bool]:
    """What tells whether a word is a path that is there, seen from the folder."""
    # The inside of a repository holds files that are called HEAD and the like.
    is_inside_git = all(os.path.exists(folder / name) for name in ("HEAD", "objects", "refs"))  # noqa: PTH110 - the method raises for a name that is too long

    def is_path(word: str) -> bool:
        if not word or (is_inside_git and not Path(word).is_absolute()):
            return False
        return os.path.lexists(os.path.join(folder, word)) if "\0" not in word else False  # noqa: PTH118 - as above

    return is_path


def sides_of(asked: Asked, folder: Path, run: Runner) -> Sides:
    """Both sides. At most three processes of git are asked, however many files there are.

    Raises GitMissingError, NoRevisionError, NoMergeBaseError, UnmergedError, UnreadableError,
    PathNotFoundError, NoPlansError, NoPlansFolderError, WrongValueError.
    """
    if isinstance(asked.old, OnDisk) and isinstance(asked.new, OnDisk):
        history, commits = None, ("", "")
    else:
        history, asked = _history(asked, folder, run)
        commits = _commits(asked, history)
        asked = _with_same_path(asked, history, folder)
    ground = Ground(folder, history, asked.paths)
    like = commits[0] or commits[1]
    old = side_of(asked.old, commits[0], ground, like)
    new = side_of(asked.new, commits[1], ground, like)
    if asked.from_merge_base and isinstance(asked.old, Revision):
        old = replace(old, name=f"merge base of {asked.old.word} and {new.name}")
    if isinstance(asked.old, Revision):
        must_hold_plans(old, new, ground)
    elif old.is_file != new.is_file:
        remedy = "Name two files, or two folders."
        raise WrongValueError("planctl diff", f"{old.name} {new.name}", remedy)
    return Sides(old, new, ground, _prefix(asked, commits[0]))


def _history(asked: Asked, folder: Path, run: Runner) -> tuple[History, Asked]:
    """The history with the commits asked for; a word that is no revision may become a path."""
    names = [name for name in (asked.old, asked.new) if isinstance(name, Revision | InRevision)]
    if asked.from_merge_base:
        old, new = map(_word, names)
        return _in_files(since_merge_base(folder, old, new, run), asked)
    try:
        found = history_at(folder, map(_word, names), run)
    except GitMissingError as error:
        first = names[0]
        if isinstance(first, Revision) and not first.is_certain:
            raise NeitherWithoutGitError(first.word, str(error)) from error
        raise
    if len(found.commits) < len(names):
        missing = names[len(found.commits)]
        if not isinstance(missing, Revision) or not missing.may_be_path:
            raise _no_revision(missing, found)
        asked = replace(asked, new=Standing.FILES, paths=(missing.word, *asked.paths))
    return _in_files(found, asked)


def _in_files(found: History, asked: Asked) -> tuple[History, Asked]:
    if not found.has_work_tree and isinstance(asked.new, Standing):
        raise WrongValueError(
            "planctl diff",
            asked.new.value,
            "Name two revisions: OLD..NEW.",
            "cannot be compared in a repository without a work tree",
        )
    return found, asked


def _no_revision(missing: Revision | InRevision, found: History) -> PlanctlError:
    if isinstance(missing, Revision) and not missing.is_certain and not found.is_shallow:
        return NeitherError(missing.word)
    return NoRevisionError(_word(missing), is_shallow=found.is_shallow)


def _commits(asked: Asked, history: History) -> tuple[str, str]:
    """The commit of each side; empty for a side that is none."""
    ids = iter(history.commits)
    old = next(ids) if isinstance(asked.old, Revision | InRevision) else ""
    new = next(ids) if isinstance(asked.new, Revision | InRevision) else ""
    return old, new


def _with_same_path(asked: Asked, history: History, folder: Path) -> Asked:
    """What is compared with a place of a revision alone: the same place on the disk."""
    if not isinstance(asked.old, InRevision) or asked.new is not Standing.FILES:
        return asked
    path = asked.old.path
    start = folder if path.split("/", 1)[0] in {".", ".."} else history.top
    return replace(asked, new=OnDisk(os.path.normpath(start / path)))


def _prefix(asked: Asked, commit: str) -> str:
    if asked.from_merge_base:
        return f"{commit[:_SHORT]}:"
    return f"{_word(asked.old)}:" if commit else ""


def _word(name: Name) -> str:
    match name:
        case Revision(word) | InRevision(word):
            return word
        case OnDisk(path):
            return path
        case Standing():
            return name.value
