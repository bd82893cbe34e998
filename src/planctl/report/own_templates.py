"""Which templates there are, shipped and own, and which of them a report is made with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from planctl.findings import did_you_mean
from planctl.report.shipped import SHIPPED

_KINDS: Final = frozenset({".html", ".css"})


@dataclass(frozen=True, slots=True)
class TemplateFound:
    """A template by its name: the file that is used, and the folder of one's own that it is in.

    `folder` is None for the shipped one. `is_shipped` tells whether planctl ships one of that name,
    `is_same` whether the own one holds the same; `hidden` are files of that name in folders that
    come later. `near` is the shipped name that is nearly that of one which no other stands for.
    """

    name: str
    file: Path
    folder: Path | None
    is_shipped: bool
    is_same: bool = False
    hidden: tuple[Path, ...] = ()
    near: str | None = None


def shipped_templates() -> tuple[str, ...]:
    """The names of the shipped templates, as `planctl/` and `include` take them."""
    return _names(SHIPPED)


def templates_found(folders: Sequence[Path]) -> tuple[TemplateFound, ...]:
    """Every template by name, as a report finds it: in the first of the folders that has it."""
    own = {name for folder in folders for name in _names(folder)}
    return tuple(_found(name, folders) for name in sorted({*shipped_templates(), *own}))


def near_name(name: str) -> str | None:
    """The shipped template that is nearly called so; its folder and its ending count less."""
    place = PurePosixPath(name)
    of_kind = [PurePosixPath(one) for one in shipped_templates()]
    stem = did_you_mean(place.stem, [one.stem for one in of_kind])
    alike = [one for one in of_kind if one.stem == stem]
    same_end = [one for one in alike if one.suffix == place.suffix]
    return next((one.as_posix() for one in (*same_end, *alike)), None)


def _found(name: str, folders: Sequence[Path]) -> TemplateFound:
    shipped = SHIPPED / name if name in shipped_templates() else None
    own = [folder for folder in folders if name in _names(folder)]
    if not own:
        return TemplateFound(name, SHIPPED / name, None, is_shipped=True)
    file = own[0] / name
    is_same = shipped is not None and shipped.read_bytes() == file.read_bytes()
    near = None if shipped else near_name(name)
    # In a folder that planctl looks into for nothing, a name is nobody's slip.
    slip = near if near and PurePosixPath(near).parent == PurePosixPath(name).parent else None
    hidden = tuple(folder / name for folder in own[1:])
    return TemplateFound(name, file, own[0], shipped is not None, is_same, hidden, slip)


def _names(folder: Path) -> tuple[str, ...]:
    """What in the folder could be a template: nothing hidden, and no link that leads out of it."""
    within = ((path, path.relative_to(folder)) for path in folder.rglob("*"))
    return tuple(
        sorted(
            place.as_posix()
            for path, place in within
            if path.suffix in _KINDS and not any(part.startswith(".") for part in place.parts)
            if path.is_file() and path.resolve().is_relative_to(folder.resolve())
        )
    )
