"""What a report is made with: versions of programs, hashes of shipped templates and fonts."""

import ctypes
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from planctl import __version__
from planctl.audit.manifest import HashedRecord, MadeWithRecord
from planctl.report.shipped import SHIPPED

# The names under which WeasyPrint looks for the same libraries.
_PANGO: Final = (
    "libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib",
    "libpango-1.0-0.dll",
)  # fmt: skip
_HARFBUZZ: Final = (
    "libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib",
    "libharfbuzz-0.dll",
)  # fmt: skip
_NOT_OF_REPORTS: Final = ("changes.", "parts/changelog.", "parts/side-by-side.", "parts/verdict.")
"""Templates of the page that tells two versions apart."""


@cache
def made_with() -> MadeWithRecord:
    """The versions on this machine; a page of HTML names those of the PDF beside it as well."""
    return MadeWithRecord(
        planctl=__version__,
        weasyprint=_version("weasyprint"),
        pydyf=_version("pydyf"),
        pango=_native(_PANGO, "pango_version_string"),
        harfbuzz=_native(_HARFBUZZ, "hb_version_string"),
    )


@cache
def templates_shipped() -> tuple[HashedRecord, ...]:
    """The shipped templates of reports, in order of their names."""
    files = (path for path in SHIPPED.rglob("*") if path.suffix in {".html", ".css", ".js"})
    return tuple(one for one in _hashed(files, SHIPPED) if not one.name.startswith(_NOT_OF_REPORTS))


@cache
def fonts_shipped() -> tuple[HashedRecord, ...]:
    """The shipped fonts, in order of their names."""
    return _hashed((SHIPPED / "fonts").glob("*.ttf"), SHIPPED / "fonts")


def _hashed(files: Iterable[Path], folder: Path) -> tuple[HashedRecord, ...]:
    found = {path.relative_to(folder).as_posix(): path for path in files}
    return tuple(
        HashedRecord(name=name, sha256=hashlib.sha256(path.read_bytes()).hexdigest())
        for name, path in sorted(found.items())
    )


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _native(names: tuple[str, ...], function: str) -> str | None:
    """What the library says of its version. Importing WeasyPrint for that would take a second."""
    for name in names:
        try:
            asked = getattr(ctypes.CDLL(name), function)
        except (OSError, AttributeError):
            continue
        asked.restype = ctypes.c_char_p
        return str(asked().decode("ascii", "replace"))
    return None
