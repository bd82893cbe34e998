"""Stretches of days as people name them: `the end of March 2018`, `June to July 2018`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from planctl.model.days import read_day
from planctl.model.period import YEARS
from planctl.model.timeline import Days, Timeline

_BY: Final = re.compile(
    r"(?:(?:due |deadline )?(?:by|on|until|to|in|during|throughout|for|within|no later than)"
    r"(?: the)? |the )+"
)
"""What may stand before a stretch without changing its days."""

_PART: Final = re.compile(
    r"(?:the )?(?P<part>start|beginning|early|mid|middle|late|end|first half|second half)"
    r"(?:[ -]+of)?(?: the)?[ -]+(?P<whole>.+)"
)
_TWO_PARTS: Final = re.compile(r"(?:early|mid|middle|late)[ -]+(?:early|mid|middle|late)\b")
_WEEK: Final = re.compile(
    r"(?:the )?(?:week (?:of|commencing|beginning)|w/c|wc|w/b|(?P<ends>week ending|w/e))"
    r" (?P<day>.+)"
)
_BETWEEN: Final = re.compile(r"(?:from|between) ")
_JOINT: Final = re.compile(r"\s(?:to|and|until|-)\s|-")
_WINTER: Final = re.compile(r"winter (\d{4})(?:[-/](\d{2}))?", re.ASCII)
_PARTS: Final = {
    "start": (0, 3), "beginning": (0, 3), "early": (0, 3), "mid": (1, 3), "middle": (1, 3),
    "late": (2, 3), "end": (2, 3), "first half": (0, 2), "second half": (1, 2),
}  # fmt: skip
"""Which of how many equal parts the word means, counted from 0."""

_WEEK_LONG: Final = timedelta(days=6)
_MONTHS_IN_YEAR: Final = 12


def stretch(said: str, timeline: Timeline) -> Days | None:
    """The first and last day of what the words, in small letters, mean; None for other words.

    `winter 2018` is December to February.
    """
    words = _BY.sub("", said, count=1) if _BY.match(said) else said
    return _single(words, timeline) or _range(words, timeline)


def _single(words: str, timeline: Timeline) -> Days | None:
    for reading in (_one_day, _period, _winter, _part, _week):
        if days := reading(words, timeline):
            return days
    return None


def _one_day(words: str, timeline: Timeline) -> Days | None:
    del timeline
    day = read_day(words)
    return (day, day) if day else None


def _period(words: str, timeline: Timeline) -> Days | None:
    period = timeline.period(words)
    return timeline.days(period) if period else None


def _winter(words: str, timeline: Timeline) -> Days | None:
    del timeline
    found = _WINTER.fullmatch(words)
    year = int(found[1]) if found else 0
    if not found or year not in YEARS or (found[2] and int(found[2]) != (year + 1) % 100):
        return None
    return date(year, 12, 1), date(year + 1, 3, 1) - timedelta(days=1)


def _part(words: str, timeline: Timeline) -> Days | None:
    found = _PART.fullmatch(words)
    # `mid-late 2018` is a stretch of two parts, not the middle of one.
    whole = _single(found["whole"], timeline) if found and not _TWO_PARTS.match(words) else None
    if not found or not whole or whole[0] == whole[1]:
        return None
    return _cut(whole, *_PARTS[found["part"]])


def _cut(whole: Days, number: int, parts: int) -> Days:
    """One of the equal parts of a stretch: in months where they go up, else in days."""
    after = whole[1] + timedelta(days=1)
    months = (after.year - whole[0].year) * _MONTHS_IN_YEAR + after.month - whole[0].month
    if whole[0].day == after.day == 1 and months % parts == 0:
        width = months // parts
        start = _months_on(whole[0], width * number)
        return start, _months_on(start, width) - timedelta(days=1)
    days = (after - whole[0]).days
    start = whole[0] + timedelta(days=days * number // parts)
    return start, whole[0] + timedelta(days=days * (number + 1) // parts - 1)


def _months_on(day: date, months: int) -> date:
    years_on, month = divmod(day.month - 1 + months, _MONTHS_IN_YEAR)
    return day.replace(year=day.year + years_on, month=month + 1)


def _week(words: str, timeline: Timeline) -> Days | None:
    del timeline
    found = _WEEK.fullmatch(words)
    day = read_day(found["day"]) if found else None
    if not found or not day:
        return None
    return (day - _WEEK_LONG, day) if found["ends"] else (day, day + _WEEK_LONG)


def _range(words: str, timeline: Timeline) -> Days | None:
    """From one stretch to another; the first may leave out what the last one says."""
    words = _BETWEEN.sub("", words, count=1) if _BETWEEN.match(words) else words
    for joint in _JOINT.finditer(words):
        last = _single(words[joint.end() :], timeline)
        if not last or not words[: joint.start()].strip():
            continue
        for first in _completed(words[: joint.start()], words[joint.end() :]):
            begins = _single(first, timeline)
            if begins and begins[0] <= last[1]:
                return begins[0], last[1]
    return None


def _completed(first: str, last: str) -> Iterator[str]:
    """`3` of `3 to 7 July 2017` as `3 July 2017`, and `June` of `June to July 2017`."""
    yield first
    ends = last.split()
    yield from (" ".join((first, *ends[-count:])) for count in (1, 2) if count < len(ends) + 1)
