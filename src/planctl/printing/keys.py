"""What pages and PDFs are remembered by: a hash over everything that they are made from."""

import platform
import sys
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import planctl
from planctl.errors import RenderError
from planctl.printing.finished import Printable, Sheet, basis
from planctl.printing.native import native_libraries
from planctl.report.html import template_text
from planctl.report.shipped import SHIPPED

_LIBRARIES: Final = (
    "brotli", "cffi", "cssselect2", "fonttools", "jinja2", "markupsafe", "pillow", "pydantic",
    "pydyf", "pyphen", "pyyaml", "rapidfuzz", "tinycss2", "tinyhtml5", "weasyprint", "zopfli",
)  # fmt: skip
"""Whatever may have a hand in a page or a PDF."""

_MOST_FILES: Final = 500
_MOST_BYTES: Final = 32 * 1024 * 1024
"""How much may lie beside own templates: any file there could be drawn in."""


def sheet_key(press: Printable, templates: tuple[Path, ...]) -> str | None:
    """The key of a press's sheet; None for one that is not remembered.

    It covers the values that the page is made from rather than the files that those were read
    from: that another plan of the workspace has changed leaves it as it is.
    """
    own = [_files_in(folder) for folder in templates]
    if None in own:
        return None
    native = native_libraries() or ()
    looks = repr(basis(press))
    return _key("sheet", made_with(), *native, looks, *(files for files in own if files))


def pdf_key(sheet: Sheet) -> str | None:
    """The key of a sheet's PDF; None for one that is not remembered."""
    native = native_libraries()
    try:
        style = template_text("print.css", sheet.templates)
    except RenderError:
        return None
    if native is None:
        return None
    attachments = [
        part
        for one in sheet.attachments
        for part in (one.name, one.content, one.mime, one.relationship, one.description)
    ]
    return _key("pdf", made_with(), *native, style, sheet.page, *attachments)


@cache
def made_with() -> str:
    """Everything that is the same for all reports of a run: ourselves, and whom we lean on.

    Versions come from the packages' own records, so that none of them is imported. Our code counts
    by its content, for in a checkout it changes without a new version.
    """
    package = Path(planctl.__file__).parent
    ours = (path for top in (package, SHIPPED) for path in _all_files(top))
    return _key(
        planctl.__version__,
        sys.version,
        sys.platform,
        platform.machine(),
        zlib.ZLIB_RUNTIME_VERSION,
        *(f"{name} {_version(name)}" for name in _LIBRARIES),
        *(part for path in ours for part in (path.name, path.read_bytes())),
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _files_in(folder: Path) -> str | None:
    """The hash over a folder of own templates; None where it holds too much to look at."""
    parts: list[str | bytes] = []
    size = 0
    try:
        for number, path in enumerate(_all_files(folder)):
            size += path.stat().st_size
            # A link to a folder may lead anywhere, and round in circles.
            if number >= _MOST_FILES or size > _MOST_BYTES or path.is_dir():
                return None
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
        return _key(*parts)
    except (OSError, UnicodeEncodeError):
        return None


def _all_files(folder: Path) -> Iterator[Path]:
    """The files in a folder in one order, without what Python keeps beside its modules."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            if path.name != "__pycache__":
                yield from _all_files(path)
        elif path.exists():
            yield path


def _key(*parts: str | bytes) -> str:
    return _digest(part.encode() if isinstance(part, str) else part for part in parts)


def _digest(parts: Iterable[bytes]) -> str:
    """The hash over the parts, each with its length: no two lists of parts read the same."""
    found = sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()
