"""One way to write a value as JSON, and the hash over it."""

import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

import rfc8785

_MOST: Final = 2**53 - 1
"""The largest whole number that every reader of JSON takes exactly (RFC 8785, section 3.2.2.3)."""


def canonical(value: Any) -> bytes:
    """The value as JSON by RFC 8785, its texts in Unicode's composed form (NFC).

    It is made of what `planctl.model.plain` gives: text, whole numbers, truth values, None, lists
    and mappings. Numbers too large for some readers are written as text. Raises
    rfc8785.CanonicalizationError for a lone surrogate or what JSON does not have.
    """
    return rfc8785.dumps(_composed(value))


def fingerprint(value: Any) -> str:
    """The SHA-256 of the value's canonical form, in 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _composed(value: Any) -> Any:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case bool() | None:
            return value
        case int():
            return value if abs(value) <= _MOST else str(value)
        case Mapping():
            return {_composed(str(name)): _composed(entry) for name, entry in value.items()}
        case list() | tuple():
            return [_composed(entry) for entry in value]
        case _:
            return value
