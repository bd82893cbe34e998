"""How the words of a file are to be read: on which scale, and by which calendars."""

from typing import Any, TypedDict

from pydantic import TypeAdapter, ValidationError

from planctl.model import Programme, Scale, Timeline
from planctl.model.calendar import Calendar, Calendars, DaySpan, timeline_of


class Reading(TypedDict):
    """The context of a validation. A part that is not known is None: its words are not judged."""

    scale: Scale | None
    timeline: Timeline | None
    knows_calendars: bool


def reading_of(root: Any, programme: Programme | None, *, knows_programme: bool = True) -> Reading:
    """How a file with that content is read; what it does not say itself, its programme does."""
    written = root if isinstance(root, dict) else {}
    calendars = _calendars(written, programme)
    return Reading(
        scale=_scale(written, programme, Scale() if knows_programme else None),
        timeline=timeline_of(_span(written, programme), calendars or ()),
        knows_calendars=calendars is not None and (knows_programme or "calendars" in written),
    )


def _scale(
    written: dict[str, Any], programme: Programme | None, unsaid: Scale | None
) -> Scale | None:
    said = written.get("scale")
    if said is None:
        return (programme and programme.scale) or unsaid
    try:
        return Scale.model_validate({"preset": said} if isinstance(said, str) else said)
    except ValidationError:
        return None


def _calendars(written: dict[str, Any], programme: Programme | None) -> tuple[Calendar, ...] | None:
    said = written.get("calendars")
    if said is None:
        return programme.calendars if programme else ()
    try:
        return TypeAdapter(Calendars).validate_python(said)
    except ValidationError:
        return None


def _span(written: dict[str, Any], programme: Programme | None) -> DaySpan | None:
    said = written.get("period")
    if said is None:
        return programme.period if programme else None
    try:
        return DaySpan.model_validate(said)
    except ValidationError:
        return None
