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
from planctl.report.programme_assured import programme_assured_sections
from planctl.report.programme_members import Member, Members
from planctl.report.sections import Section
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words

_PAID: Final = ("spent", "forecast")
_NAMED: Final = {State.OFF_TRACK: "off", State.AT_RISK: "risk"}
"""The states of which each action is shown, as the words name them."""


def off_track_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """Each action off track and then each at risk, by plan; without one, the line that says so."""
    if not members.rows:
        return ()
    off, risk = members.count(State.OFF_TRACK), members.count(State.AT_RISK)
    said = Line(_behind_said(members, off, risk))
    table = _behind(members, State.OFF_TRACK, numbers) if off else None
    sections = [Section("off-track", "", (said,), table=table)]
    if risk:
        sections.append(Section("at-risk", "", table=_behind(members, State.AT_RISK, numbers)))
    return tuple(sections)


def _behind_said(members: Members, off: int, risk: int) -> str:
    words, of = members.every[0].report.words, members.rows
    if off:
        return words.count("programme_off_note", off, of=of, risk=risk)
    unknown = members.count(State.UNKNOWN)
    if unknown and not risk:
        return words.count("programme_none_known", unknown, of=of)
    if unknown:
        return words.count("programme_off_unknown", unknown, risk=risk, of=of)
    return words.say("programme_off_none", risk=risk, of=of)


def _behind(members: Members, state: State, numbers: Numbers) -> Table:
    words, key = numbers.words, _NAMED[state]
    return Table(
        key=f"programme-{state.value.replace('_', '-')}",
        caption=numbers.caption(words.count(f"programme_{key}_caption", members.count(state))),
        columns=shared_out([
            ("ref", words.say("ref"), 18),
            ("name", words.say("action"), 58),
            ("owner", words.say("owner"), 38),
            ("rating", words.say("exceptions_now_column"), 22),
            ("day", words.say("programme_first_date"), 26),
            ("day", words.say("programme_new_date"), 26),
        ]),
        groups=tuple(_groups(members, state)),
    )  # fmt: skip


def _groups(members: Members, state: State) -> Iterator[RowGroup]:
    for one in members:
        behind = [case for case in cases_of(one.report) if case.state is state]
        worst_first = sorted(behind, key=lambda case: -case.delay.days)
        if behind:
            yield RowGroup(tuple(_row(case, one) for case in worst_first), heading=one.name)


def _row(case: Case, one: Member) -> TableRow:
    report, words, delay = one.report, one.report.words, case.delay
    new = delay.expected.words or (delay.now.words if delay.is_revised else "")
    said = new or words.say("programme_no_new_date")
    if delay.days:
        said = words.count("programme_days_late", delay.days, day=said)
    return TableRow((
        plain(row_name(case.row, words)),
        plain(short_title(case.row)),
        owners(case.row, report),
        Cell(tag=said_tag(case.update, report.scale, words)),
        plain(delay.first.words or words.say("programme_no_date")),
        plain(said, kind="plain" if new else "gap"),
    ))  # fmt: skip


def money_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """What each plan has, has spent and expects to spend; nothing where no plan says so."""
    words = numbers.words
    funded = [one for one in members if one.report.plan.funding]
    own = [space.money for space in members.head.workspaces if space.money is not None]
    total = sum((one.summary.funding_total for one in funded), Decimal(0))
    notes = [Line(_own_money(money, total, words)) for money in own]
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
        total=(plain(words.say("programme_total")), *_sums(funded, words, "programme_not_of_all")),
    )  # fmt: skip


def _money_row(one: Member, words: Words) -> TableRow:
    first, *others = _sums([one], words)
    declared, total = one.report.plan.declared_total, one.summary.funding_total
    if declared is not None and declared != total:
        said = words.say("programme_states_total", amount=pounds(declared))
        first = Cell((*first.lines, Line(said, kind="gap")))
    return TableRow((plain(one.name), first, *others))


def _own_money(money: Decimal, total: Decimal, words: Words) -> str:
    """What the programme names as its money, beside what that of its plans adds up to."""
    if money == total:
        return words.say("programme_same_money")
    return words.say("programme_own_money", amount=pounds(money), total=pounds(total))


def _sums(
    some: Sequence[Member], words: Words, in_part: str = "programme_in_part"
) -> Iterator[Cell]:
    """What they have, spent and expect to spend; `in_part` is said where not all is known."""
    lines = [line for one in some for line in one.report.plan.funding]
    yield plain(pounds(sum((line.amount for line in lines), Decimal(0))))
    for key in _PAID:
        known = [paid for line in lines if (paid := getattr(line, key)) is not None]
        amount = pounds(sum(known, Decimal(0)))
        if not known:
            yield plain(words.say("programme_not_said"), kind="gap")
        elif len(known) < len(lines):
            yield plain(words.say(in_part, amount=amount))
        else:
            yield plain(amount)


def source_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """How far each plan is assured, the files, the command, and how many findings there are."""
    words = numbers.words
    note = Line(words.say("programme_findings_note"), kind="small")
    files = {file.name: file for one in members for file in one.given.sources}
    said = words.count("files_used", len(files)) if files else words.say("no_files")
    again = (Line(words.say("again")), Line(" ".join(members.head.command), kind="command"))
    return (
        *programme_assured_sections(members, numbers),
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
