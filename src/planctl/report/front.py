"""Part 1, the front page: what the report is, what is asked, and where the plan stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from planctl.model import KpiStatus, PeriodKind, ReportNote, ReportStatus, State
from planctl.progress import Summary, summarise, update_in
from planctl.report.assured import assured_lines
from planctl.report.counts import Standing, standing
from planctl.report.marks import STATE_ORDER, Tag, level_tag, state_tag
from planctl.report.money import beyond
from planctl.report.occasion import Occasion
from planctl.report.phrases import (
    date_range,
    listed,
    long_date,
    period_name,
    pounds,
    row_name,
)
from planctl.report.request import Audience

_RATED_ONLY: Final = frozenset({State.ON_TRACK, State.AT_RISK, State.OFF_TRACK})
"""States that only a level of the scale gives."""
_YEARS: Final = frozenset({PeriodKind.PLAN_YEAR, PeriodKind.YEAR})


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is said under it."""

    key: str
    """A class name for style and selection."""
    label: str
    """What it is about."""
    text: str
    """What is said."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A tag of the key and what it means."""

    tag: Tag
    """The tag, as it stands everywhere."""
    meaning: str
    """What it says, in a few words."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Everything on the front page, in the order of reading."""

    over: str
    """Whose plan it is: the partnership."""
    kind: str
    """The kind of plan with its reference."""
    title: str
    """The title of the plan."""
    subtitle: str
    """The term and its days."""
    status: str
    """Draft, for approval or final."""
    details: tuple[Fact, ...]
    """As-of day, status, who prepared it, and the meeting."""
    asks: tuple[str, ...]
    """What the meeting is asked to do, one sentence each."""
    asks_note: str
    """Which actions need a decision, or that nothing is asked."""
    summary: str
    """What the plan itself says of the term."""
    standing: Standing
    """The counts."""
    achievements: tuple[str, ...]
    """What went well."""
    concerns: tuple[str, ...]
    """What needs attention."""
    facts: tuple[Fact, ...]
    """Money, completeness and KPIs in a line each."""
    key: tuple[KeyEntry, ...]
    """The levels of the scale."""
    other_key: tuple[KeyEntry, ...]
    """The states without a rating."""


def front_page(report: Occasion, printed: int) -> FrontPage:
    """The front page; `printed` is the number of action rows that the report shows in full."""
    plan, words = report.plan, report.words
    note = report_note(report)
    now = summarise(plan, report.as_of, report.term)
    kind = words.say(f"plan_kind_{plan.kind.value}")
    return FrontPage(
        over=plan.partnership or "",
        kind=f"{kind} {plan.ref}" if plan.ref else kind,
        title=plan.title,
        subtitle=_subtitle(report),
        status=status_word(report),
        details=tuple(_details(report, note)),
        asks=note.asks,
        asks_note=_asks_note(report, note),
        summary=note.summary or "",
        standing=standing(report, now),
        achievements=note.achievements,
        concerns=note.concerns,
        facts=tuple(_facts(report, now, printed)),
        key=tuple(_level_key(report)) if report.rows else (),
        other_key=tuple(_other_key(report)) if report.rows else (),
    )


def report_note(report: Occasion) -> ReportNote:
    """What the plan says of this report; a draft without a word where it says nothing."""
    return report.plan.reports.get(report.term) or ReportNote(status=ReportStatus.DRAFT)


def status_word(report: Occasion) -> str:
    """Draft, for approval or final."""
    return report.words.say(f"report_{report_note(report).status.value}")


def _subtitle(report: Occasion) -> str:
    words = report.words
    name = period_name(report.term, words)
    days = report.timeline.days(report.term)
    if days is None:
        return words.say("subtitle_without_days", term=name)
    return words.say("subtitle", term=name, days=date_range(*days, words))


def _details(report: Occasion, note: ReportNote) -> Iterator[Fact]:
    words = report.words
    as_at = long_date(report.as_of, words)
    if note.cut_off and note.cut_off != report.as_of:
        as_at = words.say("as_at_with_cut_off", day=as_at, cut=long_date(note.cut_off, words))
    yield Fact("as-at", words.say("as_at"), as_at)
    yield Fact("status", words.say("status"), status_word(report))
    if note.prepared_by:
        yield Fact("prepared-by", words.say("prepared_by"), report.party(note.prepared_by))
    else:
        yield Fact("prepared-by", words.say("prepared_by"), words.say("not_recorded"))
    held, day = note.meeting or "", long_date(note.date, words) if note.date else ""
    meeting = held if day in held else ", ".join(part for part in (held, day) if part)
    yield Fact("meeting", words.say("meeting"), meeting or words.say("not_recorded"))


def _asks_note(report: Occasion, note: ReportNote) -> str:
    words = report.words
    wanted = [
        row_name(row, words)
        for row in report.rows
        if (update := update_in(row, report.timeline, report.term)) and update.decision_needed
    ]
    if wanted and report.audience is not Audience.PUBLIC:
        return words.count("decisions", len(wanted), refs=listed(wanted, words))
    return "" if note.asks else words.say("no_asks")


def _facts(report: Occasion, now: Summary, printed: int) -> Iterator[Fact]:
    words = report.words
    if report.plan.funding:
        yield Fact("money", words.say("money"), _money(report))
    if report.rows:
        yield Fact("complete", words.say("complete"), _completeness(report, now, printed))
    yield Fact("kpis", words.say("kpis"), _kpis(report))
    yield from (Fact(*line) for line in assured_lines(report))


def _money(report: Occasion) -> str:
    words = report.words
    by_period: dict[str, Decimal] = {}
    for line in report.plan.funding:
        name = period_name(line.period, words)
        by_period[name] = by_period.get(name, Decimal(0)) + line.amount
    total = sum(by_period.values(), Decimal(0))
    parts = [
        words.say("money_in", amount=pounds(amount), period=name)
        for name, amount in by_period.items()
    ]
    by_year = all(line.period.kind in _YEARS for line in report.plan.funding)
    key = "money_over_years" if by_year else "money_over"
    said = words.count(key, len(parts), total=pounds(total), parts=listed(parts, words))
    return " ".join((said, _total_said(report, total), *beyond(report)))


def _total_said(report: Occasion, total: Decimal) -> str:
    words, declared = report.words, report.plan.declared_total
    if declared is None:
        return words.say("total_derived")
    if declared == total:
        return words.say("total_agrees")
    return words.say("total_differs", declared=pounds(declared))


def _completeness(report: Occasion, now: Summary, printed: int) -> str:
    words = report.words
    shown = words.count("rows_shown", now.rows, n=now.rows, printed=printed)
    gaps = (
        words.count("gap_responsible", len(now.no_responsible)),
        words.count("gap_time", len(now.no_timeline)),
        words.count("gap_updates", len(now.missing_updates), of=now.owed_updates)
        if now.owed_updates
        else words.say("no_updates_due"),
    )
    return words.say("completeness", shown=shown, gaps="; ".join(gaps))


def _kpis(report: Occasion) -> str:
    words = report.words
    counts = {status: sum(kpi.status is status for kpi in report.plan.kpis) for status in KpiStatus}
    parts = [
        words.count(f"kpi_{status.value}", number) for status, number in counts.items() if number
    ]
    if len(parts) > 1:
        return words.count("kpi_in_all", len(report.plan.kpis), parts="; ".join(parts))
    return words.say("kpi_line", parts=parts[0]) if parts else words.say("no_kpis")


def _level_key(report: Occasion) -> Iterator[KeyEntry]:
    words, scale = report.words, report.scale
    for level in scale.all_levels:
        if scale.levels:
            meaning = level.meaning or words.say(f"in_words_{level.state.value}")
        else:
            meaning = words.say(f"level_meaning_{level.id}")
        yield KeyEntry(level_tag(level, scale, words), meaning)


def _other_key(report: Occasion) -> Iterator[KeyEntry]:
    levelled = {State(level.state.value) for level in report.scale.all_levels}
    for state in STATE_ORDER:
        if state not in levelled | _RATED_ONLY:
            tag = state_tag(state, report.scale, report.words)
            yield KeyEntry(tag, report.words.say(f"meaning_{state.value}"))
