"""Bytes to text: strict UTF-8, no unseen characters, within limits; else one finding says why."""

import re
from typing import Final

from planctl.findings import Finding, Span
from planctl.source.refusals import MAX_BYTES, refused, too_large

_BOM: Final = b"\xef\xbb\xbf"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT: Final = (
    b"%PDF-",
    b"{\\rtf",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
)
"""What documents of other programs, archives and pictures begin with."""

UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Controls and text-direction controls: they change what a reader sees without being seen."""

_NAMES: Final = {
    "\x00": "a NUL",
    "\x1b": "a terminal escape",
    "\x7f": "a delete character",
    "\ufeff": "a byte order mark",
    "\ufffe": "a code that is no character",
    "\uffff": "a code that is no character",
}
_LAST_CONTROL: Final = 0x9F
_SAMPLE: Final = 4096
_TOP: Final = Span(1, 1, 1, 1)


def decoded(raw: bytes, file: str) -> str | Finding:
    """The text of the bytes without a byte order mark, or the finding that they are not text."""
    if len(raw) > MAX_BYTES:
        return too_large(file, len(raw))
    if raw.startswith(_UTF16):
        return _not_utf8(raw, file, 0, "It is UTF-16.")
    if raw.startswith(_NOT_TEXT) or b"\x00" in raw[:_SAMPLE]:
        return refused("PLN015", file, _TOP)
    body = raw.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(raw) - len(body)
        return _not_utf8(raw, file, offset, _guess(raw, offset))
    return _unseen(text, file) or text


def name_of(character: str) -> str:
    """What a character that cannot be shown is called, with its code point."""
    code = f"(U+{ord(character):04X})"
    if character in _NAMES:
        return f"{_NAMES[character]} {code}"
    if ord(character) <= _LAST_CONTROL:
        return f"a control character {code}"
    return f"a text-direction character {code}"


def _guess(raw: bytes, offset: int) -> str:
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    character = raw[offset : offset + 1].decode("cp1252")
    return f"It looks like a Windows (cp1252) file, in which that byte is {character}."


def _not_utf8(raw: bytes, file: str, offset: int, guess: str) -> Finding:
    before = raw[:offset].removeprefix(_BOM)
    line_start = before.rfind(b"\n") + 1
    line, column = before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1
    span = Span(line, column, line, column + 1)
    byte = f"0x{raw[offset]:02X}"
    return refused("PLN002", file, span, offset=offset, byte=byte, guess=guess)


def _unseen(text: str, file: str) -> Finding | None:
    found = UNSEEN.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    span = Span(line, column, line, column + 1)
    return refused("PLN003", file, span, character=name_of(found.group()))
