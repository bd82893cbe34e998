"""Numbers of a workbook that its cells show as days, or per cent."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite
from typing import Final
from xml.etree.ElementTree import Element

from planctl.transfer.reading.excel_parts import name_of

_FROM: Final = date(1899, 12, 30)
_FROM_1904: Final = date(1904, 1, 1)
_LEAP: Final = 60
"""Excel's day that never was: 29 February 1900."""

_OWN: Final = frozenset({*range(14, 23), 45, 46, 47})
"""The numbers of Excel's own formats for days and times."""

_OWN_SHARES: Final = frozenset({9, 10})
"""The numbers of Excel's own formats for shares per cent."""

_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]|[_\\*].', re.IGNORECASE)
"""What a format says of colours, languages and literal text."""
_SHOWN: Final = re.compile(r"[dmhys]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayStyles:
    """The numbers of the styles that show days or times, and the day that a workbook counts from.

    A time alone has no day. `shares` are the styles that show numbers per cent.
    """

    days: frozenset[int] = frozenset()
    first: date = _FROM
    shares: frozenset[int] = frozenset()

    def day(self, number: float) -> date | None:
        """The day that the number stands for; None for a time. Raises OverflowError."""
        if not isfinite(number):
            raise OverflowError
        if 0 <= number < 1:
            return None
        early = self.first == _FROM and 0 < number < _LEAP
        return self.first + timedelta(days=int(number // 1) + early)


def day_styles(book: Element, styles: Element | None) -> DayStyles:
    """What the workbook and its part of styles say."""
    first = _FROM
    for one in book:
        if name_of(one) == "workbookPr" and one.get("date1904") in {"1", "true"}:
            first = _FROM_1904
    if styles is None:
        return DayStyles(first=first)
    inner = {name_of(one): one for one in styles}
    formats = {
        int(one.get("numFmtId") or 0): one.get("formatCode") or ""
        for one in inner.get("numFmts", ())
    }
    days = {number: shows_day(written) for number, written in formats.items()}
    shares = {number: shows_share(written) for number, written in formats.items()}
    used = [*enumerate(int(one.get("numFmtId") or 0) for one in inner.get("cellXfs", ()))]
    return DayStyles(
        frozenset(at for at, one in used if days.get(one, one in _OWN)),
        first,
        frozenset(at for at, one in used if shares.get(one, one in _OWN_SHARES)),
    )


def shows_day(written: str) -> bool:
    """Whether a number is shown as a day or time by the format."""
    first = written.partition(";")[0]
    return _SHOWN.search(_NOT_SHOWN.sub("", first)) is not None


def shows_share(written: str) -> bool:
    """Whether a number is shown per cent by the format."""
    return "%" in _NOT_SHOWN.sub("", written.partition(";")[0])
