"""What a value that cannot be read was probably meant to be, as a question or piece of advice."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from planctl.findings import did_you_mean
from planctl.model import read_day, read_deadline, read_period
from planctl.model.days import WEEKDAYS
from planctl.model.period import DASHES, MONTHS, TERMS, PeriodKind
from planctl.model.values import MAX_DIGITS, is_id

_SLIP: Final = 0.75
"""How alike a field's name is to the one that was meant: `updates` is not `parties`."""

_BETWEEN: Final = re.compile(r"[\s_-]+")
_SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "action": ("text",),
    "by_when": ("due", "schedule"),
    "by_whom": ("responsible",),
    "comments": ("comment", "notes"),
    "costs": ("cost",),
    "deadline": ("due",),
    "description": ("text", "statement", "definition"),
    "due_date": ("due",),
    "end": ("to",),
    "kpi": ("kpis",),
    "lead": ("responsible", "owner"),
    "measure": ("success",),
    "measures": ("success",),
    "name": ("title",),
    "outcome": ("success", "outcomes"),
    "owner": ("responsible",),
    "owners": ("responsible",),
    "progress": ("comment",),
    "rag": ("rating",),
    "resources": ("cost",),
    "start": ("from",),
    "success_criteria": ("success",),
    "timeline": ("schedule",),
    "timescale": ("schedule", "due"),
    "when": ("schedule", "due"),
    "who": ("responsible",),
})  # fmt: skip
"""What the columns of plans in Word and Excel are called, and the fields that they become."""

_WORD: Final = re.compile("[A-Za-z]{3,}")
_WORDS_OF_TIME: Final = (*MONTHS, *TERMS, "year", "early", "late")
_LEADING: Final = re.compile(
    r"(?:(?:by|before|after|following|until|from|in|on|at|the|end|of|about|around|c\.|ca\.?)\s+)+",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_DAY: Final = re.compile(r"(?<=^\d{4}-\d-)\d{2}$|(?<=^\d{4}-\d\d-)\d{2}$|^\d{2}(?!\d)", re.ASCII)
_TWO_YEARS: Final = re.compile(r"(\d{2})(\d{2})[-/](?:\1)?(\d{2})", re.ASCII)
_SEVERAL: Final = re.compile(r"\b(?:and|to|until)\b|[,&+]", re.IGNORECASE)
_FIGURES: Final = re.compile(r"(?<![\d.,_-])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d._-]|,\d)", re.ASCII)
_SIGN: Final = re.compile(
    rf"(?:(?P<dash>[-{''.join(map(chr, DASHES))}])|[(<>≤≥~])=?\s*£?\s*(?P<figure>\d[\d,.]*)"
)
"""A sign that no advice may drop: (5) is five below zero in accounts, and <5 less than five."""

_SHORTENED: Final = re.compile(r"£?\s?(\d+(?:\.\d)?)\s?(k|m)", re.ASCII | re.IGNORECASE)
_TIMES: Final = {"k": 1_000, "m": 1_000_000}
_NOT_IN_IDS: Final = re.compile("[^a-z0-9]+")
_LISTED_YEARS: Final = 3


def of_field(written: str, names: tuple[str, ...]) -> str | None:
    """The field of those named that an unknown one was probably meant to be."""
    said = _BETWEEN.sub("_", written.strip().casefold())
    officers = (name for name in _SYNONYMS.get(said, ()) if name in names)
    return next(officers, None) or did_you_mean(written, names, _SLIP)


def of_day(written: str) -> str:
    """Advice on what cannot be read as a day."""
    return _of_calendar(written) or _meant(read_day, written)


def of_deadline(written: str) -> str:
    """Advice on what cannot be read as a day or as words such as `early 2018`."""
    return _of_calendar(written) or _meant(read_deadline, written)


def of_period(written: str) -> str:
    """Advice on what cannot be read as a period."""
    if (found := read_period(written)) and found.kind is PeriodKind.QUARTER:
        of_year = f"{found.year}-{(found.year + 1) % 100:02d} {found.part}"
        return f"Say of which year: {of_year}, or list calendar among the calendars. "
    if meant := _question(read_period(_respelt(written))):
        return meant
    if years := _years(written):
        return f"Give each year an entry of its own: {', '.join(years)}. "
    return "Give each period an entry of its own. " if _SEVERAL.search(written) else ""


def of_number(written: str) -> str:
    """Advice on what cannot be read as a number or an amount: the one number that it holds."""
    if short := _SHORTENED.fullmatch(written.strip()):
        whole, _, tenth = short[1].partition(".")
        times = _TIMES[short[2].casefold()]
        return _question(f"{int(whole) * times + int(tenth or 0) * times // 10:,}")
    if sign := _SIGN.match(written.strip()):
        is_dash = sign["dash"] and sign["dash"] != "-"
        words = f"The dash before {sign['figure']} is no minus sign: type - in its place. "
        return words if is_dash else ""
    found = _FIGURES.findall(written)
    return _question(found[0]) if len(found) == 1 and len(found[0]) <= MAX_DIGITS else ""


def of_id(written: str) -> str:
    """Advice on what is not an id: the same words as one."""
    meant = _NOT_IN_IDS.sub("-", written.casefold()).strip("-")
    return _question(meant if is_id(meant) else None)


def of_word(written: str, allowed: tuple[str, ...]) -> str:
    """Advice on a word that is none of those allowed."""
    if near := _nearest(written, allowed):
        return _question(near)
    named = tuple(word for word in allowed if word in written.casefold())
    return f"Choose {listed(named)}. " if named[1:] else ""


def listed(words: tuple[str, ...], last: str = "or") -> str:
    """The words as a sentence has them."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def _question(meant: object | None) -> str:
    return f"Did you mean {meant}? " if meant else ""


def _meant(reading: Callable[[str], object | None], written: str) -> str:
    given = written.strip()
    texts = (given, _respelt(given))
    turned = (_MONTH_FIRST.sub(r"\3\2\1\2\4", text) for text in texts)
    said = (_LEADING.sub("", text, count=1) for text in texts)
    ways = (*texts, *turned, *said)
    return _question(next((day for way in ways if (day := reading(way))), None))


@lru_cache(maxsize=256)
def _nearest(word: str, candidates: tuple[str, ...]) -> str | None:
    return did_you_mean(word, candidates)


def _respelt(written: str) -> str:
    """The words of a date or period as they were probably meant."""
    return _WORD.sub(lambda found: _as_meant(found[0]), written)


def _as_meant(word: str) -> str:
    near = None if word.casefold() in _WORDS_OF_TIME else _nearest(word, _WORDS_OF_TIME)
    return (near.capitalize() if near in MONTHS else near) if near else word


def _of_calendar(written: str) -> str:
    """What the calendar says against a day, with or without words such as `by` before it."""
    given = written.strip()
    ways = dict.fromkeys((given, _LEADING.sub("", given, count=1)))
    return next((said for way in ways if (said := _month_length(way) or _weekday(way))), "")


def _weekday(written: str) -> str:
    """Which weekday the day is, where it names another."""
    name, _, rest = written.partition(" ")
    day = read_day(rest) if _starts_weekday(name) else None
    said = f"{day.day} {_month(day)} is a {WEEKDAYS[day.weekday()].capitalize()}. " if day else ""
    return "" if read_day(written) else said


def _starts_weekday(name: str) -> bool:
    return any(name.casefold().startswith(weekday[:3]) for weekday in WEEKDAYS)


def _month_length(written: str) -> str:
    """How many days the month has, where the date names a day after its last."""
    text = _respelt(written.strip())
    first, day = read_day(_DAY.sub("01", text)), _DAY.search(text)
    if not (first and day):
        return ""
    last = monthrange(first.year, first.month)[1]
    return f"{_month(first)} has {last} days. " if int(day[0]) > last else ""


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1].capitalize()} {day.year}"


def _years(written: str) -> tuple[str, ...]:
    """The first years of a stretch of several, each in its own spelling."""
    found = _TWO_YEARS.fullmatch(written.strip())
    if not found:
        return ()
    first, last = int(found[2]), int(found[3])
    years = range(first, min(last, first + _LISTED_YEARS))
    return tuple(f"{found[1]}{year:02d}-{year + 1:02d}" for year in years if last - first > 1)
