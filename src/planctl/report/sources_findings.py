"""What the checks found and what is let stand, by rule."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from planctl.findings import Finding
from planctl.report.lengths import lengths_for
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import long_date
from planctl.report.request import Audience, SourceFile
from planctl.report.sections import some_named
from planctl.report.spoken import spoken
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.widths import lines_taken
from planctl.report.words import Words

_MOST_LINES: Final = 10
"""A row that takes more is parted rather than leave a large part of a page empty."""


def findings_table(
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


def waived_table(
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
        for alike in _alike(findings, lambda one: (one.code, one.name, _reason(one, report)))
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
    widths = [width for _, _, width in columns]
    rows = tuple(replace(row, tall=lines_taken(row.cells, widths) > _MOST_LINES) for row in rows)
    return Table(key, caption, shared_out(list(columns)), (RowGroup(rows),))


def _waived_row(alike: tuple[Finding, ...], report: Occasion, main_file: str) -> TableRow:
    first, words = alike[0], report.words
    places = dict.fromkeys(one.waiver.where for one in alike if one.waiver and one.waiver.where)
    written = (Line("; ".join(places), words.say("written_in"), "note"),) if places else ()
    return TableRow((
        Cell((Line(first.code, kind="title"), Line(first.name, kind="note"))),
        plain(f"{len(alike):,}"),
        Cell((Line(_reason(first, report)), *written)),
        Cell(tuple(_said(alike, report, main_file))),
    ))  # fmt: skip


def _reason(finding: Finding, report: Occasion) -> str:
    """Why it may stand, who says so, and until when."""
    words, waiver = report.words, finding.waiver
    if waiver is None:
        return ""
    who = [words.say("waived_by", name=report.party(waiver.by))] if waiver.by else []
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
    """Each message once, where only the reference in it differs, with its places; then the help.

    Lines of files and the help are for officers, who write the file.
    """
    is_officer = report.audience is Audience.OFFICER
    alike: dict[str, list[Finding]] = {}
    for one in of_rule:
        alike.setdefault(_without_reference(one), []).append(one)
    most = lengths_for(report.audience).messages
    for together in list(alike.values())[:most]:
        yield Line(_sentence(together[0], report.words))
        places = [place for one in together if (place := _place(one, report, main_file))]
        if places:
            label = report.words.count("places", len(places))
            yield Line("; ".join(places), label, "note")
    rest = [one for together in list(alike.values())[most:] for one in together]
    if rest:
        names = list(dict.fromkeys(one.ref or one.subject or one.code for one in rest))
        said = report.words.count("findings_rest", len(rest), names=some_named(names, report.words))
        yield Line(said, kind="note")
    if is_officer and len({one.help for one in of_rule}) == 1 and of_rule[0].help:
        yield Line(of_rule[0].help, report.words.say("remedy"), "note")


def _without_reference(finding: Finding) -> str:
    name = finding.ref or finding.subject
    if not name:
        return finding.message
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", finding.message)


def _sentence(finding: Finding, words: Words) -> str:
    """The message as a sentence; what it names at its beginning keeps its small letter."""
    said = spoken(finding.message, words)
    if not (finding.ref and said.startswith(finding.ref)):
        said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "?", "…")) else f"{said}."


def _place(finding: Finding, report: Occasion, main_file: str) -> str:
    words = report.words
    where = [finding.ref or finding.subject]
    if finding.file and finding.file != main_file:
        where.append(finding.file)
    if finding.span and report.audience is Audience.OFFICER:
        where.append(words.say("line", n=finding.span.line))
    return ", ".join(part for part in where if part)
