"""Files on the disk: read whole within limits, written whole or not at all."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG
from typing import Final

from planctl.errors import (
    PathNotFoundError,
    PlanctlError,
    UnreadableError,
    UnwritableError,
    reason_of,
)
from planctl.source.document import Document
from planctl.source.lines import Lines
from planctl.source.part import has_lock, new_part, opened, sweep
from planctl.source.reader import read
from planctl.source.refusals import MAX_BYTES, too_large

_MODE: Final = 0o644


class ChangedMeanwhileError(PlanctlError):
    """A file that is no longer what it was when it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was changed by somebody else meanwhile; nothing was written. Run it again."
        )


def read_file(path: Path, file: str) -> Document:
    """What the file holds, called `file` in findings. Raises UnreadableError."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableError(path, "it is not a file")
        if status.st_size > MAX_BYTES:
            return Document(file, Lines.of(""), findings=(too_large(file, status.st_size),))
        return read(path.read_bytes(), file)
    except OSError as error:
        raise UnreadableError(path, reason_of(error)) from error


def file_bytes(path: Path) -> bytes:
    """The bytes of the file. Raises PathNotFoundError, UnreadableError."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PathNotFoundError(path) from error
    except OSError as error:
        raise UnreadableError(path, reason_of(error)) from error


def write_atomic(path: Path, content: bytes, unless_changed: str | None = None) -> None:
    """Writes the file whole: a reader sees the old bytes or the new, whatever happens meanwhile.

    Through a link it writes the file that this leads to. Permissions stay, and owner and group
    where the system lets them. `unless_changed` is the hexadecimal SHA-256 that the file must
    still have. Raises UnwritableError and ChangedMeanwhileError; then the old bytes are there.
    """
    target = Path(os.path.realpath(path))
    try:
        before = _replaceable(path, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target)
        with new_part(target) as (part, handle):
            _fill(handle, content, before)
            with _unchanged(path, target, unless_changed):
                os.replace(part, target)  # noqa: PTH105 - beside the other calls of the system
    except OSError as error:
        raise UnwritableError(path, reason_of(error)) from error
    _sync_folder(target.parent)


def _replaceable(path: Path, target: Path) -> os.stat_result | None:
    """What the system says of the file that is to be replaced; None when there is none yet."""
    try:
        status = target.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if S_ISDIR(status.st_mode):
        raise UnwritableError(path, "it is a folder")
    if not S_ISREG(status.st_mode):
        raise UnwritableError(path, "it is not a file")
    if not os.access(target, os.W_OK):
        raise UnwritableError(path, "it is protected against writing")
    return status


def _fill(handle: int, content: bytes, before: os.stat_result | None) -> None:
    """Writes the content to the disk, with the permissions and owner of the file before."""
    if before and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):
            os.fchown(handle, before.st_uid, before.st_gid)
    os.fchmod(handle, S_IMODE(before.st_mode) if before else _MODE)
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


@contextmanager
def _unchanged(path: Path, target: Path, digest: str | None) -> Iterator[None]:
    """Holds the file as it was read until it is replaced. Raises ChangedMeanwhileError.

    The lock keeps two writers of planctl from finding the file unchanged at the same time.
    """
    if digest is None:
        yield
        return
    if not target.exists():
        raise ChangedMeanwhileError(path)
    with opened(target, os.O_RDONLY) as handle:
        is_free = has_lock(handle) is not False
        is_same = os.path.samestat(os.fstat(handle), target.stat())
        if not (is_free and is_same and _digest(target) == digest):
            raise ChangedMeanwhileError(path)
        yield


def _digest(target: Path) -> str:
    return hashlib.sha256(target.read_bytes()).hexdigest()


def _sync_folder(folder: Path) -> None:
    """Sees to it that the new file outlives a power cut, where the system can do that.

    The file itself is whole by now: a failure here undoes nothing.
    """
    with suppress(OSError), opened(folder, os.O_RDONLY) as handle:
        os.fsync(handle)
