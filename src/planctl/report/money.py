"""Money by period: what is allocated, secured, spent and forecast, with the totals."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from planctl.model import FundingLine, Period, Secured
from planctl.report.amounts import share
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import listed, period_name, pounds
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out

_OPTIONAL: Final = ("secured", "spent", "forecast")

Lines = tuple[FundingLine, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """The table, and what is said under it of the total and of what the plan leaves out."""

    table: Table
    """A row for each period."""
    note: str
    """Of the total, and of what the plan does not say."""


def money_part(report: Occasion, numbers: Numbers) -> Money | None:
    """The plan's funding by period; None for a plan without any."""
    funding, words = report.plan.funding, report.words
    if not funding:
        return None
    said = [key for key in _OPTIONAL if any(getattr(line, key) is not None for line in funding)]
    cells = _cells(said, report)
    heads = [(key, words.say(f"funding_{key}"), 32) for key in ("amount", *said)]
    table = Table(
        key="funding",
        caption=numbers.caption(words.say("funding_caption")),
        columns=shared_out([("period", words.say("funding_period"), 56), *heads]),
        groups=(
            RowGroup(
                tuple(
                    TableRow((_period(period, lines, report), *cells(lines)))
                    for period, lines in _by_period(report)
                )
            ),
        ),
        total=(plain(words.say("funding_total")), *cells(funding)),
    )
    return Money(table, " ".join(_notes(said, report)))


def beyond(report: Occasion) -> tuple[str, ...]:
    """What was spent, or is forecast, beyond the money of a period: one sentence each."""
    return tuple(_beyond(report))


def _beyond(report: Occasion) -> Iterator[str]:
    words = report.words
    for period, lines in _by_period(report):
        for key in ("spent", "forecast"):
            used = sum((getattr(line, key) or Decimal(0) for line in lines), Decimal(0))
            over = used - _sum(lines)
            if over > 0:
                when = period_name(period, words)
                yield words.say(f"funding_beyond_{key}", amount=pounds(over), period=when)
                break


def _by_period(report: Occasion) -> list[tuple[Period, Lines]]:
    """The lines of each period, in the order of days."""
    gathered: dict[Period, Lines] = {}
    for line in report.plan.funding:
        gathered[line.period] = (*gathered.get(line.period, ()), line)

    def place(entry: tuple[Period, Lines]) -> tuple[date, int]:
        return report.timeline.starts(entry[0]) or date.min, entry[0].year

    return sorted(gathered.items(), key=place)


def _period(period: Period, lines: Lines, report: Occasion) -> Cell:
    """The period, with the sources of its money and the notes on it."""
    origins = dict.fromkeys(line.origin for line in lines if line.origin)
    beside = ["; ".join(origins), *(line.note for line in lines if line.note)]
    name = Line(period_name(period, report.words))
    return Cell((name, *(Line(text, kind="note") for text in beside if text)))


def _cells(said: list[str], report: Occasion) -> Callable[[Lines], tuple[Cell, ...]]:
    def cells(lines: Lines) -> tuple[Cell, ...]:
        others = (
            _secured(lines, report) if key == "secured" else _used(key, lines, report)
            for key in said
        )
        return plain(pounds(_sum(lines))), *others

    return cells


def _secured(lines: Lines, report: Occasion) -> Cell:
    """What is sure in full, then of which amounts only a part or nobody has said."""
    words = report.words
    sums = {
        how: _sum(tuple(line for line in lines if line.secured is how))
        for how in (Secured.FULL, Secured.PART, None)
    }
    parts = [pounds(sums[Secured.FULL])] if sums[Secured.FULL] else []
    for how, key in ((Secured.PART, "funding_part"), (None, "funding_unsaid")):
        if sums[how]:
            parts.append(words.say(key, amount=pounds(sums[how])))
    if not parts:
        return plain(words.say("funding_none"))
    return Cell(tuple(Line(part) for part in parts))


def _used(key: str, lines: Lines, report: Occasion) -> Cell:
    """What is spent or forecast, with its share of the amount and how far it goes beyond that."""
    words = report.words
    known = [line for line in lines if getattr(line, key) is not None]
    if not known:
        return plain(words.say("funding_not_known"), kind="gap")
    used = sum((getattr(line, key) for line in known), Decimal(0))
    if len(known) < len(lines):
        return plain(words.say("funding_incomplete", amount=pounds(used)))
    amount = _sum(lines)
    part = share(used, amount)
    said = words.say("funding_share", amount=pounds(used), share=part) if part else pounds(used)
    if used <= amount:
        return plain(said)
    over = words.say("funding_over", amount=pounds(used - amount))
    return Cell((Line(said), Line(over, kind="gap")))


def _notes(said: list[str], report: Occasion) -> Iterator[str]:
    words, declared = report.words, report.plan.declared_total
    if declared is None:
        yield words.say("total_derived")
    elif declared == _sum(report.plan.funding):
        yield words.say("total_agrees")
    else:
        yield words.say("total_differs", declared=pounds(declared))
    missing = [words.say(f"funding_no_{key}") for key in _OPTIONAL if key not in said]
    if missing:
        yield words.say("funding_columns_out", missing=listed(missing, words))


def _sum(lines: Lines) -> Decimal:
    return sum((line.amount for line in lines), Decimal(0))
