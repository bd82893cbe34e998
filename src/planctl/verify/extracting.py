"""Where the files inside a report go on a disk: whatever they are called, into one folder."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from planctl.errors import ThereAlreadyError, UnwritableError

_UNSAFE: Final = re.compile(r"[^\w. -]")
_RESERVED: Final = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_LONGEST: Final = 100
_DEEPEST: Final = 8


def targets(files: Mapping[str, bytes], folder: Path) -> tuple[tuple[Path, bytes], ...]:
    """The path in the folder and the content of each file.

    Raises ThereAlreadyError; UnwritableError where two would come to the same place.
    """
    found: dict[str, tuple[Path, bytes]] = {}
    for name, content in sorted(files.items()):
        path = folder.joinpath(*safe_parts(name))
        key = str(path).casefold()
        if key in found:
            raise UnwritableError(path, "two files inside the report would have that name")
        if os.path.lexists(path):
            raise ThereAlreadyError(path, "Name another folder with -o.")
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            raise UnwritableError(path, "a link leads out of the folder. Name another folder")
        found[key] = (path, content)
    return tuple(found.values())


def safe_parts(name: str) -> tuple[str, ...]:
    """The name as folders and a file that any system takes, and that lead nowhere else."""
    parts = [_safe(part) for part in re.split(r"[/\\]", name) if part.strip(". ")]
    return tuple(parts[-_DEEPEST:]) or ("file",)


def _safe(part: str) -> str:
    plain = _UNSAFE.sub("_", part).strip(" .")[:_LONGEST].strip(" .") or "_"
    return f"_{plain}" if _RESERVED.fullmatch(plain) else plain
