"""Part 11: what the report rests on, what is wrong with it, and how to make it again."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from planctl import __version__
from planctl.findings import Finding
from planctl.model import Row
from planctl.progress import owes_update, update_in
from planctl.report.grid import owners, short_title
from planctl.report.lengths import lengths_for
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import listed, period_name, row_name
from planctl.report.request import Audience, ReportKind, SourceFile
from planctl.report.sources_findings import findings_table, waived_table
from planctl.report.tables import RowGroup, Table, TableRow, plain, shared_out


@dataclass(frozen=True, slots=True)
class Sources:
    """The audit pages: each table, or the line that stands in its place."""

    files: Table | None
    """The files that it was made from, with their hashes."""
    files_note: str
    """What a hash proves, or that there are no files."""
    again: str
    """How to make the report again."""
    command: tuple[str, ...]
    """The command for that, word by word."""
    version: str
    """The version of planctl that made it."""
    missing: Table | None
    """Updates that are missing."""
    missing_note: str
    """How many of how many are missing; nothing for a plan without actions."""
    findings: Table | None
    """What the checks found, by rule."""
    findings_note: str
    """How many findings there are; nothing for the public, who is not told which."""
    waived: Table | None
    """Findings that are let stand, with the reason."""


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
        findings=findings_table(report, standing, files, numbers) if has_all else None,
        findings_note=_findings_note(report, findings, len(waived)),
        waived=waived_table(report, waived, files, numbers) if has_all else None,
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
    if not report.rows:
        return ""
    owed = len(_owing(report))
    name = period_name(report.term, words)
    if not owed:
        return words.say("no_updates_due_in", term=name)
    unsaid = _unsaid(report)
    said = words.count("updates_missing", len(unsaid), of=owed, term=name)
    shown = lengths_for(report.audience).missing
    if shown is None or len(unsaid) <= shown or not _names_people(report):
        return said
    names = listed([row_name(row, words) for row in unsaid[shown:]], words)
    rest = words.count("missing_rest", len(unsaid) - shown, shown=shown, names=names)
    return f"{said} {rest}"


def _missing(report: Occasion, numbers: Numbers) -> Table | None:
    words = report.words
    rows = tuple(
        TableRow((plain(row_name(row, words)), plain(short_title(row)), owners(row, report)))
        for row in _unsaid(report)[: lengths_for(report.audience).missing]
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
    if report.audience is Audience.PUBLIC:
        return ""
    if not findings:
        return words.say("no_findings")
    said = words.count("findings_said", len(findings))
    return f"{said} {words.count('waived_said', waived)}" if waived else said


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
    kind, year = report.request.kind, report.request.year
    given += ["--kind", kind.value] if kind is not ReportKind.DELIVERY else []
    given += ["--year", str(year)] if year else []
    given += ["--term", str(report.term), "--as-of", report.as_of.isoformat()]
    given += ["--for", report.request.audience.value]
    return tuple(shlex.quote(part) for part in given)
