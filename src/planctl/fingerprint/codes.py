"""Check codes: the beginning of a hash, short enough for a footer, a minute or a telephone."""

import re
from typing import Final

from planctl.errors import PlanctlError

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 digits, without I, L, O and U.

Why not those of RFC 4648: they have I and O but not 1 and 0, which many typefaces show alike, and a
reader who writes a nought has to be corrected. Here each misread sign can mean one digit only."""

_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GAPS: Final = re.compile(r"[\s_\u2010-\u2015-]+")
"""Spaces, and whatever a typewriter, Word or a scan puts for a hyphen."""


_BITS: Final = 60
_LENGTH: Final = 12
_GROUP: Final = 4
_DIGIT: Final = 5


class NoCheckCodeError(PlanctlError):
    """Something that was given as a check code and cannot be one."""

    def __init__(self, written: str) -> None:
        super().__init__(
            f"{written!r} is no check code. One has 12 letters and digits, such as "
            "4F7K-0ZQ2-M8HD; it stands at the foot of each page."
        )


def check_code(digest: bytes) -> str:
    """The first 60 bits of the digest as 12 letters and digits, `XXXX-XXXX-XXXX`.

    The digest has 8 bytes or more.
    """
    first = int.from_bytes(digest[:8], "big") >> (64 - _BITS)
    places = range(_BITS - _DIGIT, -1, -_DIGIT)
    return _grouped("".join(_LETTERS[first >> place & 31] for place in places))


def code_read(written: str) -> str:
    """The check code that somebody typed or scanned, in its one spelling.

    Capitals or not, with hyphens and spaces anywhere or nowhere; O is read as 0, I and L as 1.
    Raises NoCheckCodeError.
    """
    code = _GAPS.sub("", written).upper().translate(_MISREAD)
    if len(code) != _LENGTH or not set(code) <= set(_LETTERS):
        raise NoCheckCodeError(written)
    return _grouped(code)


def _grouped(code: str) -> str:
    return "-".join(code[place : place + _GROUP] for place in range(0, _LENGTH, _GROUP))
