"""Where the chain from commitment to evidence is broken, over all plans of a report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.model import KpiStatus, Row
from planctl.progress.coverage import Moved, Promised
from planctl.report.numbers import Numbers
from planctl.report.phrases import listed, row_name
from planctl.report.programme_members import Member, Members
from planctl.report.request import Audience
from planctl.report.sections import Section, some_named
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words


@dataclass(frozen=True, slots=True)
class Gap:
    """One way in which the chain can be broken: which entries, out of how many, in each plan.

    `rule` is the number of the rule that finds the same; empty where none does.
    """

    key: str
    rule: str
    missing: Callable[[Member], Sequence[str]]
    of: Callable[[Member], int]


def gaps_section(members: Members, numbers: Numbers) -> Section:
    """Every gap with its number, what that is out of, and where."""
    words = numbers.words
    table = Table(
        key="coverage-gaps",
        caption=numbers.caption(words.say("coverage_gaps_caption")),
        columns=shared_out([
            ("gap", words.say("coverage_question"), 62),
            ("figure", words.say("coverage_number"), 24),
            ("which", words.say("coverage_which"), 88),
        ]),
        groups=(RowGroup(tuple(_row(gap, members, words) for gap in GAPS)),),
    )  # fmt: skip
    notes = Line(" ".join(_notes(members, words)), kind="small")
    return Section("gaps", words.say("coverage_gaps"), (notes,), table=table)


def promised_name(one: Promised, place: int, words: Words) -> str:
    """What a commitment or recommendation goes by."""
    return one.given.ref or words.say("coverage_nth", n=place)


def kpi_short(one: Moved) -> str:
    """What a KPI goes by where there is little room."""
    return one.kpi.ref or one.kpi.title


def _row(gap: Gap, members: Members, words: Words) -> TableRow:
    missing = [(one, tuple(gap.missing(one))) for one in members]
    of = sum(gap.of(one) for one in members)
    number = sum(len(names) for _, names in missing)
    which = [
        Line(some_named(names, words), one.short if len(members) > 1 else "")
        for one, names in missing
        if names
    ]
    said = words.say("coverage_n_of", n=number, of=of) if of else words.say("programme_none")
    name = [Line(words.say(f"coverage_{gap.key}"))]
    if gap.rule and _is_for_officers(members):
        name.append(Line(words.say("coverage_rule", code=gap.rule), kind="note"))
    cell = Cell(tuple(which)) if which else plain(words.say("coverage_none"), kind="nought")
    return TableRow((Cell(tuple(name)), plain(said, kind="plain" if number else "nought"), cell))


def _notes(members: Members, words: Words) -> Iterator[str]:
    unasked = [one for one in members if one.coverage.serving is None and one.coverage.rows]
    if unasked:
        number = sum(len(one.coverage.rows) for one in unasked)
        key = "coverage_nothing_to_serve" + ("_many" if len(unasked) > 1 else "")
        plans = listed([one.name for one in unasked], words)
        yield words.count(key, number, plans=plans)
    out = sum(not one.needed for each in members for one in each.coverage.commitments)
    if out:
        yield words.count("coverage_counted_out", out)
    if _is_for_officers(members):
        yield words.say("coverage_rules_note")


def _is_for_officers(members: Members) -> bool:
    """Whether it is for those who know the checks by their numbers."""
    return members.head.audience is Audience.OFFICER


def _commitments(one: Member) -> list[str]:
    every = enumerate(one.coverage.commitments, start=1)
    return [promised_name(each, n, one.report.words) for n, each in every if each.is_gap]


def _recommendations(one: Member) -> list[str]:
    every = enumerate(one.coverage.recommendations, start=1)
    return [promised_name(each, n, one.report.words) for n, each in every if each.is_gap]


def _to_measure(one: Member) -> list[Moved]:
    return [each for each in one.coverage.kpis if each.kpi.status is not KpiStatus.WITHDRAWN]


def _names(rows: Sequence[Row], one: Member) -> list[str]:
    return [row_name(row, one.report.words) for row in rows]


GAPS: Final = (
    Gap(
        "commitments", "PLN716", _commitments,
        lambda one: sum(each.needed for each in one.coverage.commitments),
    ),
    Gap(
        "recommendations", "PLN803", _recommendations,
        lambda one: len(one.coverage.recommendations),
    ),
    Gap(
        "kpis", "PLN712",
        lambda one: [kpi_short(each) for each in one.coverage.kpis if each.is_gap],
        lambda one: sum(each.needed for each in one.coverage.kpis),
    ),
    Gap(
        "figures", "",
        lambda one: [kpi_short(each) for each in _to_measure(one) if not each.measured],
        lambda one: len(_to_measure(one)),
    ),
    Gap(
        "measures", "PLN711",
        lambda one: _names(one.coverage.unmeasured, one),
        lambda one: len(one.coverage.rows),
    ),
    Gap(
        "unserving", "",
        lambda one: _names(one.coverage.unserving, one),
        lambda one: 0 if one.coverage.serving is None else len(one.coverage.rows),
    ),
    Gap(
        "evidence", "",
        lambda one: _names(one.coverage.unevidenced, one),
        lambda one: len(one.coverage.rows),
    ),
)  # fmt: skip
"""From commitments down to evidence."""
