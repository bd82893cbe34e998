"""What planctl needs of a machine: whether it is there, and how to get it."""

import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from ctypes import CDLL
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

_NATIVE: Final = (
    ("Pango", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "libpango-1.0-0"),
    (
        "Pango for fonts",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
        "libpangoft2-1.0-0",
    ),
    (
        "HarfBuzz subset",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
        "libharfbuzz-subset0",
    ),
)
"""Libraries of the PDF: what they are called, their files, Debian's package."""

_EXTRAS: Final = (
    ("office", ("python-docx", "openpyxl", "xlsxwriter"), "Word and Excel, in and out"),
    ("sign", ("pyHanko",), "signing reports, and checking signatures"),
)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that planctl needs, or that one of its commands does.

    `found` says what is there, None where it is missing; `remedy` how to get it then.
    """

    name: str
    used_for: str
    found: str | None
    remedy: str
    is_optional: bool = False


def needs(
    loads: Callable[[str], object] = CDLL, which: Callable[[str], str | None] = shutil.which
) -> tuple[Need, ...]:
    """Everything, whether it is there or not, what is always needed first.

    `loads` opens a library of the system and raises OSError without it; `which` finds a program.
    """
    return (_python(), *_pdf(loads), _git(which), *_extras())


def _python() -> Need:
    return Need("Python", "everything", platform.python_version(), "", is_optional=False)


def _pdf(loads: Callable[[str], object]) -> Iterator[Need]:
    for name, files, package in _NATIVE:
        found = next((file for file in files if _opens(loads, file)), None)
        remedy = _system_package(package)
        yield Need(name, "PDF reports; pages of HTML do without", found, remedy)


def _opens(loads: Callable[[str], object], file: str) -> bool:
    try:
        loads(file)
    except OSError:
        return False
    return True


def _system_package(debian: str) -> str:
    if sys.platform == "darwin":
        return "brew install pango harfbuzz"
    return f"Debian, Ubuntu: apt install {debian}; Fedora: dnf install pango harfbuzz"


def _git(which: Callable[[str], str | None]) -> Need:
    program = which("git")
    remedy = "install git: apt install git, dnf install git or brew install git"
    return Need("git", "comparing versions, and proving reports", _git_version(program), remedy)


def _git_version(program: str | None) -> str | None:
    if program is None:
        return None
    asked = subprocess.run(  # noqa: S603 - the git program, asked for its version
        [program, "--version"], capture_output=True, check=False, text=True
    )
    return asked.stdout.strip().removeprefix("git version ") or None


def _extras() -> Iterator[Need]:
    for extra, packages, used_for in _EXTRAS:
        versions = [_installed(package) for package in packages]
        named = [f"{name} {found}" for name, found in zip(packages, versions, strict=True)]
        found = ", ".join(named) if all(versions) else None
        remedy = f"python -m pip install 'planctl[{extra}]'"
        yield Need(f"extra {extra}", used_for, found, remedy, is_optional=True)


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
