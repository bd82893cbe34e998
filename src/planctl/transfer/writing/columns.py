"""The columns of each sheet: which field a heading means, and how its values are written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from planctl.findings import Path
from planctl.transfer.writing.cells import (
    Criterion,
    Form,
    Lines,
    Party,
    Period,
    Step,
    Titled,
    Words,
)

SCHEDULE: Final = "Schedule: "
"""Begins the headings of the columns of periods."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the field below the row's entry, and how it is written.

    `width` is a share of the sheet's.
    """

    heading: str
    path: Path
    form: Form
    width: int = 12


def layout_for(headings: Iterable[str], name: str, names: Mapping[str, str]) -> dict[str, Column]:
    """The columns that such a sheet may have, by those of its headings that are columns at all."""
    known = {column.heading: column for column in columns_of(name, names)}
    found = {heading: known[heading] for heading in headings if heading in known}
    if name == "Actions":
        periods = [heading for heading in headings if heading.startswith(SCHEDULE)]
        found |= {heading: period_column(heading.removeprefix(SCHEDULE)) for heading in periods}
    return found


def period_column(name: str) -> Column:
    """The column of one period of the schedule."""
    return Column(f"{SCHEDULE}{name}", ("schedule", name), Period(), 11)


def columns_of(sheet: str, names: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns that a sheet of that name always has; `names` are those of parties by id."""
    owners = Lines(Party(names))
    return tuple(
        replace(column, form=owners) if column.form is _OWNERS else column
        for column in _COLUMNS[sheet]
    )


def _column(heading: str, path: str, form: Form | None = None, width: int = 12) -> Column:
    return Column(heading, tuple(path.split(".")), form or Words(), width)


_OWNERS: Final = Lines(Party({}))
"""Stands for the parties of the plan at hand."""
_TEXTS: Final = Lines(Words())
_COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = MappingProxyType({
    "Plan": (
        _column("Id", "id"), _column("Ref", "ref", width=6), _column("Title", "title", width=30),
        _column("Kind", "kind"), _column("Status", "status"), _column("Aim", "aim", width=40),
        _column("Vision", "vision", width=40), _column("From", "period.from"),
        _column("To", "period.to"),
    ),
    "Themes": (
        _column("Ref", "ref", width=6), _column("Uid", "uid"),
        _column("Theme", "title", width=30), _column("Kind", "kind"),
        _column("Outcome", "outcome", width=40), _column("Responsible", "responsible", _OWNERS, 30),
    ),
    "Actions": (
        _column("Ref", "ref", width=9), _column("Uid", "uid", width=14),
        _column("Title", "title", width=24), _column("Action", "text", width=50),
        _column("Responsible", "responsible", _OWNERS, 30), _column("Due", "due", width=13),
        _column("Success", "success", Lines(Criterion()), 40), _column("KPIs", "kpis", _TEXTS),
        _column("Priority", "priority", width=8), _column("Respondent", "respondent"),
        _column("Completed on", "completed_on"),
        _column("Notes", "notes", Lines(Titled("text")), 30),
    ),
    "Updates": (
        _column("Rating", "rating", width=11), _column("Stage", "stage"),
        _column("Percent", "percent", width=10), _column("Comment", "comment", width=44),
        _column("Cause", "cause"), _column("Path to green", "path_to_green", width=32),
        _column("Expected", "expected", width=13),
        _column("Next steps", "next_steps", Lines(Step()), 36),
        _column("Decision needed", "decision_needed", width=24),
        _column("Evidence", "evidence", _TEXTS), _column("By", "by"),
        _column("Date", "date", width=13),
    ),
    "Milestones": (
        _column("Ref", "ref", width=6), _column("Milestone", "text", width=50),
        _column("Due", "due"), _column("Done on", "done_on"),
        _column("Responsible", "responsible", _OWNERS, 30),
    ),
    "Evidence": (
        _column("Id", "id"), _column("Evidence", "title", width=40), _column("Method", "method"),
        _column("Perspective", "perspective"), _column("Date", "date"),
        _column("Sample", "sample"), _column("Where", "locator", width=30),
    ),
    "KPI figures": (
        _column("Value", "value"), _column("Rating", "rating"), _column("Trend", "trend"),
        _column("Forecast", "forecast"), _column("Provisional", "provisional"),
        _column("Suppressed", "suppressed"), _column("Comment", "comment", width=40),
        _column("By", "by"), _column("Date", "date"),
    ),
    "KPIs": (
        _column("Ref", "ref", width=6), _column("Uid", "uid"), _column("KPI", "title", width=40),
        _column("Unit", "unit"), _column("Better", "better"), _column("Status", "status"),
        _column("Owner", "owner"), _column("Definition", "definition", width=40),
    ),
    "Funding": (
        _column("Period", "period"), _column("Amount", "amount"), _column("Source", "source"),
        _column("Secured", "secured"), _column("Spent", "spent"), _column("Forecast", "forecast"),
        _column("Note", "note", width=30),
    ),
    "Risks": (
        _column("Ref", "ref", width=6), _column("Risk", "text", width=40),
        _column("Cause", "cause", width=30), _column("Consequence", "consequence", width=30),
        _column("Response", "response", width=30), _column("Owner", "owner"),
        _column("Status", "status"),
    ),
    "Recommendations": (
        _column("Ref", "ref", width=6), _column("Recommendation", "text", width=50),
        _column("Decision", "response.decision"),
        _column("Responsible", "responsible", _OWNERS, 30),
    ),
    "Commitments": (
        _column("Ref", "ref", width=6), _column("Commitment", "statement", width=50),
        _column("Type", "type"), _column("Delivered by", "delivered_by", _TEXTS, 20),
    ),
    "Parties": (
        _column("Id", "id"), _column("Kind", "kind"), _column("Name", "name", width=30),
        _column("Organisation", "organisation"),
    ),
})  # fmt: skip

SHEETS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {name: tuple(column.heading for column in columns) for name, columns in _COLUMNS.items()}
)
"""The headings of each sheet, without those of periods."""
