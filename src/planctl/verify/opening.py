"""Reads a report, PDF or HTML, from the disk."""

from pathlib import Path
from stat import S_ISREG
from typing import Final

from planctl.errors import PathNotFoundError, UnreadableError, reason_of
from planctl.verify.html_files import opened_html
from planctl.verify.opened import DamagedReportError, Opened
from planctl.verify.pdf_files import opened_pdf

_LARGEST: Final = 128 * 1024 * 1024
_PDF: Final = b"%PDF-"
_SOUGHT: Final = 1024


def opened(path: Path) -> Opened:
    """The report in the file.

    Raises DamagedReportError for a file that is none; PathNotFoundError, UnreadableError.
    """
    content = _bytes(path)
    if _PDF in content[:_SOUGHT]:
        return opened_pdf(content)
    if b"<" in content[:_SOUGHT]:
        return opened_html(content)
    raise DamagedReportError("It is neither a PDF nor a page of HTML.")


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableError(path, "it is not a file")
        if status.st_size > _LARGEST:
            raise DamagedReportError(
                f"It is larger than {_LARGEST // 1024 // 1024} MiB, which no report of planctl is."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PathNotFoundError(path) from error
    except OSError as error:
        raise UnreadableError(path, reason_of(error)) from error
