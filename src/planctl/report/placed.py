"""Where in the source what is shown stands: `plans/reading.yaml:26`, for whoever looks it up."""

from collections.abc import Iterable

from planctl.findings import Path
from planctl.model import Kpi, Period, Recommendation, Row, State, Update
from planctl.progress import latest_update, state_said, update_in
from planctl.report.occasion import Occasion


def rating_place(row: Row, term: Period, report: Occasion) -> str:
    """Where the rating stands that the row has in the term; without one, where the row does."""
    return _said_at(row, update_in(row, report.timeline, term), report)


def state_places(rows: Iterable[Row], report: Occasion) -> str:
    """Where what the rows' states on the day follow from stands, as one place of several lines."""
    told = ((row, latest_update(row, report.timeline, report.as_of)) for row in rows)
    return together(_said_at(row, last[1] if last else None, report) for row, last in told)


def row_places(rows: Iterable[Row], report: Occasion) -> str:
    """Where the rows stand, as one place of several lines."""
    return together(_place(row.path, report) for row in rows)


def kpi_place(kpi: Kpi, report: Occasion, *below: str) -> str:
    """Where the KPI stands, or what is below it."""
    number = next(at for at, one in enumerate(report.plan.kpis) if one is kpi)
    return _place(("kpis", number, *below), report)


def grade_place(given: Recommendation, period: Period | None, report: Occasion) -> str:
    """Where the recommendation's grade for the period stands; without one, where it does itself."""
    number = next(at for at, one in enumerate(report.plan.recommendations) if one is given)
    below = ("assessments", str(period), "rating") if period else ()
    return _place(("recommendations", number, *below), report)


def together(places: Iterable[str]) -> str:
    """The places of one file as one, each of one line or several: `plans/reading.yaml:7,26`."""
    lines: dict[str, dict[int, None]] = {}
    for place in filter(None, places):
        file, _, held = place.rpartition(":")
        lines.setdefault(file, {}).update((int(line), None) for line in held.split(","))
    return " ".join(f"{file}:{','.join(map(str, sorted(of)))}" for file, of in lines.items())


def _said_at(row: Row, update: Update | None, report: Occasion) -> str:
    if update is None:
        return _place(row.path, report)
    period = next(at for at, one in row.action.updates.items() if one is update)
    return _place((*row.path, "updates", str(period), _speaking(update, report)), report)


def _speaking(update: Update, report: Occasion) -> str:
    """The field that decides: the rating, unless the stage speaks before it."""
    level = report.scale.level(update.rating) if update.rating else None
    speaks = level is not None and State(level.state.value) is state_said(update, report.scale)
    return "rating" if speaks or update.stage is None else "stage"


def _place(path: Path, report: Occasion) -> str:
    """The place of the path, or of the nearest above it; nothing where places are not known."""
    places = report.request.places
    return next((found for end in range(len(path), 0, -1) if (found := places.get(path[:end]))), "")
