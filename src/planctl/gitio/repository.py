"""What git keeps of a workspace: its commits, their files, and what those hold."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from planctl.gitio.calls import Runner, can_be_revision, run_git
from planctl.gitio.missing import GitMissingError, NoRevisionError
from planctl.gitio.objects import OBJECT_ID, Objects, objects_in

_DATED: Final = re.compile(r"([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)")
_TREE_LINE: Final = re.compile(rb"(\d{6}) blob ([0-9a-f]{40,64}) +(\d+)\t(.+)", re.DOTALL)
_REGULAR: Final = frozenset({b"100644", b"100755"})
_SHORT: Final = 7

_CANDIDATES: Final = 1000
"""Commits of the day and a half in which it is the same day somewhere."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, by its full id, and its committer's day where that was asked for."""

    id: str
    day: date

    @property
    def short(self) -> str:
        """The id as people quote it."""
        return self.id[:_SHORT]


@dataclass(frozen=True, slots=True)
class TreeFile:
    """A file of a commit: its path from the top, the id of its blob, and its size in bytes."""

    path: str
    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class Repository:
    """A work tree with its history; `top` is its root."""

    top: Path
    run: Runner = run_git

    def commit(self, revision: str) -> Commit | None:
        """The commit that a revision names; None when it names none, or something else."""
        if not can_be_revision(revision):
            return None
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        found = self._said(*asked).decode("ascii", "replace").removesuffix("\n")
        return self._dated(found) if OBJECT_ID.fullmatch(found) else None

    def last_commit(self, on: date) -> Commit | None:
        """The last commit of HEAD's history whose committer dated it on or before the day."""
        head = self.commit("HEAD")
        if head is None:
            return None
        # The day begins and ends earlier or later for a committer abroad.
        end = datetime(on.year, on.month, on.day, tzinfo=UTC) + timedelta(hours=38)
        bounds = (f"--min-age={int(end.timestamp())}", f"--max-count={_CANDIDATES}")
        listed = self._said("rev-list", "--format=%H %cs", *bounds, head.id, "--")
        return next((commit for commit in _commits(listed) if commit.day <= on), None)

    def files(self, commit: Commit, under: str = "") -> tuple[TreeFile, ...]:
        """The files of the commit below a folder, named from the top; links are left out."""
        below = (under,) if under else ()
        listed = self._said("ls-tree", "-r", "-l", "-z", "--full-tree", commit.id, "--", *below)
        return tuple(
            TreeFile(os.fsdecode(found[4]), found[2].decode("ascii"), int(found[3]))
            for line in listed.split(b"\0")
            if (found := _TREE_LINE.fullmatch(line)) and found[1] in _REGULAR
        )

    def blobs(self, ids: Iterable[str]) -> Mapping[str, bytes]:
        """The content of each blob by its id, from one process; those that are not there lack."""
        return self.objects(ids).blobs

    def objects(self, ids: Iterable[str]) -> Objects:
        """The blobs and commits with these ids, from one process; what is not there lacks."""
        wanted = dict.fromkeys(ids)
        given = "".join(f"{one}\n" for one in wanted if OBJECT_ID.fullmatch(one))
        return objects_in(self._said("cat-file", "--batch", given=given.encode("ascii")))

    def _dated(self, commit: str) -> Commit | None:
        listed = self._said("rev-list", "--format=%H %cs", "--max-count=1", commit, "--")
        return next(iter(_commits(listed)), None)

    def _said(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git prints, or nothing when it fails."""
        answer = self.run(arguments, self.top, given)
        return answer.out if answer is not None and answer.code == 0 else b""


def repository_at(folder: Path, run: Runner = run_git) -> Repository | None:
    """The repository that the folder is in; None without git, or outside of any work tree."""
    answer = run(("rev-parse", "--show-toplevel"), folder, b"")
    if answer is None or answer.code != 0 or not answer.out.strip():
        return None
    return Repository(Path(os.fsdecode(answer.out.removesuffix(b"\n"))), run)


def needed_commit(folder: Path, revision: str, run: Runner = run_git) -> tuple[Repository, Commit]:
    """The repository that the folder is in, and the commit that the revision names there.

    Raises GitMissingError, NoRevisionError.
    """
    repository = repository_at(folder, run)
    if repository is None:
        raise GitMissingError(folder)
    commit = repository.commit(revision)
    if commit is None:
        raise NoRevisionError(revision)
    return repository, commit


def _commits(listed: bytes) -> Iterable[Commit]:
    for line in listed.decode("ascii", "replace").split("\n"):
        if found := _DATED.fullmatch(line):
            yield Commit(found[1], date.fromisoformat(found[2]))
