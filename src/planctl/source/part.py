"""The file that is written beside another one until it can take its place.

Its writer holds a lock on it. What can be locked has lost its writer, and is swept away.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_PREFIX: Final = 50
"""So much of a name is left in that of the part: names are limited."""

_PRIVATE: Final = 0o600


def sweep(target: Path) -> None:
    """Removes the parts of the target whose writers are gone; what cannot be removed stays."""
    pattern = re.compile(rf"{re.escape(_front(target))}[0-9a-f]{{16}}\.part")
    with suppress(OSError):
        parts = [path for path in target.parent.iterdir() if pattern.fullmatch(path.name)]
        for part in parts:
            _remove_unless_owned(part)


@contextmanager
def new_part(target: Path) -> Iterator[tuple[Path, int]]:
    """A new empty file beside the target and its handle, locked; afterwards it is gone.

    Raises OSError.
    """
    while True:
        part = target.parent / f"{_front(target)}{os.urandom(8).hex()}.part"
        with _removed_afterwards(part), opened(part, os.O_RDWR | os.O_CREAT | os.O_EXCL) as handle:
            # Another writer may have swept it away before it was locked.
            if has_lock(handle) is not False and part.exists():
                yield part, handle
                return


def has_lock(handle: int) -> bool | None:
    """Locks the file until it is closed; whether that went well, None where there are no locks."""
    try:
        import fcntl  # noqa: PLC0415 - not every system has it
    except ImportError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


@contextmanager
def opened(path: Path, flags: int) -> Iterator[int]:
    """The file's handle; one made anew is its owner's alone. Raises OSError for the opening."""
    handle = os.open(path, flags, _PRIVATE)
    try:
        yield handle
    finally:
        # By now all is on the disk, or given up: that it cannot be closed changes neither.
        with suppress(OSError):
            os.close(handle)


def _front(target: Path) -> str:
    return f".{target.name[:_PREFIX]}."


@contextmanager
def _removed_afterwards(part: Path) -> Iterator[None]:
    try:
        yield
    finally:
        with suppress(OSError):
            part.unlink()


def _remove_unless_owned(part: Path) -> None:
    # Anybody may have put a link or a pipe there under such a name.
    with suppress(OSError), opened(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK) as handle:
        if has_lock(handle):
            part.unlink()
