"""Dates in running text: days, months and terms that a text speaks of as a time to come."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.model import Timeline, read_deadline
from planctl.model.timeline import Days

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_SAID: Final = re.compile(
    r"(?<![\w/.-])(?:"
    r"\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})"
    rf"|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+{_DAY},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{4}}"
    r"|(?:autumn|spring|summer)(?:\s+term)?\s+\d{4}(?:[-/]\d{2})?"
    r")(?![\w/-]|\.\d)",
    re.ASCII | re.IGNORECASE,
)
_SPEAKS_OF_IT: Final = re.compile(
    r"\b(?:since|after|before|following|than|dated|prior\s+to|as\s+of|published\s+(?:in|on)"
    r"|(?<!end\s)(?<!start\s)(?<!middle\s)(?<!beginning\s)of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a date that only says what is meant, as in `the survey of May 2018`."""


def said_dates(text: str, timeline: Timeline) -> Iterator[tuple[str, Days]]:
    """The dates at which the text may say that something is done, as written and as days."""
    for found in _SAID.finditer(text):
        if not _SPEAKS_OF_IT.search(text[: found.start()]):
            said = read_deadline(found[0], timeline)
            if said and said.earliest and said.latest:
                yield said.text, (said.earliest, said.latest)
