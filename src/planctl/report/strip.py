"""The strip of years: in which of them an action is worked on, and with which kind of work."""

from collections.abc import Iterator

from planctl.model import Certainty, Period, PeriodKind, Row, ScheduleEntry
from planctl.progress.years import terms_of
from planctl.report.occasion import Occasion
from planctl.report.phrases import part_of_year, period_name
from planctl.report.words import Words

TICK = "✓"


def strip_years(report: Occasion) -> tuple[Period, ...]:
    """The plan's years; for a plan without days, as many as its schedules name."""
    last = report.timeline.last
    count = report.timeline.plan_year_of(last) if last else None
    if count is None:
        named = (period for row in report.rows for period in row.schedule)
        years = (period.year for period in named if period.kind is PeriodKind.PLAN_YEAR)
        count = max(years, default=0)
    return tuple(Period(PeriodKind.PLAN_YEAR, number) for number in range(1, count + 1))


def has_other_times(report: Occasion) -> bool:
    """Whether some row is scheduled outside every year of the strip."""
    years = strip_years(report)
    return any(_others(row, years, report) for row in report.rows)


def strip_cells(row: Row, report: Occasion) -> tuple[str, ...]:
    """What the row is marked with in each year; in brackets where that is provisional."""
    return tuple(", ".join(_marks_in(year, row, report)) for year in strip_years(report))


def other_times(row: Row, report: Occasion) -> str:
    """The row's periods outside the years of the strip, each with its mark."""
    return ", ".join(
        f"{period_name(period, report.words)} {mark(entry, report.words)}"
        for period, entry in _others(row, strip_years(report), report)
    )


def mark(entry: ScheduleEntry, words: Words) -> str:
    """A tick or the kind of work, in brackets where it is provisional."""
    plain = words.say(f"phase_{entry.phase.name.lower()}") if entry.phase else TICK
    return f"({plain})" if entry.certainty is Certainty.PROVISIONAL else plain


def _marks_in(year: Period, row: Row, report: Occasion) -> Iterator[str]:
    """Each mark with its part of the year; what is so in all of its terms, once."""
    alike = _alike(year, row, report)
    if alike:
        yield report.words.say("all_terms", mark=mark(row.schedule[alike[0]], report.words))
    for period, entry in row.schedule.items():
        if period not in alike and _falls_in(period, year, report):
            part = part_of_year(period, report.words)
            plain = mark(entry, report.words)
            yield f"{part} {plain}" if part else plain


def _alike(year: Period, row: Row, report: Occasion) -> tuple[Period, ...]:
    """The terms of the year, where there are several and each has the same mark."""
    terms = terms_of(year, report.timeline)
    said = {mark(row.schedule[one], report.words) if one in row.schedule else "" for one in terms}
    return terms if len(terms) > 1 and len(said) == 1 and "" not in said else ()


def _falls_in(period: Period, year: Period, report: Occasion) -> bool:
    return period == year or report.timeline.touches(period, year)


def _others(
    row: Row, years: tuple[Period, ...], report: Occasion
) -> tuple[tuple[Period, ScheduleEntry], ...]:
    return tuple(
        (period, entry)
        for period, entry in row.schedule.items()
        if not any(_falls_in(period, year, report) for year in years)
    )
