"""The plans of past commits, each read once however many commits hold it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from planctl.diff import Version
from planctl.gitio import History, PastCommit, blobs_at, past
from planctl.loading import load_plan, load_programme
from planctl.model import Plan, Programme, within
from planctl.source import read
from planctl.source.refusals import MAX_BYTES
from planctl.workspace.places import PROGRAMME, is_plan


@dataclass
class Archive:
    """The commits up to one that changed plans, and the plans in them.

    Paths are those from the top of the repository; `folder` is the one that the plans are in.
    """

    history: History
    commit: str
    folder: str
    _ids: dict[tuple[str, str], str] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)
    _contents: dict[str, bytes] = field(default_factory=dict)
    _plans: dict[tuple[str, str, str], Plan | None] = field(default_factory=dict)
    _programmes: dict[str, Programme | None] = field(default_factory=dict)

    @cached_property
    def commits(self) -> tuple[PastCommit, ...]:
        """The commits, each before its parents."""
        return past(self.history, self.commit, (self.folder,))

    def parents(self, commit: PastCommit, path: str) -> Iterator[PastCommit]:
        """The commits before it; one in which the file is broken gives way to those before that."""
        for parent in commit.parents:
            yield from self.sound(self._by_id[parent], path)

    def sound(self, commit: PastCommit, path: str) -> Iterator[PastCommit]:
        """The commit itself, or those before it if its file is there and does not load."""
        if self._id(commit, path) and self.version(commit, path) is None:
            yield from self.parents(commit, path)
        else:
            yield commit

    @cached_property
    def _by_id(self) -> dict[str, PastCommit]:
        return {commit.id: commit for commit in self.commits}

    def version(self, commit: PastCommit, path: str) -> Version | None:
        """The plan in the file as it was then, on the commit's day; None where it did not load."""
        programme = self._programme(commit, path)
        plan = self._plan(commit, path, programme)
        return Version(plan, within(plan, programme), commit.day) if plan is not None else None

    def identity(self, commit: PastCommit, path: str) -> tuple[str, ...]:
        """What a version hangs on: two commits with the same hold the same plan."""
        return tuple(self._id(commit, name) for name in (path, *_programmes_for(path)))

    def files(self, commit: PastCommit) -> Iterator[str]:
        """The plan files of the commit."""
        for path, blob in self.history.files(commit.id, (self.folder,)).items():
            if is_plan(PurePosixPath(path).name):
                self._ids[commit.id, path] = blob
                yield path

    def paths(self, commit_id: str) -> frozenset[str]:
        """The plan files of the commit of that id, by their paths alone."""
        return frozenset(self.files(self._by_id[commit_id]))

    def may_hold(self, commit: PastCommit, path: str, words: str) -> bool:
        """Whether all of the words stand somewhere in the file as it was then."""
        content = self._content(self._id(commit, path)) or b""
        return all(word.encode() in content for word in words.split())

    def _plan(self, commit: PastCommit, path: str, programme: Programme | None) -> Plan | None:
        stem = PurePosixPath(path).stem
        key = (self._id(commit, path), stem, self._programme_id(commit, path))
        if key not in self._plans:
            content = self._content(key[0])
            document = read(content, path) if content is not None else None
            self._plans[key] = load_plan(document, stem, programme).record if document else None
        return self._plans[key]

    def _programme(self, commit: PastCommit, path: str) -> Programme | None:
        blob = self._programme_id(commit, path)
        if blob and blob not in self._programmes:
            content = self._content(blob)
            document = read(content, PROGRAMME) if content is not None else None
            self._programmes[blob] = load_programme(document).record if document else None
        return self._programmes.get(blob)

    def _programme_id(self, commit: PastCommit, path: str) -> str:
        """The id of the programme nearest above the plan; empty where there is none."""
        found = (self._id(commit, name) for name in _programmes_for(path))
        return next(filter(None, found), "")

    def _id(self, commit: PastCommit, path: str) -> str:
        """The id of the file in the commit, empty where it is not there; all commits at once."""
        if path not in self._asked:
            self._asked.add(path)
            self._ids.update(blobs_at(self.history, (one.id for one in self.commits), (path,)))
        return self._ids.get((commit.id, path), "")

    def _content(self, blob: str) -> bytes | None:
        if blob not in self._contents:
            wanted = {one for one in self._ids.values() if one not in self._contents}
            self._contents.update(self.history.repository.blobs(sorted(wanted)))
        content = self._contents.get(blob)
        return content if content is None or len(content) <= MAX_BYTES else None


def _programmes_for(path: str) -> Iterable[str]:
    """Where the plan's programme can be, the nearest first."""
    above = PurePosixPath(path).parents
    return tuple((folder / PROGRAMME).as_posix() for folder in above)
