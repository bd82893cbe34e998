"""Days and deadlines as people write them: exact ones, and ones such as `early 2018`."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from planctl.model.period import YEARS, Period, PeriodKind, month_number, read_period
from planctl.model.timeline import Timeline

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})", re.ASCII)
_SPOKEN: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+(\d{4})", re.ASCII)
_PART_OF_YEAR: Final = re.compile(r"(early|mid|late)[\s-]+(\d{4})", re.ASCII | re.IGNORECASE)
_WHOLE_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_THIRDS: Final = {"early": "spring", "mid": "summer", "late": "autumn"}
_CENTURY: Final = 2000


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A deadline: the words, and the earliest and latest day that they can mean."""

    text: str
    earliest: date
    latest: date

    def __str__(self) -> str:
        """The ISO day when it is exact, else the words."""
        return self.latest.isoformat() if self.is_exact else self.text

    @property
    def is_exact(self) -> bool:
        """Whether the words name one day."""
        return self.earliest == self.latest

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """Reading by `read_deadline`."""
        del source, handler
        return core_schema.no_info_plain_validator_function(
            _deadline, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Text; the spellings are too many for a pattern."""
        del schema, handler
        return {"type": "string", "examples": ["2018-01-25", "January 2018", "early 2018"]}


def read_day(written: str) -> date | None:
    """The day that the words name, the day before the month, or None when they name none.

    A year of two digits lies in this century.
    """
    text = written.strip()
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        year = int(found[3]) + (_CENTURY if len(found[3]) == len("18") else 0)
        return _day(year, int(found[2]), int(found[1]))
    if found := _SPOKEN.fullmatch(text):
        return _day(int(found[3]), month_number(found[2]) or 0, int(found[1]))
    return None


def read_deadline(written: str) -> FuzzyDate | None:
    """The deadline that the words name, or None when they name none.

    `early 2018` is January to April, `mid` May to August, `late` September to December;
    `spring 2018` is that year's spring term.
    """
    text = " ".join(written.split())
    if day := read_day(text):
        return FuzzyDate(text, day, day)
    if (found := _PART_OF_YEAR.fullmatch(text)) and int(found[2]) in YEARS:
        return _spanning(text, _third(found[1].casefold(), int(found[2])))
    if _WHOLE_YEAR.fullmatch(text) and int(text) in YEARS:
        return FuzzyDate(text, date(int(text), 1, 1), date(int(text), 12, 31))
    return _spanning(text, read_period(text))


def _third(name: str, year: int) -> Period:
    return Period(PeriodKind.TERM, year if name == "late" else year - 1, _THIRDS[name])


def _spanning(text: str, period: Period | None) -> FuzzyDate | None:
    days = Timeline().days(period) if period else None
    return FuzzyDate(text, *days) if days else None


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


def _deadline(written: Any) -> FuzzyDate:
    if isinstance(written, FuzzyDate):
        return written
    if not isinstance(written, str):
        raise PydanticCustomError("string_type", "text expected")
    deadline = read_deadline(written)
    if deadline is None:
        raise PydanticCustomError("bad_date", "{written}", {"written": written, "fuzzy": True})
    return deadline


Day = Annotated[
    date,
    BeforeValidator(_exact),
    WithJsonSchema({"type": "string", "examples": ["2018-01-25", "25/01/18", "25 January 2018"]}),
]
"""One exact day."""
