"""What the plan says of an action, in full: its text, its steps, who answers for it and when."""

from collections.abc import Iterator, Sequence

from planctl.model import Action, Assignment, Cost, Milestone, Role, Row, Success
from planctl.progress import awaits_responsible, update_in
from planctl.report.occasion import Occasion
from planctl.report.phrases import deadline, long_date, period_name, pounds, row_name
from planctl.report.references import actions_named, closure_words, kpi_short, link_named
from planctl.report.strip import mark
from planctl.report.tables import Cell, Line
from planctl.report.unnamed import nobody_named


def ref_cell(row: Row, report: Occasion) -> Cell:
    """The row's reference, with the line of the document that it was taken from."""
    words, source = report.words, row.action.source or {}
    lines = [Line(row_name(row, words))]
    if "line" in source:
        lines.append(Line(words.say("source_line", n=source["line"]), kind="source"))
    return Cell(tuple(lines))


def action_cell(row: Row, report: Occasion) -> Cell:
    """The action as agreed: title, text, notes, and everything else that was said of it."""
    action, words = row.action, report.words
    lines = [Line(action.title, kind="title")] if action.title else []
    lines.append(Line(action.text))
    lines += [Line(note, kind="note") for note in action.notes]
    lines += _steps(action.milestones, report)
    lines += [_success(one, report) for one in action.success]
    lines += _ties(action, report)
    lines += _ending(action, report)
    printed = _as_printed(action)
    if printed:
        lines.append(Line(printed, words.say("as_printed"), kind="source"))
    return Cell(tuple(lines))


def responsible_cell(row: Row, report: Occasion) -> Cell:
    """Each party with its role and note; what a sub-action takes from its parent says so."""
    action, words = row.action, report.words
    if action.responsible:
        lines = [_assigned(one, report) for one in action.responsible]
    elif row.responsible and row.parent and not awaits_responsible(row):
        lines = [_assigned(one, report, "inherited") for one in row.responsible]
        lines.append(_taken_over(row.parent, report))
    else:
        lines = [Line(nobody_named(row, report), kind="gap")]
    if action.responsible and action.responsible_to_follow_by:
        day = long_date(action.responsible_to_follow_by, words)
        lines.append(Line(day, words.say("to_follow_by")))
    if action.respondent:
        lines.append(Line(report.party(action.respondent), words.say("respondent")))
    return Cell(tuple(lines))


def schedule_cell(row: Row, report: Occasion) -> Cell:
    """Each period with its tick or kind of work, the deadline, and when the owner expects it done.

    A period that is provisional stands in brackets, with its note below.
    """
    kind = "plain" if row.has_own_time else "inherited"
    lines = list(_periods(row, report, kind))
    if row.due is not None:
        lines.append(Line(deadline(row.due, report.words), report.words.say("due"), kind))
    if not lines:
        lines.append(Line(report.words.say("no_time"), kind="gap"))
    elif row.parent and not row.has_own_time:
        lines.append(_taken_over(row.parent, report))
    update = update_in(row, report.timeline, report.term)
    if update and update.expected:
        lines.append(Line(deadline(update.expected, report.words), report.words.say("expected")))
    return Cell(tuple(lines))


def party_with_role(assignment: Assignment, report: Occasion) -> str:
    """The party's name, with its role unless that is plain responsibility, and its note."""
    said = [report.party(assignment.party)]
    if assignment.role is not Role.RESPONSIBLE:
        said.append(f"({report.words.say(f'role_{assignment.role.value}')})")
    return " ".join(said)


def _periods(row: Row, report: Occasion, kind: str) -> Iterator[Line]:
    for period, entry in row.schedule.items():
        marked = f"{period_name(period, report.words)} {mark(entry, report.words)}"
        yield Line(marked, kind=kind)
        if entry.note:
            yield Line(entry.note, kind="note")


def _assigned(assignment: Assignment, report: Occasion, kind: str = "plain") -> Line:
    named = party_with_role(assignment, report)
    return Line(f"{named}: {assignment.note}" if assignment.note else named, kind=kind)


def _taken_over(parent: Row, report: Occasion) -> Line:
    return Line(report.words.say("as_parent", parent=row_name(parent, report.words)), kind="note")


def _steps(milestones: Sequence[Milestone], report: Occasion) -> Iterator[Line]:
    words = report.words
    for step in milestones:
        text = step.text.rstrip(".") if step.due or step.done_on or step.responsible else step.text
        said = [f"{step.ref} {text}" if step.ref else text]
        if step.due:
            said.append(words.say("step_due", day=deadline(step.due, words)))
        if step.done_on:
            said.append(words.say("step_done", day=long_date(step.done_on, words)))
        if step.responsible:
            said.append("; ".join(party_with_role(one, report) for one in step.responsible))
        yield Line(", ".join(said), words.say("milestone"))


def _success(criterion: Success, report: Occasion) -> Line:
    words = report.words
    said = criterion.text
    if criterion.state:
        said = f"{said} ({words.say(f'success_{criterion.state.value}')})"
    return Line(said, words.say("success"))


def _ties(action: Action, report: Occasion) -> Iterator[Line]:
    words = report.words
    if action.kpis:
        yield Line(", ".join(kpi_short(name, report) for name in action.kpis), words.say("kpis"))
    if action.cost:
        yield Line(_cost(action.cost, report), words.say("cost"))
    if action.depends_on:
        yield Line(actions_named(action.depends_on, report), words.say("depends_on"))
    for link in action.links:
        said = (part for part in (link_named(link, report), link.note) if part)
        yield Line(", ".join(said), words.say("linked_with"))


def _cost(cost: Cost, report: Occasion) -> str:
    words = report.words
    said = [words.say("costs_nothing")] if cost.nil else []
    if cost.amount is not None:
        said.append(pounds(cost.amount))
    if cost.days is not None:
        said.append(words.say("days_of_work", n=f"{cost.days:f}"))
    of = report.party(cost.of) if cost.of else ""
    return ", ".join([*said, *(part for part in (of, cost.text) if part)])


def _ending(action: Action, report: Occasion) -> Iterator[Line]:
    words, closure = report.words, action.closure
    if action.completed_on:
        yield Line(long_date(action.completed_on, words), words.say("completed_on"))
    if closure:
        said = [closure_words(closure, report)]
        said += [long_date(closure.date, words)] if closure.date else []
        said += [report.party(closure.decided_by)] if closure.decided_by else []
        said += [closure.minute] if closure.minute else []
        yield Line(", ".join(said), words.say("closed"))


def _as_printed(action: Action) -> str:
    source = action.source or {}
    return "; ".join(f"{field} ‘{text}’" for field, text in source.items() if field != "line")
