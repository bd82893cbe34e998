"""Files on the disk as one side of a comparison, with the ids that git would give them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from planctl.errors import UnreadableError
from planctl.gitio import blob_id
from planctl.source.refusals import MAX_BYTES
from planctl.workspace.places import PLANS, PROGRAMME, WAIVERS


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of a file, and how many it has: of one that is too large not all are read."""

    content: bytes
    size: int


@dataclass(frozen=True, slots=True)
class DiskFiles:
    """Files by their full paths: their ids and their bytes."""

    ids: Mapping[Path, str]
    contents: Mapping[Path, Raw]


def disk_files(plans: Iterable[Path], root_of: Callable[[Path], Path], like: str) -> DiskFiles:
    """The plan files, with the programmes and waivers that may speak of them.

    Raises UnreadableError.
    """
    every = dict.fromkeys(plans)
    for plan in tuple(every):
        every.update(dict.fromkeys(path for path in _around(plan, root_of(plan)) if path.is_file()))
    contents = {path: raw_of(path) for path in every}
    return DiskFiles({path: blob_id(raw.content, like) for path, raw in contents.items()}, contents)


def raw_of(path: Path) -> Raw:
    """What the file holds. Raises UnreadableError."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableError(path, "it is not a file")
        with path.open("rb") as file:
            return Raw(file.read(MAX_BYTES + 1), status.st_size)
    except OSError as error:
        raise UnreadableError(path, (error.strerror or "unknown reason").lower()) from error


def _around(plan: Path, root: Path) -> Iterable[Path]:
    """Where a programme of the plan, or the waivers of its workspace, could be."""
    folders = [folder for folder in plan.parents if folder.is_relative_to(root)]
    for folder in (*(folders or [plan.parent]), root / PLANS):
        yield folder / PROGRAMME
    yield root / WAIVERS
