"""The seals of a workspace: the files in its folder `seals`, read and added to."""

from collections.abc import Mapping
from pathlib import Path
from stat import S_ISREG
from typing import Any, Final

from planctl.audit.chain import SUFFIX, Chain, chain_of, seal_text
from planctl.errors import PlanctlError, UnreadableError
from planctl.source import write_atomic
from planctl.workspace.places import SEALS

_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a seal: more than a hundred plans of two mebibytes would fill."""


class SealThereError(PlanctlError):
    """A seal's file that came while its term was being closed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already: somebody else wrote it meanwhile. Nothing was written. "
            "planctl term list shows what is closed."
        )


def is_seal(name: str) -> bool:
    """Whether a file of that name is taken for a seal."""
    return name.endswith(SUFFIX) and not name.startswith(".")


def seal_files(root: Path) -> Mapping[str, bytes]:
    """The bytes of the workspace's seals, by their names. Raises UnreadableError.

    A link, and what is no file, counts as an empty one: a seal is never looked for elsewhere.
    """
    folder = root / SEALS
    try:
        if not folder.is_dir():
            return {}
        return {path.name: _bytes(path) for path in sorted(folder.iterdir()) if is_seal(path.name)}
    except OSError as error:
        raise UnreadableError(folder, (error.strerror or "it is not there").lower()) from error


def save_seal(root: Path, content: Mapping[str, Any], seen: Chain) -> Path:
    """Writes the seal that follows those seen, in a file of its own, and gives its path.

    No file that is there is ever written over. Raises SealThereError, UnwritableError,
    UnreadableError.
    """
    path = root / SEALS / seen.following(str(content["term"]))
    if path.exists() or chain_of(seal_files(root)) != seen:
        raise SealThereError(path)
    write_atomic(path, seal_text(content).encode())
    return path


def _bytes(path: Path) -> bytes:
    status = path.lstat()
    if not S_ISREG(status.st_mode) or status.st_size > _LARGEST:
        return b""
    return path.read_bytes()
