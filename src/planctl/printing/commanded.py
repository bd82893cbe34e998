"""How the command that makes a report again names the plans: never by where a clone lies."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from planctl.workspace import Group


def plans_named(groups: Sequence[Group], base: Path) -> tuple[str, ...]:
    """The folder that holds all plans; the plans themselves where others lie beside them.

    Those of one workspace are named as seen from it, as its reports on one plan name theirs. What
    would be no more than a dot there, and plans of several workspaces, are named as seen from the
    root of the repository; without one, from the folder above them.
    """
    files = sorted(path.resolve() for group in groups for path in group.asked)
    shared = Path(os.path.commonpath([file.parent for file in files]))
    wanted = files if any(group.neighbours for group in groups) else [shared]
    top = base if len(groups) == 1 and shared != base else _repository(base) or base.parent
    return tuple(_seen(wanted, top))


def _repository(folder: Path) -> Path | None:
    """The root of the repository that the folder is in, as git marks it."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def _seen(files: Sequence[Path], top: Path) -> Iterator[str]:
    for file in files:
        yield file.relative_to(top).as_posix() if file.is_relative_to(top) else file.name
