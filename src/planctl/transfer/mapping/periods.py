"""Periods in headings and cells, in the short forms that tables have room for."""

import re
from typing import Final

from planctl.model import Period, read_period

_SHORT: Final = (
    (re.compile(r"\b(?:yr|y)\.?\s*(?=\d)", re.IGNORECASE), "Year "),
    (re.compile(r"\byear(?=\d)", re.IGNORECASE), "Year "),
    (re.compile(r"\baut\b\.?", re.IGNORECASE), "autumn"),
    (re.compile(r"\bspr\b\.?", re.IGNORECASE), "spring"),
    (re.compile(r"\bsum\b\.?", re.IGNORECASE), "summer"),
    (re.compile(r"\bterm\b", re.IGNORECASE), ""),
)
_YEARS: Final = re.compile(r"(?:years?|yrs?)\s*(\d)\s*(?:-|–|to)\s*(\d)", re.IGNORECASE)
_PART: Final = re.compile(
    r"(?:q|quarter\s*)[1-4]|(?:aut(?:umn)?|spr(?:ing)?|sum(?:mer)?)(?:\s+term)?|term\s*[1-6]",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*(?:,|;|&|/|\+|\band\b)\s*")


def period_called(text: str) -> Period | None:
    """The period that a heading names: `Yr 1`, `Aut 2017`, or any spelling of the format."""
    said = " ".join(text.strip(" :-–()").split())
    if found := read_period(said):
        return found
    for pattern, word in _SHORT:
        said = pattern.sub(word, said)
    return read_period(" ".join(said.split()))


def is_part(heading: str) -> bool:
    """Whether it is a part of a year that is not named: `Q1`, `Autumn term`."""
    return _PART.fullmatch(heading.strip()) is not None


def period_of(parts: tuple[str, ...]) -> Period | None:
    """The period that a column's headings name together: `2018-19` above `Q1`."""
    for leaf in reversed(parts):
        if is_part(leaf):
            joined = (period_called(f"{part} {leaf}") or period_called(f"{leaf} {part}")
                      for part in parts if part != leaf)  # fmt: skip
            return next((one for one in joined if one), None)
        if period := parted(leaf)[1]:
            return period
    return None


def parted(heading: str) -> tuple[str, Period | None]:
    """A heading without the period at its beginning or end, and that period."""
    words = re.split(r"[\s:,()]+", heading.strip(" :()"))
    for count in range(len(words), 0, -1):
        first, last = " ".join(words[:count]), " ".join(words[-count:])
        if period := period_called(last):
            return " ".join(words[:-count]).strip(" -–"), period
        if period := period_called(first):
            return " ".join(words[count:]).strip(" -–"), period
    return heading.strip(), None


def periods_in(text: str) -> tuple[Period, ...]:
    """The periods that a cell names; none unless it names nothing else."""
    if found := _YEARS.fullmatch(text.strip()):
        numbers = range(int(found[1]), int(found[2]) + 1)
        every = [read_period(f"Year {number}") for number in numbers]
    else:
        every = [period_called(part) for part in _BETWEEN.split(text.strip())]
    return tuple(one for one in every if one) if every and all(every) else ()
