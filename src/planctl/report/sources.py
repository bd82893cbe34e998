"""Part 11: what the report rests on, what is wrong with it, and how to make it again."""

import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from planctl import __version__
from planctl.findings import Finding
from planctl.model import Row
from planctl.progress import owes_update, update_in
from planctl.report.grid import owners, short_title
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import long_date, period_name, row_name
from planctl.report.request import Audience, SourceFile
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words


@dataclass(frozen=True, slots=True)
class Sources:
    """The audit pages: each table, or the line that stands in its place."""

    files: Table | None
    files_note: str
    again: str
    command: tuple[str, ...]
    version: str
    missing: Table | None
    missing_note: str
    findings: Table | None
    findings_note: str
    waived: Table | None


def sources_part(report: Occasion, files: Sequence[SourceFile], numbers: Numbers) -> Sources:
    """The part on sources; `files` has the plan first."""
    words, findings = report.words, report.findings
    has_all = report.audience is not Audience.PUBLIC
    listed_files = _files(report, files, numbers)
    missing = _missing(report, numbers) if _names_people(report) else None
    standing = tuple(finding for finding in findings if finding.waiver is None)
    waived = tuple(finding for finding in findings if finding.waiver is not None)
    return Sources(
        files=listed_files,
        files_note=words.count("files_used", len(files)) if files else words.say("no_files"),
        again=words.say("again"),
        command=_command(report, files),
        version=words.say("made_with", version=__version__),
        missing=missing,
        missing_note=_missing_note(report),
        findings=_findings(report, standing, files, numbers) if has_all else None,
        findings_note=_findings_note(report, findings, len(waived)),
        waived=_waived(report, waived, files, numbers) if has_all else None,
    )


def _names_people(report: Occasion) -> bool:
    """Whether it is for those who are told who owes an update."""
    return report.audience in {Audience.BOARD, Audience.OFFICER}


def _owing(report: Occasion) -> tuple[Row, ...]:
    return tuple(
        row for row in report.rows if owes_update(row, report.scale, report.timeline, report.term)
    )


def _unsaid(report: Occasion) -> tuple[Row, ...]:
    return tuple(
        row for row in _owing(report) if update_in(row, report.timeline, report.term) is None
    )


def _missing_note(report: Occasion) -> str:
    words = report.words
    owed = len(_owing(report))
    name = period_name(report.term, words)
    if not owed:
        return words.say("no_updates_due_in", term=name)
    return words.count("updates_missing", len(_unsaid(report)), of=owed, term=name)


def _missing(report: Occasion, numbers: Numbers) -> Table | None:
    words = report.words
    rows = tuple(
        TableRow((plain(row_name(row, words)), plain(short_title(row)), owners(row, report)))
        for row in _unsaid(report)
    )
    if not rows:
        return None
    return Table(
        key="missing",
        caption=numbers.caption(words.say("missing_caption")),
        columns=shared_out([
            ("ref", words.say("ref"), 13),
            ("name", words.say("action"), 80),
            ("owner", words.say("owner"), 80),
        ]),
        groups=(RowGroup(rows),),
    )  # fmt: skip


def _findings_note(report: Occasion, findings: Sequence[Finding], waived: int) -> str:
    words = report.words
    if not findings:
        return words.say("no_findings")
    said = words.count("findings_said", len(findings))
    return f"{said} {words.count('waived_said', waived)}" if waived else said


def _findings(
    report: Occasion, findings: Sequence[Finding], files: Sequence[SourceFile], numbers: Numbers
) -> Table | None:
    """What was found, by rule."""
    say, main_file = report.words.say, files[0].name if files else ""
    columns = (
        ("rule", say("rule"), 40),
        ("severity", say("severity"), 25),
        ("count", say("times"), 14),
        ("message", say("what_and_where"), 100),
    )
    rows = tuple(
        _rule_row(alike, report, main_file)
        for alike in _alike(findings, lambda one: (one.severity.rank, one.code, one.name))
    )
    return _numbered(report, ("findings", numbers), columns, rows)


def _waived(
    report: Occasion, findings: Sequence[Finding], files: Sequence[SourceFile], numbers: Numbers
) -> Table | None:
    """What somebody lets stand, by rule and reason."""
    say, main_file = report.words.say, files[0].name if files else ""
    columns = (
        ("rule", say("rule"), 40),
        ("count", say("times"), 14),
        ("reason", say("reason"), 60),
        ("message", say("what_and_where"), 65),
    )
    rows = tuple(
        _waived_row(alike, report, main_file)
        for alike in _alike(findings, lambda one: (one.code, one.name, _reason(one, report.words)))
    )
    return _numbered(report, ("waived", numbers), columns, rows)


def _alike(
    findings: Sequence[Finding], rank: Callable[[Finding], tuple[int | str, ...]]
) -> Iterator[tuple[Finding, ...]]:
    """The findings of the same rank together, in the order of ranks."""
    for _, alike in groupby(sorted(findings, key=rank), key=rank):
        yield tuple(alike)


def _numbered(
    report: Occasion,
    named: tuple[str, Numbers],
    columns: tuple[tuple[str, str, int], ...],
    rows: tuple[TableRow, ...],
) -> Table | None:
    """The table of that name and number; none without rows."""
    if not rows:
        return None
    key, numbers = named
    caption = numbers.caption(report.words.say(f"{key}_caption"))
    return Table(key, caption, shared_out(list(columns)), (RowGroup(rows),))


def _waived_row(alike: tuple[Finding, ...], report: Occasion, main_file: str) -> TableRow:
    first, words = alike[0], report.words
    places = dict.fromkeys(one.waiver.where for one in alike if one.waiver and one.waiver.where)
    written = (Line("; ".join(places), words.say("written_in"), "note"),) if places else ()
    return TableRow((
        Cell((Line(first.code, kind="title"), Line(first.name, kind="note"))),
        plain(f"{len(alike):,}"),
        Cell((Line(_reason(first, words)), *written)),
        Cell(tuple(_said(alike, report, main_file))),
    ))  # fmt: skip


def _reason(finding: Finding, words: Words) -> str:
    """Why it may stand, who says so, and until when."""
    waiver = finding.waiver
    if waiver is None:
        return ""
    who = [words.say("waived_by", name=waiver.by)] if waiver.by else []
    day = [words.say("waived_until", day=long_date(waiver.until, words))] if waiver.until else []
    reason = waiver.reason or words.say("no_reason")
    return f"{reason} ({', '.join((*who, *day))})" if who or day else reason


def _rule_row(of_rule: tuple[Finding, ...], report: Occasion, main_file: str) -> TableRow:
    first, words = of_rule[0], report.words
    rule = Cell((Line(first.code, kind="title"), Line(first.name, kind="note")))
    return TableRow((
        rule,
        plain(words.say(f"severity_{first.severity.value}")),
        plain(f"{len(of_rule):,}"),
        Cell(tuple(_said(of_rule, report, main_file))),
    ))  # fmt: skip


def _said(of_rule: tuple[Finding, ...], report: Occasion, main_file: str) -> Iterator[Line]:
    """Each message once, where only the reference in it differs, with its places; then the help."""
    alike: dict[str, list[Finding]] = {}
    for one in of_rule:
        alike.setdefault(_without_reference(one), []).append(one)
    for together in alike.values():
        yield Line(_sentence(together[0]))
        places = [place for one in together if (place := _place(one, report, main_file))]
        if places:
            label = report.words.count("places", len(places))
            yield Line("; ".join(places), label, "note")
    if len({one.help for one in of_rule}) == 1 and of_rule[0].help:
        yield Line(of_rule[0].help, report.words.say("remedy"), "note")


def _without_reference(finding: Finding) -> str:
    name = finding.ref or finding.subject
    if not name:
        return finding.message
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", finding.message)


def _sentence(finding: Finding) -> str:
    """The message as a sentence; what it names at its beginning keeps its small letter."""
    said = finding.message
    if not (finding.ref and said.startswith(finding.ref)):
        said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "?", "…")) else f"{said}."


def _place(finding: Finding, report: Occasion, main_file: str) -> str:
    words = report.words
    where = [finding.ref or finding.subject]
    if finding.file and finding.file != main_file:
        where.append(finding.file)
    if finding.span:
        where.append(words.say("line", n=finding.span.line))
    return ", ".join(part for part in where if part)


def _files(report: Occasion, files: Sequence[SourceFile], numbers: Numbers) -> Table | None:
    if not files:
        return None
    words = report.words
    rows = tuple(
        TableRow((plain(file.name), plain(f"{file.lines:,}"), plain(file.sha256, kind="hash")))
        for file in files
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


def _command(report: Occasion, files: Sequence[SourceFile]) -> tuple[str, ...]:
    given = ["planctl", "report"]
    given += [files[0].name] if files else []
    given += ["--term", str(report.term), "--as-of", report.as_of.isoformat()]
    given += ["--for", report.request.audience.value]
    return tuple(shlex.quote(part) for part in given)
