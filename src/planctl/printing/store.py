"""A folder that remembers what was costly to make: bounded, checked, safe for several at once."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp
from time import time
from typing import Final

_MAGIC: Final = b"planctl cache 1\n"
_HEAD: Final = len(_MAGIC) + sha256().digest_size
_LIMIT: Final = 256 * 1024 * 1024
_LEFT: Final = 0.8
"""How much of the limit is filled after the oldest entries are gone."""
_PART: Final = ".part"
_ABANDONED: Final = 3600.0
"""Seconds after which nobody is still writing a part."""

_TAG: Final = """\
Signature: 8a477f597d28d172789f06886806bc55
# planctl keeps finished reports here, to make each only once. All of it may be deleted.
# What this file is for: https://bford.info/cachedir/
"""


@dataclass(frozen=True, slots=True)
class Store:
    """Entries by their keys, which are hexadecimal digits.

    Whatever goes wrong with the folder or an entry, the entry is not there: a store never fails.
    """

    folder: Path
    limit: int = _LIMIT

    def get(self, key: str) -> bytes | None:
        """What was put there under the key, whole; None where it is not, or is damaged."""
        path = self._path(key)
        try:
            whole = path.read_bytes()
        except OSError:
            return None
        content = whole[_HEAD:]
        if whole[:_HEAD] != _head(key, content):
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            # What is asked for stays longest.
            os.utime(path)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keeps the content; a reader sees all of it or nothing."""
        if len(content) + _HEAD > self.limit:
            return
        with suppress(OSError):
            self._prepare()
            path = self._path(key)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            _write(path, _head(key, content) + content)

    def trim(self) -> None:
        """Takes out the entries that were not asked for longest, until the rest is within bounds.

        Parts go too that somebody began to write and left.
        """
        files = _files(self.folder)
        for path, status in files.items():
            if path.suffix == _PART and time() - status.st_mtime > _ABANDONED:
                with suppress(OSError):
                    path.unlink()
        total = sum(status.st_size for status in files.values())
        if total <= self.limit:
            return
        for path, status in sorted(files.items(), key=lambda one: one[1].st_mtime_ns):
            if total <= self.limit * _LEFT:
                return
            with suppress(OSError):
                path.unlink()
            total -= status.st_size

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _prepare(self) -> None:
        """Makes the folder, which backups and git leave alone, and others may not look into."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
            path = self.folder / name
            if not path.exists():
                _write(path, text.encode())


def user_store(environment: Mapping[str, str] = os.environ) -> Store | None:
    """The store of reports in the user's cache folder; None where there is no such folder."""
    named = Path(environment.get("XDG_CACHE_HOME", ""))
    home = Path(environment.get("HOME", ""))
    # A path that is not absolute counts as none: the standard says so, and it would stand in plans.
    if named.is_absolute():
        return Store(named / "planctl" / "reports")
    return Store(home / ".cache" / "planctl" / "reports") if home.is_absolute() else None


def _head(key: str, content: bytes) -> bytes:
    return _MAGIC + sha256(key.encode() + content).digest()


def _write(path: Path, content: bytes) -> None:
    # No fsync: what a power cut tears fails its checksum, and is made again.
    handle, name = mkstemp(suffix=_PART, dir=path.parent)
    part = Path(name)
    try:
        with open(handle, "wb") as opened:  # noqa: PTH123 - it is open already
            opened.write(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _files(folder: Path) -> dict[Path, os.stat_result]:
    """The entries and parts in the folder, as the system knows them."""
    found = {}
    for path in folder.glob("??/*"):
        with suppress(OSError):
            found[path] = path.stat()
    return found
