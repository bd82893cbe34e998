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

from planctl.model.vocabulary import any_spelling

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_GROUPED: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_MONEY: Final = re.compile(rf"£?\s?({_GROUPED}(?:\.\d{{1,2}})?)", re.ASCII)
_NUMBER: Final = re.compile(rf"([+-]?)£?\s?({_GROUPED}(?:\.\d+)?)\s?%?", re.ASCII)
_COUNT: Final = re.compile(rf"({_GROUPED})", re.ASCII)
_PERCENT: Final = re.compile(r"(\d{1,3})\s?%?", re.ASCII)
_WHOLE: Final = 100
_FLAGS: Final = {"true": True, "yes": True, "false": False, "no": False}
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


def _percent(written: Any) -> Any:
    found = _matched(written, _PERCENT, "bad_number")
    if isinstance(written, str) and found > _WHOLE:
        raise PydanticCustomError("bad_number", "{written}", {"written": written})
    return found


def _matched(written: Any, pattern: re.Pattern[str], problem: str) -> Any:
    if not isinstance(written, str):
        return written
    found = pattern.fullmatch(written.strip())
    if found is None:
        raise PydanticCustomError(problem, "{written}", {"written": written})
    digits = "".join(found.groups()).replace(",", "")
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


def _written_as(pattern: re.Pattern[str], kind: str, examples: tuple[Any, ...]) -> WithJsonSchema:
    shown = " or ".join(str(one) for one in examples)
    return WithJsonSchema({
        "type": ["string", kind],
        "pattern": rf"^\s*{pattern.pattern}\s*$",
        "patternErrorMessage": f"Write a number such as {shown}.",
        "examples": [*examples],
    })  # fmt: skip


_ID_SCHEMA: Final = WithJsonSchema({
    "type": ["string", "number"],
    "pattern": ID_PATTERN,
    "patternErrorMessage": "Write small letters, digits and single hyphens.",
    "maxLength": MAX_ID,
})  # fmt: skip

Text = Annotated[str, AfterValidator(_tidy), StringConstraints(min_length=1)]
"""Prose or a name, never empty; a field without text is left out."""

Title = Annotated[str, AfterValidator(_tidy), StringConstraints(min_length=1, max_length=MAX_TITLE)]
ShortTitle = Annotated[
    str, AfterValidator(_tidy), StringConstraints(min_length=1, max_length=MAX_SHORT_TITLE)
]
"""A title for grids and forms."""

Id = Annotated[str, AfterValidator(_id), _ID_SCHEMA]
"""Lower-case letters, digits and single hyphens: it names files on every system."""

Ref = Annotated[str, AfterValidator(_tidy), AfterValidator(_ref), Field(max_length=MAX_REF)]
"""The reference that people print, such as 2.1a: free text on one line."""

Money = Annotated[
    Decimal,
    BeforeValidator(_money),
    _written_as(_MONEY, "number", (40000, "40,000", "£40,000")),
]
"""An amount in pounds, with pence where they are written."""

Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    _written_as(_NUMBER, "number", (249, "1,800", "73.4%")),
]
"""A number as written, never a float; a percent sign is left to the unit."""

Count = Annotated[
    int,
    BeforeValidator(_count),
    _written_as(_COUNT, "integer", (33, "1,800")),
]
"""A whole number, zero or more."""

Percent = Annotated[int, BeforeValidator(_percent), _written_as(_PERCENT, "integer", (40, "40%"))]
"""A whole number of hundredths, 0 to 100."""


def _flag(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    if (said := _FLAGS.get(written.strip().casefold())) is None:
        allowed = {"written": written, "allowed": ["true", "false"]}
        raise PydanticCustomError("not_in_vocabulary", "{written}", allowed)
    return said


Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema({"type": ["string", "boolean"], "pattern": any_spelling(_FLAGS)}),
]
"""True or false; yes and no are read too."""
