"""Plans that a term is closed or amended for, with the files that they came from."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from planctl.audit.sealing import Sourced
from planctl.source import Document
from planctl.workspace.group import Group, shown


def sourced_plans(found: Iterable[Group]) -> Iterator[Sourced]:
    """The plans asked for that load, each with the hashes of its file and of its programme's."""
    for group in found:
        for path, loaded in zip(group.asked, group.plans, strict=True):
            if loaded.record is not None and group.is_sound:
                files = dict(_files(group, path, loaded.document))
                yield Sourced(group.joined(loaded.record), files)


def _files(group: Group, path: Path, document: Document) -> Iterator[tuple[str, str]]:
    yield _within(group.root, path), document.sha256
    if group.programme is not None and group.programme_file is not None:
        yield _within(group.root, group.programme_file), group.programme.document.sha256


def _within(root: Path, path: Path) -> str:
    """The file as seen from the workspace."""
    real = Path(os.path.realpath(path))
    return shown(real.relative_to(root)) if real.is_relative_to(root) else path.name
