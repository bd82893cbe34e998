"""Periods as people name them: Year 1, 2017-18, autumn 2017, 2018-19 Q2, March 2018, 2018."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from planctl.model.vocabulary import folded

TERMS: Final = ("autumn", "spring", "summer")
QUARTERS: Final = ("Q1", "Q2", "Q3", "Q4")
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
YEARS: Final = range(1900, 2200)
"""The years that a plan can speak of; others are slips of the keyboard."""

CALENDAR: Final = "calendar"
"""The calendar whose years are January to December, and are named by one number."""

_CENTURY: Final = 100
DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))  # noqa: RUF001 - as Word writes them
"""The dashes that Word puts where a hyphen was meant."""
_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CALENDARS: Final = {
    "academic": "academic", "school": "academic", "ay": "academic",
    "financial": "financial", "fiscal": "financial", "fy": "financial",
    "municipal": "municipal", "council": "municipal",
    "calendar": CALENDAR,
}  # fmt: skip

_CALENDAR_FIRST = re.compile(rf"({'|'.join(_CALENDARS)})(?:-year)?-?(?=\d|q)(.+)", re.ASCII)
_CALENDAR_LAST = re.compile(rf"(.+?)-(?:\(?({'|'.join(_CALENDARS)})(?:-year)?\)?)", re.ASCII)
_PLAN_YEAR = re.compile(rf"y(?:ea)?r-?([1-9]\d?|{'|'.join(_ONES)})", re.ASCII)
_YEAR = re.compile(r"(\d{4})[-/](\d{2}|\d{4})(?:[-/](.+))?", re.ASCII)
_TERM_FIRST = re.compile(
    r"(autumn|spring|summer)(?:-term)?-(\d{4})(?:[-/](\d{2}|\d{4}))?", re.ASCII
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})-(\d{4})", re.ASCII)
_QUARTER = re.compile(r"q(?:uarter)?-?([1-4])", re.ASCII)
_QUARTER_FIRST = re.compile(r"(q(?:uarter)?-?[1-4])-(\d{4}(?:[-/]\d{2,4})?)", re.ASCII)
_ONE_YEAR = re.compile(r"(\d{4})(?:-(q(?:uarter)?-?[1-4]))?", re.ASCII)


class PeriodKind(StrEnum):
    """What sort of stretch a period is."""

    PLAN_YEAR = "plan year"
    YEAR = "year"
    TERM = "term"
    QUARTER = "quarter"
    MONTH = "month"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of time, without its days: those need the plan's timeline.

    `year` is n of Year n, the first year of 2017-18, or a month's own year; `part` is the term
    (autumn ...), the quarter (Q1 ...), the month (01 ...), or the name of a period of the plan's
    own. `calendar` is said where it is another than the one that the plan counts by.
    """

    kind: PeriodKind
    year: int
    part: str = ""
    calendar: str = ""

    def __str__(self) -> str:
        """The period in its canonical spelling."""
        match self.kind:
            case PeriodKind.PLAN_YEAR:
                return f"Year {self.year}"
            case PeriodKind.MONTH:
                return f"{self.year}-{self.part}"
            case PeriodKind.NAMED:
                return self.part
            case _ if self.calendar == CALENDAR:
                return f"{self.year} {self.part}".rstrip()
            case _:
                years = f"{self.year}-{(self.year + 1) % _CENTURY:02d}"
                return " ".join(word for word in (years, self.part, self.calendar) if word)

    @property
    def slug(self) -> str:
        """The period for a file's name, such as 2017-18-autumn."""
        return re.sub(r"[^a-z0-9]+", "-", str(self).lower()).strip("-") or "period"

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """Reading by `read_period`, or by the timeline of the validation's context."""
        del source, handler
        return core_schema.with_info_plain_validator_function(
            _period, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Text; the spellings are too many for a pattern."""
        del schema, handler
        return {"type": "string", "examples": ["Year 1", "2017-18", "2017-18 autumn", "2018-03"]}


def read_period(written: str) -> Period | None:
    """The period that the words name, or None when they name none of a calendar everybody knows.

    `2011-12` is the year 2011-12, not December 2011: plans speak of years far more often.
    """
    name = folded(written.translate(DASHES))
    if found := _CALENDAR_FIRST.fullmatch(name):
        return _counted_by(_CALENDARS[found[1]], _without_calendar(found[2]))
    if found := _CALENDAR_LAST.fullmatch(name):
        return _counted_by(_CALENDARS[found[2]], _without_calendar(found[1]))
    return _without_calendar(name)


def _counted_by(calendar: str, period: Period | None) -> Period | None:
    """The period as one of that calendar; None when the calendar has no such one."""
    if period is None or period.kind not in {PeriodKind.YEAR, PeriodKind.QUARTER}:
        return None
    if (period.calendar == CALENDAR) != (calendar == CALENDAR):
        return None
    if calendar == "academic" and period.kind is PeriodKind.QUARTER:
        return None
    return replace(period, calendar=calendar)


def _without_calendar(name: str) -> Period | None:
    for reading in (_plan_year, _year_or_part, _quarter_first, _one_year, _term_of_year,
                    _named_month):  # fmt: skip
        if period := reading(name):
            return period if period.kind is PeriodKind.PLAN_YEAR or period.year in YEARS else None
    return None


def _period(written: Any, info: ValidationInfo) -> Period:
    if isinstance(written, Period):
        return written
    if not isinstance(written, str):
        raise PydanticCustomError("string_type", "text expected")
    context = info.context or {}
    timeline = context.get("timeline")
    period = timeline.period(written) if timeline else read_period(written)
    if period is None and not context.get("knows_calendars", True):
        return Period(PeriodKind.NAMED, 0, written)
    if period is None:
        raise PydanticCustomError("bad_period", "{written}", {"written": written})
    return period


def _plan_year(name: str) -> Period | None:
    found = _PLAN_YEAR.fullmatch(name)
    if not found:
        return None
    number = _ONES.index(found[1]) + 1 if found[1] in _ONES else int(found[1])
    return Period(PeriodKind.PLAN_YEAR, number)


def _year_or_part(name: str) -> Period | None:
    found = _YEAR.fullmatch(name)
    if not found:
        return None
    year, second, part = int(found[1]), found[2], found[3]
    if _follows(year, second):
        return _part_of_year(year, part)
    is_month = part is None and len(second) == len("01") and 1 <= int(second) <= len(MONTHS)
    return Period(PeriodKind.MONTH, year, second) if is_month else None


def _part_of_year(year: int, part: str | None) -> Period | None:
    if part is None:
        return Period(PeriodKind.YEAR, year)
    if part.removesuffix("-term") in TERMS:
        return Period(PeriodKind.TERM, year, part.removesuffix("-term"))
    return _quarter(year, part)


def _quarter(year: int, part: str, calendar: str = "") -> Period | None:
    found = _QUARTER.fullmatch(part)
    return Period(PeriodKind.QUARTER, year, f"Q{found[1]}", calendar) if found else None


def _quarter_first(name: str) -> Period | None:
    found = _QUARTER_FIRST.fullmatch(name)
    return _without_calendar(f"{found[2]}-{found[1]}") if found else None


def _one_year(name: str) -> Period | None:
    found = _ONE_YEAR.fullmatch(name)
    if not found:
        return None
    year = int(found[1])
    if found[2] is None:
        return Period(PeriodKind.YEAR, year, calendar=CALENDAR)
    return _quarter(year, found[2], CALENDAR)


def _term_of_year(name: str) -> Period | None:
    found = _TERM_FIRST.fullmatch(name)
    if not found:
        return None
    term, year, second = found[1], int(found[2]), found[3]
    if second is not None:
        return Period(PeriodKind.TERM, year, term) if _follows(year, second) else None
    return Period(PeriodKind.TERM, year if term == "autumn" else year - 1, term)


def _named_month(name: str) -> Period | None:
    found = _MONTH_FIRST.fullmatch(name)
    month = month_number(found[1]) if found else None
    return Period(PeriodKind.MONTH, int(found[2]), f"{month:02d}") if found and month else None


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its first three letters or more, whatever the case."""
    wanted = name.casefold()
    for number, month in enumerate(MONTHS, start=1):
        if wanted == "sept" or (len(wanted) >= len("jan") and month.startswith(wanted)):
            return MONTHS.index("september") + 1 if wanted == "sept" else number
    return None


def _follows(year: int, second: str) -> bool:
    return int(second) == (year + 1 if len(second) > len("18") else (year + 1) % _CENTURY)
