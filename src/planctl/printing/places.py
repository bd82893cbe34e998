"""Where in its file what a plan says of terms stands, for reports that name their sources."""

from collections.abc import Iterator, Mapping

from planctl.findings import Path
from planctl.loading import as_written
from planctl.model import Plan, rows
from planctl.source import Document

_OF_UPDATES = ("rating", "stage")
_OF_FIGURES = ("value", "rating")
_OF_GRADES = ("rating",)


def lines_in(document: Document, plan: Plan) -> Mapping[Path, str]:
    """File and line of each action, recommendation, rating and figure that the document holds."""
    places: dict[Path, str] = {}
    for path in _told(plan):
        written = as_written(document, path)
        if document.holds(written):
            line, _ = document.lines.line_and_column(document.offset(written))
            places[path] = f"{document.file}:{line}"
    return places


def _told(plan: Plan) -> Iterator[Path]:
    for row in rows(plan):
        yield row.path
        for period in row.action.updates:
            yield from _with((*row.path, "updates", str(period)), _OF_UPDATES)
    for number, kpi in enumerate(plan.kpis):
        yield from _with(("kpis", number), ("baseline",))
        for period in kpi.actuals:
            yield from _with(("kpis", number, "actuals", str(period)), _OF_FIGURES)
        for period in kpi.targets:
            yield ("kpis", number, "targets", str(period))
    for number, one in enumerate(plan.recommendations):
        yield ("recommendations", number)
        for period in one.assessments:
            yield from _with(("recommendations", number, "assessments", str(period)), _OF_GRADES)


def _with(path: Path, fields: tuple[str, ...]) -> Iterator[Path]:
    yield path
    yield from ((*path, field) for field in fields)
