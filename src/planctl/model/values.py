"""The scalars of a plan: text, ids, refs, money and numbers, each parsed once, at the edge.

Everything arrives as text (`2.10` stays `2.10`), so each type checks a pattern of its own first:
pydantic's lax mode would take `1_000` as 1000.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_GROUPED: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_MONEY: Final = re.compile(rf"£?\s?({_GROUPED}(?:\.\d{{1,2}})?)", re.ASCII)
_NUMBER: Final = re.compile(rf"([+-]?{_GROUPED}(?:\.\d+)?)\s?%?", re.ASCII)
_COUNT: Final = re.compile(_GROUPED, re.ASCII)
RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that Windows gives to no file."""

MAX_ID: Final = 80
MAX_REF: Final = 30
MAX_TITLE: Final = 200
MAX_SHORT_TITLE: Final = 60
MAX_DIGITS: Final = 18
"""Of a number, its sign and point among them: sums of thousands of such numbers stay exact."""


def is_id(written: Any) -> bool:
    """Whether it can be an id: it names files on every system."""
    if not isinstance(written, str) or len(written) > MAX_ID or written in RESERVED:
        return False
    return re.fullmatch(ID_PATTERN, written) is not None


def _money(written: Any) -> Any:
    return _matched(written, _MONEY, "bad_money")


def _number(written: Any) -> Any:
    return _matched(written, _NUMBER, "bad_number")


def _count(written: Any) -> Any:
    return _matched(written, _COUNT, "bad_number")


def _matched(written: Any, pattern: re.Pattern[str], problem: str) -> Any:
    if not isinstance(written, str):
        return written
    found = pattern.fullmatch(written.strip())
    if found is None:
        raise PydanticCustomError(problem, "{written}", {"written": written})
    digits = found.group(found.lastindex or 0).replace(",", "")
    if len(digits) > MAX_DIGITS:
        raise PydanticCustomError(problem, "{written}", {"written": written})
    return Decimal(digits)


def _id(written: str) -> str:
    if not is_id(written):
        raise PydanticCustomError("bad_id", "{written}", {"written": written})
    return written


def _ref(written: str) -> str:
    if not written or len(written) > MAX_REF or "\n" in written:
        raise PydanticCustomError("bad_ref", "{written}", {"written": written})
    return written


def _tidy(written: str) -> str:
    """NFC, so that two spellings of one letter are the same text."""
    return unicodedata.normalize("NFC", written).strip()


Text = Annotated[str, AfterValidator(_tidy), StringConstraints(min_length=1)]
"""Prose or a name, never empty; a field without text is left out."""

Title = Annotated[str, AfterValidator(_tidy), StringConstraints(min_length=1, max_length=MAX_TITLE)]
ShortTitle = Annotated[
    str, AfterValidator(_tidy), StringConstraints(min_length=1, max_length=MAX_SHORT_TITLE)
]
"""A title for grids and forms."""

Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
"""Lower-case letters, digits and single hyphens: it names files on every system."""

Ref = Annotated[str, AfterValidator(_tidy), AfterValidator(_ref), Field(max_length=MAX_REF)]
"""The reference that people print, such as 2.1a: free text on one line."""

Money = Annotated[
    Decimal,
    BeforeValidator(_money),
    WithJsonSchema({"type": ["string", "number"], "examples": [40000, "40,000", "£40,000"]}),
]
"""An amount in pounds, with pence where they are written."""

Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": ["string", "number"], "examples": [249, "1,800", "73.4%"]}),
]
"""A number as written, never a float; a percent sign is left to the unit."""

Count = Annotated[
    int,
    BeforeValidator(_count),
    WithJsonSchema({"type": ["string", "integer"], "examples": [33, "1,800"]}),
]
"""A whole number, zero or more."""
