"""Deadlines as people write them: a day, `early 2018`, `termly`, `2 weeks after the visit`."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from planctl.model.days import read_day
from planctl.model.period import DASHES, MONTHS, TERMS
from planctl.model.short_forms import ShortForm
from planctl.model.stretch import stretch
from planctl.model.timeline import Days, Timeline

_ANY_DAY: Final = date(2000, 9, 1)
_MAX_WORDS: Final = 200
"""Characters; what is longer than that is prose."""

_ONGOING: Final = re.compile(
    r"(?:on-?going|continuous(?:ly)?|continuing|open[- ]ended|throughout|rolling)"
    r"(?:,? (?:from|since) (?P<since>.+?))?(?: onwards?)?(?:,? (?:until|to|till) (?P<until>.+))?"
)
_FROM: Final = re.compile(
    r"(?:(?:from|since|starting) (?P<since>.+?)(?: onwards?)?|(?P<onwards>.+) onwards?)"
)
_NUMBER: Final = "(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_UNIT: Final = (
    "(?:(?:working |school )?day|week|fortnight|month|half[- ]term|term|quarter|year|meeting)s?"
)
_OFTEN: Final = (
    "daily|weekly|fortnightly|monthly|quarterly|half[- ]termly|termly|yearly|annual(?:ly)?"
    f"|(?:each|every) (?:other |second )?(?:{_NUMBER} )?(?:{_UNIT}|{'|'.join(MONTHS)}"
    f"|{'|'.join(TERMS)}(?: term)?|academic year|financial year"
    "|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    f"|(?:yearly|annually|every year|each year) (?:in|every|each) (?:{'|'.join(MONTHS)})"
    f"|(?:once|twice|(?:{_NUMBER}) times) (?:a|an|per|each|every) {_UNIT}"
)
_RECURRING: Final = re.compile(
    rf"(?:{_OFTEN})(?:,? from (?P<since>.+?))?(?:,? (?:until|to|till|up to) (?P<until>.+))?"
)
_BEFORE: Final = ("before", "prior to", "ahead of")
_RELATIVE: Final = re.compile(
    rf"(?:(?:with)?in )?(?:(?P<count>{_NUMBER}) {_UNIT} )?"
    rf"(?P<joint>after|following|{'|'.join(_BEFORE)}|of|from|once|when|upon|as soon as"
    r"|on (?:the )?(?:completion|receipt|publication|appointment) of) (?P<event>.+)"
)
"""Of `2 weeks after the visit`: how long, which side, and what it waits for."""

_NEEDS_COUNT: Final = frozenset({"of", "from"})
_WAITS: Final = frozenset({"when", "upon", "as soon as"})
"""Joints that only something which happens can follow: `when 2018` is no deadline."""

_THE_END: Final = re.compile(r"(?:the )?end(?:[ -]+of)?[ -]+.+")
_SLIP: Final = re.compile(
    r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|\d{1,2}\.\d{1,2}\.\d{4}"
    rf"|(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{'|'.join((*MONTHS, *TERMS))}"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?,?(?: term)?(?: '?\d{1,4})?",
    re.ASCII,
)
_MISSPELT: Final = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)? )?([a-z]{4,}) \d{4}", re.ASCII)
_ALIKE: Final = 0.8


class DeadlineKind(StrEnum):
    """How firmly a deadline is tied to the calendar."""

    EXACT = "exact"
    FUZZY = "fuzzy"
    RECURRING = "recurring"
    RELATIVE = "relative"
    ONGOING = "ongoing"


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A deadline: the words, and the earliest and latest day that they can mean.

    A recurring, ongoing or relative one has no such days, but for a recurring one that is said to
    end. Nor has a period without days, such as Year 2 of a plan that does not say when it begins.
    `event` is what a relative one waits for.
    """

    text: str
    earliest: date | None
    latest: date | None
    kind: DeadlineKind = DeadlineKind.EXACT
    event: str = ""

    def __str__(self) -> str:
        """The ISO day when it is exact, else the words."""
        return self.latest.isoformat() if self.latest and self.is_exact else self.text

    @property
    def is_exact(self) -> bool:
        """Whether the words name one day."""
        return self.kind is DeadlineKind.EXACT

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """Reading by `read_deadline`, on the timeline of the validation's context."""
        del source, handler
        return core_schema.with_info_plain_validator_function(
            _deadline, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Text; the spellings are too many for a pattern."""
        del schema, handler
        return {
            "type": "string",
            "examples": ["2018-01-25", "January 2018", "early 2018", "termly", "ongoing"],
        }


def read_deadline(written: str, timeline: Timeline | None = None) -> FuzzyDate | None:
    """The deadline that the words name, or None when they name none.

    `early 2018` is January to April, `mid` May to August, `late` September to December;
    `spring 2018` is that year's spring term. Periods have the days of the timeline.
    """
    text = " ".join(written.split())
    if day := read_day(text):
        return FuzzyDate(text, day, day)
    if len(text) > _MAX_WORDS:
        return None
    said = text.translate(DASHES).casefold().rstrip(".")
    known = timeline or Timeline()
    for reading in (_recurring, _spanning, _ongoing, _relative):
        if found := reading(said, known):
            return replace(found, text=text, event=_as_written(found.event, text))
    return None


def _as_written(event: str, text: str) -> str:
    """The event with its capitals: it may be an action's reference."""
    ends = text.rstrip(".")[-len(event) :]
    return ends if ends.casefold() == event else event


def _recurring(said: str, timeline: Timeline) -> FuzzyDate | None:
    found = _RECURRING.fullmatch(said)
    if not found:
        return None
    since, until = (_said_days(found[name], timeline) for name in ("since", "until"))
    if (found["since"] and not since) or (found["until"] and not until) or _turned(since, until):
        return None
    return FuzzyDate(said, since and since[0], until and until[1], DeadlineKind.RECURRING)


def _spanning(said: str, timeline: Timeline) -> FuzzyDate | None:
    if days := stretch(said, timeline):
        return FuzzyDate(said, *days, DeadlineKind.FUZZY)
    # Year 2 has days only in a plan that says when it begins, but is a deadline in any.
    would_have = not timeline.first and stretch(said, replace(timeline, first=_ANY_DAY))
    return FuzzyDate(said, None, None, DeadlineKind.FUZZY) if would_have else None


def _ongoing(said: str, timeline: Timeline) -> FuzzyDate | None:
    found = _ONGOING.fullmatch(said) or _FROM.fullmatch(said)
    if not found:
        return None
    said_of = found.groupdict()
    begins, ends = said_of["since"] or said_of.get("onwards"), said_of.get("until")
    since, until = _said_days(begins, timeline), _said_days(ends, timeline)
    if (begins and not since) or (ends and not until) or _turned(since, until):
        return None
    return FuzzyDate(said, since and since[0], until and until[1], DeadlineKind.ONGOING)


def _relative(said: str, timeline: Timeline) -> FuzzyDate | None:
    """A deadline that waits for something, or lies before or after a stretch that has days."""
    found = _RELATIVE.fullmatch(said)
    if not found or (found["joint"] in _NEEDS_COUNT and not found["count"]):
        return None
    days = stretch(found["event"], timeline)
    if days and not found["count"]:
        return _beside(said, found, days)
    if not days and _is_slip(found["event"]):
        return None
    return FuzzyDate(said, None, None, DeadlineKind.RELATIVE, found["event"])


def _is_slip(event: str) -> bool:
    """Whether it was meant for a day or a period: as an event, it would be waited for for ever."""
    found = _MISSPELT.fullmatch(event)
    near = get_close_matches(found[1], (*MONTHS, *TERMS), 1, _ALIKE) if found else []
    return bool(near or _SLIP.fullmatch(event))


def _beside(said: str, found: re.Match[str], days: Days) -> FuzzyDate | None:
    """The deadline before, after or `once in` a stretch; before the end of one, its last day."""
    joint, (first, last) = found["joint"], days
    if joint in _WAITS:
        return None
    if joint == "once":
        return FuzzyDate(said, first, last, DeadlineKind.FUZZY)
    if joint in _BEFORE:
        ends = last if _THE_END.fullmatch(found["event"]) else first - timedelta(days=1)
        return FuzzyDate(said, None, ends, DeadlineKind.FUZZY)
    return FuzzyDate(said, last + timedelta(days=1), None, DeadlineKind.FUZZY)


def _said_days(said: str | None, timeline: Timeline) -> Days | None:
    return stretch(said, timeline) if said else None


def _turned(since: Days | None, until: Days | None) -> bool:
    """Whether it would end before it begins."""
    return bool(since and until and until[1] < since[0])


def _deadline(written: Any, info: ValidationInfo) -> FuzzyDate:
    if isinstance(written, FuzzyDate):
        return written
    if not isinstance(written, str):
        raise PydanticCustomError("string_type", "text expected")
    deadline = read_deadline(written, info.context.get("timeline") if info.context else None)
    if deadline is None:
        raise PydanticCustomError("bad_date", "{written}", {"written": written, "fuzzy": True})
    return deadline


def _from_and_to(written: Any) -> Any:
    is_span = isinstance(written, dict) and set(written) == {"from", "to"}
    return f"{written['from']} to {written['to']}" if is_span else written


def _end(which: str) -> dict[str, Any]:
    said = f"The {which} day of the stretch, such as 2018-01-25."
    return {"description": said, "type": "string", "examples": ["2018-01-25"]}


DayOrSpan = Annotated[
    FuzzyDate,
    ShortForm(
        _from_and_to,
        (
            ("type", "object"),
            ("properties", {"from": _end("first"), "to": _end("last")}),
            ("required", ["from", "to"]),
            ("additionalProperties", False),
        ),
    ),
]
"""A day or a stretch of days: `3 to 7 July 2017`, or `from` and `to`."""
