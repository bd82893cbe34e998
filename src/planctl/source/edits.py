"""Edits at exact places of a file's text: what is not edited stays byte for byte."""

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from planctl.errors import PlanctlError
from planctl.findings import Edit, Path
from planctl.source.document import Document
from planctl.source.reader import read
from planctl.source.refusals import shortened

_BOM: Final = b"\xef\xbb\xbf"


class UnsafeEditError(PlanctlError):
    """A change after which the file would not hold what was meant."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"{place} cannot be changed safely: {reason}. "
            "Nothing was written. Make the change by hand."
        )


class OverlappingEditsError(Exception):
    """Two edits that touch the same text: a bug of whoever made them."""


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; what is put in at one place stands in the order given.

    Raises OverlappingEditsError.
    """
    pieces: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < place:
            raise OverlappingEditsError(f"two edits meet at offset {edit.start}")
        pieces += (text[place : edit.start], edit.text)
        place = edit.end
    return "".join((*pieces, text[place:]))


def edited(document: Document, edits: Iterable[Edit], expected: Any) -> Document:
    """The document with the edits made, read again; `expected` is what it is to hold.

    Raises UnsafeEditError when it holds anything else, or has a fault that it did not have.
    """
    made = tuple(edits)
    text = spliced(document.text, made)
    # A surrogate, which no file may hold, is refused by the reader.
    raw = text.encode("utf-8", "surrogatepass")
    changed = read(_BOM + raw if _has_mark(document) else raw, document.file)
    if reason := _unmeant(document, changed, expected):
        at = min((edit.start for edit in made), default=0)
        line, _ = document.lines.line_and_column(at)
        raise UnsafeEditError(f"{document.file}:{line}", reason)
    return changed


def raw_of(document: Document) -> bytes:
    """The bytes of the document's file."""
    raw = document.text.encode()
    return _BOM + raw if _has_mark(document) else raw


def _has_mark(document: Document) -> bool:
    """Whether the file begins with a byte order mark, which its text leaves out."""
    return hashlib.sha256(_BOM + document.text.encode()).hexdigest() == document.sha256


def _unmeant(document: Document, changed: Document, expected: Any) -> str:
    before = {(finding.code, finding.message) for finding in document.findings}
    for finding in changed.findings:
        if not changed.is_readable or (finding.code, finding.message) not in before:
            line = f"line {finding.span.line}" if finding.span else "a line"
            return f"at {line} of what came out, {finding.message}"
    if changed.root == expected:
        return ""
    path, came, meant = _difference(changed.root, expected, ())
    name = ".".join(map(str, path)) or "the whole"
    return f"{name} would be {_shown(came)} and not {_shown(meant)}"


def _difference(came: Any, meant: Any, path: Path) -> tuple[Path, Any, Any]:
    """The innermost place at which two values differ that both of them have."""
    for step in _shared(came, meant):
        if came[step] != meant[step]:
            return _difference(came[step], meant[step], (*path, step))
    return path, came, meant


def _shared(came: Any, meant: Any) -> Iterable[Any]:
    if isinstance(came, dict) and isinstance(meant, dict):
        return [key for key in meant if key in came]
    if isinstance(came, list) and isinstance(meant, list) and len(came) == len(meant):
        return range(len(came))
    return ()


def _shown(value: Any) -> str:
    return shortened(repr(value))
