"""Templates of their makers' own that travel in a report, and whether those may be followed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from planctl.printing.carried import TEMPLATES, Carried
from planctl.verify.verdict import Check, not_checked, remark
from planctl.workspace import workspace_of

_NAME: Final = "templates"


def own_templates_known(folder: Path, carried: Carried) -> bool:
    """Whether the workspace that the folder is in has the very templates that the report carries.

    A template can be written to go on for ever: a stranger's is not followed.
    """
    root = workspace_of(folder)
    return all(_is_there(root / name, carried.files[name]) for name in _own(carried))


def template_checks(carried: Carried, *, are_known: bool) -> Iterator[Check]:
    """What is to be said of own templates; nothing of a report without any."""
    names = ", ".join(name.removeprefix(TEMPLATES) for name in _own(carried))
    if names and are_known:
        yield remark(
            _NAME,
            f"It is printed with templates of its makers' own ({names}), as this workspace has "
            "them. What those leave out or add is not for planctl to say: read them with "
            "`planctl extract`.",
        )
    elif names:
        yield not_checked(
            _NAME,
            f"It is printed with templates of its makers' own ({names}), which this workspace has "
            "not: planctl does not follow those of strangers, so only its figures were looked at. "
            "Read them with `planctl extract`; put into the templates folder of a workspace that "
            "--repo names, they are followed.",
        )


def _own(carried: Carried) -> list[str]:
    return sorted(name for name in carried.files if name.startswith(TEMPLATES))


def _is_there(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
