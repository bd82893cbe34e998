"""Dates, periods, amounts and lists in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from planctl.model import FuzzyDate, Period, PeriodKind, Row, State, Theme
from planctl.model.period import CALENDAR
from planctl.report.words import Words


def long_date(day: date, words: Words) -> str:
    """31 December 2017."""
    return words.say("date", day=day.day, month=_month(day.month, words), year=str(day.year))


def date_range(first: date, last: date, words: Words) -> str:
    """1 September to 31 December 2017; the first day's year only where it differs."""
    if first.year != last.year:
        return words.say("range", first=long_date(first, words), last=long_date(last, words))
    start = words.say("day_and_month", day=first.day, month=_month(first.month, words))
    return words.say("range", first=start, last=long_date(last, words))


def deadline(due: FuzzyDate, words: Words) -> str:
    """The day in words when it is exact, else as it was written."""
    return long_date(due.latest, words) if due.latest and due.is_exact else due.text


def period_name(period: Period, words: Words) -> str:
    """Autumn term 2017-18."""
    return _named(period, "long", words)


def period_label(period: Period, words: Words) -> str:
    """Autumn 2017-18: short, for the head of a column."""
    return _named(period, "short", words)


def part_of_year(period: Period, words: Words) -> str:
    """Autumn, Q2 or March, without the year; empty for a whole year."""
    match period.kind:
        case PeriodKind.TERM:
            return words.say(f"term_{period.part}")
        case PeriodKind.MONTH:
            return _month(int(period.part), words)
        case PeriodKind.QUARTER:
            return words.say("quarter", number=period.part[1:])
        case _:
            return ""


def pounds(amount: Decimal) -> str:
    """£40,000, with pence only where there are some."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def listed(parts: Sequence[str], words: Words) -> str:
    """A, b and c."""
    if len(parts) < len(("one", "other")):
        return "".join(parts)
    return words.say("list", first=", ".join(parts[:-1]), last=parts[-1])


def states_in_words(counts: Sequence[tuple[State, int]], words: Words) -> str:
    """2 complete, 5 on track and 3 not known."""
    return listed([words.say(f"of_{state.value}", n=number) for state, number in counts], words)


def row_name(row: Row, words: Words) -> str:
    """The row's reference, or which one it is of its parent or theme."""
    if row.action.ref:
        return row.action.ref
    place = int(row.path[-1]) + 1
    if row.parent:
        return words.say("part_of", n=place, parent=row_name(row.parent, words))
    return words.say("action_of", n=place, theme=row.theme.ref or row.theme.title)


def theme_name(theme: Theme) -> str:
    """2.1 Parenting."""
    return f"{theme.ref} {theme.title}" if theme.ref else theme.title


def shortened(text: str, most: int) -> str:
    """The text itself, or as many of its words as go into `most` characters with an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    if " " in kept and not text[most - 1].isspace():
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.-") + "…"


def _named(period: Period, length: str, words: Words) -> str:
    if period.kind is PeriodKind.PLAN_YEAR:
        return words.say("plan_year", number=str(period.year))
    if period.kind is PeriodKind.MONTH:
        return words.say("month_of", month=part_of_year(period, words), year=str(period.year))
    if period.kind is PeriodKind.NAMED:
        return period.part
    years = str(replace(period, kind=PeriodKind.YEAR, part="", calendar=_by_number(period)))
    if period.kind is PeriodKind.YEAR:
        return words.say(f"{period.calendar}_year", years=years) if period.calendar else years
    return words.say(f"{period.kind.value}_{length}", part=part_of_year(period, words), years=years)


def _by_number(period: Period) -> str:
    """The calendar whose years bear one number, where the period is one of its."""
    return CALENDAR if period.calendar == CALENDAR else ""


def _month(number: int, words: Words) -> str:
    return words.say(f"month_{number}")
