"""A folder's place in a repository, the commits that words name there, and the files of those."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planctl.errors import PlanctlError
from planctl.gitio.calls import Runner, can_be_revision, run_git
from planctl.gitio.missing import GitMissingError, NoMergeBaseError, NoRevisionError
from planctl.gitio.objects import OBJECT_ID
from planctl.gitio.repository import Repository

_TREE_LINE: Final = re.compile(rb"(\d{6}) blob ([0-9a-f]{40,64})\t(.+)", re.DOTALL)
_INDEX_LINE: Final = re.compile(rb"(\d{6}) ([0-9a-f]{40,64}) (\d)\t(.+)", re.DOTALL)
_REGULAR: Final = frozenset({b"100644", b"100755"})
_ASKED: Final = ("--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")


class UnmergedError(PlanctlError):
    """A file of the index that a merge has left in several versions."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is in a merge that is not finished. Settle it with git add.")


@dataclass(frozen=True, slots=True)
class History:
    """A repository as seen from a folder.

    `top` is its root, or the folder itself where there is no work tree. `commits` are the ids of
    the revisions asked for, in their order, up to the first that is none.
    """

    top: Path
    has_work_tree: bool
    is_shallow: bool
    commits: tuple[str, ...] = ()
    run: Runner = run_git

    @property
    def repository(self) -> Repository:
        """What gives the content of its objects."""
        return Repository(self.top, self.run)

    def files(self, commit: str, under: Iterable[str] = ()) -> Mapping[str, str]:
        """The ids of the commit's files by their paths from the top, below the folders or all.

        Links and other repositories inside are left out.
        """
        # Without sizes: git would leave out files whose content it has not fetched yet.
        listed = self._said("ls-tree", "-r", "-z", "--full-tree", commit, "--", *under)
        return {
            os.fsdecode(found[3]): found[2].decode("ascii")
            for line in listed.split(b"\0")
            if (found := _TREE_LINE.fullmatch(line)) and found[1] in _REGULAR
        }

    def index(self, under: Iterable[str] = ()) -> Mapping[str, str]:
        """The same of what is staged for the next commit. Raises UnmergedError."""
        listed = self._said("ls-files", "--stage", "-z", "--full-name", "--", *under)
        lines = (_INDEX_LINE.fullmatch(line) for line in listed.split(b"\0"))
        files: dict[str, str] = {}
        for found in lines:
            if found is None or found[1] not in _REGULAR:
                continue
            path = os.fsdecode(found[4])
            if found[3] != b"0":
                raise UnmergedError(path)
            files[path] = found[2].decode("ascii")
        return files

    def _said(self, *arguments: str) -> bytes:
        answer = self.run(arguments, self.top, b"")
        if answer is None or answer.code != 0:
            raise GitMissingError(self.top)
        return answer.out


def history_at(folder: Path, revisions: Iterable[str] = (), run: Runner = run_git) -> History:
    """The repository that the folder is in, and the commits of the revisions, from one process.

    Raises GitMissingError.
    """
    wanted = [f"{one}^{{commit}}" for one in _askable(revisions)]
    answer = run(("rev-parse", "--revs-only", *_ASKED, "--end-of-options", *wanted), folder, b"")
    return _history(answer.out if answer and answer.code == 0 else b"", folder, run)


def since_merge_base(folder: Path, old: str, new: str, run: Runner = run_git) -> History:
    """The same for the commit that two revisions come from, and the second of them.

    Raises GitMissingError, NoRevisionError, NoMergeBaseError.
    """
    asked = ("rev-parse", "--revs-only", *_ASKED, "--end-of-options")
    are_names = len(_askable((old, new))) == 2  # noqa: PLR2004 - the two
    wanted = (f"{old}^{{commit}}...{new}^{{commit}}",) if are_names else ()
    answer = run((*asked, *wanted), folder, b"")
    out = answer.out if answer and answer.code == 0 else b""
    found = _history(out, folder, run)
    # The second revision comes first, then the first, then what both come from.
    bases = [line[1:] for line in out.decode("ascii", "replace").split("\n") if line[:1] == "^"]
    if not found.commits:
        whole = history_at(folder, (old, new), run)
        missing = (old, new)[min(len(whole.commits), 1)]
        raise NoRevisionError(missing, is_shallow=whole.is_shallow)
    if not bases:
        raise NoMergeBaseError(old, new, is_shallow=found.is_shallow)
    return History(
        found.top, found.has_work_tree, found.is_shallow, (bases[0], found.commits[0]), run
    )


def _askable(revisions: Iterable[str]) -> list[str]:
    """The revisions up to the first that git is not to be asked about."""
    names = list(revisions)
    wrong = next((at for at, name in enumerate(names) if not _names_one(name)), len(names))
    return names[:wrong]


def _names_one(name: str) -> bool:
    """Whether the word can name one commit, and not a stretch of history or all outside of one."""
    return can_be_revision(name) and ".." not in name and not name.startswith("^")


def _history(said: bytes, folder: Path, run: Runner) -> History:
    lines = os.fsdecode(said).split("\n")[:-1]
    if len(lines) < len(_ASKED):
        raise GitMissingError(folder)
    after = lines[2:]
    # The name of a folder may hold line ends; behind it there are only ids.
    first = next((at for at, line in enumerate(after) if at and _is_id(line)), len(after))
    prefix = "\n".join(after[:first])
    ids = tuple(line for line in after[first:] if OBJECT_ID.fullmatch(line))
    depth = len(Path(prefix).parts)
    here = Path(os.path.realpath(folder))
    top = here.parents[depth - 1] if depth else here
    return History(top, lines[0] == "true", lines[1] == "true", ids, run)


def _is_id(line: str) -> bool:
    return OBJECT_ID.fullmatch(line.removeprefix("^")) is not None
