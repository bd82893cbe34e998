"""Which native libraries would set the type of a PDF, learnt without importing what uses them."""

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

_LINUX: Final = "{name}.so.{number}"
_MACOS: Final = "{name}.{number}.dylib"
_ASKED: Final = (
    ("libpango-1.0", 0, "pango_version_string"),
    ("libharfbuzz", 0, "hb_version_string"),
    ("libgobject-2.0", 0, None),
    ("libpangoft2-1.0", 0, None),
    ("libharfbuzz-subset", 0, None),
)
"""What WeasyPrint opens, and the function that tells the version; the others come with these."""

_MAPS: Final = Path("/proc/self/maps")
_SETS_TYPE: Final = re.compile(
    r"/lib(pango|harfbuzz|fontconfig|freetype|glib|gobject|fribidi|thai|datrie|graphite)[^/]*$"
)


@cache
def native_libraries() -> tuple[str, ...] | None:
    """Each library with what tells its builds apart; None where they cannot be opened.

    They are opened by the names that WeasyPrint opens them by, through the loader that it goes
    through, in this process: what is found here is what it would find, wherever the system, the
    environment or a container has put it. On Linux the files are told apart as well, with those
    that they bring: a rebuilt library may keep its version.
    """
    try:
        versions = [_version(*asked) for asked in _ASKED]
    except (OSError, AttributeError):
        return None
    return (*versions, *sorted(_files()))


def _version(name: str, number: int, function: str | None) -> str:
    form = _MACOS if sys.platform == "darwin" else _LINUX
    library = ctypes.CDLL(form.format(name=name, number=number))
    if function is None:
        return name
    tell = getattr(library, function)
    tell.restype = ctypes.c_char_p
    return f"{name} {tell().decode()}"


def _files() -> Iterator[str]:
    """The files of the libraries that are open now."""
    try:
        lines = _MAPS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return
    for path in {line.partition("/")[2] for line in lines}:
        if _SETS_TYPE.search(f"/{path}"):
            status = os.stat(f"/{path}")  # noqa: PTH116 - the name as the system gives it
            yield f"/{path} {status.st_size} {status.st_mtime_ns}"
