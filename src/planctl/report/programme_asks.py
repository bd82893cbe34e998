"""What the plans of a programme ask of the meeting: their requests, and decisions on actions."""

from collections.abc import Iterator, Sequence

from planctl.model import Row
from planctl.progress import update_in
from planctl.report.front import report_note
from planctl.report.grid import owners, short_title
from planctl.report.numbers import Numbers
from planctl.report.phrases import listed, row_name
from planctl.report.programme_members import Member, Members
from planctl.report.request import Audience
from planctl.report.sections import Section, some_named
from planctl.report.tables import Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words


def programme_asks(members: Members, words: Words) -> tuple[str, ...]:
    """What the meeting is asked to do: each plan's requests, then which decisions are needed.

    The public is not told what a meeting is to decide.
    """
    return tuple(_asks(members, words)) or (words.say("no_asks"),)


def decision_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """Each decision that an update of the term asks for, by plan; nothing where none does."""
    words, asking = numbers.words, _asking(members)
    if not asking:
        return ()
    said = words.count("programme_decisions_said", sum(len(rows) for _, rows in asking))
    table = Table(
        key="programme-decisions",
        caption=numbers.caption(words.say("programme_decisions_caption")),
        columns=shared_out([
            ("ref", words.say("ref"), 18),
            ("name", words.say("action"), 50),
            ("decision", words.say("decision_needed"), 66),
            ("owner", words.say("owner"), 40),
        ]),
        groups=tuple(_group(one, rows) for one, rows in asking),
    )  # fmt: skip
    return (Section("decisions", "", (Line(said),), table=table),)


def _asks(members: Members, words: Words) -> Iterator[str]:
    for one in members:
        for ask in report_note(one.report).asks:
            yield words.say("programme_ask", ask=ask.rstrip("."), plan=_title(one))
    if members.head.audience is Audience.PUBLIC:
        return
    asking = _asking(members)
    if asking:
        refs = [
            words.say("reference_abroad", ref=_listed(rows, one), plan=_title(one))
            for one, rows in asking
        ]
        number = sum(len(rows) for _, rows in asking)
        yield words.count("programme_decide", number, refs="; ".join(refs))
    nobody = [(one, one.summary.no_responsible) for one in members if one.summary.no_responsible]
    if nobody:
        refs = [
            words.say("reference_abroad", ref=some_named(names, words), plan=_title(one))
            for one, names in nobody
        ]
        number = sum(len(names) for _, names in nobody)
        yield words.count("programme_name_somebody", number, refs="; ".join(refs))


def _asking(members: Members) -> list[tuple[Member, tuple[Row, ...]]]:
    """The plans with the rows on which an update of the term asks for a decision."""
    if members.head.audience is Audience.PUBLIC:
        return []
    found = ((one, tuple(_rows(one))) for one in members)
    return [(one, rows) for one, rows in found if rows]


def _rows(one: Member) -> Iterator[Row]:
    report = one.report
    for row in report.rows:
        update = update_in(row, report.timeline, report.term)
        if update and update.decision_needed:
            yield row


def _title(one: Member) -> str:
    """The plan's title, with its workspace where there are several."""
    return one.name.removeprefix(f"{one.report.plan.ref} ")


def _listed(rows: Sequence[Row], one: Member) -> str:
    return listed([row_name(row, one.report.words) for row in rows], one.report.words)


def _group(one: Member, rows: Sequence[Row]) -> RowGroup:
    return RowGroup(tuple(_row(row, one) for row in rows), heading=one.name)


def _row(row: Row, one: Member) -> TableRow:
    report = one.report
    update = update_in(row, report.timeline, report.term)
    decision = update.decision_needed if update else ""
    return TableRow((
        plain(row_name(row, report.words)),
        plain(short_title(row)),
        plain(decision or ""),
        owners(row, report),
    ))  # fmt: skip
