"""A workspace as it was in a commit: the same plans, read from git."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from planctl.gitio import Commit, Repository, TreeFile
from planctl.source import Document, Lines, read
from planctl.source.refusals import MAX_BYTES, too_large
from planctl.workspace.group import Group
from planctl.workspace.places import PLANS, SEALS, is_plan, programme_for, waivers_for
from planctl.workspace.seals import is_seal


def version_of(group: Group, repository: Repository, commit: Commit) -> Group | None:
    """The plans of the group that were there in the commit, with what stood around them.

    None where none was. A plan that bore another name then was not there.
    """
    files = _Files.of(group.root, repository, commit)
    asked = tuple(path for path in group.asked if files.has(path))
    if not asked:
        return None
    programme = programme_for(asked[0], group.root, files.has)
    return replace(
        group,
        programme_file=programme,
        asked=asked,
        neighbours=tuple(_neighbours(group, files, asked, programme)),
        waivers_file=waivers_for(asked[0], group.root, files.has),
        read=files.document,
        digest_of=files.digest,
        seals_of=files.seals,
    )


def _neighbours(
    group: Group, files: "_Files", asked: tuple[Path, ...], programme: Path | None
) -> Iterator[Path]:
    """The other plans of the commit that shared the programme."""
    taken = {_real(path) for path in asked}
    folders = {path.parent for path in taken}
    for path in files.plans():
        is_near = path.is_relative_to(group.root / PLANS) or path.parent in folders
        if path in taken or not is_near:
            continue
        shared = programme_for(path, group.root, files.has)
        if (shared and _real(shared)) == (programme and _real(programme)):
            yield path


@dataclass(frozen=True)
class _Files:
    """The files of a workspace in a commit, by their paths on this machine."""

    root: Path
    repository: Repository
    listed: Mapping[Path, TreeFile]

    @classmethod
    def of(cls, root: Path, repository: Repository, commit: Commit) -> "_Files":
        top = _real(repository.top)
        if not root.is_relative_to(top):
            return cls(root, repository, {})
        under = root.relative_to(top).as_posix()
        files = repository.files(commit, "" if under == "." else under)
        return cls(root, repository, {top / file.path: file for file in files})

    def has(self, path: Path) -> bool:
        return _real(path) in self.listed

    def plans(self) -> Iterator[Path]:
        for path in sorted(self.listed):
            inside = path.relative_to(self.root).parts
            if is_plan(path.name) and not any(part.startswith(".") for part in inside):
                yield path

    def document(self, path: Path, name: str) -> Document:
        file = self.listed[_real(path)]
        if file.size > MAX_BYTES:
            return Document(name, Lines.of(""), findings=(too_large(name, file.size),))
        return read(self._texts.get(file.blob, b""), name)

    def digest(self, locator: str) -> str | None:
        file = self.listed.get(_real(self.root / locator))
        content = self.repository.blobs([file.blob]).get(file.blob) if file else None
        return None if content is None else hashlib.sha256(content).hexdigest()

    def seals(self, root: Path) -> Mapping[str, bytes]:
        folder = _real(root) / SEALS
        found = {
            path.name: file.blob
            for path, file in self.listed.items()
            if path.parent == folder and is_seal(path.name)
        }
        texts = self.repository.blobs(found.values()) if found else {}
        return {name: texts.get(blob, b"") for name, blob in found.items()}

    @cached_property
    def _texts(self) -> Mapping[str, bytes]:
        """Every YAML file that is not too large, from one process."""
        return self.repository.blobs(
            file.blob
            for path, file in self.listed.items()
            if path.suffix.lower() in {".yaml", ".yml"} and file.size <= MAX_BYTES
        )


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
