"""What is off track in any plan of a programme; its money; the files and findings behind it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from planctl.findings import Finding, Severity
from planctl.model import State
from planctl.report.behind import Case, cases_of
from planctl.report.grid import owners, short_title
from planctl.report.marks import said_tag
from planctl.report.numbers import Numbers
from planctl.report.phrases import listed, pounds, row_name
from planctl.report.programme_members import Member, Members
from planctl.report.sections import Section
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words

_PAID: Final = ("spent", "forecast")


def off_track_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """Each action off track, by plan; without one, the line that says so."""
    words = numbers.words
    if not members.rows:
        return ()
    off, risk = members.count(State.OFF_TRACK), members.count(State.AT_RISK)
    if not off:
        said = words.say("programme_off_none", risk=risk, of=members.rows)
        return (Section("off-track", "", (Line(said),)),)
    said = words.count("programme_off_note", off, of=members.rows, risk=risk)
    return (Section("off-track", "", (Line(said),), table=_off_track(members, off, numbers)),)


def _off_track(members: Members, off: int, numbers: Numbers) -> Table:
    words = numbers.words
    return Table(
        key="programme-off-track",
        caption=numbers.caption(words.count("programme_off_caption", off)),
        columns=shared_out([
            ("ref", words.say("ref"), 18),
            ("name", words.say("action"), 58),
            ("owner", words.say("owner"), 38),
            ("rating", words.say("exceptions_now_column"), 22),
            ("day", words.say("programme_first_date"), 26),
            ("day", words.say("programme_new_date"), 26),
        ]),
        groups=tuple(_off_groups(members)),
    )  # fmt: skip


def _off_groups(members: Members) -> Iterator[RowGroup]:
    for one in members:
        off = [case for case in cases_of(one.report) if case.state is State.OFF_TRACK]
        worst_first = sorted(off, key=lambda case: -case.delay.days)
        if off:
            yield RowGroup(tuple(_off_row(case, one) for case in worst_first), heading=one.name)


def _off_row(case: Case, one: Member) -> TableRow:
    report, words, delay = one.report, one.report.words, case.delay
    new = delay.expected.words or (delay.now.words if delay.is_revised else "")
    return TableRow((
        plain(row_name(case.row, words)),
        plain(short_title(case.row)),
        owners(case.row, report),
        Cell(tag=said_tag(case.update, report.scale, words)),
        plain(delay.first.words or words.say("programme_no_date")),
        plain(new or words.say("programme_no_new_date"), kind="plain" if new else "gap"),
    ))  # fmt: skip


def money_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """What each plan has, has spent and expects to spend; nothing where no plan says so."""
    words = numbers.words
    funded = [one for one in members if one.report.plan.funding]
    own = [space.money for space in members.head.workspaces if space.money is not None]
    notes = [Line(words.say("programme_own_money", amount=pounds(money))) for money in own]
    if not funded:
        lines = (Line(words.say("programme_no_money")), *notes)
        return (Section("money", "", lines),)
    silent = [one.name for one in members if one not in funded]
    if silent:
        said = words.count("programme_money_out", len(silent), plans=listed(silent, words))
        notes.append(Line(said, kind="small"))
    return (Section("money", "", tuple(notes), table=_money(funded, numbers)),)


def _money(funded: Sequence[Member], numbers: Numbers) -> Table:
    words = numbers.words
    return Table(
        key="programme-money",
        caption=numbers.caption(words.say("programme_money_caption")),
        columns=shared_out([
            ("plan", words.say("programme_plan"), 66),
            ("amount", words.say("programme_allocated"), 36),
            *(("amount", words.say(f"programme_{key}"), 36) for key in _PAID),
        ]),
        groups=(RowGroup(tuple(_money_row(one, words) for one in funded)),),
        total=(plain(words.say("programme_total")), *_sums(funded, words)),
    )  # fmt: skip


def _money_row(one: Member, words: Words) -> TableRow:
    first, *others = _sums([one], words)
    declared, total = one.report.plan.declared_total, one.summary.funding_total
    if declared is not None and declared != total:
        said = words.say("programme_states_total", amount=pounds(declared))
        first = Cell((*first.lines, Line(said, kind="gap")))
    return TableRow((plain(one.name), first, *others))


def _sums(some: Sequence[Member], words: Words) -> Iterator[Cell]:
    lines = [line for one in some for line in one.report.plan.funding]
    yield plain(pounds(sum((line.amount for line in lines), Decimal(0))))
    for key in _PAID:
        known = [paid for line in lines if (paid := getattr(line, key)) is not None]
        amount = pounds(sum(known, Decimal(0)))
        if not known:
            yield plain(words.say("programme_not_said"), kind="gap")
        elif len(known) < len(lines):
            yield plain(words.say("programme_in_part", amount=amount))
        else:
            yield plain(amount)


def source_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """The files, how to make the report again, and how many findings each plan has."""
    words = numbers.words
    note = Line(words.say("programme_findings_note"), kind="small")
    files = {file.name: file for one in members for file in one.given.sources}
    said = words.count("files_used", len(files)) if files else words.say("no_files")
    again = (Line(words.say("again")), Line(" ".join(members.head.command), kind="command"))
    return (
        Section(
            "files", words.say("programme_files"), (Line(said),),
            table=_files(members, numbers) if files else None,
        ),
        Section("again", words.say("programme_again"), again),
        Section(
            "findings", words.say("programme_findings"), (note,),
            table=_findings(members, numbers),
        ),
    )  # fmt: skip


def _files(members: Members, numbers: Numbers) -> Table:
    words = numbers.words
    files = {file.name: file for one in members for file in one.given.sources}
    rows = tuple(
        TableRow((plain(file.name), plain(f"{file.lines:,}"), plain(file.sha256, kind="hash")))
        for file in files.values()
    )
    return Table(
        key="files",
        caption=numbers.caption(words.say("files_caption")),
        columns=shared_out([
            ("file", words.say("file"), 57),
            ("lines", words.say("lines"), 13),
            ("sha256", words.say("sha256"), 104),
        ]),
        groups=(RowGroup(rows),),
    )  # fmt: skip


def _findings(members: Members, numbers: Numbers) -> Table:
    words = numbers.words
    heads = ("errors", "warnings", "infos", "waived")
    known = [(one.name, one.report.findings) for one in members]
    known += [
        (words.say("programme_itself", title=space.title), space.findings)
        for space in members.head.workspaces
        if space.findings
    ]
    every = [finding for _, findings in known for finding in findings]
    return Table(
        key="programme-findings",
        caption=numbers.caption(words.say("programme_findings_caption")),
        columns=shared_out([
            ("plan", words.say("programme_plan"), 78),
            *(("figure", words.say(f"programme_{head}"), 24) for head in heads),
        ]),
        groups=(
            RowGroup(
                tuple(TableRow((plain(name), *_found(findings))) for name, findings in known)
            ),
        ),
        total=(plain(words.say("programme_total")), *_found(every)),
    )  # fmt: skip


def _found(findings: Sequence[Finding]) -> Iterator[Cell]:
    counts = [sum(one.severity is severity for one in findings) for severity in Severity]
    for number in (*counts, sum(one.waiver is not None for one in findings)):
        yield plain(f"{number:,}", kind="plain" if number else "nought")
