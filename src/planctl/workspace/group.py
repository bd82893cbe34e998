"""The plans that share a programme, loaded when they are first looked at."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from planctl.audit.chain import Chain, chain_of
from planctl.findings import Finding
from planctl.loading import Loaded, load_plan, load_programme
from planctl.model import Plan, Programme, within
from planctl.source import Document, read_file
from planctl.workspace.evidence import digest_within
from planctl.workspace.places import (
    PROGRAMME,
    WAIVERS,
    neighbours,
    plan_files,
    programme_for,
    waivers_for,
    workspace_of,
)
from planctl.workspace.seals import seal_files
from planctl.workspace.waivers_file import WaiversFile, waivers_in

Reader = Callable[[Path, str], Document]
"""Reads the file at the path, which findings call by the name."""


@dataclass(frozen=True)
class Group:
    """The plans that share a programme: those asked for, and their neighbours in the workspace.

    `waivers_file` is the workspace's, where it has one. `read`, `digest_of` and `seals_of` look at
    the files, or at those of an earlier version.
    """

    root: Path
    programme_file: Path | None
    asked: tuple[Path, ...]
    neighbours: tuple[Path, ...]
    waivers_file: Path | None = None
    read: Reader = read_file
    digest_of: Callable[[str], str | None] | None = None
    seals_of: Callable[[Path], Mapping[str, bytes]] = seal_files

    @cached_property
    def programme(self) -> Loaded[Programme] | None:
        """The programme's file as it loaded; None when there is none."""
        if self.programme_file is None:
            return None
        return load_programme(self._read(self.programme_file))

    @cached_property
    def waivers(self) -> WaiversFile | None:
        """The workspace's file of waivers; None when there is none."""
        return waivers_in(self._read(self.waivers_file)) if self.waivers_file else None

    @cached_property
    def seals(self) -> Chain:
        """The terms of the workspace that are closed, and what is wrong with its seals."""
        return chain_of(self.seals_of(self.root))

    @cached_property
    def plans(self) -> tuple[Loaded[Plan], ...]:
        """The plans asked for, as they loaded."""
        return tuple(self._load(path) for path in self.asked)

    @cached_property
    def known(self) -> tuple[Plan, ...]:
        """All plans of the workspace that load, each with what it takes from its programme."""
        return tuple(
            self.joined(loaded.record) for loaded in self.loaded if loaded.record is not None
        )

    @property
    def loaded(self) -> tuple[Loaded[Plan], ...]:
        """All plans of the workspace, those asked for first, as they loaded."""
        return (*self.plans, *self._others)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The ids of the workspace's plan files that do not load, by the names of the files."""
        files = (*self.asked, *self.neighbours)
        every = zip(files, self.loaded, strict=True)
        return frozenset(path.stem for path, loaded in every if loaded.record is None)

    @property
    def is_sound(self) -> bool:
        """Whether plans can be judged: their programme, where there is one, has loaded."""
        return self.programme is None or self.programme.record is not None

    def sound_plans(self) -> tuple[Plan, ...]:
        """The plans asked for that loaded, with what they take from their programme."""
        if not self.is_sound:
            return ()
        return tuple(self.joined(loaded.record) for loaded in self.plans if loaded.record)

    def broken(self) -> tuple[Finding, ...]:
        """What kept the programme or plans asked for from loading."""
        files = (*((self.programme,) if self.programme else ()), *self.plans)
        return tuple(f for loaded in files if loaded.record is None for f in loaded.findings)

    def digest(self, locator: str) -> str | None:
        """The SHA-256 of a file that a plan names, in hexadecimal digits; None without one."""
        return (self.digest_of or partial(digest_within, self.root))(locator)

    def joined(self, plan: Plan) -> Plan:
        """The plan with what it takes from the programme."""
        return within(plan, self.programme.record if self.programme else None)

    @cached_property
    def _others(self) -> tuple[Loaded[Plan], ...]:
        return tuple(self._load(path) for path in self.neighbours)

    def _load(self, path: Path) -> Loaded[Plan]:
        programme = self.programme.record if self.programme else None
        return load_plan(self._read(path), path.stem, programme, knows_programme=self.is_sound)

    def _read(self, path: Path) -> Document:
        return self.read(path, shown(path))


def groups(paths: Iterable[Path]) -> tuple[Group, ...]:
    """The plans at the paths, each once, with those that share a programme together.

    A path is a file or folder, as `plan_files` reads it; a programme named by itself makes a group
    without plans asked for. Raises PathNotFoundError, NoPlansError, UnreadableError.
    """
    named: dict[Path, Path] = {}
    for path in paths:
        for file in plan_files(path):
            named.setdefault(file.resolve(), file)
    together: dict[tuple[Path, Path | None], list[Path]] = {}
    one_of = {file.parent: file for file in named.values()}
    homes = {folder: _home(file) for folder, file in one_of.items()}
    for file in named.values():
        together.setdefault(homes[file.parent], []).append(file)
    return tuple(_group(root, files) for (root, _), files in together.items())


def _home(file: Path) -> tuple[Path, Path | None]:
    """The workspace and the programme of the plan."""
    root = workspace_of(file)
    programme = programme_for(file, root)
    return root, programme.resolve() if programme else None


def _group(root: Path, files: list[Path]) -> Group:
    programme = programme_for(files[0], root)
    asked = tuple(file for file in files if file.name not in {PROGRAMME, WAIVERS})
    waivers = waivers_for(files[0], root)
    return Group(root, programme, asked, neighbours(root, programme, asked), waivers)


def shown(path: Path) -> str:
    """The file's name as findings and reports give it: any text, though a name can be any bytes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
