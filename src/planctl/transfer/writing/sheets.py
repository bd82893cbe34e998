"""A plan as sheets of rows: what people look for in columns, and all the rest by its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planctl.findings import Path
from planctl.source import Value
from planctl.transfer.writing.cells import Words, is_exact
from planctl.transfer.writing.columns import Column, columns_of, period_column
from planctl.transfer.writing.entries import Entry, actions, below, by_period, listed, periods_of
from planctl.transfer.writing.leaves import leaves, place_said

KEY: Final = "Key (planctl)"
"""Heads the column that says which entry of the plan a row is; by it a file is known as ours."""
PLAN: Final = "plan"
"""The key of the plan itself, whose place is no place in anything."""
GROUP: Final = "Belongs to"
"""Heads the column that says what a row belongs to: its theme, or its action and term."""
REST: Final = "Everything else"
"""The sheet of what has no column, each by its place."""
_BEFORE_TIME: Final = 6
"""Columns of an action that stand before those of its schedule."""
LONGEST: Final = 32_000
"""Characters; a cell of a workbook holds a few more. A longer text goes on in the next row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the key of its entry, what heads it, and the cells in the order of the columns."""

    key: str
    cells: tuple[str, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def sheets_of(
    plan: dict[str, Value],
    names: Mapping[str, str],
    only: frozenset[str] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> tuple[Sheet, ...]:
    """The plan's sheets; `names` are the names of parties by their ids.

    With `only`, sheets of other names are left out; columns with a heading of `without` are left
    out everywhere. What they would hold is among the rest.
    Every text stands in exactly one cell: in its column where it is read back from there exactly,
    else on the sheet of the rest.
    """
    taken: set[Path] = set()
    made = [
        _sheet(name, entries, tuple(one for one in columns if one.heading not in without), taken)
        for name, entries, columns in _layout(plan, names)
        if entries and (not only or name in only)
    ]
    rest = [
        Row(place_said(path), (part,))
        for path, text in leaves(plan)
        if not any(path[:length] in taken for length in range(1, len(path) + 1))
        for part in _parts(text)
    ]
    return (*made, Sheet(REST, rest_columns(), tuple(rest)))


def rest_columns() -> tuple[Column, ...]:
    """The one column of the sheet of the rest."""
    return (Column("Value", (), Words(), 80),)


def _layout(
    plan: dict[str, Value], names: Mapping[str, str]
) -> Iterator[tuple[str, list[Entry], tuple[Column, ...]]]:
    every, kpis = list(actions(plan)), list(listed(plan, "kpis"))
    found = {
        "Plan": [Entry((), plan)],
        "Themes": list(listed(plan, "themes")),
        "Actions": every,
        "Updates": list(by_period(every, "updates")),
        "Milestones": list(below(every, "milestones")),
        "Evidence": list(below(every, "evidence")),
        "KPIs": kpis,
        "KPI figures": list(by_period(kpis, "actuals")),
        "Funding": list(listed(plan, "funding")),
        "Risks": list(listed(plan, "risks")),
        "Recommendations": list(listed(plan, "recommendations")),
        "Commitments": list(listed(plan, "commitments")),
        "Parties": list(listed(plan, "parties")),
    }
    for name, entries in found.items():
        columns = columns_of(name, names)
        if name == "Actions":
            times = map(period_column, periods_of(every))
            columns = (*columns[:_BEFORE_TIME], *times, *columns[_BEFORE_TIME:])
        yield name, entries, columns


def _sheet(name: str, entries: list[Entry], columns: tuple[Column, ...], taken: set[Path]) -> Sheet:
    rows = tuple(
        Row(
            place_said(entry.path) or PLAN,
            tuple(_cell(entry, column, taken) for column in columns),
            entry.group,
        )
        for entry in entries
    )
    return Sheet(name, columns, rows)


def _cell(entry: Entry, column: Column, taken: set[Path]) -> str:
    found: Value = entry.fields
    for step in column.path:
        if not isinstance(found, dict) or step not in found:
            return ""
        found = found[str(step)]
    shown = is_exact(column.form, found)
    if shown is None or len(shown) > LONGEST:
        return ""
    taken.add((*entry.path, *column.path))
    return shown


def _parts(text: str) -> Iterator[str]:
    for start in range(0, max(len(text), 1), LONGEST):
        yield text[start : start + LONGEST]
