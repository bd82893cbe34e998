"""What a Word or Excel file must be before it is opened: a small, plain archive."""

import io
import re
import zipfile
import zlib
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planctl.transfer.reading.refused import RefusedFileError

MAX_ENTRIES: Final = 2_000
MAX_UNPACKED: Final = 50 * 1024 * 1024
MAX_RATIO: Final = 100
_SMALL: Final = 1024 * 1024
"""Bytes below which no ratio is looked at: little text packs well."""

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE: Final = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\0!\0(?:D\0O\0C|E\0N\0T)|\0<\0!\0(?:D\0O\0C|E\0N\0T)"
)
_EXTERNAL: Final = re.compile(rb"<Relationship\b[^<>]*TargetMode\s*=\s*[\"']External[\"'][^<>]*>")
_TYPE: Final = re.compile(rb"\bType\s*=\s*[\"'][^\"']*/([A-Za-z]+)[\"']")
_HARMLESS: Final = frozenset({b"hyperlink", b"attachedTemplate"})
"""What may lead out of a file: it is neither followed nor read, and most files have some."""

_BROKEN: Final = (NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_KINDS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_MAIN_PARTS: Final = MappingProxyType({
    "word/document.xml": ("a Word document", ".docx"),
    "xl/workbook.xml": ("an Excel workbook", ".xlsx"),
})  # fmt: skip
"""What a file is by the part that it cannot do without, and the ending that it should have."""

_ENDINGS: Final = frozenset(right for _, right in _MAIN_PARTS.values())
_AGAIN: Final = "Open it in Word or Excel and save it again; then try that file."


def check_archive(path: Path, content: bytes) -> None:
    """Raises RefusedFileError for a file that could do harm, or is of another kind than it says."""
    if not content.strip():
        raise empty(path)
    if content.startswith(_OLD_OFFICE):
        reason = "it is protected by a password, or of an old Word or Excel format"
        raise RefusedFileError(path, reason, "Save it as .docx or .xlsx without a password.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(path, archive.infolist())
            for entry in archive.infolist():
                _check_name(path, entry.filename)
                if entry.compress_type not in _KINDS:
                    raise damaged(path)
                if entry.filename.endswith((".xml", ".rels", ".vml")):
                    _check_xml(path, entry.filename, archive.read(entry))
            _check_kind(path, frozenset(archive.namelist()))
    except (zipfile.BadZipFile, zlib.error, *_BROKEN) as error:
        raise damaged(path) from error


def empty(path: Path) -> RefusedFileError:
    """The error for a file in which nothing stands."""
    return RefusedFileError(path, "it is empty", "Save it again, or name another file.")


def damaged(path: Path) -> RefusedFileError:
    """The error for a file that is not what its name says."""
    return RefusedFileError(path, "it is damaged, or no Word or Excel file", _AGAIN)


def _check_sizes(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        reason = f"it holds {len(entries):,} parts, and {MAX_ENTRIES:,} is the most"
        raise RefusedFileError(path, reason, _AGAIN)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        size, most = f"{unpacked / 2**20:,.0f} MiB", f"{MAX_UNPACKED // 2**20} MiB"
        reason = f"it would unpack to {size}, and {most} is the most"
        raise RefusedFileError(path, reason, "Take out pictures and sheets that are not the plan.")
    if unpacked > _SMALL and unpacked > MAX_RATIO * max(packed, 1):
        reason = f"it would unpack to {unpacked // max(packed, 1):,} times its size"
        raise RefusedFileError(path, reason, _AGAIN)


def _check_kind(path: Path, names: frozenset[str]) -> None:
    """Raises RefusedFileError for a workbook that is called a document, or the other way round."""
    ending = path.suffix.casefold()
    for part, (kind, right) in _MAIN_PARTS.items():
        if part in names and ending in _ENDINGS - {right}:
            reason = f"it is {kind} with the ending {path.suffix}"
            raise RefusedFileError(path, reason, f"Rename it to {right}.")


def _check_name(path: Path, name: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", name):
        reason = f"a part of it is called {name[:60]!r}, which leads out of the file"
        raise RefusedFileError(path, reason, _AGAIN)


def _check_xml(path: Path, name: str, xml: bytes) -> None:
    if _DOCTYPE.search(xml):
        reason = f"its part {name[:60]} declares a document type, which no Office file does"
        raise RefusedFileError(path, reason, _AGAIN)
    for link in _EXTERNAL.finditer(xml) if name.endswith(".rels") else ():
        kind = _TYPE.search(link[0])
        if kind is None or kind[1] not in _HARMLESS:
            what = kind[1].decode("ascii") if kind else "unknown"
            reason = f"it takes content from another file or address ({what})"
            remedy = "Break the links (Data, Edit Links in Excel; File, Info in Word) and save it."
            raise RefusedFileError(path, reason, remedy)
