"""Exact days as people write them."""

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from planctl.model.period import DASHES, YEARS, month_number

_DAY: Final = r"(0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(0?[1-9]|1[0-2])"
_ISO: Final = re.compile(rf"(\d{{4}})[-/]{_MONTH}[-/]{_DAY}", re.ASCII)
_DAY_FIRST: Final = re.compile(rf"{_DAY}[/.-]{_MONTH}(?:[/.-](\d{{4}})|[/.](\d{{2}}))", re.ASCII)
_SPOKEN: Final = re.compile(
    rf"{_DAY}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([A-Za-z]+)\.?,?[\s-]+(\d{{4}}|\d{{2}})", re.ASCII
)
_MONTH_FIRST: Final = re.compile(
    rf"([A-Za-z]+)\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.ASCII
)
WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_WEEKDAY: Final = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE
)
_CENTURY: Final = 2000
_EXAMPLES: Final = ("2018-01-25", "25/01/18", "25 January 2018")
_SHAPES: Final = "|".join(way.pattern for way in (_ISO, _DAY_FIRST, _SPOKEN, _MONTH_FIRST))
_DASH: Final = "".join(map(chr, DASHES))
_SCHEMA_PATTERN: Final = (
    rf"^\s*(?:[A-Za-z]+\.?,?\s+)?(?:{_SHAPES})\s*$"
    .replace("[-/]", f"[{_DASH}/-]")
    .replace("[/.-]", f"[{_DASH}/.-]")
)  # fmt: skip
"""All spellings of a day, whether or not the month has it."""


def read_day(written: str) -> date | None:
    """The day that the words name, the day before the month, or None when they name none.

    A year of two digits lies in this century. Why: officers write 25/01/18, and Word writes dashes
    that are no hyphens. A weekday that the day does not fall on is a slip of one or the other.
    """
    text = written.translate(DASHES).strip()
    if weekday := _WEEKDAY.match(text):
        day = _named_day(text[weekday.end() :])
        is_it = day and weekday[0].casefold().startswith(WEEKDAYS[day.weekday()][:3])
        return day if is_it else None
    return _named_day(text)


def _named_day(text: str) -> date | None:
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _day(_whole_year(found[3] or found[4]), int(found[2]), int(found[1]))
    if found := _SPOKEN.fullmatch(text):
        return _day(_whole_year(found[3]), month_number(found[2]) or 0, int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(int(found[3]), month_number(found[1]) or 0, int(found[2]))
    return None


def _whole_year(written: str) -> int:
    return int(written) if len(written) == len("2018") else _CENTURY + int(written)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _exact(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    day = read_day(written)
    if day is None:
        raise PydanticCustomError("bad_date", "{written}", {"written": written, "fuzzy": False})
    return day


Day = Annotated[
    date,
    BeforeValidator(_exact),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": _SCHEMA_PATTERN,
            "patternErrorMessage": f"Write a day such as {', '.join(_EXAMPLES)}.",
            "examples": [*_EXAMPLES],
        }
    ),
]
"""One exact day."""
