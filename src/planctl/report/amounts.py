"""Figures as they are printed: rounded half up, with separators and a true minus sign."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from planctl.model import Kpi
from planctl.progress.units import in_unit, is_percentage
from planctl.report.words import Words

MINUS: Final = "\N{MINUS SIGN}"

_ROOM: Final = Context(prec=60)
"""More digits than any two numbers of a plan have between them."""


def number(value: Decimal, most: int | None = None) -> str:
    """1,234.5, with at most so many decimals; without a limit, those it was written with."""
    rounded = value if most is None or _decimals(value) <= most else half_up(value, most)
    text = f"{abs(rounded):,f}"
    return f"{MINUS}{text}" if rounded < 0 else text


def signed(value: Decimal) -> str:
    """+5 or -5 with a true minus; nought has no sign."""
    return f"{_sign(value)}{number(abs(value))}"


def half_up(value: Decimal, places: int) -> Decimal:
    """The value with so many decimals; a half goes away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _ROOM)


def figure(kpi: Kpi, value: Decimal) -> str:
    """The KPI's figure with the sign of its unit, where that has one: 64%, £1,200, 1,590."""
    unit = kpi.unit if is_percentage(kpi) or kpi.unit == "£" else None
    return in_unit(_number(kpi, value), unit)


def in_words(kpi: Kpi, value: Decimal) -> str:
    """The KPI's figure with its whole unit, for a sentence: 64%, 1,590 books."""
    return in_unit(_number(kpi, value), kpi.unit)


def difference(kpi: Kpi, value: Decimal, words: Words) -> str:
    """A distance in the KPI's unit, with its sign: +0.4 points, +10 books, +£200, 0 points."""
    return stretch(kpi, value, words, sign=_sign(value))


def stretch(kpi: Kpi, value: Decimal, words: Words, sign: str = "") -> str:
    """So many of the KPI's unit, with that sign: 0.4 points, 10 books, £200."""
    shown = f"{sign}{_number(kpi, abs(value))}"
    if is_percentage(kpi):
        form = "one" if abs(value) == 1 else "other"
        return words.say(f"measure_points.{form}", n=shown)
    return in_unit(shown, kpi.unit)


def unit_beside(kpi: Kpi) -> str:
    """The unit where it does not go with each figure, such as books."""
    return "" if is_percentage(kpi) or kpi.unit == "£" else kpi.unit or ""


def share(part: Decimal, whole: Decimal) -> str:
    """26%: the part of the whole in whole hundredths; empty where there is no whole."""
    return f"{number(half_up(part * 100 / whole, 0))}%" if whole else ""


def _number(kpi: Kpi, value: Decimal) -> str:
    return number(value, _places(kpi))


def _sign(value: Decimal) -> str:
    if value == 0:
        return ""
    return "+" if value > 0 else MINUS


def _places(kpi: Kpi) -> int:
    """The most decimals that any figure of the KPI is written with."""
    written = [
        kpi.tolerance,
        kpi.declared_total,
        *(start.value for start in (kpi.baseline, kpi.benchmark) if start),
        *(target.value for target in kpi.targets.values()),
        *(actual.published for actual in kpi.actuals.values()),
        *(actual.last for actual in kpi.actuals.values()),
        *(actual.forecast for actual in kpi.actuals.values()),
    ]
    return max((_decimals(value) for value in written if value is not None), default=0)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
