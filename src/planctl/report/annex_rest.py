"""What the plan says and no other part prints: its own fields, sources, and what is seldom said."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from planctl.findings import Path
from planctl.model import (
    Action,
    Approval,
    Entity,
    Evidence,
    FundingLine,
    Kpi,
    Link,
    Milestone,
    Plan,
    ReportNote,
    Success,
    Theme,
    Update,
)
from planctl.model.entity import ORIGIN
from planctl.model.walk import entities
from planctl.report.annex_seldom import action_lines, milestone_lines, update_lines
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import period_name, row_name, shortened, theme_name
from planctl.report.references import kpi_short, link_named
from planctl.report.sections import Section
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out

_NAMES: Final = ("ref", "id", "title", "text", "statement", "event", "plan", "group", "commitment")
"""The fields of which the first that is there names an entry."""
_LONGEST_NAME: Final = 60
_SOURCE_ELSEWHERE: Final = frozenset({Action})
"""Those whose source stands in the theme tables."""


def rest_section(report: Occasion, numbers: Numbers) -> Section | None:
    """One row for each entry of which something is left to say; None where nothing is."""
    words = report.words
    named = _names_above(report)
    found = [
        TableRow((plain(_called(path, one, named, report)), Cell(lines)), name=_above(path, named))
        for path, one in entities(report.plan)
        if (lines := tuple(_lines(one, report)))
    ]
    if not found:
        return None
    table = Table(
        key="rest",
        caption=numbers.caption(words.say("annex_rest_caption")),
        columns=shared_out([
            ("name", words.say("annex_what"), 60),
            ("says", words.say("annex_says"), 114),
        ]),
        groups=(RowGroup(tuple(found)),),
    )  # fmt: skip
    return Section("rest", words.say("annex_rest"), table=table)


def _lines(one: Entity, report: Occasion) -> Iterator[Line]:
    yield from _seldom(one, report)
    titles = {field.name: field.title or field.name for field in report.plan.fields}
    for name, value in one.own.items():
        yield Line(value, titles.get(name, name))
    if type(one) not in _SOURCE_ELSEWHERE:
        yield from _sources(one, report)


def _seldom(one: Entity, report: Occasion) -> Iterator[Line]:
    match one:
        case Action():
            yield from action_lines(one, report)
        case Theme():
            yield from _theme_lines(one, report)
        case Update():
            yield from update_lines(one, report)
        case Milestone():
            yield from milestone_lines(one, report)
        case Success():
            yield from _success_lines(one, report)
        case Evidence() if one.sha256:
            yield Line(one.sha256, report.words.say("sha256"), "hash")
        case _:
            return


def _success_lines(one: Success, report: Occasion) -> Iterator[Line]:
    if one.kpi:
        yield Line(kpi_short(one.kpi, report), report.words.say("kpis"))
    for piece in one.evidence:
        yield Line(piece.title, report.words.say("column_evidence"))


def _theme_lines(theme: Theme, report: Occasion) -> Iterator[Line]:
    words = report.words
    if theme.kpis:
        yield Line(", ".join(kpi_short(name, report) for name in theme.kpis), words.say("kpis"))
    for step in theme.milestones:
        said = f"{step.ref} {step.text}" if step.ref else step.text
        yield Line(said, words.say("milestone"))


def _sources(one: Entity, report: Occasion) -> Iterator[Line]:
    """Where the entry was taken from; where figures or money come from stands with them."""
    named = isinstance(one, Kpi | FundingLine)
    parts = [
        report.words.say("annex_source", field=field, text=text)
        for field, text in (one.source or {}).items()
        if not (named and field == ORIGIN)
    ]
    if parts:
        yield Line("; ".join(parts), report.words.say("as_printed"), "source")


def _names_above(report: Occasion) -> Mapping[Path, str]:
    """Each theme and action by its path."""
    themes: dict[Path, str] = {
        ("themes", place): theme_name(theme) for place, theme in enumerate(report.plan.themes)
    }
    return {**themes, **{row.path: row_name(row, report.words) for row in report.rows}}


def _called(path: Path, one: Entity, named: Mapping[Path, str], report: Occasion) -> str:
    """Evidence E1 of 2.1a: what sort of entry it is, its name, and what it belongs to."""
    words = report.words
    kind = words.say(f"annex_one_{_kind(one)}")
    if isinstance(one, Plan):
        return kind
    name = named.get(path) or _own_name(path, one, report)
    own = words.say("annex_entry", kind=kind, name=name)
    above = _above(path[:-1], named)
    is_part = above and not isinstance(one, Action | Theme)
    return words.say("annex_entry_of", entry=own, of=above) if is_part else own


def _above(path: Path, named: Mapping[Path, str]) -> str:
    """The action or theme at the path, or the nearest above it."""
    return next((named[path[:end]] for end in range(len(path), 0, -1) if path[:end] in named), "")


def _kind(one: Entity) -> str:
    if isinstance(one, ReportNote):
        return "report"
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(one).__name__).lower()


def _own_name(path: Path, one: Entity, report: Occasion) -> str:
    match one:
        case Update() | ReportNote():
            period = report.timeline.period(str(path[-1]))
            return period_name(period, report.words) if period else str(path[-1])
        case FundingLine():
            return period_name(one.period, report.words)
        case Approval():
            return one.role
        case Link() if one.plan or one.group:
            return link_named(one, report)
        case _:
            written = (getattr(one, field, None) for field in _NAMES)
            name = next((name for name in written if name), "").rstrip(".")
            return shortened(name, _LONGEST_NAME)
