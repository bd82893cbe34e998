"""What the plan is to bring about, and what has been promised publicly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.model import Commitment, CommitmentType
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.references import actions_named, kpi_named
from planctl.report.sections import Section, some_named
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out

_TO_DELIVER: Final = frozenset({
    CommitmentType.PROMISE, CommitmentType.OBJECTIVE, CommitmentType.WE_WILL,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Placed:
    """A commitment where it stands; what delivers the whole delivers its parts.

    `is_asked` where something has to deliver it: a promise, an objective or a 'we will' that is not
    made of others.
    """

    commitment: Commitment
    depth: int
    delivered_by: tuple[str, ...]
    is_asked: bool


def outcomes_section(report: Occasion, numbers: Numbers) -> Section | None:
    """The outcomes with the KPIs that show them; None where there are none."""
    outcomes, words = report.plan.outcomes, report.words
    if not outcomes:
        return None
    rows = tuple(
        TableRow((
            plain(one.ref or words.say("impact_nth", n=place)),
            plain(one.text),
            Cell(tuple(_kpi_lines(one.kpis, report)) or (_gap("impact_no_kpi", report),)),
        ))
        for place, one in enumerate(outcomes, start=1)
    )  # fmt: skip
    shown = sum(bool(one.kpis) for one in outcomes)
    said = words.count("impact_outcomes_shown", len(outcomes), n=shown, of=len(outcomes))
    table = Table(
        key="outcomes",
        caption=numbers.caption(words.say("impact_outcomes_caption")),
        columns=shared_out([
            ("ref", words.say("impact_number"), 14),
            ("text", words.say("outcome"), 90),
            ("kpis", words.say("impact_shown_by"), 70),
        ]),
        groups=(RowGroup(rows),),
    )  # fmt: skip
    return Section("outcomes", words.say("impact_outcomes"), (Line(said),), table=table)


def commitments_section(report: Occasion, numbers: Numbers) -> Section | None:
    """Each commitment in full, how many something delivers, and those that nothing does.

    None where there are none.
    """
    words = report.words
    placed = tuple(_placed(report.plan.commitments, 0, (), report))
    if not placed:
        return None
    asked = [(place, one) for place, one in enumerate(placed, start=1) if one.is_asked]
    empty = [_name(one, place, report) for place, one in asked if not one.delivered_by]
    lines = []
    if asked:
        met = len(asked) - len(empty)
        lines.append(Line(words.count("impact_delivered", len(asked), n=met, of=len(asked))))
    if empty and len(empty) < len(asked):
        lines.append(Line(some_named(empty, words), words.say("impact_undelivered")))
    if others := len(placed) - len(asked):
        lines.append(Line(words.count("impact_other_commitments", others, of=len(placed))))
    table = _table(placed, report, numbers)
    return Section("commitments", words.say("impact_commitments"), tuple(lines), table=table)


def _placed(
    commitments: Sequence[Commitment], depth: int, above: tuple[str, ...], report: Occasion
) -> Iterator[_Placed]:
    for one in commitments:
        by = (*above, *one.delivered_by, *_linked(one, report))
        is_asked = one.type in _TO_DELIVER and not any(
            part.is_asked for part in _placed(one.children, depth + 1, by, report)
        )
        of_parts = tuple(name for part in one.children for name in part.delivered_by)
        yield _Placed(one, depth, tuple(dict.fromkeys((*by, *of_parts))), is_asked)
        yield from _placed(one.children, depth + 1, by, report)


def _linked(one: Commitment, report: Occasion) -> Iterator[str]:
    """The themes and actions that say of themselves that they serve the commitment."""
    if one.ref is None:
        return
    for theme in report.plan.themes:
        if any(link.commitment == one.ref for link in theme.links):
            yield theme.ref or theme.title
    for row in report.rows:
        if any(link.commitment == one.ref for link in row.action.links):
            yield row.label


def _table(placed: Sequence[_Placed], report: Occasion, numbers: Numbers) -> Table:
    """One row each; a column for KPIs only where one is named."""
    words = report.words
    columns = [
        ("ref", words.say("ref"), 14),
        ("name", words.say("impact_commitment"), 80),
        ("by", words.say("impact_delivered_by"), 40),
        ("kpis", words.say("impact_shown_by"), 40),
    ]
    shown = len(columns) if any(one.commitment.targets for one in placed) else -1
    rows = tuple(
        TableRow(tuple(_cells(one, place, report))[:shown], depth=min(one.depth, 2))
        for place, one in enumerate(placed, start=1)
    )
    return Table(
        key="commitments",
        caption=numbers.caption(words.say("impact_commitments_caption")),
        columns=shared_out(columns[:shown]),
        groups=(RowGroup(rows),),
    )


def _cells(one: _Placed, place: int, report: Occasion) -> Iterator[Cell]:
    yield plain(_name(one, place, report))
    yield _statement(one.commitment, report)
    yield _delivery(one, report)
    yield Cell(tuple(_kpi_lines(one.commitment.targets, report)))


def _statement(one: Commitment, report: Occasion) -> Cell:
    kind = report.words.say(f"impact_type_{one.type.value}") if one.type else ""
    said = ", ".join(part for part in (one.group or "", kind) if part)
    notes = (Line(said, kind="note"),) if said else ()
    return Cell((Line(one.statement), *notes))


def _delivery(one: _Placed, report: Occasion) -> Cell:
    if one.delivered_by:
        return plain(actions_named(one.delivered_by, report))
    return Cell((_gap("impact_nothing", report),)) if one.is_asked else Cell()


def _gap(key: str, report: Occasion) -> Line:
    return Line(report.words.say(key), kind="gap")


def _kpi_lines(names: Sequence[str], report: Occasion) -> Iterator[Line]:
    return (Line(kpi_named(name, report)) for name in names)


def _name(one: _Placed, place: int, report: Occasion) -> str:
    return one.commitment.ref or report.words.say("impact_nth", n=place)
