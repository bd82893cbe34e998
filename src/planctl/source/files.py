"""Files on the disk: read whole within limits, written whole or not at all."""

import os
import tempfile
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import Final

from planctl.errors import UnreadableError, UnwritableError
from planctl.source.document import Document
from planctl.source.lines import Lines
from planctl.source.reader import read
from planctl.source.refusals import MAX_BYTES, too_large

_MODE: Final = 0o644
_PREFIX: Final = 50
"""So much of a name is left in that of the file which is being written: names are limited."""


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
        raise UnreadableError(path, _reason(error)) from error


def write_atomic(path: Path, content: bytes) -> None:
    """Writes the file whole: a reader sees the old bytes or the new. Raises UnwritableError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        prefix = f".{path.name[:_PREFIX]}."
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=".part")
    except OSError as error:
        raise UnwritableError(path, _reason(error)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(S_IMODE(path.stat().st_mode) if path.exists() else _MODE)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UnwritableError(path, _reason(error)) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
