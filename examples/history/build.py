"""Builds the git repository of this example: `python build.py DIR`."""  # noqa: INP001 # a script

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
COORDINATOR: Final = "Partnership coordinator <coordinator@example.org>"
FAMILY_SUPPORT: Final = "Family support lead <family-support@example.org>"
LIBRARY: Final = "Library service <library@example.org>"


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: the files of `folder` are laid over those of the commit before.

    `on` is its branch: one that branches off from `out_of` with this commit, or goes on from its
    last one; `merges` is a branch that is brought in. Of the folder, `only` names the files that
    are taken; left out, all are. The files `removed` go.
    """

    folder: str
    date: str
    message: str
    author: str = COORDINATOR
    on: str = "main"
    out_of: str = ""
    merges: str = ""
    only: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    tag: str = ""

    @property
    def moment(self) -> str:
        """The moment as git's fast-import has it: seconds, and the distance from Greenwich."""
        moment = datetime.fromisoformat(self.date)
        return f"{int(moment.timestamp())} {moment:%z}"


COMMITS: Final = (
    Commit("versions/01-2017-18-autumn", "2017-12-20T15:10:00+00:00",
           "The programme, and the reading plan with the updates of autumn 2017",
           only=("planctl.toml", "plans/programme.yaml", "plans/reading.yaml")),
    Commit("between/01-as-typed", "2017-12-21T09:40:00+00:00",
           "The attendance plan with the updates of autumn 2017, as it was typed in"),
    Commit("versions/01-2017-18-autumn", "2018-01-05T10:00:00+00:00",
           "Bring the attendance plan into one form, with a note on the telephone logs",
           tag="2017-18-autumn"),
    Commit("between/02-board-of-14-march", "2018-03-15T11:20:00+00:00",
           "What the board decided on 14 March: a new date for 1.2e, no awards evening"),
    Commit("versions/02-2017-18-spring", "2018-04-24T16:05:00+01:00",
           "Reading: updates of spring 2018", author=LIBRARY,
           on="reading-spring", out_of="main", only=("plans/reading.yaml",)),
    Commit("versions/02-2017-18-spring", "2018-04-26T14:30:00+01:00",
           "Attendance: updates of spring 2018", only=("plans/attendance.yaml",)),
    Commit("versions/02-2017-18-spring", "2018-05-02T09:15:00+01:00",
           "Bring the spring updates of both plans together",
           merges="reading-spring", tag="2017-18-spring"),
    Commit("between/03-notes-for-editors", "2018-05-14T13:00:00+01:00",
           "Notes for those who edit the attendance plan"),
    Commit("between/04-renamed", "2018-06-05T10:45:00+01:00",
           "The reading plan is called reading-together from now on",
           removed=("plans/reading.yaml",)),
    Commit("between/05-branch-family-support", "2018-07-13T12:10:00+01:00",
           "1.2b: update of summer 2018, with the survey of families", author=FAMILY_SUPPORT,
           on="family-support", out_of="main"),
    Commit("between/06-other-owners-in-july", "2018-07-17T15:25:00+01:00",
           "Attendance: updates of summer 2018, and the figures for 1.2b"),
    Commit("between/07-merged", "2018-07-20T10:00:00+01:00",
           "Bring in what family support says of 1.2b", merges="family-support"),
    Commit("versions/03-2017-18-summer", "2018-09-05T09:30:00+01:00",
           "Both plans at the end of Year 1", tag="2017-18-summer"),
    Commit("versions/04-2018-19-autumn", "2019-01-04T10:20:00+00:00",
           "Both plans, with the updates of autumn 2018", tag="2018-19-autumn"),
)  # fmt: skip


def build(folder: Path) -> str:
    """Makes the repository in the folder, which is new or empty; gives the id of its last commit.

    The ids are the same wherever it is made: names, dates and texts are fixed, and the
    configuration of whoever makes it is left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        sys.exit(f"{folder} is not empty. Name a folder that is, or a new one.")
    git(folder, "init", "--quiet", "--template=", "--object-format=sha1")
    git(folder, "symbolic-ref", "HEAD", "refs/heads/main")
    git(folder, "fast-import", "--quiet", stream=b"".join(stream()))
    git(folder, "reset", "--quiet", "--hard")
    return git(folder, "rev-parse", "HEAD").strip()


def stream() -> Iterator[bytes]:
    """The commits and their tags in the language of git's fast-import."""
    for commit in COMMITS:
        yield f"commit refs/heads/{commit.on}\n{signed('author', commit)}".encode()
        yield signed("committer", commit).encode() + sized(commit.message)
        for word, branch in (("from", commit.out_of), ("merge", commit.merges)):
            if branch:
                yield f"{word} refs/heads/{branch}\n".encode()
        yield from laid_over(commit)
        if commit.tag:
            yield f"tag {commit.tag}\nfrom refs/heads/{commit.on}\n".encode()
            yield signed("tagger", commit).encode() + sized(f"The plans of {commit.tag}")


def laid_over(commit: Commit) -> Iterator[bytes]:
    """What the commit does to the files."""
    folder = HERE / commit.folder
    for path in commit.removed:
        yield f"D {path}\n".encode()
    for file in sorted(path for path in folder.rglob("*") if path.suffix in {".toml", ".yaml"}):
        name = file.relative_to(folder).as_posix()
        if not commit.only or name in commit.only:
            yield f"M 100644 inline {name}\n".encode() + sized(file.read_text("utf-8"))
    yield b"\n"


def signed(word: str, commit: Commit) -> str:
    """A line that says who, and when."""
    return f"{word} {commit.author} {commit.moment}\n"


def sized(text: str) -> bytes:
    """The text behind its length in bytes; its lines end in LF, however they were checked out."""
    content = text.encode()
    return b"data %d\n%s\n" % (len(content), content)


def git(folder: Path, *words: str, stream: bytes | None = None) -> str:
    """What git says, in the folder and without anybody's configuration."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    # Why S603, S607: it is git's own program, by the name that everybody has it under.
    done = subprocess.run(  # noqa: S603
        ["git", *words],  # noqa: S607
        cwd=folder, env=kept | alone, input=stream, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    return done.stdout.decode()


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 # the program and one folder
        sys.exit("Name the folder to build in: python build.py DIR")
    sys.stdout.write(f"{build(Path(sys.argv[1]))}\n")
