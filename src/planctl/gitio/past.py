"""The commits that led to a revision and changed files, with who made each, and when."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from planctl.gitio.history import History
from planctl.gitio.objects import OBJECT_ID

_FORMAT: Final = "%an%x00%cs%x00%s"
_HEADER: Final = re.compile(r"commit [0-9a-f ]+")
_SHORT: Final = 7


@dataclass(frozen=True, slots=True)
class PastCommit:
    """A commit: the committer's day, who wrote it, the first line of what they said of it.

    `parents` are the commits before it that changed the files, and no others.
    """

    id: str
    parents: tuple[str, ...]
    author: str
    day: date
    subject: str

    @property
    def short(self) -> str:
        """The id as people quote it."""
        return self.id[:_SHORT]


def past(history: History, commit: str, under: Iterable[str]) -> tuple[PastCommit, ...]:
    """The commits up to that one that changed what is below the folders, children first."""
    asked = ("--date-order", "--parents", "--full-history", "--simplify-merges")
    answer = history.run(
        ("rev-list", *asked, f"--format={_FORMAT}", commit, "--", *under), history.top, b""
    )
    lines = (answer.out if answer and answer.code == 0 else b"").decode("utf-8", "replace")
    return tuple(_commits(lines.split("\n")))


def _commits(lines: list[str]) -> Iterable[PastCommit]:
    for header, said in zip(lines[::2], lines[1::2], strict=False):
        if _HEADER.fullmatch(header):
            _, commit, *parents = header.split(" ")
            author, day, subject = said.split("\0", 2)
            yield PastCommit(commit, tuple(parents), author, date.fromisoformat(day), subject)


def blobs_at(
    history: History, commits: Iterable[str], paths: Iterable[str]
) -> Mapping[tuple[str, str], str]:
    """The ids of the files in the commits, by commit and path; from one process."""
    named = [
        (commit, path)
        for commit in commits
        for path in paths
        if "\n" not in path and OBJECT_ID.fullmatch(commit)
    ]
    given = b"".join(os.fsencode(f"{commit}:{path}\n") for commit, path in named)
    asked = ("cat-file", "--batch-check=%(objectname) %(objecttype)")
    answer = history.run(asked, history.top, given)
    lines = (answer.out if answer and answer.code == 0 else b"").decode("ascii", "replace")
    return {
        name: words[0]
        for name, line in zip(named, lines.split("\n"), strict=False)
        if (words := line.split(" "))[1:] == ["blob"]
    }
