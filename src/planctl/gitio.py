"""What git keeps of a workspace, asked by plumbing calls of the git program alone."""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planctl.errors import MissingLibraryError

_SAFE: Final = (
    "--no-optional-locks", "--literal-pathspecs", "--no-pager",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
)  # fmt: skip
"""A repository's own configuration can name programs; none of these calls starts one."""

_HARDENED: Final = MappingProxyType({
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
})  # fmt: skip
"""No question on the terminal, no network, and no commit that stands in for another."""

_COMMIT: Final = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_DATED: Final = re.compile(r"([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)")
_TREE_LINE: Final = re.compile(rb"(\d{6}) blob ([0-9a-f]{40,64}) +(\d+)\t(.+)", re.DOTALL)
_REGULAR: Final = frozenset({b"100644", b"100755"})
_SHORT: Final = 7
_LONGEST: Final = 250
"""Characters of a revision; the name of a branch has no more."""

_CANDIDATES: Final = 1000
"""Commits of the day and a half in which it is the same day somewhere."""


class GitMissingError(MissingLibraryError):
    """No git program, or no repository, where a revision was named."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} has no history: git is not installed, or nobody has made the folder a "
            "repository that git trusts. Run git status there to see which."
        )


class NoRevisionError(MissingLibraryError):
    """A revision that the repository does not have."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"{revision!r} is not a revision of this repository. Name a branch, a tag or a commit; "
            "in a shallow clone, fetch more of the history."
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program said; `code` is its exit code."""

    code: int
    out: bytes


Runner = Callable[[tuple[str, ...], Path, bytes], Answer | None]
"""Runs git with the arguments, in the folder, on that input; None where there is no git."""


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


def run_git(arguments: tuple[str, ...], folder: Path, given: bytes) -> Answer | None:
    """What the git program of this machine says."""
    import subprocess  # noqa: PLC0415 - slow to import, and most checks look at no history

    program = shutil.which("git")
    if program is None:
        return None
    done = subprocess.run(  # noqa: S603 - no shell, and no word of a plan among the options
        [program, *_SAFE, *arguments],
        cwd=folder,
        input=given,
        env=_environment(os.environ),
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout)


@dataclass(frozen=True, slots=True)
class Repository:
    """A work tree with its history; `top` is its root."""

    top: Path
    run: Runner = run_git

    def commit(self, revision: str) -> Commit | None:
        """The commit that a revision names; None when it names none, or something else."""
        if not revision.isprintable() or not 0 < len(revision) <= _LONGEST:
            return None
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        found = self._said(*asked).decode("ascii", "replace").removesuffix("\n")
        return self._dated(found) if _COMMIT.fullmatch(found) else None

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
        wanted = dict.fromkeys(ids)
        given = "".join(f"{one}\n" for one in wanted if _COMMIT.fullmatch(one))
        return _contents(self._said("cat-file", "--batch", given=given.encode("ascii")))

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


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """The environment without what turns git to another repository or to other programs."""
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_")}
    return {**kept, **_HARDENED}


def _commits(listed: bytes) -> Iterable[Commit]:
    for line in listed.decode("ascii", "replace").split("\n"):
        if found := _DATED.fullmatch(line):
            yield Commit(found[1], date.fromisoformat(found[2]))


def _contents(said: bytes) -> Mapping[str, bytes]:
    """The blobs of a batch: each a line of id, kind and size, its bytes, a line end."""
    found: dict[str, bytes] = {}
    place = 0
    while (end := said.find(b"\n", place)) >= 0:
        words = said[place:end].decode("ascii", "replace").split(" ")
        place = end + 1
        if len(words) == 3 and words[2].isdecimal():  # noqa: PLR2004 - `id missing` has two
            size = int(words[2])
            found |= {words[0]: said[place : place + size]} if words[1] == "blob" else {}
            place += size + 1
    return found
