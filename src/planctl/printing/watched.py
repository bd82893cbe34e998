"""The files that reports come from, and which of them have changed."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from planctl.workspace import SETTINGS, Group

Seen = Mapping[Path, tuple[int, int, int]]
"""Files, and by what each is known again: its number on the disk, its size, when it was written."""


def seen_now(groups: Iterable[Group], folders: Iterable[Path]) -> Seen:
    """The groups' files, their settings, and what is in the folders of templates, as of now.

    Of a folder of plans all files count: one that comes is a change as well.
    """
    found = {}
    for path in _files(groups, folders):
        try:
            status = path.stat()
        except OSError:
            continue
        found[path] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found


def changed(before: Seen, now: Seen) -> tuple[Path, ...]:
    """The files that have come, gone, or are no longer what they were."""
    every = sorted({*before, *now})
    return tuple(path for path in every if before.get(path) != now.get(path))


def _files(groups: Iterable[Group], folders: Iterable[Path]) -> Iterator[Path]:
    for group in groups:
        plans = (*group.asked, *group.neighbours)
        shared = (group.programme_file, group.waivers_file)
        yield from (*plans, *(path for path in shared if path))
        yield from (group.root / name for name in (SETTINGS, "pyproject.toml"))
    for folder in folders:
        for top, below, names in os.walk(folder):
            below.sort()
            yield from (Path(top, name) for name in names)
