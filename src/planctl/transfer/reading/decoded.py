"""Bytes of a text file to text, with a word on any guess."""

import codecs
from pathlib import Path
from typing import Final

from planctl.transfer.reading.refused import RefusedFileError

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NONE: Final[tuple[str, ...]] = ()
MAX_TEXT: Final = 8 * 1024 * 1024
"""Bytes of the longest text file that is read."""


def decoded(path: Path, content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, each line end one character, and warnings. Excel saves UTF-16 as 'Unicode text'.

    Raises RefusedFileError.
    """
    if len(content) > MAX_TEXT:
        size = f"it holds {len(content):,} bytes, and {MAX_TEXT:,} is the most"
        raise RefusedFileError(path, size, "Copy out the part with the plan.")
    if content.startswith(_UTF16):
        text, warnings = content.decode("utf-16", errors="replace"), _NONE
    else:
        text, warnings = _eight_bits(path, content)
    if "\0" in text:
        raise RefusedFileError(path, "it is not a text file", "Save the table as text or .csv.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), warnings


def _eight_bits(path: Path, content: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        warning = (
            f"{path.name} is not UTF-8: it was read as Windows-1252. "
            "Look at pound signs, quotation marks and dashes."
        )
        return content.decode("cp1252", errors="replace"), (warning,)
