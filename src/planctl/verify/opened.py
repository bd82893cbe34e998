"""A report as it was handed over: its bytes, the files inside it, and the words that it shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from planctl.errors import ExitCode, PlanctlError

MOST_FILES: Final = 200
MOST_BYTES: Final = 32 * 1024 * 1024
"""How much may travel inside a report, unpacked."""


class DamagedReportError(PlanctlError):
    """A file that is no report, or no longer a whole one."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class ReportFormat(StrEnum):
    """What sort of file a report is."""

    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees: the words of each page, and what else lies on it."""

    pages: tuple[str, ...]
    marks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All words, one space between two."""
        return " ".join(" ".join(self.pages).split())

    @property
    def letters(self) -> str:
        """All words without a space: where lines break says nothing."""
        return "".join(self.text.split(" "))


@dataclass(frozen=True, slots=True)
class Opened:
    """A report that could be read; `shown` raises DamagedReportError where its words cannot be."""

    kind: ReportFormat
    content: bytes
    files: Mapping[str, bytes]
    shown: Callable[[], Shown]


def collected(found: list[tuple[str, bytes]]) -> dict[str, bytes]:
    """The files by their names. Raises DamagedReportError for two of one name."""
    files: dict[str, bytes] = {}
    for name, content in found:
        if name in files:
            raise DamagedReportError(f"It holds two files that are called {name!r}.")
        files[name] = content
    return files


def too_much() -> DamagedReportError:
    """What is said of a report that holds more than planctl unpacks."""
    return DamagedReportError(
        f"It holds more than {MOST_FILES} files or {MOST_BYTES // 1024 // 1024} MiB, which no "
        "report of planctl does."
    )
