"""What was said of an action in a term: comment, cause, what comes next, and the evidence."""

from planctl.model import Evidence, Row, Update
from planctl.progress import update_in
from planctl.report.marks import level_word, term_tag
from planctl.report.occasion import Occasion
from planctl.report.phrases import deadline, long_date
from planctl.report.placed import rating_place
from planctl.report.tables import Cell, Line


def term_update(row: Row, report: Occasion) -> Update | None:
    """What was said of the row in the term reported on."""
    return update_in(row, report.timeline, report.term)


def rating_cell(row: Row, report: Occasion) -> Cell:
    """The term's tag, the rating where the stage speaks before it, how far it is, who says so.

    Who answers for the row alone is expected to say so, and is not named again.
    """
    update, words = term_update(row, report), report.words
    tag = term_tag(row, report.term, report)
    lines = []
    level = report.scale.level(update.rating) if update and update.rating else None
    if level and tag.word != (rated := level_word(level, report.scale, words)):
        lines.append(Line(words.say("rated", level=rated), kind="note"))
    if update and update.percent is not None:
        lines.append(Line(words.say("percent", n=update.percent), kind="note"))
    if update and (update.by or update.date):
        by = report.party(update.by) if update.by and not _is_expected(update.by, row) else ""
        day = long_date(update.date, words) if update.date else ""
        said = ", ".join(part for part in (by, day) if part)
        lines += [Line(said, kind="source")] if said else []
    return Cell(tuple(lines), tag, source=rating_place(row, report.term, report))


def comment_cell(row: Row, report: Occasion) -> Cell:
    """The comment, why things are as they are, and how they get better."""
    update, words = term_update(row, report), report.words
    if update is None:
        return Cell()
    lines = [Line(update.comment)] if update.comment else []
    if update.cause:
        lines.append(Line(words.say(f"cause_{update.cause.value}"), words.say("cause")))
    if update.path_to_green:
        lines.append(Line(update.path_to_green, words.say("path_to_green")))
    return Cell(tuple(lines))


def next_steps_cell(row: Row, report: Occasion) -> Cell:
    """What the owner said would come next, by when and what became of it; what is to be decided."""
    update, words = term_update(row, report), report.words
    if update is None:
        return Cell()
    lines = []
    for step in update.next_steps:
        kept = words.say(f"kept_{step.kept.value}") if step.kept else ""
        said = step.text
        if step.due:
            said = words.say("step_by", step=step.text, day=deadline(step.due, words))
        lines.append(Line(said, kept))
    if update.decision_needed:
        lines.append(Line(update.decision_needed, words.say("decision_needed"), "decision"))
    return Cell(tuple(lines))


def evidence_cell(row: Row, report: Occasion) -> Cell:
    """What the term's update points to, then the action's other evidence."""
    update = term_update(row, report)
    known = {one.id: one for one in row.action.evidence if one.id}
    cited = update.evidence if update else ()
    titles = {one.title: one for one in row.action.evidence}
    found = [known.get(name) or titles.get(name) for name in cited]
    lines = [
        _shown(one, report) if one else Line(name) for name, one in zip(cited, found, strict=True)
    ]
    lines += [_shown(one, report) for one in row.action.evidence if one not in found]
    return Cell(tuple(lines))


def _is_expected(by: str, row: Row) -> bool:
    return [one.party for one in row.responsible] == [by]


def _shown(evidence: Evidence, report: Occasion) -> Line:
    words = report.words
    how = [
        words.say(f"method_{evidence.method.value}") if evidence.method else "",
        words.say(f"perspective_{evidence.perspective.value}") if evidence.perspective else "",
        evidence.source_type or "",
        evidence.sample or "",
        long_date(evidence.date, words) if evidence.date else "",
        evidence.locator or "",
    ]
    named = f"{evidence.id} {evidence.title}" if evidence.id else evidence.title
    told = ", ".join(part for part in how if part)
    return Line(f"{named} ({told})" if told else named)
