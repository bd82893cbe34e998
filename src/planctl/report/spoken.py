"""Days and terms in a sentence as people say them: 1 September 2017, the Summer term 2023-24."""

import re
from typing import Final

from planctl.model import read_day, read_period
from planctl.report.phrases import long_date, period_name
from planctl.report.words import Words

_DAY: Final = r"\d{4}-\d{2}-\d{2}"
_TERM: Final = r"\d{4}-\d{2} (?:autumn|spring|summer)"
_WRITTEN: Final = re.compile(rf"(?<![‘“'\"\w/-])(?:{_DAY}|(?P<the>the )?{_TERM})(?![’”'\"\w/-])")
"""As the file writes them; what stands in quotation marks is left as it was written."""


def spoken(sentence: str, words: Words) -> str:
    """The sentence with its days and terms in words."""

    def said(found: re.Match[str]) -> str:
        written = found[0].removeprefix("the ")
        day, period = read_day(written), read_period(written)
        if day:
            return long_date(day, words)
        return words.say("spoken_term", term=period_name(period, words)) if period else found[0]

    return _WRITTEN.sub(said, sentence)
