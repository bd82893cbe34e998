"""Where the files of a report stand in git: their ids, and the commits that changed them last."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from planctl.audit.manifest import SourceRecord
from planctl.gitio import GitMissingError, History, blob_id, blobs_at, history_at
from planctl.gitio.objects import OBJECT_ID
from planctl.source import Document, raw_of


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A file that a report is made from: where it is, what it is called there, and its bytes."""

    path: Path
    name: str
    content: bytes
    sha256: str
    lines: int

    @classmethod
    def of(cls, document: Document, name: str) -> Self:
        """The file that the document was read from."""
        path, content = Path(document.file), raw_of(document)
        return cls(path, name, content, document.sha256, document.lines.count)


def source_records(root: Path, sources: Iterable[SourceRead]) -> tuple[SourceRecord, ...]:
    """What is said of the files of a workspace.

    It hangs on the files and on the history up to HEAD alone, never on the place of a clone; a
    shallow one cannot tell which commit changed a file last.
    """
    history = _history(root)
    return tuple(_record(one, history) for one in sources)


def _history(root: Path) -> History | None:
    try:
        return history_at(root, ("HEAD",))
    except GitMissingError:
        return None


def _record(source: SourceRead, history: History | None) -> SourceRecord:
    plain = SourceRecord(name=source.name, sha256=source.sha256, lines=source.lines)
    head = history.commits[0] if history and history.commits else None
    if history is None or head is None:
        return plain
    path = _within(source.path, history.top)
    held = blobs_at(history, (head,), (path,)).get((head, path)) if path else None
    if path is None or held is None:
        return plain.model_copy(update={"clean": False})
    blob = blob_id(source.content, like=head)
    clean = blob == held
    commit = _last_change(history, head, path) if clean and not history.is_shallow else None
    return plain.model_copy(update={"blob": blob, "commit": commit, "clean": clean})


def _within(path: Path, top: Path) -> str | None:
    real = Path(os.path.realpath(path))
    above = Path(os.path.realpath(top))
    return real.relative_to(above).as_posix() if real.is_relative_to(above) else None


def _last_change(history: History, head: str, path: str) -> str | None:
    answer = history.run(("rev-list", "--max-count=1", head, "--", path), history.top, b"")
    found = (answer.out if answer and answer.code == 0 else b"").decode("ascii", "replace").strip()
    return found if OBJECT_ID.fullmatch(found) else None
