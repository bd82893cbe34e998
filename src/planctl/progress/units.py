"""A KPI's figures with their unit: 64%, £1,200, 58 families."""

import re
from typing import Final

from planctl.model import Kpi

_PER_CENT: Final = re.compile(r"%|per ?cent(?:age)?", re.IGNORECASE)


def in_unit(number: str, unit: str | None) -> str:
    """The number, as it is to be shown, with the unit: its sign where that has one, else its words.

    One of what is counted stands apart from the word for many: 1 (families).
    """
    sign, digits = (number[0], number[1:]) if number[:1] in _SIGNS else ("", number)
    if unit is None:
        return number
    if is_per_cent(unit):
        return f"{number}%"
    if unit.startswith("%"):
        return f"{number}{unit}"
    if unit.startswith("£"):
        return f"{sign}£{digits}{unit[1:]}"
    return f"{number} ({unit})" if digits == "1" else f"{number} {unit}"


def is_percentage(kpi: Kpi) -> bool:
    """Whether the KPI's unit is per cent and nothing more."""
    return kpi.unit is not None and is_per_cent(kpi.unit)


def is_per_cent(unit: str) -> bool:
    """Whether the unit is per cent and nothing more."""
    return _PER_CENT.fullmatch(unit) is not None


_SIGNS: Final = ("-", "+", "\N{MINUS SIGN}")
