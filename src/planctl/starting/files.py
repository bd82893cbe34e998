"""The files that a workspace begins with, each with its place and what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Literal

_INSTALLED: Final = Path(__file__).parents[1] / "examples"
_SHIPPED: Final = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[3] / "examples"
"""Inside the package when it was installed, else the checkout's own folder."""

_CI: Final = {
    "github": ("github-workflow.yml", ".github/workflows/plans.yml"),
    "gitlab": ("gitlab-ci.yml", ".gitlab-ci.yml"),
}
"""By service: the shipped file, and where the service looks for it."""

_SCHEMA_LINE: Final = b"# yaml-language-server: "


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be written, its place as seen from the workspace."""

    place: PurePosixPath
    content: bytes


def new_workspace(ci: Literal["github", "gitlab", "none"] = "none") -> tuple[NewFile, ...]:
    """Settings, programme, a first plan, and what git, editors and a CI service go by."""
    files = _within(_SHIPPED / "start")
    if ci == "none":
        return files
    shipped, place = _CI[ci]
    return (*files, NewFile(PurePosixPath(place), (_SHIPPED / "ci" / shipped).read_bytes()))


def example() -> tuple[NewFile, ...]:
    """A whole invented partnership over three years, with its terms sealed."""
    return _within(_SHIPPED / "three-years")


def _within(folder: Path) -> tuple[NewFile, ...]:
    return tuple(_read(folder))


def _read(folder: Path) -> Iterator[NewFile]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            place = PurePosixPath(path.relative_to(folder).as_posix())
            yield NewFile(place, _without_schema_line(path.read_bytes()))


def _without_schema_line(content: bytes) -> bytes:
    """The file without the line that leads editors to the schema, which lies elsewhere here."""
    if not content.startswith(_SCHEMA_LINE):
        return content
    lines = content.split(b"\n")
    rest = lines[2:] if lines[1] == b"#" else lines[1:]
    return b"\n".join(rest)
