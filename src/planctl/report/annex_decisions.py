"""The decisions by which the plan was changed, and who approved it."""

from collections.abc import Iterator, Sequence

from planctl.model import Approval, Change
from planctl.report.annex_seldom import day_or_words
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import long_date
from planctl.report.references import closure_words, target_named
from planctl.report.sections import Section
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out


def changes_section(report: Occasion, numbers: Numbers) -> Section | None:
    """What was changed, by whose decision; None where nothing is recorded."""
    words, changes = report.words, report.plan.changes
    if not changes:
        return None
    decided = sum(one.decided_by is not None for one in changes)
    said = words.count("annex_changes_decided", len(changes), n=decided, of=len(changes))
    table = Table(
        key="decisions",
        caption=numbers.caption(words.say("annex_changes_caption")),
        columns=shared_out([
            ("id", words.say("annex_decision"), 30),
            ("target", words.say("annex_what"), 34),
            ("change", words.say("annex_was_and_is"), 56),
            ("reason", words.say("annex_reason"), 54),
        ]),
        groups=(RowGroup(tuple(_change_row(one, report) for one in changes)),),
    )  # fmt: skip
    return Section("decisions", words.say("annex_changes"), (Line(said),), table=table)


def approvals_section(report: Occasion, numbers: Numbers) -> Section | None:
    """Who approved the plan, and where that is minuted; None where nobody did."""
    words, approvals = report.words, report.plan.approvals
    if not approvals:
        return None
    table = Table(
        key="approvals",
        caption=numbers.caption(words.say("annex_approvals_caption")),
        columns=shared_out([
            ("role", words.say("annex_as"), 36),
            ("by", words.say("annex_by"), 48),
            ("date", words.say("annex_on"), 44),
            ("agreed", words.say("annex_agreed"), 46),
        ]),
        groups=(RowGroup(tuple(_approval_row(one, report) for one in approvals)),),
    )  # fmt: skip
    return Section("approvals", words.say("annex_approvals"), table=table)


def _change_row(one: Change, report: Occasion) -> TableRow:
    words = report.words
    day = long_date(one.date, words) if one.date else ""
    decision = [Line(text) for text in (one.id or "", day) if text]
    decision = decision or [Line(words.say("annex_undated"), kind="gap")]
    reason = [Line(one.reason)] if one.reason else [Line(words.say("annex_no_reason"), kind="gap")]
    who = [report.party(one.decided_by) if one.decided_by else "", one.minute or ""]
    if any(who):
        decided = ", ".join(part for part in who if part)
        reason.append(Line(decided, words.say("annex_decided_by"), "note"))
    return TableRow((
        Cell(tuple(decision)),
        plain(_target(one, report)),
        Cell(tuple(_changed(one, report))),
        Cell(tuple(reason)),
    ))  # fmt: skip


def _target(one: Change, report: Occasion) -> str:
    """What was changed, by its reference where the decision names it by its uid."""
    target = target_named(one.target, report)
    return f"{target}: {one.field}" if one.field else target


def _changed(one: Change, report: Occasion) -> Iterator[Line]:
    """What was there and what is there now; of an action that was closed, how that ended."""
    said = (*_values(one.from_, "annex_was", report), *_values(one.to, "annex_is", report))
    yield from said
    if not said and one.field is None:
        for row in report.rows:
            if one.target in {row.action.ref, row.action.uid} and row.action.closure:
                yield Line(closure_words(row.action.closure, report), report.words.say("annex_is"))


def _values(values: Sequence[str], label: str, report: Occasion) -> tuple[Line, ...]:
    said = "; ".join(day_or_words(value, report.words) for value in values)
    return (Line(said, report.words.say(label)),) if values else ()


def _approval_row(one: Approval, report: Occasion) -> TableRow:
    words = report.words
    day = long_date(one.date, words) if one.date else ""
    on = tuple(Line(text) for text in (day, one.minute or "") if text)
    agreed = []
    if one.agreed:
        agreed.append(Line(words.count("annex_entries_kept", len(one.agreed))))
    if one.note:
        agreed.append(Line(one.note))
    return TableRow((
        plain(one.role),
        plain(report.party(one.by) if one.by else ""),
        Cell(on or (Line(words.say("annex_undated"), kind="gap"),)),
        Cell(tuple(agreed)),
    ))  # fmt: skip
