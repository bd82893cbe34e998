"""Calendars that a plan counts its years and terms by, and spans of days."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from planctl.model.days import Day
from planctl.model.period import Period, PeriodKind, read_period
from planctl.model.record import Record
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.timeline import YEAR_STARTS, NamedPeriod, Timeline
from planctl.model.values import Text
from planctl.model.vocabulary import folded


class DaySpan(Record):
    """A first and a last day, both within.

    Example (in a plan):
        period: {from: 2017-09-01, to: 2020-08-31}
    """

    place: ClassVar[str] = "the period"

    from_: Annotated[Day, Field(alias="from")]
    """The first day."""
    to: Day
    """The last day."""


class Calendar(Record):
    """A calendar that years and terms are counted by.

    A name alone stands for one that comes with planctl: `academic` with its terms from September,
    `financial` from April, `municipal` from May, or `calendar` from January. A calendar with
    periods is the plan's own.

    Example (in a plan):
        calendars:
          - financial
          - name: half-terms
            periods:
              Autumn first half: {from: 2017-09-01, to: 2017-10-31}
              Autumn second half: {from: 2017-11-01, to: 2017-12-31}
    """

    place: ClassVar[str] = "the calendar"

    name: Text
    """Its name: one that planctl knows, or any other for a calendar of the plan's own."""
    periods: Mapping[Text, DaySpan] = Field(default_factory=dict)
    """The periods that it names, each with its first and last day."""


def _known(written: Any) -> Any:
    """The calendar in its written form, where it is known or names its periods."""
    if not isinstance(written, dict) or written.get("periods") is not None:
        return written
    name = written.get("name")
    if not isinstance(name, str) or not name.strip():
        return written
    known = _STANDARD.get(folded(name).removesuffix("-year"))
    if known is None:
        allowed = {"written": name, "allowed": [*YEAR_STARTS]}
        raise PydanticCustomError("not_in_vocabulary", "{written}", allowed)
    return {**written, "name": known}


_STANDARD: Final = {folded(name): name for name in YEAR_STARTS}

_Calendar = Annotated[Calendar, BeforeValidator(_known), text_for("name")]
Calendars = Annotated[tuple[_Calendar, ...], ONE_OR_MANY]
"""`academic`, `[academic, financial]`, or calendars of the plan's own in full."""


def timeline_of(span: DaySpan | None, calendars: Iterable[Calendar]) -> Timeline:
    """The timeline of a plan that runs for the span and counts by the calendars, first comes first.

    A calendar of the plan's own goes before the one of planctl that bears the same name.
    """
    calendars = tuple(calendars)
    first, last = (span.from_, span.to) if span else (None, None)
    if not calendars:
        return _academic(first, last)
    named = tuple(
        NamedPeriod(_own_period(name), (days.from_, days.to), calendar.name)
        for calendar in calendars
        for name, days in calendar.periods.items()
    )
    names = tuple(calendar.name for calendar in calendars)
    return Timeline(first, last, names, named)


@lru_cache(maxsize=64)
def _academic(first: date | None, last: date | None) -> Timeline:
    """The timeline of a plan that names no calendar; most do not, and it is asked for often."""
    return Timeline(first, last)


def _own_period(name: str) -> Period:
    return read_period(name) or Period(PeriodKind.NAMED, 0, name)
