"""Periods as people name them: Year 1, 2017-18, autumn 2017, 2018-19 Q2, March 2018."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from planctl.model.vocabulary import folded

TERMS: Final = ("autumn", "spring", "summer")
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
YEARS: Final = range(1900, 2200)
"""The years that a plan can speak of; others are slips of the keyboard."""

_CENTURY: Final = 100

_PLAN_YEAR = re.compile(r"y(?:ea)?r-?([1-9]\d?)", re.ASCII)
_YEAR = re.compile(r"(\d{4})[-/](\d{2}|\d{4})(?:[-/](.+))?", re.ASCII)
_TERM_FIRST = re.compile(
    r"(autumn|spring|summer)(?:-term)?-(\d{4})(?:[-/](\d{2}|\d{4}))?", re.ASCII
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})-(\d{4})", re.ASCII)
_QUARTER = re.compile(r"q([1-4])", re.ASCII)


class PeriodKind(StrEnum):
    """What sort of stretch a period is."""

    PLAN_YEAR = "plan year"
    YEAR = "year"
    TERM = "term"
    QUARTER = "quarter"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of time, without its days: those need the plan's timeline.

    `year` is n of Year n, the first year of 2017-18 or a month's own year; `part` is the term
    (autumn ...), the quarter (Q1 ...) or the month (01 ...).
    """

    kind: PeriodKind
    year: int
    part: str = ""

    def __str__(self) -> str:
        """The period in its canonical spelling."""
        if self.kind is PeriodKind.PLAN_YEAR:
            return f"Year {self.year}"
        if self.kind is PeriodKind.MONTH:
            return f"{self.year}-{self.part}"
        years = f"{self.year}-{(self.year + 1) % _CENTURY:02d}"
        return f"{years} {self.part}".rstrip()

    @property
    def slug(self) -> str:
        """The period for a file's name, such as 2017-18-autumn."""
        return str(self).lower().replace(" ", "-")

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """Reading by `read_period`."""
        del source, handler
        return core_schema.no_info_plain_validator_function(
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
    """The period that the words name, or None when they name none.

    `2011-12` is the year 2011-12, not December 2011: plans speak of years far more often.
    """
    name = folded(written)
    for reading in (_plan_year, _year_or_part, _term_of_year, _named_month):
        if period := reading(name):
            return period if period.kind is PeriodKind.PLAN_YEAR or period.year in YEARS else None
    return None


def _period(written: Any) -> Period:
    if isinstance(written, Period):
        return written
    if not isinstance(written, str):
        raise PydanticCustomError("string_type", "text expected")
    period = read_period(written)
    if period is None:
        raise PydanticCustomError("bad_period", "{written}", {"written": written})
    return period


def _plan_year(name: str) -> Period | None:
    found = _PLAN_YEAR.fullmatch(name)
    return Period(PeriodKind.PLAN_YEAR, int(found[1])) if found else None


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
    quarter = _QUARTER.fullmatch(part)
    return Period(PeriodKind.QUARTER, year, f"Q{quarter[1]}") if quarter else None


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
