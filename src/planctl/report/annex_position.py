"""What the plan says of itself: its head, its position statement, the text around it."""

from collections.abc import Iterator

from planctl.model import Assertions, Calendar, Evaluation, Fact, Paragraph
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import date_range, pounds
from planctl.report.sections import Section
from planctl.report.tables import Line


def about_section(report: Occasion, numbers: Numbers) -> Section:
    """The plan's head: its status, who keeps it, its days and calendars."""
    del numbers
    plan, words = report.plan, report.words
    lines = [
        Line(plan.id, words.say("annex_name")),
        Line(words.say(f"annex_plan_{plan.status.value}"), words.say("annex_status")),
    ]
    for key, name in (("annex_group", plan.group), ("annex_coordinator", plan.coordinator)):
        if name:
            lines.append(Line(report.party(name), words.say(key)))
    if plan.period:
        days = date_range(plan.period.from_, plan.period.to, words)
        lines.append(Line(days, words.say("annex_period")))
    lines += [
        Line(_calendar(calendar, report), words.say("annex_calendar"))
        for calendar in plan.calendars
    ]
    if plan.assertions:
        said = ", ".join(_asserted(plan.assertions, report))
        lines.append(Line(said, words.say("annex_assertions")))
    return Section("about", words.say("annex_about"), tuple(lines))


def position_section(report: Occasion, numbers: Numbers) -> Section | None:
    """Vision, priority, aim, diagnosis with its facts, and how progress is judged."""
    del numbers
    plan, words = report.plan, report.words
    lines = [
        Line(text, words.say(f"annex_{key}"))
        for key, text in (
            ("vision", plan.vision),
            ("priority", plan.strategic_priority),
            ("aim", plan.aim),
        )
        if text
    ]
    for paragraph in plan.diagnosis:
        lines += _paragraph(paragraph, report)
    if plan.evaluation:
        lines += _evaluation(plan.evaluation, report)
    if plan.kpi_note:
        lines.append(Line(plan.kpi_note, words.say("kpis")))
    return Section("position", words.say("annex_position"), tuple(lines)) if lines else None


def narrative_section(report: Occasion, numbers: Numbers) -> Section | None:
    """The text around the plan, passage by passage with its printed numbers."""
    del numbers
    if not report.plan.narrative:
        return None
    lines = tuple(
        Line(f"{passage.number} {passage.text}" if passage.number else passage.text)
        for passage in report.plan.narrative
    )
    return Section("narrative", report.words.say("annex_narrative"), lines)


def _calendar(calendar: Calendar, report: Occasion) -> str:
    known = report.words.texts.get(f"annex_calendar_{calendar.name}")
    parts = [
        report.words.say(
            "annex_named_days", name=name, days=date_range(span.from_, span.to, report.words)
        )
        for name, span in calendar.periods.items()
    ]
    return "; ".join([known or calendar.name, *parts])


def _asserted(asserted: Assertions, report: Occasion) -> Iterator[str]:
    words = report.words
    if asserted.actions is not None:
        yield words.count("actions", asserted.actions)
    if asserted.themes is not None:
        yield words.count("annex_themes", asserted.themes)
    if asserted.ticks is not None:
        yield words.count("annex_ticks", asserted.ticks)
    if asserted.funding_total is not None:
        yield words.say("annex_funding", amount=pounds(asserted.funding_total))


def _paragraph(paragraph: Paragraph, report: Occasion) -> Iterator[Line]:
    yield Line(paragraph.text)
    for fact in paragraph.facts:
        yield Line(_fact(fact, report), report.words.say("annex_fact"), "note")


def _fact(fact: Fact, report: Occasion) -> str:
    words = report.words
    said = (
        words.say("annex_fact_value", fact=fact.text, value=fact.value) if fact.value else fact.text
    )
    return words.say("annex_sourced", text=said, source=fact.source) if fact.source else said


def _evaluation(evaluation: Evaluation, report: Occasion) -> Iterator[Line]:
    words = report.words
    for key, often in (("promised", evaluation.frequency), ("recorded", evaluation.recorded)):
        if often:
            yield Line(words.say(f"annex_{often.value}"), words.say(f"annex_judged_{key}"))
    for text in evaluation.narrative:
        yield Line(text)
    if evaluation.triangulation:
        yield Line("; ".join(evaluation.triangulation), words.say("annex_triangulation"))
    for question in evaluation.questions:
        yield Line(question, words.say("annex_question"))
