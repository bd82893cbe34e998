"""The two parts of what a plan means: what was agreed, and how far it has come.

Neither has layout, comments, the order of fields or short forms: a record is what it was read as.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from planctl.model import (
    Action,
    Entity,
    FundingLine,
    Kpi,
    Milestone,
    Plan,
    Recommendation,
    Risk,
    Success,
)
from planctl.model.entity import ORIGIN
from planctl.model.plain import Plain, fields_of, plain
from planctl.model.record import Record

PROGRESS: Final[Mapping[type[Record], frozenset[str]]] = MappingProxyType({
    Plan: frozenset({"status", "changes", "approvals", "assertions", "reports"}),
    Action: frozenset({"evidence", "updates", "completed_on", "closure"}),
    Success: frozenset({"state", "evidence"}),
    Milestone: frozenset({"done_on"}),
    Kpi: frozenset({"actuals"}),
    FundingLine: frozenset({"secured", "spent", "forecast"}),
    Risk: frozenset({"reviews", "status"}),
    Recommendation: frozenset({"response", "assessments", "signed_off"}),
})  # fmt: skip
"""The fields that tell how far it has come, or of the plan itself; all others are agreed."""

_NAMES: Final = ("uid", "ref", "id", "title", "text", "period")
"""By which an entry is known among others, the surest first."""


def agreed(plan: Plan) -> Plain:
    """What is agreed by whoever approves the plan: text, owners, times, targets, money and so on.

    The version of the format and the places that entries were taken from are no part of it.
    """
    found = _agreed(plan)
    return {name: value for name, value in found.items() if name != "format"}


def progress(plan: Plan) -> Plain:
    """What is known of its progress: updates, figures, evidence, decisions; each by its entry."""
    return _progress(plan) or {}


def _agreed(found: Any) -> Plain:
    if isinstance(found, Record):
        apart = PROGRESS.get(type(found), frozenset[str]())
        return {name: _agreed(value) for name, value in _said(found) if name not in apart}
    return _each(found, _agreed)


def _progress(found: Any) -> Plain:
    """What the entry and those below it say of progress; None when they say nothing."""
    if isinstance(found, Record):
        apart = PROGRESS.get(type(found), frozenset[str]())
        own = {name: _whole(value) for name, value in _said(found) if name in apart}
        others = ((name, value) for name, value in _said(found) if name not in apart)
        below = {name: told for name, value in others if (told := _progress(value))}
        return _name(found) | own | below if own or below else None
    if isinstance(found, tuple):
        return [told for entry in found if (told := _progress(entry))]
    return None


def _whole(found: Any) -> Plain:
    if isinstance(found, Record):
        return {name: _whole(value) for name, value in _said(found)}
    return _each(found, _whole)


def _each(found: Any, part: Any) -> Plain:
    if isinstance(found, Mapping):
        return {str(name): part(entry) for name, entry in found.items()}
    return [part(entry) for entry in found] if isinstance(found, tuple) else plain(found)


def _said(record: Record) -> list[tuple[str, Any]]:
    """The fields that say something, by their names in the file, without where they were found."""
    said = [
        (name, _meant(record, name, value))
        for field, name, unsaid in fields_of(type(record))
        if (value := getattr(record, field)) != unsaid
    ]
    return [(name, value) for name, value in said if value is not None]


def _meant(record: Record, name: str, value: Any) -> Any:
    """The value; of a source, only where figures or money come from."""
    if name != "source" or not isinstance(record, Entity):
        return value
    has_origin = isinstance(record, Kpi | FundingLine) and ORIGIN in value
    return {ORIGIN: value[ORIGIN]} if has_origin else None


def _name(record: Record) -> dict[str, Plain]:
    said = dict(_said(record))
    return next(({name: plain(said[name])} for name in _NAMES if name in said), {})
