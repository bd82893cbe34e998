"""What is seldom said of an action, a step or an update, and stands in no table of actions."""

from collections.abc import Iterator

from planctl.model import Action, Milestone, Revised, Schedule, Update, Verified
from planctl.report.marks import level_word
from planctl.report.occasion import Occasion
from planctl.report.phrases import deadline, long_date, period_name
from planctl.report.spoken import spoken
from planctl.report.strip import mark
from planctl.report.tables import Line
from planctl.report.words import Words


def action_lines(action: Action, report: Occasion) -> Iterator[Line]:
    """Its kind and priority, and its time before and after each revision."""
    words = report.words
    if action.kind:
        yield Line(words.say(f"annex_action_{action.kind.value}"), words.say("annex_kind"))
    if action.priority is not None:
        yield Line(f"{action.priority:,}", words.say("annex_priority"))
    if action.revised:
        first = [_periods(action.schedule, report)] if action.schedule else []
        first += [deadline(action.due, words)] if action.due else []
        if first:
            yield Line("; ".join(first), words.say("annex_first_agreed"))
    for revised in action.revised:
        yield Line(_revised(revised, report), words.say("annex_revised"))


def milestone_lines(step: Milestone, report: Occasion) -> Iterator[Line]:
    """Who sees to it, where more is said of that than a name."""
    for one in step.responsible:
        if one.note:
            yield Line(one.note, report.party(one.party))


def update_lines(update: Update, report: Occasion) -> Iterator[Line]:
    """How money and risk were rated apart from delivery, and what a check found."""
    words = report.words
    for key, rating in (("spend", update.spend), ("risk", update.risk)):
        if rating:
            yield Line(_rated(rating, report), words.say(f"annex_{key}"))
    if update.verified:
        yield Line(_verified(update.verified, report), words.say("annex_verified"))


def day_or_words(text: str, words: Words) -> str:
    """What a revision or change holds, its days and terms in words."""
    return spoken(text, words)


def _revised(revised: Revised, report: Occasion) -> str:
    words = report.words
    now = [deadline(revised.date, words)] if revised.date else []
    now += [_periods(revised.schedule, report)] if revised.schedule else []
    said = ", ".join(now)
    if revised.from_:
        said = words.say(
            "annex_instead_of",
            now=said,
            before=", ".join(day_or_words(text, words) for text in revised.from_),
        )
    return (
        words.say("annex_by_change", said=said, change=revised.change) if revised.change else said
    )


def _periods(schedule: Schedule, report: Occasion) -> str:
    """Year 1 ✓, Year 2 pilot: if there is money."""
    return "; ".join(
        f"{period_name(period, report.words)} {mark(entry, report.words)}"
        + (f": {entry.note}" if entry.note else "")
        for period, entry in schedule.items()
    )


def _verified(found: Verified, report: Occasion) -> str:
    said = [
        _rated(found.rating, report),
        report.party(found.by) if found.by else "",
        long_date(found.date, report.words) if found.date else "",
        found.note or "",
    ]
    return ", ".join(part for part in said if part)


def _rated(rating: str, report: Occasion) -> str:
    level = report.scale.level(rating)
    return level_word(level, report.scale, report.words) if level else rating
