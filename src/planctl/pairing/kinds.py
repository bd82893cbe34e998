"""What is compared entry by entry, and by what an entry is known again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from planctl.model import Action, Kpi, Plan, Theme
from planctl.model.approval import Approval
from planctl.model.change import Change
from planctl.model.commitment import Commitment
from planctl.model.engagement import Engagement
from planctl.model.entity import Entity
from planctl.model.evidence import Evidence
from planctl.model.funding import FundingLine
from planctl.model.link import Document
from planctl.model.milestone import Milestone
from planctl.model.outcome import Outcome
from planctl.model.party import Party
from planctl.model.recommendation import Recommendation
from planctl.model.risk import Risk
from planctl.model.success import Success


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: its name, and what its text, its reference and its key are.

    Two entries of different keys are never the same one. A local one is looked for only where it
    stood; the others in the whole plan.
    """

    name: str
    text: Callable[[Any], str]
    ref: Callable[[Any], str | None]
    key: Callable[[Any], str | None]
    is_local: bool = False


def _none(entry: Any) -> None:
    del entry


def _ref(entry: Any) -> str | None:
    found: str | None = entry.ref
    return found


def _id(entry: Any) -> str | None:
    found: str | None = entry.id
    return found


def _uid(entry: Any) -> str | None:
    found: str | None = entry.uid
    return found


def _period(line: FundingLine) -> str:
    return str(line.period)


def _funding(line: FundingLine) -> str:
    return f"{line.period} {line.origin or ''}".strip()


def _decision(change: Change) -> str:
    return " ".join(filter(None, (change.target, change.field, str(change.date or ""))))


def _approval(approval: Approval) -> str:
    return " ".join(filter(None, (approval.role, approval.by)))


KINDS: Final[Mapping[type[Entity], Kind]] = MappingProxyType({
    Plan: Kind("plan", lambda plan: plan.title, _ref, _id),
    Theme: Kind("theme", lambda theme: theme.title, _ref, _uid),
    Action: Kind("action", lambda action: action.text, _ref, _uid),
    Kpi: Kind("kpi", lambda kpi: kpi.title, _ref, _uid),
    Commitment: Kind("commitment", lambda one: one.statement, _ref, _none),
    Recommendation: Kind("recommendation", lambda one: one.text, _ref, _none),
    Risk: Kind("risk", lambda risk: risk.text, _ref, _none),
    Outcome: Kind("outcome", lambda outcome: outcome.text, _ref, _none),
    Party: Kind("party", lambda party: party.name, _none, _id),
    FundingLine: Kind("funding", _funding, _period, _period),
    Change: Kind("change", _decision, _id, _none),
    Approval: Kind("approval", _approval, _none, _none),
    Engagement: Kind("engagement", lambda one: one.event, _none, _none),
    Document: Kind("document", lambda one: one.title or "", _id, _id),
    Evidence: Kind("evidence", lambda one: one.title, _id, _none, is_local=True),
    Milestone: Kind("milestone", lambda one: one.text, _ref, _none, is_local=True),
    Success: Kind("success", lambda one: one.text, _none, _none, is_local=True),
})  # fmt: skip
"""In the order in which they are matched: a theme before the actions below it."""
