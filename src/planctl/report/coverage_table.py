"""The chain from each commitment to its evidence, and from each KPI back to its actions."""

from collections.abc import Iterator

from planctl.model import Commitment, Kpi, KpiStatus, Plan, Row
from planctl.progress.coverage import Moved, Promised
from planctl.progress.measured import readings
from planctl.report.coverage_gaps import gaps_section, promised_name
from planctl.report.numbers import Numbers
from planctl.report.phrases import row_name, shortened
from planctl.report.programme_members import Member, Members
from planctl.report.sections import Section, some_named
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words

_LONGEST = 140


def coverage_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """What is broken, then the chain downwards and back up; where there is any."""
    words = numbers.words
    every = [one.coverage for one in members]
    if not any(one.rows or one.commitments or one.recommendations or one.kpis for one in every):
        return (Section("coverage", "", (Line(words.say("coverage_nothing")),)),)
    found = [gaps_section(members, numbers)]
    if any(one.commitments or one.recommendations for one in every):
        table = _down(members, numbers)
        found.append(Section("down", words.say("coverage_down"), table=table))
    if any(one.kpis for one in every):
        found.append(Section("up", words.say("coverage_up"), table=_up(members, numbers)))
    return tuple(found)


def _down(members: Members, numbers: Numbers) -> Table:
    words = numbers.words
    groups = ((one, tuple(_promised_rows(one))) for one in members)
    return Table(
        key="coverage-down",
        caption=numbers.caption(words.say("coverage_down_caption")),
        columns=shared_out([
            ("ref", words.say("ref"), 16),
            ("name", words.say("coverage_commitment"), 70),
            ("actions", words.say("coverage_actions"), 36),
            ("kpis", words.say("coverage_kpis_column"), 26),
            ("evidence", words.say("coverage_evidence_column"), 26),
        ]),
        groups=tuple(RowGroup(rows, heading=one.name) for one, rows in groups if rows),
    )  # fmt: skip


def _promised_rows(one: Member) -> Iterator[TableRow]:
    for all_of_a_kind in (one.coverage.commitments, one.coverage.recommendations):
        for place, each in enumerate(all_of_a_kind, start=1):
            yield _promised_row(each, place, one)


def _promised_row(each: Promised, place: int, one: Member) -> TableRow:
    words = one.report.words
    given = each.given
    text = given.statement if isinstance(given, Commitment) else given.text
    depth = each.path.count("children")
    return TableRow(
        (
            plain(promised_name(each, place, words)),
            plain(shortened(text, _LONGEST)),
            _actions(each, one),
            _kpis(each, one),
            _evidence(each, words),
        ),
        depth=min(depth, 2),
    )


def _actions(each: Promised, one: Member) -> Cell:
    words = one.report.words
    names = _names(each.rows, one)
    names += [
        words.say("reference_abroad", ref=row_name(row, words), plan=plan.title)
        for plan, row in each.abroad
    ]
    titles = {plan.id: plan.title for plan in one.beside}
    names += [titles.get(name, name) for name in each.plans]
    names += [words.say("coverage_elsewhere", name=name) for name in each.unknown]
    if names:
        return plain(some_named(names, words))
    if each.covered:
        return plain(words.say("coverage_by_theme"))
    if each.needed:
        return plain(words.say("coverage_no_action"), kind="gap")
    return plain(words.say("coverage_needs_none"), kind="note")


def _kpis(each: Promised, one: Member) -> Cell:
    words = one.report.words
    if each.kpis:
        names = dict.fromkeys(_kpi_name(kpi, plan, one) for plan, kpi in each.kpis)
        return plain(some_named([*names], words))
    done = each.rows or each.abroad
    return plain(words.say("coverage_no_kpi"), kind="gap") if done else Cell()


def _kpi_name(kpi: Kpi, plan: Plan, one: Member) -> str:
    name, words = kpi.ref or kpi.title, one.report.words
    if plan.id == one.report.plan.id:
        return name
    return words.say("reference_abroad", ref=name, plan=plan.title)


def _evidence(each: Promised, words: Words) -> Cell:
    total = len(each.rows) + len(each.abroad)
    if not total:
        return Cell()
    if not each.evidenced:
        return plain(words.say("coverage_no_evidence", of=total), kind="gap")
    return plain(words.count("coverage_some_evidence", total, n=each.evidenced, of=total))


def _up(members: Members, numbers: Numbers) -> Table:
    words = numbers.words
    return Table(
        key="coverage-up",
        caption=numbers.caption(words.say("coverage_up_caption")),
        columns=shared_out([
            ("name", words.say("coverage_kpi"), 74),
            ("actions", words.say("coverage_moved_by"), 66),
            ("figure", words.say("coverage_measured"), 34),
        ]),
        groups=tuple(
            RowGroup(tuple(_kpi_row(each, one) for each in one.coverage.kpis), heading=one.name)
            for one in members
            if one.coverage.kpis
        ),
    )  # fmt: skip


def _kpi_row(each: Moved, one: Member) -> TableRow:
    kpi = each.kpi
    name = f"{kpi.ref} {kpi.title}" if kpi.ref else kpi.title
    return TableRow((plain(name), _moved_by(each, one), _figure(each, one)))


def _moved_by(each: Moved, one: Member) -> Cell:
    words = one.report.words
    if each.rows:
        return plain(some_named(_names(each.rows, one), words))
    if each.covered:
        return plain(words.say("coverage_by_theme"))
    if each.needed:
        return plain(words.say("coverage_no_action"), kind="gap")
    watched = each.kpi.status is KpiStatus.WITHDRAWN or bool(one.coverage.rows)
    return plain(words.say("coverage_watched" if watched else "coverage_no_action"), kind="note")


def _figure(each: Moved, one: Member) -> Cell:
    words, report = one.report.words, one.report
    told = readings(each.kpi, report.timeline, report.as_of)
    if told and told[-1].actual.suppressed:
        return plain(words.say("measure_held_back"), kind="gap")
    if each.measured:
        return plain(words.say("coverage_has_figure"))
    if each.kpi.status is KpiStatus.TO_FOLLOW:
        return plain(words.say("coverage_to_follow"), kind="gap")
    return plain(words.say("coverage_no_figure"), kind="gap")


def _names(rows: tuple[Row, ...], one: Member) -> list[str]:
    return [row_name(row, one.report.words) for row in rows]
